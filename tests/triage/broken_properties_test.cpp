#include <earlyhelp/triage/triage.hpp>
#include <earlyhelp/triage/verify.hpp>

#include "support/policy.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;
using enum Signal;
using enum Property;

namespace {

/// The shipped policy, with the one thing mended that verification has to find in it.
PolicyBook sound_book() {
  auto book = default_policy_book();
  set(book, Parameter::mash_referral_within, DutyClock{.clock = {.kind = ClockKind::clock_hours, .amount = 4}});
  return book;
}

/// One more row. What sends somebody to the panel asks for whatever the panel does.
PolicyBook with_row(RuleId id, Condition when, Route route) {
  auto book = sound_book();
  auto row = rule_of(book, route == Route::high_risk_panel ? "escalation" : "rising-abuse");
  row.id = id;
  row.when = when;
  row.route_at_least = route;
  const auto weapon =
      std::find_if(book.rules.begin(), book.rules.end(), [](const Rule& each) { return each.id.view() == "weapon"; });
  book.rules.insert(weapon, row);
  return book;
}

template <class Change>
PolicyBook with(std::string_view id, Change change) {
  auto book = sound_book();
  change(rule_of(book, id));
  return book;
}

PolicyBook with_clock(Parameter parameter, Clock clock) {
  auto book = sound_book();
  set(book, parameter, DutyClock{.clock = clock});
  return book;
}

/// A policy that is broken in one way, and the properties that this breaks.
struct Broken {
  std::string what;
  PolicyBook book;
  EnumSet<Property> fails;
};

std::vector<Broken> broken_policies() {
  return {
      {"a gap: a family conflict goes to nobody",
       with("domestic-incident", [](Rule& rule) { rule.when = !family_conflict; }),
       {no_gap, invariants_hold}},
      {"a gap: most incidents that are not domestic have no reason",
       with("not-domestic", [](Rule& rule) { rule.when = !domestic && injury; }),
       {no_gap}},
      {"a lowering rule: it fires only where there is no prosecution",
       with("weapon", [](Rule& rule) { rule.when = weapon && !prosecution_likely; }),
       {graver_never_lowers, unknowns_are_bounded}},  // an unknown prosecution, read as a yes, lowers too
      {"a lowering rule: it fires only on the first event",
       with_row("first-event", judged && !repeated_event, Route::high_risk_panel),
       {graver_never_lowers, graver_never_delays}},  // the second event ends what the panel is asked
      {"a shadowed rule: whatever it asks for is asked for already",
       with_row("shadowed", weapon && injury, Route::multi_agency_review),
       {rules_matter}},
      {"an unreachable rule: a high grade that is not medium",
       with_row("unreachable", officer_high && !officer_medium_or_above, Route::high_risk_panel),
       {rules_can_fire}},
      {"an unreachable rule: an infant without a child",
       with_row("orphan", young_child && !child_linked, Route::high_risk_panel),
       {rules_can_fire}},
      {"a later deadline at a graver grade: an advocate two working days after, where the family hears in two days",
       with_clock(Parameter::idva_offer_within, {.kind = ClockKind::working_days, .amount = 2}),
       {graver_never_delays}},
      {"a safeguarding duty that ends where somebody is stalked",
       with("child-harmed", [](Rule& rule) { rule.duties[0].only_when = !stalking; }),
       {graver_never_delays, invariants_hold}},
      {"two contradicting rows: one condition, two routes",
       with_row("contradicting", weapon, Route::high_risk_panel),
       {no_contradiction, rules_matter}},  // and the milder of the two does not matter any more
      {"an officer's grade that an injury lowers",
       with("officer-grade", [](Rule& rule) { rule.when = officer_graded && !injury; }),
       {graver_never_lowers, graver_never_delays, people_never_lowered, unknowns_are_bounded, invariants_hold}},
      {"a rule that only an unknown fires",
       [] {
         auto book = with_row("unfinished", checklist_may_reach_threshold, Route::high_risk_panel);
         std::erase_if(book.rules, [](const Rule& rule) { return rule.id.view() == "incomplete-checklist"; });
         rule_of(book, "visible-high-risk").grade_at_least = GradeAsked::standard;
         return book;
       }(),
       {graver_never_lowers, graver_never_delays, unknowns_are_bounded}},  // a finished checklist lowers
      {"a truth above every bound: no injury, which may turn out",
       with_row("unhurt", threat_to_kill && !injury, Route::high_risk_panel),
       {graver_never_lowers, graver_never_delays, unknowns_are_bounded}},
      {"somebody in the family is told where honour-based abuse is not ruled out",
       with("first-contact",
            [](Rule& rule) {
              rule.duties[0].only_when = honour_or_forced_marriage;
              rule.duties[1].only_when = !honour_or_forced_marriage;
            }),
       {invariants_hold}},
  };
}

EnumSet<Property> failing(const Verification& found) {
  EnumSet<Property> failing;
  for (const auto& report : found.properties) {
    if (!report.failures.empty()) failing.insert(report.property);
  }
  return failing;
}

}  // namespace

TEST_CASE("every broken policy breaks the right properties and no other", "[triage][verify]") {
  REQUIRE(verify(policy_of(sound_book())).holds());
  const auto all = broken_policies();
  CHECK(all.size() >= 12);
  EnumSet<Property> seen;
  for (const auto& [what, book, fails] : all) {
    CAPTURE(what);
    REQUIRE(check(book).empty());
    const auto found = verify(policy_of(book));
    std::string words;
    for (const auto property : failing(found)) words += std::string{to_string(property)} + " ";
    CAPTURE(words);
    CHECK(failing(found) == fails);
    seen |= fails;
  }
  CHECK(seen.size() == count_of<Property>);
}
