#include <earlyhelp/triage/triage.hpp>

#include "support/make_facts.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

constexpr int cases = 50'000;  // for each of the two policies

/// The shipped policy, and one in which every number that triage compares with is another.
Policy any_policy() {
  auto book = default_policy_book();
  if (GENERATE(true, false)) return policy_of(book);
  auto dara = row_of(book, Parameter::visible_high_risk_dash_ric);
  dara.parameter = Parameter::visible_high_risk_dara;
  dara.value = 5;
  book.parameters.push_back(dara);
  set(book, Parameter::visible_high_risk_dash_2009, 10);
  set(book, Parameter::escalation_events, 5);
  set(book, Parameter::serial_victims, 3);
  set(book, Parameter::cumulative_child_events, 2);
  set(book, Parameter::young_child_under_years, 7);
  return policy_of(book);
}

bool is_at_least(const Outcome& graver, const Outcome& lesser) {
  return graver.grade >= lesser.grade && graver.route >= lesser.route;
}

bool is_same_decision(const Outcome& a, const Outcome& b) {
  return a.grade == b.grade && a.route == b.route && a.duties == b.duties;
}

/// `facts`, once for every fact that can be one step graver, with that step.
std::vector<Facts> one_step_graver(const Facts& facts) {
  std::vector<Facts> graver;
  const auto change = [&](auto step) {
    graver.push_back(facts);
    step(graver.back());
  };
  for (const auto finding : values_of<Finding>) {
    if (facts.findings[finding] == Answer::no) change([&](Facts& f) { f.findings.set(finding, Answer::yes); });
  }
  const auto next = [](RiskGrade grade) { return static_cast<RiskGrade>(static_cast<int>(grade) + 1); };
  if (facts.officer_grade && facts.officer_grade < RiskGrade::high) {
    change([&](Facts& f) { f.officer_grade = next(*f.officer_grade); });
  }
  if (facts.judgement && facts.judgement < RiskGrade::high) {
    change([&](Facts& f) { f.judgement = next(*f.judgement); });
  }
  change([](Facts& f) { ++f.checklist.yes_count; });
  change([](Facts& f) { ++f.checklist.unanswered_count; });
  change([](Facts& f) { ++f.history.events_in_window; });
  change([](Facts& f) { f.history.marac_referral_in_window = true; });
  change([](Facts& f) { ++f.history.suspect_other_victims; });
  change([](Facts& f) { ++f.children.linked; });
  change([](Facts& f) { ++f.children.of_school_age; });
  if (facts.children.youngest_age_years > 0) change([](Facts& f) { --*f.children.youngest_age_years; });
  return graver;
}

/// Facts that are wholly known, and that `facts` may turn out to be.
Facts random_truth(Facts facts, RandomFacts& random) {
  const bool is_domestic = facts.definition != Definition::not_domestic;
  for (const auto finding : values_of<Finding>) {
    const bool counts =
        is_domestic || finding == Finding::order_breached || finding == Finding::child_harmed_or_threatened;
    if (facts.findings[finding] != Answer::unknown) continue;
    facts.findings.set(finding, counts ? random.one_of(Answer::yes, Answer::no) : Answer::no);
  }
  if (!facts.history.known) facts.history = random.next_history();
  facts.history.known = true;
  if (!is_domestic) return facts;

  if (!facts.children.known) facts.children = random.next_children();
  facts.children.known = true;
  if (!facts.officer_grade && !facts.judgement) facts.officer_grade = random.maybe<RiskGrade>();
  auto& checklist = facts.checklist;
  if (!checklist.instrument) {
    checklist = random.next_checklist();
  } else {
    checklist.yes_count += static_cast<int>(random.below(static_cast<std::size_t>(checklist.unanswered_count) + 1));
  }
  checklist.unanswered_count = 0;
  if (facts.definition == Definition::undetermined) facts.definition = random.any<Definition>();
  return facts;
}

}  // namespace

TEST_CASE("a graver fact never lowers grade or route", "[triage][properties]") {
  const auto policy = any_policy();
  RandomFacts random{1};
  for (int i = 0; i < cases / 5; ++i) {
    const auto facts = random.next();
    const auto decision = triage(facts, policy);
    for (const auto& graver : one_step_graver(facts)) {
      const auto raised = triage(graver, policy);
      if (!is_at_least(raised.known, decision.known)) FAIL("case " << i);
      if (!is_at_least(raised.if_unknowns_yes, decision.if_unknowns_yes)) FAIL("case " << i << " if unknowns are yes");
    }
  }
}

