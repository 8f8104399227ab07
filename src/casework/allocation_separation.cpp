#include "casework/allocation_separation.hpp"

#include "casework/allocation_flow.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace earlyhelp {
namespace {

/// A person, and the practitioner who works with them and with the other side.
struct Clash {
  std::size_t person;
  std::size_t worker;
};

boost::optional<Clash> clash_in(const AllocationProblem& problem, const Assignment& assignment) {
  for (std::size_t i = 0; i < assignment.size(); ++i) {
    if (!assignment[i] || problem.is_waived(i, *assignment[i])) continue;
    const auto& others = problem.other_side(i);
    if (std::any_of(others.begin(), others.end(), [&](auto other) { return assignment[other] == assignment[i]; })) {
      return Clash{.person = i, .worker = *assignment[i]};
    }
  }
  return {};
}

class Branches {
 public:
  Branches(int weight, const AllocationPolicy& policy, std::size_t steps)
      : weight_{weight}, policy_{policy}, steps_{steps} {}

  SeparatedAssignment best(const AllocationProblem& problem) && {
    auto bound = earliest_together(problem, weight_);
    go_on_with(problem, bound);
    return {.assignment = std::move(best_), .is_best = is_exhausted_, .bound = std::move(bound)};
  }

 private:
  void go_on_with(const AllocationProblem& problem, const std::vector<bool>& together) {
    if (steps_ == 0) {
      is_exhausted_ = false;
      return;
    }
    --steps_;
    if (best_ && !is_better(together, placed_in(*best_))) return;
    auto assignment = best_assignment(problem, together, weight_, policy_);
    const auto clash = clash_in(problem, assignment);
    if (!clash) {
      best_ = std::move(assignment);
      return;
    }
    const auto& others = problem.other_side(clash->person);
    // All on one side of the case hang together: they are the other side of the other side.
    for (const auto& side : {problem.other_side(others.front()), others}) {
      const auto without = problem.without(side, clash->worker);
      go_on_with(without, earliest_together(without, weight_));
    }
  }

  int weight_;
  const AllocationPolicy& policy_;
  std::size_t steps_;
  bool is_exhausted_ = true;
  boost::optional<Assignment> best_ = {};
};

}  // namespace

SeparatedAssignment separated_assignment(const AllocationProblem& problem, int weight, const AllocationPolicy& policy) {
  constexpr std::size_t all_steps = 1'000'000;  // over all pairs of somebody who waits and a practitioner
  constexpr std::size_t most_steps = 2'000;
  const auto pairs = problem.waiting().size() * problem.practitioners().size();
  const auto steps = std::clamp<std::size_t>(all_steps / std::max<std::size_t>(1, pairs), 1, most_steps);
  return Branches{weight, policy, steps}.best(problem);
}

bool is_better(const std::vector<bool>& a, const std::vector<bool>& b) {
  const auto of_a = std::count(a.begin(), a.end(), true);
  const auto of_b = std::count(b.begin(), b.end(), true);
  return of_a != of_b ? of_a > of_b : a > b;
}

std::vector<bool> placed_in(const Assignment& assignment) {
  std::vector<bool> placed;
  placed.reserve(assignment.size());
  for (const auto& worker : assignment) placed.push_back(worker.has_value());
  return placed;
}

}  // namespace earlyhelp
