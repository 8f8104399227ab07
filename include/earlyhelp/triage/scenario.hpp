#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// One column of a decision, as decisions are printed.
///
/// Source: default triage policy, sections 3 and 4.
enum class DecisionColumn : std::uint8_t {
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
struct Names<DecisionColumn> {
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

/// What stands in one cell of a decision: one word, or as many as a list has, in the order of the document.
using CellWords = std::vector<std::string>;

/// What `decision` says in `column`: ids of duties, rules and unknowns; "none" for no grade; "y" and "n".
///
/// Requires: `policy` is the one that decided.
CellWords words_in(DecisionColumn column, const Decision& decision, const Policy& policy);

/// What one cell has to say. The order in which a list is written does not matter.
struct Expectation {
  DecisionColumn column;
  CellWords words;

  friend bool operator==(const Expectation&, const Expectation&) = default;
};

/// A case that somebody wrote to hold a policy to it: facts, and what has to come out in the columns that matter.
struct Scenario {
  std::string id;      ///< as its writer names it; may be empty
  std::uint64_t line;  ///< of the file that it stands in, from 1
  Facts facts;
  std::vector<Expectation> expected = {};

  friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// A cell that says something else than it should.
struct Mismatch {
  DecisionColumn column;
  CellWords expected;
  CellWords found;

  friend bool operator==(const Mismatch&, const Mismatch&) = default;
};

/// The cells in which `policy` decides otherwise than `scenario` expects, in the order of its expectations.
std::vector<Mismatch> mismatches(const Scenario& scenario, const Policy& policy);

}  // namespace earlyhelp
