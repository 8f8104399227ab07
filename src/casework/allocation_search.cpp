#include "casework/allocation_search.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

class Search {
 public:
  Search(const AllocationProblem& problem, const AllocationPolicy& policy)
      : problem_{problem}, policy_{policy}, assignment_(problem.waiting().size()) {
    for (const auto* practitioner : problem.practitioners()) free_.push_back(practitioner->capacity.free());
    placed_.resize(free_.size());
  }

  Assignment run() && {
    place_all();
    if (policy_.continuity_first) {
      return_to_known();
      place_all();
    }
    return std::move(assignment_);
  }

 private:
  /// Those who moved over may have left room for somebody who had none in their turn.
  void place_all() {
    while (place_each()) {
    }
  }
  /// Whether anybody found a place.
  bool place_each() {
    bool is_changed = false;
    for (std::size_t i = 0; i < assignment_.size(); ++i) {
      if (assignment_[i]) continue;
      visited_.assign(free_.size(), false);
      is_changed |= place(i);
    }
    return is_changed;
  }

  /// Finds a place for `i`, if need be by moving one of those with each practitioner to another. Nothing changes when
  /// there is none.
  bool place(std::size_t i) {
    const auto able = by_preference(i);
    for (const auto w : able) {
      if (!fits(i, w)) continue;
      put(i, w);
      return true;
    }
    for (const auto w : able) {
      if (visited_[w]) continue;
      visited_[w] = true;
      const auto with = placed_[w];
      for (const auto other : with) {
        take(other, w);
        if (fits(i, w)) {
          put(i, w);
          if (place(other)) return true;
          take(i, w);
        }
        put(other, w);
      }
    }
    return false;
  }

  /// Whoever knew the family, then by free slots, then by id.
  std::vector<std::size_t> by_preference(std::size_t i) const {
    auto able = problem_.able(i);
    std::stable_sort(able.begin(), able.end(), [&](auto a, auto b) { return free_[a] > free_[b]; });
    const auto known_by = problem_.known_by(i);
    if (policy_.continuity_first && known_by) {
      std::stable_partition(able.begin(), able.end(), [&](auto w) { return w == *known_by; });
    }
    return able;
  }

  void return_to_known() {
    for (std::size_t i = 0; i < assignment_.size(); ++i) {
      const auto known_by = problem_.known_by(i);
      if (!assignment_[i] || !known_by || *assignment_[i] == *known_by) continue;
      const auto& able = problem_.able(i);
      if (!std::binary_search(able.begin(), able.end(), *known_by) || !fits(i, *known_by)) continue;
      take(i, *assignment_[i]);
      put(i, *known_by);
    }
  }

  bool fits(std::size_t i, std::size_t w) const {
    if (free_[w] < problem_.waiting()[i]->weight) return false;
    if (problem_.is_waived(i, w)) return true;
    const auto& others = problem_.other_side(i);
    return std::none_of(others.begin(), others.end(), [&](auto other) { return assignment_[other] == w; });
  }
  void put(std::size_t i, std::size_t w) {
    assignment_[i] = w;
    free_[w] -= problem_.waiting()[i]->weight;
    placed_[w].push_back(i);
  }
  void take(std::size_t i, std::size_t w) {
    assignment_[i] = boost::none;
    free_[w] += problem_.waiting()[i]->weight;
    placed_[w].erase(std::find(placed_[w].begin(), placed_[w].end(), i));
  }

  const AllocationProblem& problem_;
  const AllocationPolicy& policy_;
  Assignment assignment_;
  std::vector<int> free_;                         // slots of each practitioner
  std::vector<std::vector<std::size_t>> placed_;  // with each practitioner
  std::vector<bool> visited_;                     // practitioners whose people were tried already
};

}  // namespace

Assignment searched_assignment(const AllocationProblem& problem, const AllocationPolicy& policy) {
  return Search{problem, policy}.run();
}

}  // namespace earlyhelp
