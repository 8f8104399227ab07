#pragma once

#include "casework/allocation_problem.hpp"

namespace earlyhelp {

/// Places whom it can, turn by turn, and moves earlier ones over where that makes room; nobody who was placed loses
/// their place to somebody later. No constraint is ever broken; more could perhaps be placed.
Assignment searched_assignment(const AllocationProblem& problem, const AllocationPolicy& policy);

}  // namespace earlyhelp
