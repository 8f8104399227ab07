#include "triage/cover.hpp"

#include "triage/sharing.hpp"

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
        std::any_of(kept.begin(), kept.end(), [&](auto other) { return is_within(sets[other], sets[place]); });
    if (!holds_another) kept.push_back(place);
  }
  return kept;
}

/// Which of some sets have a cell in common.
class Meetings {
 public:
  explicit Meetings(std::span<const CellSet> sets) : meets_(sets.size(), std::vector<bool>(sets.size())) {
    for (std::size_t i = 0; i < sets.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) meets_[i][j] = meets_[j][i] = meet(sets[i], sets[j]);
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
  std::vector<CellSet> inner;
  inner.reserve(places.size());
  for (const auto place : places) inner.push_back(sets[place]);
  const Meetings meetings{inner};
  // Those that meet the fewest others have the least choice.
  Places order(inner.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return meetings.count(a) < meetings.count(b); });
  const auto apart = ApartSearch{meetings}.most(order);

  Cover cover{.groups = {}, .apart = {}, .at_least = apart.size()};
  for (const auto i : apart) cover.apart.push_back(places[i]);
  for (auto count = apart.size(); cover.groups.empty() && !inner.empty(); ++count) {
    auto sharing = shared_out(inner, apart, count);
    if (sharing.groups.empty() && sharing.is_every_way_tried) cover.at_least = count + 1;
    cover.groups = std::move(sharing.groups);
  }
  return cover;
}

}  // namespace earlyhelp
