#include <earlyhelp/triage/triage.hpp>

#include "support/make_facts.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

using Ids = std::vector<std::string>;

Facts make_not_domestic() {
  auto facts = make_facts(Definition::not_domestic);
  facts.officer_grade = boost::none;
  return facts;
}

Ids reasons(const Facts& facts) { return ids_of(triage(facts, make_policy()).known.reasons, make_policy()); }

const Ids conflicting{"not-domestic", "conflicting-record"};

}  // namespace

TEST_CASE("an incident that is not domestic is recorded and opens no duty", "[triage]") {
  const auto decision = triage(make_not_domestic(), make_policy());

  CHECK(ids_of(decision.known.reasons, make_policy()) == Ids{"not-domestic"});
  CHECK(decision.known.grade == boost::none);
  CHECK(decision.known.route == Route::record_only);
  CHECK(decision.known.duties.empty());
  CHECK(decision.suitability == Suitability::not_suitable);
  CHECK_FALSE(decision.provisional);
}

TEST_CASE("a record that speaks against not domestic is reviewed", "[triage]") {
  auto facts = make_not_domestic();
  SECTION("an order was breached") { facts.findings.set(Finding::order_breached, Answer::yes); }
  SECTION("the second event in the window") { facts.history.events_in_window = 2; }
  SECTION("a MARAC referral in the window") { facts.history.marac_referral_in_window = true; }
  SECTION("a checklist on its threshold") { facts.checklist.yes_count = 14; }

  const auto outcome = triage(facts, make_policy()).known;

  CHECK(reasons(facts) == conflicting);
  CHECK(outcome.route == Route::multi_agency_review);
  CHECK(outcome.duties == Duties{Duty::daily_review, Duty::review_decision});
  CHECK(outcome.grade == boost::none);
}

TEST_CASE("a grade of an incident that is not domestic is kept, reviewed, and leads no further", "[triage]") {
  const auto grade = GENERATE(RiskGrade::standard, RiskGrade::medium, RiskGrade::high);
  CAPTURE(grade);
  auto facts = make_not_domestic();

  facts.officer_grade = grade;
  CHECK(reasons(facts) == Ids{"not-domestic", "conflicting-record", "officer-grade"});
  CHECK(triage(facts, make_policy()).known.grade == grade);
  CHECK(triage(facts, make_policy()).known.route == Route::multi_agency_review);

  facts.officer_grade = boost::none;
  facts.judgement = grade;
  CHECK(reasons(facts) == Ids{"not-domestic", "conflicting-record", "professional-judgement"});
  CHECK(triage(facts, make_policy()).known.grade == grade);
}

TEST_CASE("a child harmed is referred in an incident that is not domestic too", "[triage]") {
  auto facts = make_not_domestic();
  facts.findings.set(Finding::child_harmed_or_threatened, Answer::yes);

  CHECK(reasons(facts) == Ids{"not-domestic", "conflicting-record", "child-harmed"});
  CHECK(triage(facts, make_policy()).known.duties ==
        Duties{Duty::daily_review, Duty::review_decision, Duty::mash_referral});
}

TEST_CASE("one below each of its numbers the record does not speak against not domestic", "[triage]") {
  auto facts = make_not_domestic();
  facts.history.events_in_window = 1;
  facts.checklist.yes_count = 13;
  facts.history.suspect_other_victims = 9;
  CHECK(reasons(facts) == Ids{"not-domestic"});

  facts.checklist = {.instrument = Instrument::dara, .yes_count = 27};
  CHECK(reasons(facts) == Ids{"not-domestic"});
}

TEST_CASE("all at once, only the starred rules fire in an incident that is not domestic", "[triage]") {
  auto facts = make_not_domestic();
  facts.officer_grade = RiskGrade::high;
  facts.judgement = RiskGrade::high;
  facts.checklist.yes_count = 27;
  facts.findings = Findings::all(Answer::yes);
  facts.history = {.known = true, .events_in_window = 9, .marac_referral_in_window = true, .suspect_other_victims = 9};
  facts.children = one_child(5);

  CHECK(reasons(facts) ==
        Ids{"not-domestic", "conflicting-record", "officer-grade", "professional-judgement", "child-harmed"});
}

TEST_CASE("of an incident that is not domestic only a breached order, a harmed child and the history are asked for",
          "[triage]") {
  auto facts = make_not_domestic();
  facts.findings = Findings::all(Answer::unknown);
  facts.checklist = {};
  facts.history.known = false;
  facts.children.known = false;

  const auto decision = triage(facts, make_policy());

  CHECK(decision.ask_next == EnumSet{Unknown::order_breached, Unknown::child_harmed_or_threatened, Unknown::history});
  CHECK(decision.provisional);
  CHECK(decision.known.route == Route::record_only);
  CHECK(decision.if_unknowns_yes.route == Route::multi_agency_review);
  CHECK(decision.if_unknowns_yes.duties == Duties{Duty::daily_review, Duty::review_decision, Duty::mash_referral});
  CHECK(decision.if_unknowns_yes.grade == boost::none);
}

TEST_CASE("each of the three is an unknown of its own", "[triage]") {
  auto facts = make_not_domestic();
  SECTION("order") {
    facts.findings.set(Finding::order_breached, Answer::unknown);
    CHECK(triage(facts, make_policy()).ask_next == EnumSet{Unknown::order_breached});
  }
  SECTION("child") {
    facts.findings.set(Finding::child_harmed_or_threatened, Answer::unknown);
    CHECK(triage(facts, make_policy()).ask_next == EnumSet{Unknown::child_harmed_or_threatened});
  }
  SECTION("history, with one event even where every threshold is 1") {
    facts.history.known = false;
    auto book = default_policy_book();
    set(book, Parameter::escalation_events, 1);
    set(book, Parameter::cumulative_child_events, 1);
    CHECK(triage(facts, policy_of(book)).ask_next == EnumSet{Unknown::history});
  }
}
