#include <earlyhelp/triage/triage.hpp>

#include "support/make_facts.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;
using enum Answer;

namespace {

EnumSet<Unknown> ask_next(const Facts& facts) { return triage(facts, make_policy()).ask_next; }

/// Of which nothing is known but that it is domestic abuse.
Facts make_unknown_facts() {
  auto facts = make_facts();
  facts.officer_grade = boost::none;
  facts.checklist = {};
  facts.findings = Findings::all(unknown);
  facts.history.known = false;
  facts.children.known = false;
  return facts;
}

}  // namespace

TEST_CASE("nothing is asked where nothing is unknown", "[triage]") { CHECK(ask_next(make_facts()).empty()); }

TEST_CASE("an unknown is asked for when it alone changes route, grade or duties", "[triage]") {
  auto facts = make_facts();
  EnumSet<Unknown> asked;
  SECTION("route") {
    facts.findings.set(Finding::weapon, unknown);
    asked = {Unknown::weapon};
  }
  SECTION("duties only") {
    facts.findings.set(Finding::childrens_case_open, unknown);
    asked = {Unknown::childrens_case_open};
  }
  SECTION("grade only") {
    facts.history.marac_referral_in_window = true;
    facts.checklist = {};
    asked = {Unknown::checklist};
  }
  SECTION("two that change something, each alone") {
    facts.findings.set(Finding::weapon, unknown);
    facts.history.known = false;
    asked = {Unknown::weapon, Unknown::history};
  }
  SECTION("one that changes something beside one that does not") {
    facts.findings.set(Finding::weapon, unknown);
    facts.findings.set(Finding::injury, unknown);
    asked = {Unknown::weapon};
  }
  SECTION("children") {
    facts.children.known = false;
    asked = {Unknown::children};
  }
  CHECK(ask_next(facts) == asked);
}

TEST_CASE("an unknown that changes nothing is not asked for", "[triage]") {
  auto facts = make_facts();
  SECTION("injury alone") { facts.findings.set(Finding::injury, unknown); }
  SECTION("separation alone") { facts.findings.set(Finding::separation, unknown); }
  SECTION("items that cannot reach the threshold") { facts.checklist.unanswered_count = 13; }
  SECTION("a weapon that the route is past, with no duty of its own") {
    facts.history.marac_referral_in_window = true;
    facts.findings.set(Finding::weapon, unknown);
  }
  const auto decision = triage(facts, make_policy());
  CHECK(decision.ask_next.empty());
  CHECK_FALSE(decision.provisional);
}

TEST_CASE("honour-based abuse is asked for even where it changes nothing", "[triage]") {
  auto facts = make_facts(Finding::honour_or_forced_marriage, unknown);
  facts.history.marac_referral_in_window = true;
  facts.findings.set(Finding::strangulation, yes);

  const auto decision = triage(facts, make_policy());

  CHECK(decision.ask_next == EnumSet{Unknown::honour_or_forced_marriage});
  CHECK_FALSE(decision.provisional);
}

TEST_CASE("the definition is asked for wherever it is undetermined", "[triage]") {
  auto facts = make_facts(Definition::undetermined);
  CHECK(ask_next(facts) == EnumSet{Unknown::definition});

  facts.findings.set(Finding::weapon, unknown);
  CHECK(ask_next(facts) == EnumSet{Unknown::definition});
  facts.findings.set(Finding::stalking, unknown);
  CHECK(ask_next(facts) == EnumSet{Unknown::definition, Unknown::stalking});
}

TEST_CASE("the officer's grade is asked for where nobody graded", "[triage]") {
  auto facts = make_facts();
  facts.officer_grade = boost::none;
  CHECK(ask_next(facts) == EnumSet{Unknown::officer_grade});

  facts.judgement = RiskGrade::standard;
  CHECK(ask_next(facts).empty());
}

TEST_CASE("where only together they change something, all unknowns are asked for", "[triage]") {
  auto facts = make_facts(Finding::coercive_control);
  facts.findings.set(Finding::separation, unknown).set(Finding::injury, unknown);
  facts.checklist.unanswered_count = 1;

  const auto decision = triage(facts, make_policy());

  CHECK(decision.known.route == Route::multi_agency_review);
  CHECK(decision.if_unknowns_yes.route == Route::high_risk_panel);
  CHECK(decision.ask_next == EnumSet{Unknown::injury, Unknown::separation, Unknown::checklist});
}

TEST_CASE("always asked for is not alone: beside it, what together changes something is asked for too", "[triage]") {
  auto facts = make_facts(Definition::undetermined);
  facts.findings.set(Finding::coercive_control, yes);
  facts.findings.set(Finding::separation, unknown).set(Finding::injury, unknown);

  CHECK(ask_next(facts) == EnumSet{Unknown::definition, Unknown::injury, Unknown::separation});
}

TEST_CASE("a policy asks for what its own numbers turn on", "[triage]") {
  auto book = default_policy_book();
  auto row = row_of(book, Parameter::visible_high_risk_dash_2009);
  row.parameter = Parameter::visible_high_risk_dara;
  row.value = 5;
  book.parameters.push_back(row);
  auto facts = make_facts();
  facts.checklist = {.instrument = Instrument::dara, .yes_count = 4, .unanswered_count = 1};

  CHECK(triage(facts, policy_of(book)).ask_next == EnumSet{Unknown::checklist});
  facts.checklist = {.instrument = Instrument::dara, .yes_count = 3, .unanswered_count = 1};
  CHECK(triage(facts, policy_of(book)).ask_next.empty());
}

TEST_CASE("the unknowns are listed in the order in which to ask", "[triage]") {
  std::vector<std::string> order{"definition", "officer_grade"};
  for (const auto finding : values_of<Finding>) order.emplace_back(to_string(finding));
  for (const auto* last : {"checklist", "history", "children"}) order.emplace_back(last);

  std::vector<std::string> listed;
  for (const auto unknown : values_of<Unknown>) listed.emplace_back(to_string(unknown));
  CHECK(listed == order);
}

TEST_CASE("of an incident of which nothing is known all is asked that alone changes something", "[triage]") {
  const auto asked = ask_next(make_unknown_facts());

  // Nobody graded: the route is a review already, and what only asks for one adds no duty.
  EnumSet<Unknown> expected;
  for (const auto unknown : values_of<Unknown>) expected.insert(unknown);
  CHECK(expected - asked == EnumSet{Unknown::definition, Unknown::injury, Unknown::weapon, Unknown::separation,
                                    Unknown::victim_very_frightened, Unknown::frequency_rising,
                                    Unknown::severity_rising, Unknown::order_breached, Unknown::suspect_suicidal});
}
