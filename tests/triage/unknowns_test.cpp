#include <earlyhelp/triage/triage.hpp>

#include "support/make_facts.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;
using enum Duty;

namespace {

using Ids = std::vector<std::string>;

Ids ids(const Outcome& outcome) { return ids_of(outcome.reasons, make_policy()); }

bool has(const Outcome& outcome, const std::string& id) {
  const auto all = ids(outcome);
  return std::find(all.begin(), all.end(), id) != all.end();
}

}  // namespace

TEST_CASE("where nothing is unknown the decision stands alone", "[triage]") {
  auto facts = make_facts();
  facts.findings = Findings::all(GENERATE(Answer::no, Answer::yes));

  const auto decision = triage(facts, make_policy());

  CHECK(decision.known == decision.if_unknowns_yes);
  CHECK_FALSE(decision.provisional);
  CHECK(decision.ask_next.empty());
}

TEST_CASE("an unknown finding is read as no, and beside that as yes", "[triage]") {
  const auto finding = GENERATE(from_range(values_of<Finding>));
  if (finding == Finding::honour_or_forced_marriage) return;  // contacted safely before it is known
  CAPTURE(finding);

  const auto decision = triage(make_facts(finding, Answer::unknown), make_policy());

  CHECK(decision.known == triage(make_facts(), make_policy()).known);
  CHECK(decision.if_unknowns_yes == triage(make_facts(finding), make_policy()).known);
}

TEST_CASE("unknown honour-based abuse is no reason yet, but the contact is safe already", "[triage]") {
  const auto decision = triage(make_facts(Finding::honour_or_forced_marriage, Answer::unknown), make_policy());

  CHECK(ids(decision.known) == Ids{"domestic-incident", "officer-grade", "first-contact"});
  CHECK(decision.known.duties == Duties{daily_review, contact_victim_safely});
  CHECK(decision.if_unknowns_yes == triage(make_facts(Finding::honour_or_forced_marriage), make_policy()).known);
  CHECK(decision.provisional);
}

TEST_CASE("unanswered items could all be yes, and matter only where they reach the threshold", "[triage]") {
  const auto [unanswered, reaches] = GENERATE(table<int, bool>({{3, false}, {4, true}, {5, true}}));
  CAPTURE(unanswered);
  auto facts = make_facts();
  facts.checklist = {.instrument = Instrument::dash_ric, .yes_count = 10, .unanswered_count = unanswered};

  const auto decision = triage(facts, make_policy());

  CHECK(has(decision.known, "incomplete-checklist") == reaches);
  CHECK(has(decision.if_unknowns_yes, "visible-high-risk") == reaches);
  CHECK_FALSE(has(decision.if_unknowns_yes, "incomplete-checklist"));
  CHECK(decision.provisional == reaches);
}

TEST_CASE("no checklist, and an unfinished one without a threshold, could be high", "[triage]") {
  auto facts = make_facts();
  SECTION("none") { facts.checklist = {}; }
  SECTION("dara") { facts.checklist = {.instrument = Instrument::dara, .yes_count = 0, .unanswered_count = 1}; }

  const auto decision = triage(facts, make_policy());

  CHECK(decision.known == triage(make_facts(), make_policy()).known);
  CHECK(decision.if_unknowns_yes.grade == RiskGrade::high);
  CHECK(ids(decision.if_unknowns_yes) == Ids{"domestic-incident", "officer-grade", "visible-high-risk", "high-grade"});
  CHECK(decision.provisional);
}

TEST_CASE("a finished checklist without a threshold is known", "[triage]") {
  auto facts = make_facts();
  facts.checklist = {.instrument = Instrument::dara, .yes_count = 27, .unanswered_count = 0};

  CHECK_FALSE(triage(facts, make_policy()).provisional);
}

TEST_CASE("an incident that nobody graded could be high, and is provisional", "[triage]") {
  auto facts = make_facts();
  facts.officer_grade = boost::none;

  const auto decision = triage(facts, make_policy());

  CHECK(decision.known.grade == boost::none);
  CHECK(ids(decision.if_unknowns_yes) == Ids{"domestic-incident", "officer-grade", "high-grade"});
  CHECK(decision.provisional);

  facts.judgement = RiskGrade::standard;
  CHECK_FALSE(triage(facts, make_policy()).provisional);
}

