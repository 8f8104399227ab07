#include "triage/decided_policy.hpp"

#include "triage/asked_next.hpp"
#include "triage/signals.hpp"

namespace earlyhelp {
namespace {

/// Where the readings differ, or the definition or the grade is missing.
CellSet provisional(const DecidedPolicy& decided, const Policy& policy, Cells& cells) {
  const SignalReader reader{policy.thresholds()};
  auto provisional = cells.where({Fact::definition, Fact::officer_grade, Fact::judgement}, [&](const Facts& facts) {
    return !(reader.read(facts).unknowns & EnumSet{Unknown::definition, Unknown::officer_grade}).empty();
  });
  for (std::size_t i = 0; i < asked_count; ++i) provisional |= decided.known.asked[i] ^ decided.if_yes.asked[i];
  return provisional;
}

}  // namespace

DecidedPolicy::DecidedPolicy(const Policy& policy, Cells& cells)
    : known{cells.decide(policy.program(), cells.answers(policy.thresholds(), Reading::known))},
      if_yes{cells.decide(policy.program(), cells.answers(policy.thresholds(), Reading::if_unknowns_yes))} {}

EnumSet<Fact> facts_told_apart_for(EnumSet<DecisionPart> parts) noexcept {
  return parts.contains(DecisionPart::ask_next) ? facts_behind_unknowns() : EnumSet<Fact>{};
}

std::vector<CellSet> sets_of(EnumSet<DecisionPart> parts, const DecidedPolicy& decided, const Policy& policy,
                             Cells& cells) {
  std::vector<CellSet> sets;
  const auto add = [&](const DecidedCells& reading, std::size_t first, std::size_t count) {
    for (std::size_t i = first; i < first + count; ++i) sets.push_back(reading.asked[i]);
  };
  const auto has = [&](DecisionPart part) { return parts.contains(part); };
  constexpr auto duties = grade_levels + route_levels;
  const bool has_suitability = has(DecisionPart::suitability);
  if (has(DecisionPart::grade)) add(decided.known, 0, grade_levels);
  if (has(DecisionPart::route) || has_suitability) add(decided.known, grade_levels, route_levels);
  if (has(DecisionPart::duties)) add(decided.known, duties, count_of<Duty>);
  if (has(DecisionPart::grade_if_unknowns_yes)) add(decided.if_yes, 0, grade_levels);
  if (has(DecisionPart::route_if_unknowns_yes)) add(decided.if_yes, grade_levels, route_levels);
  if (has(DecisionPart::duties_if_unknowns_yes)) add(decided.if_yes, duties, count_of<Duty>);
  if (has(DecisionPart::provisional) || has_suitability) sets.push_back(provisional(decided, policy, cells));
  if (has(DecisionPart::ask_next)) {
    const auto asked = asked_next(decided, policy, cells);
    sets.insert(sets.end(), asked.begin(), asked.end());
  }
  if (has(DecisionPart::reasons)) sets.insert(sets.end(), decided.known.fired.begin(), decided.known.fired.end());
  return sets;
}

}  // namespace earlyhelp
