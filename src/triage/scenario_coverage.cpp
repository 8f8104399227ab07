#include "triage/signal_facts.hpp"

#include <earlyhelp/policy/policy_timeline.hpp>
#include <earlyhelp/triage/difference.hpp>
#include <earlyhelp/triage/scenario_coverage.hpp>
#include <earlyhelp/triage/signals.hpp>
#include <earlyhelp/triage/triage.hpp>

#include <algorithm>
#include <utility>

namespace earlyhelp {
namespace {

constexpr EnumSet every_part{DecisionPart::grade,
                             DecisionPart::route,
                             DecisionPart::duties,
                             DecisionPart::reasons,
                             DecisionPart::grade_if_unknowns_yes,
                             DecisionPart::route_if_unknowns_yes,
                             DecisionPart::duties_if_unknowns_yes,
                             DecisionPart::provisional,
                             DecisionPart::suitability};

Policy policy_of(const PolicyBook& book, Date day) { return policy_on(book, day).value(); }

bool is_met(const Scenario& scenario, const PolicyTimeline& policies) {
  return mismatches(scenario, *policies.on(scenario.facts.reported_on)).empty();
}

/// The cases that the policy itself meets.
std::vector<Scenario> met_by(const PolicyTimeline& policies, std::span<const Scenario> scenarios) {
  std::vector<Scenario> met;
  std::copy_if(scenarios.begin(), scenarios.end(), std::back_inserter(met),
               [&](const Scenario& scenario) { return is_met(scenario, policies); });
  return met;
}

std::vector<RuleCoverage> rules_reached(const PolicyBook& book, const PolicyTimeline& policies,
                                        std::span<const Scenario> scenarios) {
  Reasons fired;
  for (const auto& scenario : scenarios) {
    fired |= triage(scenario.facts, *policies.on(scenario.facts.reported_on)).known.reasons;
  }
  std::vector<RuleCoverage> rules;
  for (std::size_t i = 0; i < book.rules.size(); ++i) {
    rules.push_back({.id = book.rules[i].id, .fires = fired.contains(static_cast<RuleIndex>(i))});
  }
  return rules;
}

std::vector<SignalCoverage> signals_reached(EnumSet<Signal> read, const PolicyTimeline& policies,
                                            std::span<const Scenario> scenarios) {
  EnumSet<Signal> yes;
  EnumSet<Signal> no;
  for (const auto& scenario : scenarios) {
    const auto signals = signals_of(scenario.facts, *policies.on(scenario.facts.reported_on));
    yes |= signals & read;
    no |= read - signals;
  }
  std::vector<SignalCoverage> found;
  for (const auto signal : read) {
    found.push_back({.signal = signal, .is_yes = yes.contains(signal), .is_no = no.contains(signal)});
  }
  return found;
}

/// Whether two policies say the same of an incident, in every column.
bool is_told_apart(const Facts& facts, const Policy& a, const Policy& b) {
  const auto of_a = triage(facts, a);
  const auto of_b = triage(facts, b);
  return std::any_of(values_of<DecisionColumn>.begin(), values_of<DecisionColumn>.end(),
                     [&](DecisionColumn column) { return words_in(column, of_a, a) != words_in(column, of_b, b); });
}

/// By case, the mutants that it kills.
using Kills = std::vector<std::vector<bool>>;

Kills kills_of(const std::vector<Facts>& cases, const std::vector<Mutant>& mutants, const Policy& policy, Date day) {
  Kills kills(cases.size(), std::vector<bool>(mutants.size()));
  for (std::size_t m = 0; m < mutants.size(); ++m) {
    const auto mutant = policy_of(mutants[m].book, day);
    for (std::size_t i = 0; i < cases.size(); ++i) kills[i][m] = is_told_apart(cases[i], policy, mutant);
  }
  return kills;
}

std::size_t count_new(const std::vector<bool>& kills, const std::vector<bool>& dead) {
  std::size_t count = 0;
  for (std::size_t m = 0; m < kills.size(); ++m) count += kills[m] && !dead[m] ? 1U : 0U;
  return count;
}

std::vector<std::size_t> greedy_cover(const Kills& kills) {
  std::vector<std::size_t> chosen;
  std::vector<bool> dead(kills.empty() ? 0 : kills.front().size());
  for (;;) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < kills.size(); ++i) {
      const auto count = count_new(kills[i], dead);
      if (count > most) {
        most = count;
        best = i;
      }
    }
    if (most == 0) return chosen;
    chosen.push_back(best);
    for (std::size_t m = 0; m < dead.size(); ++m) dead[m] = dead[m] || kills[best][m];
  }
}

/// Without the cases whose every kill others have too.
std::vector<std::size_t> without_needless(std::vector<std::size_t> chosen, const Kills& kills) {
  for (auto at = chosen.size(); at-- > 0;) {
    std::vector<bool> dead(kills.front().size());
    for (std::size_t other = 0; other < chosen.size(); ++other) {
      if (other == at) continue;
      for (std::size_t m = 0; m < dead.size(); ++m) dead[m] = dead[m] || kills[chosen[other]][m];
    }
    if (count_new(kills[chosen[at]], dead) == 0) chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(at));
  }
  return chosen;
}

}  // namespace

std::size_t ScenarioCoverage::count(MutantEnd end) const noexcept {
  return static_cast<std::size_t>(
      std::count_if(mutants.begin(), mutants.end(), [end](const MutantCoverage& each) { return each.end == end; }));
}

ScenarioCoverage coverage(const PolicyBook& book, std::span<const Scenario> scenarios, Date day,
                          const MutantProgress& progress) {
  const PolicyTimeline policies{book};
  const auto policy = policy_of(book, day);
  const auto met = met_by(policies, scenarios);
  ScenarioCoverage found{.scenarios = scenarios.size(),
                         .failing = scenarios.size() - met.size(),
                         .rules = rules_reached(book, policies, met),
                         .signals = signals_reached(signals_read(policy), policies, met),
                         .mutants = {}};
  const auto mutants = mutants_of(book, day);
  for (const auto& mutant : mutants) {
    const PolicyTimeline mutated{mutant.book};
    const bool is_killed =
        std::any_of(met.begin(), met.end(), [&](const Scenario& scenario) { return !is_met(scenario, mutated); });
    MutantCoverage end{
        .mutation = mutant.mutation, .place = mutant.place, .what = mutant.what, .end = MutantEnd::killed};
    if (!is_killed) {
      const auto told_apart = difference(policy, policy_of(mutant.book, day), every_part);
      end.end = told_apart ? MutantEnd::survived : MutantEnd::equivalent;
      if (told_apart) end.killer = told_apart->facts;
    }
    found.mutants.push_back(std::move(end));
    if (progress) progress(found.mutants.size(), mutants.size());
  }
  return found;
}

std::vector<Facts> killing_cases(const PolicyBook& book, Date day, const MutantProgress& progress) {
  const auto policy = policy_of(book, day);
  const auto mutants = mutants_of(book, day);
  std::vector<Facts> candidates;
  std::size_t done = 0;
  for (const auto& mutant : mutants) {
    const auto told_apart = difference(policy, policy_of(mutant.book, day), every_part);
    if (told_apart && std::find(candidates.begin(), candidates.end(), told_apart->facts) == candidates.end()) {
      candidates.push_back(told_apart->facts);
    }
    if (progress) progress(++done, mutants.size());
  }
  const auto kills = kills_of(candidates, mutants, policy, day);
  std::vector<Facts> cases;
  for (const auto i : without_needless(greedy_cover(kills), kills)) cases.push_back(candidates[i]);
  return cases;
}

}  // namespace earlyhelp
