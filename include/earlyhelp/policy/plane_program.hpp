#pragma once

#include <earlyhelp/policy/rule_program.hpp>
#include <earlyhelp/policy/signal.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace earlyhelp {

/// The signals that the facts of an incident and the numbers of a policy answer; those behind them follow from these.
constexpr std::size_t fact_signals = static_cast<std::size_t>(Signal::graded);

/// The place of a plane while a PlaneProgram runs.
using PlaneSlot = std::uint16_t;

/// One step: `result` becomes the all-of, or the any-of, of the first `input_count` inputs, the last of them negated
/// or not. What is behind these inputs repeats the first.
struct PlaneStep {
  std::array<PlaneSlot, 4> inputs;
  PlaneSlot result;
  std::uint8_t input_count;
  bool is_any_of;
  bool is_last_negated;

  friend bool operator==(const PlaneStep&, const PlaneStep&) = default;
};

/// A rule program for many incidents at once. It says the same as the RuleProgram that it is made from, with fewer
/// planes: an opposite is kept only where it is read, and what is no longer read makes room.
///
/// Slots from 0 on: the signals of the facts, `never`, what is asked, what fired, and the planes in between.
///
/// Source: default triage policy, section 3.
struct PlaneProgram {
  static constexpr PlaneSlot never_slot = static_cast<PlaneSlot>(fact_signals);
  static constexpr PlaneSlot first_asked = never_slot + 1;
  static constexpr PlaneSlot first_fired = first_asked + asked_count;
  static constexpr std::size_t max_slots = first_fired + max_rules + plane_count;

  std::vector<PlaneStep> steps;
  std::size_t rules = 0;  ///< planes of what fired
  std::size_t slots = 0;  ///< planes in all

  friend bool operator==(const PlaneProgram&, const PlaneProgram&) = default;
};

/// `program` with its steps on fewer planes.
PlaneProgram fold(const RuleProgram& program);

}  // namespace earlyhelp
