#include "triage/due_clocks.hpp"
#include "triage/verified_policy.hpp"

#include <algorithm>
#include <string>

// What the rows of a table do: together, against each other, and each alone.

namespace earlyhelp {
namespace {

std::string id_of(const Rule& rule) { return std::string{rule.id.view()}; }

CellSet any_of(const std::vector<CellSet>& sets, CellSets& all) {
  auto any = all.none();
  for (const auto& set : sets) any |= set;
  return any;
}

/// Whether two rules ask for a grade, or for a route, and not for the same.
bool ask_differently(const Rule& a, const Rule& b) {
  const bool both_grade = a.grade_at_least && b.grade_at_least;
  const bool both_route = a.route_at_least != Route::record_only && b.route_at_least != Route::record_only;
  return (both_grade && a.grade_at_least != b.grade_at_least) || (both_route && a.route_at_least != b.route_at_least);
}

/// The cases in which `rule` asks for `duty`, be it dropped later or not.
CellSet asks_for(Duty duty, RuleIndex rule, VerifiedPolicy& verified) {
  auto cases = verified.cells.sets().none();
  for (const auto& clause : verified.policy.rule(rule).duties) {
    if (clause.duties.contains(duty)) cases |= verified.where(clause.only_when);
  }
  return cases & verified.decided.known.fired[static_cast<std::size_t>(rule)];
}

/// The cases in which anybody has something else to do, or at another time.
CellSet changes(const DecidedCells& before, const DueClocks& clocks_before, const DecidedCells& after,
                const DueClocks& clocks_after, CellSets& sets) {
  auto changes = clocks_before.differing(clocks_after, sets);
  for (std::size_t i = 0; i < asked_count; ++i) changes |= before.asked[i] ^ after.asked[i];
  return changes;
}

}  // namespace

PropertyReport find_gaps(VerifiedPolicy& verified) {
  auto report = every_case(Property::no_gap, verified);
  const auto without_reason = verified.realisable - any_of(verified.decided.known.fired, verified.cells.sets());
  if (!without_reason.empty()) {
    report.failures.push_back(verified.failure("reasons", "No rule fires, so nothing says why.", without_reason));
  }
  const auto domestic = verified.decided.known.signals[static_cast<std::size_t>(Signal::domestic)];
  const auto sent_somewhere = verified.decided.known.asked[grade_levels];
  const auto to_nobody = (verified.realisable & domestic) - sent_somewhere;
  if (!to_nobody.empty()) {
    report.failures.push_back(
        verified.failure("route", "A domestic incident is sent to nobody: no rule asks for a route.", to_nobody));
  }
  return report;
}

PropertyReport find_contradictions(VerifiedPolicy& verified) {
  auto report = every_case(Property::no_contradiction, verified);
  const auto& rules = verified.policy.rules();
  const auto fires = [&](std::size_t rule) { return verified.decided.known.fired[rule] & verified.realisable; };
  for (std::size_t a = 0; a < rules.size(); ++a) {
    const auto tells_family = asks_for(Duty::contact_family, static_cast<RuleIndex>(a), verified);
    for (std::size_t b = 0; b < rules.size(); ++b) {
      const auto subject = a == b ? id_of(rules[a]) : id_of(rules[a]) + " and " + id_of(rules[b]);
      if (a < b && fires(a) == fires(b) && !fires(a).empty() && ask_differently(rules[a], rules[b])) {
        report.failures.push_back(verified.failure(
            subject, "Both fire in the very same cases and ask for different things; the graver always wins.",
            fires(a)));
      }
      const auto both = tells_family & asks_for(Duty::contact_victim_safely, static_cast<RuleIndex>(b), verified) &
                        verified.realisable;
      if (both.empty()) continue;
      report.failures.push_back(verified.failure(
          subject, "One asks to contact the family, and the other to tell nobody in the family.", both));
    }
  }
  return report;
}

RuleReport look_at(RuleIndex rule, VerifiedPolicy& verified) {
  const auto& decided = verified.decided.known;
  const auto index = static_cast<std::size_t>(rule);
  auto others = verified.policy.rules();
  others.erase(others.begin() + static_cast<std::ptrdiff_t>(index));
  const auto without = verified.cells.decide(compile(verified.policy.terms(), others),
                                             verified.cells.answers(verified.policy.thresholds(), Reading::known));

  auto& sets = verified.cells.sets();
  const auto fires = decided.fired[index] & verified.realisable;
  const auto alone = fires - any_of(without.fired, sets);
  const auto changed =
      verified.realisable & changes(decided, DueClocks{verified.policy, verified.policy.rules(), decided}, without,
                                    DueClocks{verified.policy, others, without}, sets);
  RuleReport report{.rule = rule,
                    .id = verified.policy.rule(rule).id,
                    .fires_in = fires.count(),
                    .only_reason_in = alone.count(),
                    .matters_in = changed.count()};
  if (!fires.empty()) report.example = verified.cells.smallest(changed.empty() ? fires : changed);
  return report;
}

PropertyReport find_dead_rules(const VerifiedPolicy& verified, const std::vector<RuleReport>& rules) {
  auto report = every_case(Property::rules_can_fire, verified);
  for (const auto& rule : rules) {
    if (rule.fires_in > 0) continue;
    report.failures.push_back(
        {.subject = std::string{rule.id.view()}, .sentence = "It fires in no case.", .cases = report.cases});
  }
  return report;
}

PropertyReport find_idle_rules(const VerifiedPolicy& verified, const std::vector<RuleReport>& rules) {
  auto report = every_case(Property::rules_matter, verified);
  for (const auto& rule : rules) {
    if (rule.fires_in == 0 || rule.matters_in > 0 || rule.only_reason_in > 0) continue;
    report.failures.push_back({.subject = std::string{rule.id.view()},
                               .sentence = "It fires, and without it every decision would be the same: redundant.",
                               .cases = rule.fires_in,
                               .facts = rule.example});
  }
  return report;
}

}  // namespace earlyhelp
