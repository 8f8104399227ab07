#include "triage/killer.hpp"
#include "triage/policies_over_time.hpp"
#include "triage/signal_facts.hpp"

#include <earlyhelp/policy/policy_timeline.hpp>
#include <earlyhelp/triage/realisable.hpp>
#include <earlyhelp/triage/scenario_coverage.hpp>
#include <earlyhelp/triage/signals.hpp>
#include <earlyhelp/triage/triage.hpp>

#include <algorithm>
#include <utility>

namespace earlyhelp {
namespace {

bool is_met(const Scenario& scenario, const PolicyTimeline& policies) {
  return mismatches(scenario, *policies.on(scenario.facts.reported_on)).empty();
}

/// The cases that show something: an incident can be such a one, and the policy itself meets what they expect.
std::vector<Scenario> met_by(const PolicyTimeline& policies, std::span<const Scenario> scenarios) {
  std::vector<Scenario> met;
  std::copy_if(scenarios.begin(), scenarios.end(), std::back_inserter(met), [&](const Scenario& scenario) {
    return !scenario.expected.empty() && is_realisable(scenario.facts) && is_met(scenario, policies);
  });
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

}  // namespace

std::size_t ScenarioCoverage::count(MutantEnd end) const noexcept {
  return static_cast<std::size_t>(
      std::count_if(mutants.begin(), mutants.end(), [end](const MutantCoverage& each) { return each.end == end; }));
}

ScenarioCoverage coverage(const PolicyBook& book, std::span<const Scenario> scenarios, Date day,
                          const MutantProgress& progress) {
  const PolicyTimeline policies{book};
  const auto over_time = policies_over_time(book, day);
  const auto met = met_by(policies, scenarios);
  ScenarioCoverage found{.scenarios = scenarios.size(),
                         .failing = scenarios.size() - met.size(),
                         .rules = rules_reached(book, policies, met),
                         .signals = signals_reached(signals_read(over_time.front()), policies, met),
                         .mutants = {}};
  const auto mutants = mutants_of(book, day);
  for (const auto& mutant : mutants) {
    const PolicyTimeline mutated{mutant.book};
    const bool is_killed =
        std::any_of(met.begin(), met.end(), [&](const Scenario& scenario) { return !is_met(scenario, mutated); });
    MutantCoverage end{
        .mutation = mutant.mutation, .place = mutant.place, .what = mutant.what, .end = MutantEnd::killed};
    if (!is_killed) {
      end.killer = killer_of(over_time, policies_over_time(mutant.book, day));
      end.end = end.killer ? MutantEnd::survived : MutantEnd::equivalent;
    }
    found.mutants.push_back(std::move(end));
    if (progress) progress(found.mutants.size(), mutants.size());
  }
  return found;
}

}  // namespace earlyhelp
