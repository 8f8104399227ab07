#include "triage/side_by_side.hpp"

#include "triage/signal_facts.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

Gaze gaze_of(const Policy& a, const Policy& b, EnumSet<DecisionPart> parts) {
  return {.policies = {&a, &b}, .signals = signals_read(a) | signals_read(b), .facts = facts_told_apart_for(parts)};
}

/// Where the rule of this id fires.
CellSet fired(const RuleId& id, const Policy& policy, const DecidedPolicy& decided, CellSets& sets) {
  const auto& rules = policy.rules();
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) { return rule.id == id; });
  if (found == rules.end()) return sets.none();
  return decided.known.fired[static_cast<std::size_t>(found - rules.begin())];
}

}  // namespace

CellSet differing(const Policy& a, const DecidedPolicy& of_a, const Policy& b, const DecidedPolicy& of_b,
                  EnumSet<DecisionPart> parts, Cells& cells) {
  auto& sets = cells.sets();
  auto differing = sets.none();
  if (parts.contains(DecisionPart::reasons)) {
    for (const auto* policy : {&a, &b}) {
      for (const auto& rule : policy->rules()) {
        differing |= fired(rule.id, a, of_a, sets) ^ fired(rule.id, b, of_b, sets);
      }
    }
    parts.erase(DecisionPart::reasons);
  }
  const auto sets_before = sets_of(parts, of_a, a, cells);
  const auto sets_after = sets_of(parts, of_b, b, cells);
  for (std::size_t i = 0; i < sets_before.size(); ++i) differing |= sets_before[i] ^ sets_after[i];
  return differing & cells.realisable();
}

SideBySide::SideBySide(const Policy& one, const Policy& other, EnumSet<DecisionPart> parts)
    : a{one}, b{other}, cells{gaze_of(a, b, parts)}, before{a, cells}, after{b, cells} {}

}  // namespace earlyhelp
