#include "triage/cover.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

namespace earlyhelp {
namespace {

using Places = std::vector<std::size_t>;

/// The sets in which no other lies: a cell of each of them is a cell of every set.
Places innermost(std::span<const CellSet> sets) {
  Places by_size(sets.size());
  std::iota(by_size.begin(), by_size.end(), std::size_t{0});
  std::vector<std::uint64_t> sizes;
  for (const auto set : sets) sizes.push_back(set.count());
  std::stable_sort(by_size.begin(), by_size.end(), [&](auto a, auto b) { return sizes[a] < sizes[b]; });
  Places kept;
  for (const auto place : by_size) {
    const bool holds_another =
        std::any_of(kept.begin(), kept.end(), [&](auto other) { return (sets[other] - sets[place]).empty(); });
    if (!holds_another) kept.push_back(place);
  }
  return kept;
}

/// Which of some sets have a cell in common.
class Meetings {
 public:
  Meetings(std::span<const CellSet> sets, const Places& places)
      : meets_(places.size(), std::vector<bool>(places.size())) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        meets_[i][j] = meets_[j][i] = !(sets[places[i]] & sets[places[j]]).empty();
      }
    }
  }
  bool operator()(std::size_t i, std::size_t j) const noexcept { return meets_[i][j]; }
  std::size_t size() const noexcept { return meets_.size(); }
  std::ptrdiff_t count(std::size_t i) const noexcept { return std::count(meets_[i].begin(), meets_[i].end(), true); }

 private:
  std::vector<std::vector<bool>> meets_;
};

/// Looks for the most that are apart, by branch and bound: sorted into classes that all meet each other, no more can be
/// apart than there are classes.
class ApartSearch {
 public:
  explicit ApartSearch(const Meetings& meet) : meet_{meet} {}

  Places most(const Places& candidates) {
    search(candidates);
    return best_;
  }

 private:
  static constexpr std::size_t most_steps = 2'000'000;

  /// The candidates by class, and how many classes there are up to each.
  std::vector<std::pair<std::size_t, std::size_t>> in_classes(const Places& candidates) const {
    std::vector<Places> classes;
    for (const auto candidate : candidates) {
      const auto home = std::find_if(classes.begin(), classes.end(), [&](const Places& members) {
        return std::all_of(members.begin(), members.end(), [&](auto member) { return meet_(member, candidate); });
      });
      if (home == classes.end())
        classes.push_back({candidate});
      else
        home->push_back(candidate);
    }
    std::vector<std::pair<std::size_t, std::size_t>> sorted;
    for (std::size_t i = 0; i < classes.size(); ++i) {
      for (const auto member : classes[i]) sorted.emplace_back(member, i + 1);
    }
    return sorted;
  }

  void search(const Places& candidates) {
    if (++steps_ > most_steps) return;
    if (candidates.empty() && apart_.size() > best_.size()) best_ = apart_;
    const auto sorted = in_classes(candidates);
    for (auto at = sorted.size(); at-- > 0;) {
      const auto [next, classes] = sorted[at];
      if (apart_.size() + classes <= best_.size()) return;
      Places rest;
      for (std::size_t i = 0; i < at; ++i) {
        if (!meet_(sorted[i].first, next)) rest.push_back(sorted[i].first);
      }
      apart_.push_back(next);
      search(rest);
      apart_.pop_back();
    }
  }

  const Meetings& meet_;
  Places apart_;
  Places best_;
  std::size_t steps_ = 0;
};

}  // namespace

Cover cover(std::span<const CellSet> sets) {
  const auto places = innermost(sets);
  const Meetings meet{sets, places};
  // Those that meet the fewest others have the least choice.
  Places order(places.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return meet.count(a) < meet.count(b); });
  Cover cover;
  for (const auto i : order) {
    const auto set = sets[places[i]];
    const auto home =
        std::find_if(cover.groups.begin(), cover.groups.end(), [&](CellSet group) { return !(group & set).empty(); });
    if (home == cover.groups.end())
      cover.groups.push_back(set);
    else
      *home &= set;
  }
  for (const auto i : ApartSearch{meet}.most(order)) cover.apart.push_back(places[i]);
  return cover;
}

}  // namespace earlyhelp
