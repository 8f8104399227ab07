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

/// One step: `result` becomes the all-of, or the any-of, of up to four inputs, the last of them negated or not. What is
/// behind the inputs repeats the first.
struct PlaneStep {
  /// Which form a step has: the number of its inputs less one, and these.
  static constexpr std::uint8_t is_last_negated = 4;
  static constexpr std::uint8_t is_any_of = 8;

  std::array<PlaneSlot, 4> inputs;
  PlaneSlot result;
  std::uint8_t form;

  friend bool operator==(const PlaneStep&, const PlaneStep&) = default;
};

/// A rule program for many incidents at once. It says the same as the RuleProgram that it is made from, with fewer
/// planes: an opposite is kept only where it is read, and what is no longer read makes room.
///
/// Slots from 0 on: the signals of the facts, `never`, what is asked, what fired with room for the most rules that
/// there can be, and the planes in between.
///
/// Source: default triage policy, section 3.
struct PlaneProgram {
  static constexpr PlaneSlot never_slot = static_cast<PlaneSlot>(fact_signals);
  static constexpr PlaneSlot first_asked = never_slot + 1;
  static constexpr PlaneSlot first_fired = first_asked + asked_count;
  static constexpr PlaneSlot first_between = first_fired + max_rules;
  static constexpr std::size_t max_slots = first_between + plane_count;

  std::vector<PlaneStep> steps;
  std::size_t rules = 0;    ///< planes of what fired
  std::size_t between = 0;  ///< planes in between

  friend bool operator==(const PlaneProgram&, const PlaneProgram&) = default;
};

/// `program` with its steps on fewer planes.
PlaneProgram fold(const RuleProgram& program);

}  // namespace earlyhelp
