#pragma once

#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/people/definition.hpp>
#include <earlyhelp/policy/duty.hpp>
#include <earlyhelp/policy/route.hpp>
#include <earlyhelp/policy/rule.hpp>
#include <earlyhelp/policy/signal.hpp>
#include <earlyhelp/policy/unknown.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace earlyhelp {

/// The place of a plane: the answers to one question, or to its opposite, in every case that is decided together.
using Plane = std::uint16_t;

/// The most questions that a program asks, each with its opposite: the signals, what rules ask, and steps in between.
constexpr std::size_t max_questions = 384;
constexpr std::size_t plane_count = 2 * max_questions;

/// Where the opposite of `plane` is answered.
constexpr Plane opposite_of(Plane plane) noexcept {
  return static_cast<Plane>(plane < max_questions ? plane + max_questions : plane - max_questions);
}
/// Where `signal` is answered before the rules run.
constexpr Plane plane_of(Signal signal) noexcept { return static_cast<Plane>(signal); }
/// The last of the planes for signals, which holds in no case.
constexpr Plane never = 63;
constexpr Plane always = opposite_of(never);
static_assert(count_of<Signal> <= never);

/// One step: `result` holds in the cases in which all of four planes hold, its opposite in the others. An any-of is the
/// opposite of a step on opposites; what needs fewer planes names one twice, what needs more takes several steps.
struct RuleStep {
  std::array<Plane, 4> all_of;
  Plane result;  ///< below max_questions

  friend bool operator==(const RuleStep&, const RuleStep&) = default;
};

/// What is read off when all steps are done: grade at least standard, medium, high; the same for routes; the duties.
constexpr std::size_t grade_levels = count_of<RiskGrade>;
constexpr std::size_t route_levels = count_of<Route> - 1;
constexpr std::size_t asked_count = grade_levels + route_levels + count_of<Duty>;

/// What to run again when, after a whole run, the signals of one unknown have changed, and those of the unknown in the
/// rerun before have changed back.
struct RuleRerun {
  Unknown unknown;
  std::vector<RuleStep> steps;
  std::vector<std::uint8_t> asked;  ///< what can change among RuleProgram::asked

  friend bool operator==(const RuleRerun&, const RuleRerun&) = default;
};

/// The rule table as steps that need no decision while they run: the same steps in the same order for every incident,
/// in as many cases at once as a word has bits. It says what the table says, and is made from nothing else.
///
/// Source: default triage policy, section 3.
struct RuleProgram {
  std::vector<RuleStep> steps;
  std::vector<Plane> fired;  ///< one for each rule
  std::array<Plane, asked_count> asked;
  std::array<Plane, count_of<Signal>> signals;  ///< where each is answered; in the program for every incident only
  std::vector<RuleRerun> reruns;                ///< one for each unknown on which signals turn

  friend bool operator==(const RuleProgram&, const RuleProgram&) = default;
};

/// The program of a table, for every incident.
///
/// Requires: a table to which check() has no objection: who reads the grade or route stands behind all who raise it.
RuleProgram compile(const Terms& terms, std::span<const Rule> rules);

/// The signals that the definition alone answers, and those of them that hold for `definition`.
constexpr EnumSet<Signal> defined_signals{Signal::domestic, Signal::family_conflict, Signal::party_under_16,
                                          Signal::definition_undetermined};
constexpr EnumSet<Signal> signals_of(Definition definition) noexcept {
  EnumSet<Signal> signals;
  if (definition != Definition::not_domestic) signals.insert(Signal::domestic);
  if (definition == Definition::family_conflict) signals.insert(Signal::family_conflict);
  if (definition == Definition::party_under_16) signals.insert(Signal::party_under_16);
  if (definition == Definition::undetermined) signals.insert(Signal::definition_undetermined);
  return signals;
}

/// The same for incidents with this definition, which leaves out what it settles. It has no reruns.
RuleProgram compile_for(Definition definition, const Terms& terms, std::span<const Rule> rules);

}  // namespace earlyhelp
