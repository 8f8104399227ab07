#include <earlyhelp/triage/triage.hpp>

#include "support/policy.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

// What the page says of an unknown that is read as a yes, written as facts: then the decision on those facts has to be
// the reading of it.

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

constexpr auto first_finding = static_cast<std::size_t>(Unknown::injury);

EnumSet<Unknown> unknowns_of(const Facts& facts) {
  const bool is_domestic = facts.definition != Definition::not_domestic;
  EnumSet<Unknown> unknowns;
  for (const auto finding : values_of<Finding>) {
    if (facts.findings[finding] != Answer::unknown) continue;
    unknowns.insert(static_cast<Unknown>(first_finding + static_cast<std::size_t>(finding)));
  }
  if (!facts.history.known) unknowns.insert(Unknown::history);
  if (!is_domestic) {
    return unknowns & EnumSet{Unknown::order_breached, Unknown::child_harmed_or_threatened, Unknown::history};
  }
  if (facts.definition == Definition::undetermined) unknowns.insert(Unknown::definition);
  if (!facts.officer_grade && !facts.judgement) unknowns.insert(Unknown::officer_grade);
  if (!facts.checklist.instrument || facts.checklist.unanswered_count > 0) unknowns.insert(Unknown::checklist);
  if (!facts.children.known) unknowns.insert(Unknown::children);
  return unknowns;
}

/// `facts` with the answer that is read into `unknown`. A definition is only asked for; nothing is read into it.
Facts read_as_yes(Facts facts, Unknown unknown, const Policy& policy) {
  const auto& numbers = policy.thresholds();
  auto& checklist = facts.checklist;
  auto& history = facts.history;
  auto& children = facts.children;
  if (unknown == Unknown::definition) return facts;
  if (unknown == Unknown::officer_grade) {
    facts.officer_grade = RiskGrade::high;
  } else if (unknown == Unknown::checklist) {
    const auto threshold =
        checklist.instrument ? numbers.visible_high_risk[static_cast<std::size_t>(*checklist.instrument)] : boost::none;
    checklist = threshold ? ChecklistFacts{checklist.instrument, checklist.yes_count + checklist.unanswered_count, 0}
                          : ChecklistFacts{Instrument::dash_2009, *numbers.visible_high_risk[0], 0};
  } else if (unknown == Unknown::history) {
    const auto events =
        std::max({history.events_in_window, numbers.escalation_events, numbers.cumulative_child_events, 2});
    const auto others = std::max(history.suspect_other_victims, numbers.serial_victims - 1);
    history = {true, events, true, others};
  } else if (unknown == Unknown::children) {
    children = {true, std::max(children.linked, 1), 0, std::max(children.of_school_age, 1)};
  } else {
    facts.findings.set(static_cast<Finding>(static_cast<std::size_t>(unknown) - first_finding), Answer::yes);
  }
  return facts;
}

bool is_same_decision(const Outcome& a, const Outcome& b) {
  return a.grade == b.grade && a.route == b.route && a.duties == b.duties;
}

Policy policy_of_events(int escalation, int cumulative) {
  auto book = default_policy_book();
  set(book, Parameter::escalation_events, escalation);
  set(book, Parameter::cumulative_child_events, cumulative);
  return policy_of(book);
}

}  // namespace

TEST_CASE("if every unknown is a yes, the decision is the one on the facts that say so", "[triage][properties]") {
  const auto policy = GENERATE(policy_of_events(3, 3), policy_of_events(5, 2), policy_of_events(1, 1));
  RandomFacts random{20};
  for (int i = 0; i < 50'000; ++i) {
    const auto facts = random.next();
    auto read = facts;
    for (const auto unknown : unknowns_of(facts)) read = read_as_yes(read, unknown, policy);
    if (triage(read, policy).known != triage(facts, policy).if_unknowns_yes) FAIL("case " << i);
  }
}

TEST_CASE("an unknown is asked for exactly when it alone changes something, when it always is, or when all are",
          "[triage][properties]") {
  constexpr EnumSet always_asked{Unknown::definition, Unknown::officer_grade, Unknown::honour_or_forced_marriage};
  const auto policy = GENERATE(policy_of_events(3, 3), policy_of_events(5, 2));
  RandomFacts random{21};
  int all_together = 0;
  for (int i = 0; i < 30'000; ++i) {
    const auto facts = random.next();
    const auto decision = triage(facts, policy);
    const auto unknowns = unknowns_of(facts);
    EnumSet<Unknown> alone;
    for (const auto unknown : unknowns) {
      if (!is_same_decision(triage(read_as_yes(facts, unknown, policy), policy).known, decision.known)) {
        alone.insert(unknown);
      }
    }
    const bool only_together = alone.empty() && !is_same_decision(decision.known, decision.if_unknowns_yes);
    if (decision.ask_next != (only_together ? unknowns : alone | (unknowns & always_asked))) FAIL("case " << i);
    all_together += only_together ? 1 : 0;
  }
  CHECK(all_together > 0);
}
