#include "triage/cover.hpp"
#include "triage/killer.hpp"
#include "triage/side_by_side.hpp"
#include "triage/signal_facts.hpp"

#include <earlyhelp/triage/difference.hpp>
#include <earlyhelp/triage/scenario_coverage.hpp>

#include <cstddef>
#include <vector>

namespace earlyhelp {
namespace {

std::vector<Policy> policies_of(const std::vector<Mutant>& mutants, Date day) {
  std::vector<Policy> policies;
  policies.reserve(mutants.size());
  for (const auto& mutant : mutants) policies.push_back(policy_on(mutant.book, day).value());
  return policies;
}

/// Cells that are fine enough for the policy and all its mutants.
Gaze gaze_of(const Policy& policy, const std::vector<Policy>& mutants, EnumSet<DecisionPart> parts) {
  Gaze gaze{.policies = {&policy}, .signals = signals_read(policy), .facts = facts_told_apart_for(parts)};
  for (const auto& mutant : mutants) {
    gaze.policies.push_back(&mutant);
    gaze.signals |= signals_read(mutant);
  }
  return gaze;
}

}  // namespace

KillingCases killing_cases(const PolicyBook& book, Date day, const MutantProgress& progress) {
  const auto policy = policy_on(book, day).value();
  const auto mutants = policies_of(mutants_of(book, day), day);
  KillingCases found{.cases = {}, .parts = all_parts - EnumSet{DecisionPart::ask_next}, .apart = {}};
  Cells cells{gaze_of(policy, mutants, found.parts)};
  const DecidedPolicy as_it_is{policy, cells};
  std::vector<CellSet> kills;
  std::vector<std::size_t> killed;  // the mutant of each
  std::vector<Facts> only_by_asking;
  for (std::size_t i = 0; i < mutants.size(); ++i) {
    const auto cells_killed =
        differing(policy, as_it_is, mutants[i], DecidedPolicy{mutants[i], cells}, found.parts, cells);
    if (!cells_killed.empty()) {
      kills.push_back(cells_killed);
      killed.push_back(i);
    } else if (const auto difference = earlyhelp::difference(policy, mutants[i], {DecisionPart::ask_next})) {
      only_by_asking.push_back(difference->facts);
    }
    if (progress) progress(i + 1, mutants.size());
  }
  const auto [groups, apart] = cover(kills);
  for (const auto group : groups) found.cases.push_back(cells.smallest(group));
  for (const auto place : apart) found.apart.push_back(killed[place]);
  if (!only_by_asking.empty()) found.parts = all_parts;
  found.cases.insert(found.cases.end(), only_by_asking.begin(), only_by_asking.end());
  return found;
}

}  // namespace earlyhelp
