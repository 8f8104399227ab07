#pragma once

#include "triage/cells.hpp"

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/decision_part.hpp>
#include <earlyhelp/triage/fact.hpp>

#include <cstddef>
#include <vector>

namespace earlyhelp {

/// What a policy decides in every cell, in both readings. Requires: the cells were cut for this policy too.
struct DecidedPolicy {
  DecidedCells known;
  DecidedCells if_yes;

  DecidedPolicy(const Policy& policy, Cells& cells);
};

/// The place of `duty` in what a program asks for.
constexpr std::size_t place_of(Duty duty) noexcept {
  return grade_levels + route_levels + static_cast<std::size_t>(duty);
}

/// The facts that cells have to tell apart for sets_of(parts) even where no rule looks at them.
EnumSet<Fact> facts_told_apart_for(EnumSet<DecisionPart> parts) noexcept;

/// Sets that together tell apart whatever these parts of a decision of `policy` can be; the reasons, one for each rule,
/// come last.
///
/// Requires: the cells tell facts_told_apart_for(parts) apart.
std::vector<CellSet> sets_of(EnumSet<DecisionPart> parts, const DecidedPolicy& decided, const Policy& policy,
                             Cells& cells);

}  // namespace earlyhelp