TEST_CASE("an incident that nobody graded is provisional even where no grade would change anything", "[triage]") {
  auto book = default_policy_book();
  rule_of(book, "ungraded").duties = {};
  auto facts = make_facts();
  facts.officer_grade = boost::none;
  facts.checklist.yes_count = 14;

  const auto decision = triage(facts, policy_of(book));

  CHECK(decision.known.grade == RiskGrade::high);
  CHECK(decision.known.duties == decision.if_unknowns_yes.duties);
  CHECK(decision.provisional);
  CHECK(decision.ask_next == EnumSet{Unknown::officer_grade});
}

TEST_CASE("an undetermined incident is provisional, and nothing else is read into it", "[triage]") {
  const auto decision = triage(make_facts(Definition::undetermined), make_policy());

  CHECK(decision.known == decision.if_unknowns_yes);
  CHECK(decision.provisional);
}

TEST_CASE("a history that is not known could be every threshold, a referral and a serial suspect", "[triage]") {
  auto facts = make_facts();
  facts.history.known = false;
  facts.children = one_child(9);

  const auto decision = triage(facts, make_policy());

  for (const auto* id : {"escalation", "marac-repeat", "serial-perpetrator", "child-cumulative"}) {
    CAPTURE(id);
    CHECK_FALSE(has(decision.known, id));
    CHECK(has(decision.if_unknowns_yes, id));
  }
  CHECK(decision.if_unknowns_yes.route == Route::high_risk_panel);
}

TEST_CASE("a history that is not known could hold a second event, whatever else it holds", "[triage]") {
  auto book = default_policy_book();
  rule_of(book, "prosecution-likely").when = Signal::repeated_event;
  rule_of(book, "marac-repeat").when = Signal::injury;
  const auto policy = policy_of(book);
  auto facts = make_facts();
  facts.history.known = false;

  const auto decision = triage(facts, policy);

  CHECK_FALSE(decision.known.duties.contains(victim_services_referral));
  CHECK(decision.if_unknowns_yes.duties.contains(victim_services_referral));
}

TEST_CASE("what is known of an unknown history counts", "[triage]") {
  auto facts = make_facts();
  facts.history = {.known = false, .events_in_window = 3, .marac_referral_in_window = true, .suspect_other_victims = 1};

  const auto decision = triage(facts, make_policy());

  CHECK(has(decision.known, "escalation"));
  CHECK(has(decision.known, "marac-repeat"));
  CHECK(has(decision.known, "serial-perpetrator"));
  CHECK(decision.known == decision.if_unknowns_yes);
  CHECK_FALSE(decision.provisional);
}

TEST_CASE("children that are not known could be a baby and a pupil", "[triage]") {
  auto facts = make_facts();
  facts.children.known = false;

  const auto decision = triage(facts, make_policy());

  CHECK(decision.known.duties == Duties{daily_review, contact_family});
  CHECK(decision.if_unknowns_yes.duties ==
        Duties{daily_review, contact_family, mash_consideration, child_support_offer, notify_school});
  CHECK(ids(decision.if_unknowns_yes) == Ids{"domestic-incident", "officer-grade", "young-child", "child-victim",
                                             "school-notification", "first-contact"});
  CHECK(decision.provisional);
}

TEST_CASE("what is known of unknown children counts", "[triage]") {
  auto facts = make_facts();
  facts.children = one_child(9);
  facts.children.known = false;

  CHECK(has(triage(facts, make_policy()).known, "child-victim"));
  CHECK_FALSE(has(triage(facts, make_policy()).known, "young-child"));
  CHECK(has(triage(facts, make_policy()).if_unknowns_yes, "young-child"));
}

TEST_CASE("all unknowns are read as yes at once", "[triage]") {
  auto facts = make_facts();
  facts.findings = facts.findings.with(Finding::separation, Answer::unknown)
                       .with(Finding::coercive_control, Answer::unknown)
                       .with(Finding::injury, Answer::unknown);

  const auto decision = triage(facts, make_policy());

  CHECK(decision.known.route == Route::early_intervention);
  CHECK(has(decision.if_unknowns_yes, "cluster-of-three"));
}
