#include <earlyhelp/triage/difference.hpp>
#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/realisable.hpp>
#include <earlyhelp/triage/triage.hpp>
#include <earlyhelp/triage/verify.hpp>

#include "support/plain_verify.hpp"
#include "support/policy.hpp"
#include "support/random_facts.hpp"
#include "support/random_tables.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

Facts quiet() { return quiet_facts(Date{2025, 11, 7}); }

/// The facts of `from` that a cut is about, put into `into`.
void put(Facts& into, const FactCut& cut, const Facts& from) {
  if (cut.facts.contains(Fact::definition)) into.definition = from.definition;
  if (cut.facts.contains(Fact::officer_grade)) into.officer_grade = from.officer_grade;
  if (cut.facts.contains(Fact::judgement)) into.judgement = from.judgement;
  if (cut.facts.contains(Fact::instrument)) into.checklist = from.checklist;
  for (const auto finding : values_of<Finding>) {
    if (cut.facts.contains(fact_of(finding))) into.findings.set(finding, from.findings[finding]);
  }
  if (cut.facts.contains(Fact::history_known)) into.history.known = from.history.known;
  if (cut.facts.contains(Fact::events_in_window)) into.history.events_in_window = from.history.events_in_window;
  if (cut.facts.contains(Fact::marac_referral_in_window)) {
    into.history.marac_referral_in_window = from.history.marac_referral_in_window;
  }
  if (cut.facts.contains(Fact::suspect_other_victims)) {
    into.history.suspect_other_victims = from.history.suspect_other_victims;
  }
  if (cut.facts.contains(Fact::children_known)) into.children = from.children;
  if (cut.facts.contains(Fact::reported_on)) into.reported_on = from.reported_on;
}

/// The values of the cuts as axes of the loop.
std::vector<PlainAxis> axes_of(const Verification& found) {
  std::vector<PlainAxis> axes;
  for (const auto& cut : found.cuts) {
    std::vector<Change> changes;
    for (const auto& value : cut.values) changes.emplace_back([cut, value](Facts& facts) { put(facts, cut, value); });
    axes.push_back(axis_of(changes, quiet()));
  }
  return axes;
}

Facts some_incident(RandomFacts& random) {
  auto facts = random.next();
  while (!is_realisable(facts)) facts = random.next();
  return facts;
}

/// Holds every number of verify() against the loop.
Verification check_same(const PolicyBook& book) {
  const auto found = verify(policy_of(book), {.invariants = {}});
  const auto fast = plain(found, quiet());
  const auto slow = plain_verify(book, axes_of(found), quiet());

  CHECK(fast.combinations == slow.combinations);
  CHECK(fast.cases == slow.cases);
  CHECK((fast.looked_at == slow.looked_at));
  CHECK((fast.rules == slow.rules));
  CHECK((fast.failures == slow.failures));
  CHECK((fast.undecided == slow.undecided));
  return found;
}

bool is_same(const Decision& a, const Decision& b) {
  return a.known == b.known && a.if_unknowns_yes == b.if_unknowns_yes && a.provisional == b.provisional &&
         a.suitability == b.suitability;
}

}  // namespace

TEST_CASE("verify and a loop over all facts find the same in small policies of every kind", "[triage][verify]") {
  using enum Signal;
  const std::vector<std::vector<Signal>> pools{
      {injury, weapon, officer_graded, officer_high, judged_medium_or_above, domestic, graded},
      {honour_possible, honour_or_forced_marriage, events_at_escalation, family_conflict, judged},
      {marac_referral_in_window, victims_at_serial, order_breached, officer_medium_or_above, party_under_16},
      {definition_undetermined, child_harmed_or_threatened, party_under_18, judged_high, school_notification_in_force},
  };
  RandomTables tables{1};
  int failing = 0;
  for (int i = 0; i < 20; ++i) {
    CAPTURE(i);
    failing += check_same(tables.next(pools[static_cast<std::size_t>(i) % pools.size()], 5)).holds() ? 0 : 1;
  }
  CHECK(failing > 0);
}

