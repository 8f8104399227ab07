#pragma once

#include "casework/allocation_problem.hpp"

#include <vector>

namespace earlyhelp {

/// What speaks for each choice and against each place, of an assignment that is done.
class AllocationReasons {
 public:
  AllocationReasons(const AllocationProblem& problem, const Assignment& assignment, const AllocationPolicy& policy);

  /// Requires: `person` is placed.
  ChosenFor chosen_for(std::size_t person) const;

  struct Wait {
    WaitsBecause because;
    std::vector<WorkerId> turned_away;
  };
  /// Requires: `person` is not placed.
  Wait why_waiting(std::size_t person) const;

 private:
  bool is_with_other_side(std::size_t person, std::size_t worker) const;

  const AllocationProblem& problem_;
  const Assignment& assignment_;
  const AllocationPolicy& policy_;
  std::vector<int> free_;  // slots that each practitioner has left
};

}  // namespace earlyhelp
