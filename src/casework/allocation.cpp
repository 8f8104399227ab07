#include <earlyhelp/casework/allocation.hpp>

#include "casework/allocation_flow.hpp"
#include "casework/allocation_problem.hpp"
#include "casework/allocation_reasons.hpp"
#include "casework/allocation_search.hpp"
#include "casework/allocation_separation.hpp"

#include <algorithm>
#include <utility>

namespace earlyhelp {
namespace {

/// Who works with whom, and what is known of how good that is.
struct Shared {
  Assignment assignment;
  std::size_t at_most;
  bool is_best;
};

/// Whether everybody is placed whom anybody could work with.
bool places_everybody(const AllocationProblem& problem, const Assignment& assignment) {
  for (std::size_t i = 0; i < assignment.size(); ++i) {
    if (!assignment[i] && !problem.able(i).empty()) return false;
  }
  return true;
}

Shared share_by_packing(const AllocationProblem& problem, const AllocationPolicy& policy) {
  auto assignment = searched_assignment(problem, policy);
  const bool is_best = places_everybody(problem, assignment);
  return {.assignment = std::move(assignment), .at_most = most_placed(problem), .is_best = is_best};
}

Shared share(const AllocationProblem& problem, const AllocationPolicy& policy) {
  const auto weight = problem.common_weight();
  if (!weight) return share_by_packing(problem, policy);
  auto [assignment, is_best, bound] = separated_assignment(problem, *weight, policy);
  if (!is_best) {
    auto searched = searched_assignment(problem, policy);
    if (!assignment || is_better(placed_in(searched), placed_in(*assignment))) assignment = std::move(searched);
  }
  const auto placed = placed_in(*assignment);
  const auto& most = is_best ? placed : bound;
  const auto at_most = static_cast<std::size_t>(std::count(most.begin(), most.end(), true));
  return {.assignment = std::move(*assignment), .at_most = at_most, .is_best = is_best || placed == bound};
}

}  // namespace

std::string_view sentence(ChosenFor reason) noexcept {
  switch (reason) {
    case ChosenFor::continuity:
      return "knew the family before";
    case ChosenFor::only_one_with_language:
      return "is the only one with enough free slots who speaks the language";
    case ChosenFor::only_one_with_skills:
      return "is the only one with enough free slots and the language who has the skills";
    case ChosenFor::only_one_possible:
      return "is the only one who has enough free slots and may work with them";
    case ChosenFor::most_free_slots:
      return "has the most free slots of those who could";
    case ChosenFor::leaves_room_for_others:
      return "could, and leaves room for others with those who have more free slots";
  }
  return "?";
}

std::string_view sentence(WaitsBecause reason) noexcept {
  switch (reason) {
    case WaitsBecause::no_free_slot:
      return "nobody has a free slot";
    case WaitsBecause::nobody_speaks:
      return "nobody speaks the language";
    case WaitsBecause::nobody_has_skills:
      return "nobody who speaks the language has the skills";
    case WaitsBecause::too_few_free_slots:
      return "nobody who could has enough free slots";
    case WaitsBecause::nobody_else_may:
      return "everybody who could must not work with them";
    case WaitsBecause::works_with_other_side:
      return "everybody who could works with the other side of the case";
    case WaitsBecause::taken_by_earlier_due:
      return "everybody who could is taken by people who are due earlier";
  }
  return "?";
}

Allocation allocate(const std::vector<WaitingPerson>& waiting, const std::vector<Practitioner>& practitioners,
                    const AllocationPolicy& policy, Instant now) {
  const AllocationProblem problem{waiting, practitioners};
  const auto shared = share(problem, policy);
  const AllocationReasons reasons{problem, shared.assignment, policy};
  Allocation allocation{.placed = {}, .waiting = {}, .at_most = shared.at_most, .is_best = shared.is_best};
  for (std::size_t i = 0; i < problem.waiting().size(); ++i) {
    const auto& person = *problem.waiting()[i];
    const bool is_overdue = person.due < now;
    if (const auto worker = shared.assignment[i]) {
      allocation.placed.push_back({.in_case = person.in_case,
                                   .person = person.person,
                                   .worker = problem.practitioners()[*worker]->worker,
                                   .chosen_for = reasons.chosen_for(i),
                                   .is_overdue = is_overdue});
    } else {
      auto [because, turned_away] = reasons.why_waiting(i);
      allocation.waiting.push_back({.in_case = person.in_case,
                                    .person = person.person,
                                    .because = because,
                                    .turned_away = std::move(turned_away),
                                    .is_overdue = is_overdue});
    }
  }
  return allocation;
}

}  // namespace earlyhelp
