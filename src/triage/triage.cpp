#include <earlyhelp/triage/signals.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "triage/decide.hpp"
#include "triage/evaluate.hpp"
#include "triage/signals.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace earlyhelp {
namespace {

/// The readings of one incident that are decided together: as known, with every unknown a yes, and with each unknown
/// alone a yes.
using Readings = std::uint32_t;
constexpr Readings as_known_or_all_yes = 3;
constexpr unsigned first_alone = 2;
static_assert(first_alone + count_of<Unknown> <= 32);

constexpr auto bit = [] {
  std::array<Readings, 32> one = {};
  for (unsigned i = 0; i < one.size(); ++i) one[i] = Readings{1} << i;
  return one;
}();

/// For each signal the readings in which the unknown that it turns on is a yes.
constexpr auto yes_in = [] {
  std::array<Readings, 64> readings = {};
  for (const auto unknown : values_of<Unknown>) {
    for (const auto signal : signals_of(unknown)) {
      readings[plane_of(signal)] = 2U | bit[first_alone + static_cast<unsigned>(unknown)];
    }
  }
  return readings;
}();

/// Answers `Count` signals from `First` on.
template <std::size_t First, std::size_t Count>
void answer(Evaluation<Readings>& evaluation, const Signals& signals) noexcept {
  const auto known = static_cast<std::uint32_t>(signals.known.bits() >> First);
  const auto turned = static_cast<std::uint32_t>((signals.known.bits() ^ signals.if_unknowns_yes.bits()) >> First);
  for (std::size_t i = 0; i < Count; ++i) {
    const auto holds = Readings{0} - Readings{(known & bit[i]) == bit[i]};
    const auto turns = Readings{0} - Readings{(turned & bit[i]) == bit[i]};
    evaluation.answer(static_cast<Plane>(First + i), holds ^ (turns & yes_in[First + i]));
  }
}

/// The even bits, drawn together.
constexpr std::uint64_t even_bits(std::uint64_t bits) noexcept {
  bits &= 0x5555555555555555;
  bits = (bits | bits >> 1) & 0x3333333333333333;
  bits = (bits | bits >> 2) & 0x0f0f0f0f0f0f0f0f;
  bits = (bits | bits >> 4) & 0x00ff00ff00ff00ff;
  bits = (bits | bits >> 8) & 0x0000ffff0000ffff;
  return (bits | bits >> 16) & 0x00000000ffffffff;
}

/// What up to 32 planes say as known (first) and with all unknowns yes, the first plane in the lowest bit.
std::pair<std::uint64_t, std::uint64_t> first_two(const Evaluation<Readings>& evaluation,
                                                  std::span<const Plane> planes) noexcept {
  std::uint64_t pairs = 0;
  for (auto i = planes.size(); i-- > 0;) pairs = pairs << 2 | (evaluation[planes[i]] & as_known_or_all_yes);
  return {even_bits(pairs), even_bits(pairs >> 1)};
}

/// The steps of `program`, run on the signals of an incident.
Evaluation<Readings> evaluate(const Signals& signals, const RuleProgram& program) noexcept {
  Evaluation<Readings> evaluation;
  answer<0, 32>(evaluation, signals);
  answer<32, 32>(evaluation, signals);
  evaluation.run(program.steps);
  return evaluation;
}

}  // namespace

Decision triage(const Facts& facts, const Policy& policy) noexcept {
  const auto signals = SignalReader{policy.thresholds()}.read(facts);
  const auto& program = policy.program_for(facts.definition);
  const auto evaluation = evaluate(signals, program);

  const std::span<const Plane> fired{program.fired};
  const auto low = fired.first(std::min<std::size_t>(fired.size(), 32));
  const auto reasons = first_two(evaluation, low);
  const auto more_reasons = first_two(evaluation, fired.subspan(low.size()));
  const auto asked = first_two(evaluation, program.asked);
  Readings changed = 0;
  for (const auto plane : program.asked) changed |= evaluation[plane] ^ (0U - (evaluation[plane] & 1U));
  return decide(policy.stamp(),
                {static_cast<Asked>(asked.first), Reasons::of_bits(reasons.first | more_reasons.first << 32)},
                {static_cast<Asked>(asked.second), Reasons::of_bits(reasons.second | more_reasons.second << 32)},
                signals.unknowns, EnumSet<Unknown>::of_bits(changed >> first_alone));
}

EnumSet<Signal> signals_of(const Facts& facts, const Policy& policy) noexcept {
  const auto& program = policy.program();
  const auto evaluation = evaluate(SignalReader{policy.thresholds()}.read(facts), program);
  EnumSet<Signal> signals;
  for (const auto signal : values_of<Signal>) {
    if ((evaluation[program.signals[static_cast<std::size_t>(signal)]] & 1U) != 0) signals.insert(signal);
  }
  return signals;
}

}  // namespace earlyhelp