TEST_CASE("of clocks of different kinds verify and a loop leave the same undecided", "[triage][verify]") {
  using enum Signal;
  const auto of_hours = [](ClockKind kind, int amount) { return DutyClock{.clock = {.kind = kind, .amount = amount}}; };
  RandomTables tables{7};
  RandomFacts random{8};
  std::size_t undecided = 0;
  for (int i = 0; i < 24; ++i) {
    CAPTURE(i);
    auto book = tables.next({injury, weapon, officer_high, judged_medium_or_above, domestic}, 5);
    for (auto& rule : book.rules) {
      rule.duties[0].duties = random.one_of(Duties{Duty::contact_family}, Duties{Duty::idva_offer},
                                            Duties{Duty::mash_referral, Duty::contact_family},
                                            Duties{Duty::mash_consideration, Duty::idva_offer});
    }
    set(book, Parameter::contact_within, of_hours(ClockKind::working_days, 1));
    set(book, Parameter::idva_offer_within, of_hours(ClockKind::working_hours, 8));
    set(book, Parameter::mash_referral_within, of_hours(ClockKind::working_hours, i % 2 == 0 ? 8 : 16));
    set(book, Parameter::mash_consideration_within, of_hours(ClockKind::working_days, 1));
    undecided += check_same(book).of(Property::graver_never_delays).undecided.size();
  }
  CHECK(undecided > 3);
}

TEST_CASE("every incident is decided as a value of each cut is, so no case is left out", "[triage][verify]") {
  RandomTables tables{2};
  RandomFacts random{3};
  for (int i = 0; i < 20; ++i) {
    const auto policy = policy_of(i == 0 ? default_policy_book() : tables.next(all_but_results(), 8));
    const auto cuts = verify(policy, {.invariants = {}}).cuts;
    for (int k = 0; k < 50; ++k) {
      const auto facts = some_incident(random);
      const auto decision = triage(facts, policy);
      for (const auto& cut : cuts) {
        const bool is_in_a_value = std::any_of(cut.values.begin(), cut.values.end(), [&](const Facts& value) {
          auto other = facts;
          put(other, cut, value);
          return is_same(triage(other, policy), decision);
        });
        if (!is_in_a_value) FAIL("table " << i << ", incident " << k << ", " << cut.name);
      }
    }
  }
}

TEST_CASE("where two policies nowhere differ no incident tells them apart, and else the example does",
          "[triage][verify]") {
  constexpr auto every_part = EnumSet<DecisionPart>::of_bits((1U << count_of<DecisionPart>)-1);
  RandomTables tables{4};
  RandomFacts random{5};
  int alike = 0;
  for (int i = 0; i < 48; ++i) {
    CAPTURE(i);
    auto book = tables.next(all_but_results(), 8);
    const auto a = policy_of(book);
    if (i % 2 == 0) {
      set(book, Parameter::escalation_events, static_cast<int>(2 + random.below(3)));
    } else {
      book.rules[random.below(book.rules.size())].scope = Scope::every_incident;
    }
    const auto b = policy_of(book);

    // What to ask next turns on every fact that may be unknown, so it takes longest.
    auto parts = every_part;
    if (i % 12 > 1) parts.erase(DecisionPart::ask_next);
    const auto is_alike = [&](const Facts& facts) {
      const auto of_a = triage(facts, a);
      const auto of_b = triage(facts, b);
      return parts == every_part ? of_a == of_b : is_same(of_a, of_b);
    };
    const auto found = difference(a, b, parts);

    if (found) {
      CHECK(is_realisable(found->facts));
      CHECK_FALSE(is_alike(found->facts));
      continue;
    }
    ++alike;
    for (int k = 0; k < 100; ++k) {
      const auto facts = some_incident(random);
      if (!is_alike(facts)) FAIL("incident " << k);
    }
  }
  CHECK(alike > 10);
}
