#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/policy/duty.hpp>
#include <earlyhelp/policy/plane_program.hpp>
#include <earlyhelp/policy/route.hpp>
#include <earlyhelp/policy/rule.hpp>
#include <earlyhelp/policy/signal.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace earlyhelp {

/// How many incidents are decided together.
constexpr std::size_t block_rows = 4096;

/// The answers to one question about the incidents of a block: the one in row i is bit i % 64 of word i / 64.
struct alignas(64) PlaneBits {
  std::array<std::uint64_t, block_rows / 64> words = {};

  bool operator[](std::size_t row) const noexcept { return (words[row / 64] >> row % 64 & 1U) != 0; }

  friend bool operator==(const PlaneBits&, const PlaneBits&) = default;
};

/// The same in both readings of the incidents.
struct AnswerPlanes {
  PlaneBits known = {};
  PlaneBits if_unknowns_yes = {};

  friend bool operator==(const AnswerPlanes&, const AnswerPlanes&) = default;
};

/// The incidents of a block as rules see them: every number already compared with a policy.
///
/// Source: default triage policy, sections 3 and 4.
struct SignalBlock {
  std::array<AnswerPlanes, fact_signals> signals = {};

  const AnswerPlanes& operator[](Signal signal) const noexcept { return signals[static_cast<std::size_t>(signal)]; }
  AnswerPlanes& operator[](Signal signal) noexcept { return signals[static_cast<std::size_t>(signal)]; }
};

/// What is decided about the incidents of a block. Grade and route are levels: the grade is medium where it is at least
/// medium and not at least high, and none where it is not even standard.
///
/// Source: default triage policy, sections 3 and 4.
struct OutcomeBlock {
  /// The levels of the grade, the levels of the route, the duties, the reasons; those of rules that the policy does not
  /// have stay as they are.
  std::array<AnswerPlanes, asked_count + max_rules> planes = {};
  PlaneBits provisional = {};

  const AnswerPlanes& grade_at_least(RiskGrade grade) const noexcept { return planes[static_cast<std::size_t>(grade)]; }
  /// Requires: not record_only, which every route is at least.
  const AnswerPlanes& route_at_least(Route route) const noexcept {
    return planes[grade_levels - 1 + static_cast<std::size_t>(route)];
  }
  const AnswerPlanes& duty(Duty duty) const noexcept {
    return planes[grade_levels + route_levels + static_cast<std::size_t>(duty)];
  }
  const AnswerPlanes& reason(RuleIndex rule) const noexcept {
    return planes[asked_count + static_cast<std::size_t>(rule)];
  }
};

}  // namespace earlyhelp
