#pragma once

#include <earlyhelp/policy/rule_program.hpp>
#include <earlyhelp/triage/decision.hpp>

#include <cstddef>
#include <string>

namespace earlyhelp {

/// The levels of grade and route, the first of RuleProgram::asked: a decision falls that no longer reaches one.
constexpr std::size_t fall_levels = grade_levels + route_levels;

/// "the grade from high to none and the route from high risk panel to record only": where `to` is below `from`; empty
/// when it is nowhere.
std::string fall_in_words(const Outcome& from, const Outcome& to);

}  // namespace earlyhelp
