#pragma once

#include "casework/allocation_problem.hpp"

#include <boost/optional/optional.hpp>

#include <vector>

namespace earlyhelp {

/// The best assignment found in which nobody works with both sides of a case.
struct SeparatedAssignment {
  boost::optional<Assignment> assignment;  ///< none: none was found in the steps that were left
  bool is_best;             ///< of all: as many as possible, and of those the ones whose turns are earliest
  std::vector<bool> bound;  ///< who could be placed at once if several on one side might meet the other
};

/// Where the flow of all puts one practitioner on both sides of a case, each side in turn is kept from them, and the
/// flow asked again; whatever cannot be better than what was found is left. One case with one person on either side
/// takes a single step. The steps are fewer the larger the problem is.
///
/// Requires: `weight` is the common weight of `problem`.
SeparatedAssignment separated_assignment(const AllocationProblem& problem, int weight, const AllocationPolicy& policy);

/// Whether `a` is better than `b`: it places more, or as many and somebody whose turn is earlier in place of one later.
bool is_better(const std::vector<bool>& a, const std::vector<bool>& b);

/// Who has a place.
std::vector<bool> placed_in(const Assignment& assignment);

}  // namespace earlyhelp
