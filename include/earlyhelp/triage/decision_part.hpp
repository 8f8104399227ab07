#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// One part of a decision, by the name of its column where decisions are printed.
///
/// Source: default triage policy, sections 3 and 4.
enum class DecisionPart : std::uint8_t {
  grade,
  route,
  duties,
  reasons,
  grade_if_unknowns_yes,
  route_if_unknowns_yes,
  duties_if_unknowns_yes,
  provisional,
  ask_next,
  suitability,
};

template <>
struct Names<DecisionPart> {
  static constexpr std::array<std::string_view, 10> ids = {"grade",
                                                           "route",
                                                           "duties",
                                                           "reasons",
                                                           "grade_if_unknowns_yes",
                                                           "route_if_unknowns_yes",
                                                           "duties_if_unknowns_yes",
                                                           "provisional",
                                                           "ask_next",
                                                           "suitability"};
};

/// Every part.
constexpr auto all_parts = EnumSet<DecisionPart>::of_bits((std::uint64_t{1} << count_of<DecisionPart>)-1);

}  // namespace earlyhelp
