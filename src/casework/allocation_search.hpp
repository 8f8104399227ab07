#pragma once

#include "casework/allocation_problem.hpp"

namespace earlyhelp {

/// Places whom it can, turn by turn, and moves earlier ones over where that makes room; nobody who was placed loses
/// their place to somebody later. No constraint is ever broken; more could perhaps be placed.
Assignment searched_assignment(const AllocationProblem& problem, const AllocationPolicy& policy);

/// Whether nobody works with both sides of a case in `assignment`, but where that was waived.
bool keeps_sides_apart(const AllocationProblem& problem, const Assignment& assignment);

}  // namespace earlyhelp
