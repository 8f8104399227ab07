#pragma once

#include "casework/allocation_problem.hpp"

#include <cstddef>
#include <vector>

namespace earlyhelp {

/// Who could be placed together if nothing but free slots, able practitioners and, where one person waits on either
/// side of a case, their separation mattered: as many as possible, and of those the ones whose turns are earliest.
///
/// Sets of people who can be linked to slots at once form a matroid (a gammoid), so whatever weights fall from turn to
/// turn, the heaviest set is the one that goes by turns: falling by one each is enough.
///
/// Requires: `weight` is the common weight of `problem`.
std::vector<bool> earliest_together(const AllocationProblem& problem, int weight);

/// How `together` are placed: as many as possible with whoever knew the family, those due earlier before those due
/// later, then always where most slots are free. Several people on one side of a case may meet the other side.
///
/// Requires: `together` can be placed at once; `weight` is the common weight of `problem`.
Assignment best_assignment(const AllocationProblem& problem, const std::vector<bool>& together, int weight,
                           const AllocationPolicy& policy);

/// No assignment places more than this: what could be placed if work could be shared by several practitioners, lightest
/// cases first.
std::size_t most_placed(const AllocationProblem& problem);

}  // namespace earlyhelp