TEST_CASE("a grade that a person gave is never lowered", "[triage][properties]") {
  const auto policy = any_policy();
  RandomFacts random{2};
  for (int i = 0; i < cases; ++i) {
    const auto facts = random.next();
    const auto decision = triage(facts, policy);
    if (decision.known.grade < std::max(facts.officer_grade, facts.judgement)) FAIL("case " << i);
  }
}

TEST_CASE("the decision is never above the one in which every unknown is a yes", "[triage][properties]") {
  const auto policy = any_policy();
  RandomFacts random{3};
  for (int i = 0; i < cases; ++i) {
    const auto decision = triage(random.next(), policy);
    if (!is_at_least(decision.if_unknowns_yes, decision.known)) FAIL("case " << i);
  }
}

TEST_CASE("the truth is never above the decision in which every unknown is a yes", "[triage][properties]") {
  const auto policy = any_policy();
  RandomFacts random{4};
  int below_known = 0;
  for (int i = 0; i < cases; ++i) {
    const auto facts = random.next();
    const auto decision = triage(facts, policy);
    const auto truth = triage(random_truth(facts, random), policy).known;
    if (!is_at_least(decision.if_unknowns_yes, truth)) FAIL("case " << i);
    if (truth.route < decision.known.route) ++below_known;
  }
  CHECK(below_known > 0);  // an unfinished checklist, a missing grade and definition ask for a review of their own
}

TEST_CASE("the truth is below the decision in route only where something asked for a review by its absence",
          "[triage][properties]") {
  const auto policy = any_policy();
  RandomFacts random{5};
  for (int i = 0; i < cases; ++i) {
    auto facts = random.next();
    if (facts.definition == Definition::undetermined) continue;
    if (!facts.officer_grade) facts.officer_grade = RiskGrade::standard;
    facts.checklist.unanswered_count = 0;
    // What is given of a history or of children that are not known may turn out to be other than given.
    facts.history.known = facts.children.known = true;
    const auto truth = triage(random_truth(facts, random), policy).known;
    if (!is_at_least(truth, triage(facts, policy).known)) FAIL("case " << i);
  }
}

TEST_CASE("a decision is provisional when the unknowns could change it, or definition or grade is missing",
          "[triage][properties]") {
  const auto policy = any_policy();
  RandomFacts random{6};
  for (int i = 0; i < cases; ++i) {
    const auto facts = random.next();
    const auto decision = triage(facts, policy);
    const bool is_domestic = facts.definition != Definition::not_domestic;
    const bool expected = !is_same_decision(decision.known, decision.if_unknowns_yes) ||
                          facts.definition == Definition::undetermined ||
                          (is_domestic && !facts.officer_grade && !facts.judgement);
    if (decision.provisional != expected) FAIL("case " << i);
    if (decision.provisional && decision.ask_next.empty()) FAIL("case " << i << " asks nothing");
  }
}

TEST_CASE("suitability follows from route and provisional", "[triage][properties]") {
  const auto policy = any_policy();
  RandomFacts random{7};
  for (int i = 0; i < cases; ++i) {
    const auto decision = triage(random.next(), policy);
    const auto early = decision.provisional ? Suitability::not_yet : Suitability::suitable;
    const auto expected = decision.known.route == Route::early_intervention    ? early
                          : decision.known.route == Route::multi_agency_review ? Suitability::not_yet
                                                                               : Suitability::not_suitable;
    if (decision.suitability != expected) FAIL("case " << i);
  }
}

TEST_CASE("a domestic incident is never without its daily review, and never contacted in two ways",
          "[triage][properties]") {
  const auto policy = any_policy();
  RandomFacts random{8};
  for (int i = 0; i < cases; ++i) {
    const auto facts = random.next();
    const auto duties = triage(facts, policy).known.duties;
    const bool is_domestic = facts.definition != Definition::not_domestic;
    if (is_domestic && !duties.contains(Duty::daily_review)) FAIL("case " << i);
    if (duties.contains(Duty::contact_family) && duties.contains(Duty::contact_victim_safely)) FAIL("case " << i);
    if (duties.contains(Duty::mash_referral) && duties.contains(Duty::mash_consideration)) FAIL("case " << i);
    if (duties.contains(Duty::contact_family) && facts.findings[Finding::honour_or_forced_marriage] != Answer::no) {
      FAIL("case " << i);
    }
  }
}
