#pragma once

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/policy/signal.hpp>
#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace earlyhelp {

/// One word for each signal: bit i is the answer in case i. What the cases are is up to whoever fills the words:
/// readings of one incident here, many incidents elsewhere.
template <class Word>
using Planes = std::array<Word, count_of<Signal>>;

/// The readings of one incident that are decided together: as known, with every unknown a yes, and with each unknown
/// alone a yes.
using Readings = std::uint32_t;
constexpr Readings as_known = 1;
constexpr Readings all_yes = 2;
constexpr unsigned first_alone = 2;
static_assert(first_alone + count_of<Unknown> <= 32);

/// The readings in which `unknown` is a yes.
constexpr Readings yes_in(Unknown unknown) noexcept {
  return all_yes | (Readings{1} << (first_alone + static_cast<unsigned>(unknown)));
}

/// What is unknown in `facts`. Of an incident that is not domestic only a breached order, a harmed child and the
/// history count as unknown.
EnumSet<Unknown> unknowns_of(const Facts& facts) noexcept;

/// Answers every signal that does not depend on the rules, in every reading.
Planes<Readings> read_signals(const Facts& facts, const Thresholds& thresholds, EnumSet<Unknown> unknowns) noexcept;

}  // namespace earlyhelp
