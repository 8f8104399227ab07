#include "triage/asked_next.hpp"

#include "triage/decide.hpp"
#include "triage/signal_facts.hpp"
#include "triage/signals.hpp"

namespace earlyhelp {
namespace {

/// Where the two ask for anything different.
CellSet differing(const DecidedCells& a, const DecidedCells& b, CellSets& sets) {
  auto differing = sets.none();
  for (std::size_t i = 0; i < asked_count; ++i) differing |= a.asked[i] ^ b.asked[i];
  return differing;
}

}  // namespace

EnumSet<Fact> facts_behind_unknowns() noexcept {
  EnumSet<Fact> facts;
  for (const auto unknown : values_of<Unknown>) facts |= facts_behind(unknown);
  return facts;
}

std::vector<CellSet> asked_next(const DecidedPolicy& decided, const Policy& policy, Cells& cells) {
  const auto read = signals_read(policy);
  const auto known = cells.answers(policy.thresholds(), Reading::known);
  const auto if_yes = cells.answers(policy.thresholds(), Reading::if_unknowns_yes);
  std::vector<CellSet> asked;
  auto any = cells.sets().none();
  for (const auto unknown : values_of<Unknown>) {
    auto alone = known;
    for (const auto signal : signals_of(unknown)) {
      alone[static_cast<std::size_t>(signal)] = if_yes[static_cast<std::size_t>(signal)];
    }
    const bool is_read = !(signals_of(unknown) & read).empty();
    asked.push_back(is_read ? differing(decided.known, cells.decide(policy.program(), alone), cells.sets())
                            : cells.sets().none());
    any |= asked.back();
  }
  const auto only_together = differing(decided.known, decided.if_yes, cells.sets()) - any;
  const SignalReader reader{policy.thresholds()};
  for (const auto unknown : values_of<Unknown>) {
    const auto is_unknown = cells.where(
        facts_behind(unknown), [&](const Facts& facts) { return reader.read(facts).unknowns.contains(unknown); });
    asked[static_cast<std::size_t>(unknown)] |=
        always_asked.contains(unknown) ? is_unknown : is_unknown & only_together;
  }
  return asked;
}

}  // namespace earlyhelp
