#include "casework/allocation_reasons.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>

namespace earlyhelp {
namespace {

using Workers = std::vector<std::size_t>;

template <class Holds>
Workers those(const Workers& workers, Holds holds) {
  Workers some;
  std::copy_if(workers.begin(), workers.end(), std::back_inserter(some), holds);
  return some;
}

Workers everybody(const AllocationProblem& problem) {
  Workers all(problem.practitioners().size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

}  // namespace

AllocationReasons::AllocationReasons(const AllocationProblem& problem, const Assignment& assignment,
                                     const AllocationPolicy& policy)
    : problem_{problem}, assignment_{assignment}, policy_{policy} {
  for (const auto* practitioner : problem.practitioners()) free_.push_back(practitioner->capacity.free());
  for (std::size_t i = 0; i < assignment.size(); ++i) {
    if (assignment[i]) free_[*assignment[i]] -= problem.waiting()[i]->weight;
  }
}

ChosenFor AllocationReasons::chosen_for(std::size_t person) const {
  const auto& wants = *problem_.waiting()[person];
  const auto chosen = *assignment_[person];
  const auto& able = problem_.able(person);
  if (policy_.continuity_first && problem_.known_by(person) == chosen) return ChosenFor::continuity;
  if (able.size() == 1) {
    const auto& all = problem_.practitioners();
    const auto with_room = those(everybody(problem_), [&](auto w) { return has_room(*all[w], wants); });
    const auto speakers = those(with_room, [&](auto w) { return speaks(*all[w], wants); });
    if (speakers.size() == 1 && with_room.size() > 1) return ChosenFor::only_one_with_language;
    const auto skilled = those(speakers, [&](auto w) { return has_skills(*all[w], wants); });
    if (skilled.size() == 1 && speakers.size() > 1) return ChosenFor::only_one_with_skills;
    return ChosenFor::only_one_possible;
  }
  const auto had = free_[chosen] + wants.weight;
  const bool has_most = std::all_of(able.begin(), able.end(), [&](auto w) { return w == chosen || free_[w] <= had; });
  return has_most ? ChosenFor::most_free_slots : ChosenFor::leaves_room_for_others;
}

AllocationReasons::Wait AllocationReasons::why_waiting(std::size_t person) const {
  const auto& wants = *problem_.waiting()[person];
  const auto& all = problem_.practitioners();
  const auto because_of = [&](WaitsBecause because, const Workers& turned_away) {
    Wait wait{.because = because, .turned_away = {}};
    for (const auto w : turned_away) wait.turned_away.push_back(all[w]->worker);
    return wait;
  };
  const auto team = everybody(problem_);
  if (std::none_of(team.begin(), team.end(), [&](auto w) { return all[w]->capacity.free() > 0; })) {
    return because_of(WaitsBecause::no_free_slot, team);
  }
  using Test = bool (*)(const Practitioner&, const WaitingPerson&);
  struct Sieve {
    Test passes;
    WaitsBecause otherwise;
  };
  constexpr std::array sieves{
      Sieve{speaks, WaitsBecause::nobody_speaks}, Sieve{has_skills, WaitsBecause::nobody_has_skills},
      Sieve{has_room, WaitsBecause::too_few_free_slots}, Sieve{is_permitted, WaitsBecause::nobody_else_may},
      Sieve{is_separate, WaitsBecause::works_with_other_side}};
  auto left = team;
  for (const auto& [passes, otherwise] : sieves) {
    auto passed = those(left, [&, passes = passes](auto w) { return passes(*all[w], wants); });
    if (passed.empty()) return because_of(otherwise, left);
    left = std::move(passed);
  }
  const auto with_other_side =
      those(left, [&](auto w) { return free_[w] >= wants.weight && is_with_other_side(person, w); });
  if (!with_other_side.empty()) return because_of(WaitsBecause::works_with_other_side, with_other_side);
  return because_of(WaitsBecause::taken_by_earlier_due, left);
}

bool AllocationReasons::is_with_other_side(std::size_t person, std::size_t worker) const {
  const auto& others = problem_.other_side(person);
  return std::any_of(others.begin(), others.end(), [&](auto other) { return assignment_[other] == worker; });
}

}  // namespace earlyhelp
