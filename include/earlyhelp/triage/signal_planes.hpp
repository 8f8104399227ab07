#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/policy/parameter.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/fact_columns.hpp>
#include <earlyhelp/triage/planes.hpp>
#include <earlyhelp/triage/vector_level.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace earlyhelp {

/// The signals that `parameter` is compared for: those that have to be read again when it changes. None for a window,
/// which the facts were counted in, and for a clock.
///
/// Source: default triage policy, section 5.
EnumSet<Signal> signals_on(Parameter parameter) noexcept;

/// The facts of many incidents, compared with the numbers of a policy: what it takes to decide them under any rule
/// table, and to compare them again with other numbers without looking at the rest.
///
///   SignalPlanes planes{columns, policy.thresholds()};
///   std::vector<OutcomeBlock> outcomes(planes.blocks().size());
///   triage(planes.blocks(), policy, outcomes);
///   planes.read_again(columns, other.thresholds(), signals_on(Parameter::escalation_events));
///
/// Source: default triage policy, sections 3 to 5.
class SignalPlanes {
 public:
  /// Throws: std::invalid_argument naming column and row of the first issue that check(facts) finds.
  SignalPlanes(const FactColumns& facts, const Thresholds& thresholds, VectorLevel level = highest_vector_level());

  /// How many incidents there are.
  std::size_t size() const noexcept { return size_; }
  /// What the last one has more of rows than there are incidents means nothing.
  std::span<const SignalBlock> blocks() const noexcept { return blocks_; }
  /// The rows of block `i` that are incidents. Requires: `i` < blocks().size().
  PlaneBits rows(std::size_t i) const noexcept;

  /// Answers `signals` again, by other numbers. Requires: `facts` are those that the planes were made of.
  void read_again(const FactColumns& facts, const Thresholds& thresholds, EnumSet<Signal> signals,
                  VectorLevel level = highest_vector_level());

 private:
  std::size_t size_;
  std::vector<SignalBlock> blocks_;
};

/// Decides every block of `signals` under the rules of one policy, into the outcome at the same place.
///
/// Requires: as many outcomes as blocks.
void triage(std::span<const SignalBlock> signals, const Policy& policy, std::span<OutcomeBlock> outcomes,
            VectorLevel level = highest_vector_level());

}  // namespace earlyhelp
