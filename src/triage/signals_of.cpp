#include <earlyhelp/triage/signals.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "triage/signals.hpp"

#include <range/v3/algorithm/any_of.hpp>

#include <cstddef>

namespace earlyhelp {
namespace {

bool holds(const Condition& condition, EnumSet<Signal> yes) {
  bool all = true;
  condition.for_each_clause([&](std::span<const Literal> clause) {
    all = all && ranges::any_of(
                     clause, [yes](const auto& literal) { return yes.contains(literal.signal) != literal.is_negated; });
  });
  return all;
}

/// Adds the first `number` signals from `first` on: grades and routes reached, lowest first.
void add_levels(EnumSet<Signal>& yes, Signal first, std::size_t number) {
  for (std::size_t i = 0; i < number; ++i) yes.insert(static_cast<Signal>(static_cast<std::size_t>(first) + i));
}

}  // namespace

EnumSet<Signal> signals_of(const Facts& facts, const Policy& policy) noexcept {
  auto yes = SignalReader{policy.thresholds()}.read(facts).known;
  for (const auto signal : values_of<Signal>) {
    if (is_term(signal) && holds(policy.term(signal), yes)) yes.insert(signal);
  }
  const auto outcome = triage(facts, policy).known;
  if (outcome.grade) add_levels(yes, Signal::grade_standard_or_above, static_cast<std::size_t>(*outcome.grade) + 1);
  add_levels(yes, Signal::route_early_intervention_or_above, static_cast<std::size_t>(outcome.route));
  return yes;
}

}  // namespace earlyhelp
