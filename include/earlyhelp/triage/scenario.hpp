#pragma once

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/decision_part.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace earlyhelp {

/// What stands in one cell of a decision: one word, or as many as a list has, in the order of the document.
using CellWords = std::vector<std::string>;

/// What `decision` says in `part`: ids of duties, rules and unknowns; "none" for no grade; "y" and "n".
///
/// Requires: `policy` is the one that decided.
/// Source: default triage policy, sections 3 and 4.
CellWords words_in(DecisionPart part, const Decision& decision, const Policy& policy);

/// What one cell has to say. The order in which a list is written does not matter.
struct Expectation {
  DecisionPart part;
  CellWords words;

  friend bool operator==(const Expectation&, const Expectation&) = default;
};

/// A case that somebody wrote to hold a policy to it: facts, and what has to come out in the parts that matter.
struct Scenario {
  std::string id;      ///< as its writer names it; may be empty
  std::uint64_t line;  ///< of the file that it stands in, from 1
  Facts facts;
  std::vector<Expectation> expected = {};

  friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// A cell that says something else than it should.
struct Mismatch {
  DecisionPart part;
  CellWords expected;
  CellWords found;

  friend bool operator==(const Mismatch&, const Mismatch&) = default;
};

/// The cells in which `policy` decides otherwise than `scenario` expects, in the order of its expectations.
std::vector<Mismatch> mismatches(const Scenario& scenario, const Policy& policy);

}  // namespace earlyhelp
