#pragma once

#include "triage/cells.hpp"
#include "triage/decided_policy.hpp"

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/fact.hpp>

#include <vector>

namespace earlyhelp {

/// The facts that what to ask next turns on, whatever the rules look at: where nothing matters but all unknowns
/// together, all are asked for.
EnumSet<Fact> facts_behind_unknowns() noexcept;

/// For each unknown the cells in which it is to be asked next. Requires: the cells tell facts_behind_unknowns() apart.
std::vector<CellSet> asked_next(const DecidedPolicy& decided, const Policy& policy, Cells& cells);

}  // namespace earlyhelp
