#pragma once

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/policy/signal.hpp>
#include <earlyhelp/policy/unknown.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace earlyhelp {

/// The signals of one incident that hold before any rule has run.
///
/// What holds when one unknown alone is a yes is as in `if_unknowns_yes` among the signals that turn on it, and as in
/// `known` elsewhere.
struct Signals {
  EnumSet<Signal> known;            ///< every unknown read as no
  EnumSet<Signal> if_unknowns_yes;  ///< every unknown read as yes
  EnumSet<Unknown> unknowns;        ///< those that count
};

/// Where the signals of many incidents go: bits of signals and unknowns, a row for each incident.
struct SignalRows {
  std::span<std::uint64_t> known;
  std::span<std::uint64_t> turned;  ///< the signals that are not in `if_unknowns_yes` as in `known`
  std::span<std::uint64_t> unknowns;
};

/// Answers the signals of one incident after the other against the same thresholds.
class SignalReader {
 public:
  explicit SignalReader(const Thresholds& thresholds) noexcept;

  Signals read(const Facts& facts) const noexcept;
  /// Requires: at least as many rows as facts.
  void read(std::span<const Facts> facts, SignalRows rows) const noexcept;

 private:
  using ByInstrument = std::array<std::int64_t, 1 + count_of<Instrument>>;  // none first

  Thresholds thresholds_;
  ByInstrument at_least_;               // the yes answers that reach the threshold
  ByInstrument at_least_if_filled_in_;  // the same when every unanswered item is a yes
};

}  // namespace earlyhelp
