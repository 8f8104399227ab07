#include "triage/sharing.hpp"

#include <algorithm>
#include <cstdint>

namespace earlyhelp {
namespace {

using Places = std::vector<std::size_t>;

/// Tries one way after the other. Of the sets that are left the next is one that has few groups to go to and often had
/// none before: where a way cannot be gone to its end, that shows early.
class Search {
 public:
  Search(std::span<const CellSet> sets, const Places& apart, std::size_t count)
      : sets_{sets}, open_(sets.size(), std::vector<bool>(count, true)), dead_ends_(sets.size(), 1) {
    for (const auto place : apart) groups_.push_back(sets[place]);
    if (count > apart.size()) groups_.resize(count, sets.front() | ~sets.front());
    for (std::size_t i = 0; i < sets.size(); ++i) {
      if (std::find(apart.begin(), apart.end(), i) == apart.end()) left_.push_back(i);
    }
    first_free_ = apart.size();
    for (std::size_t group = 0; group < apart.size(); ++group) close(group);
  }

  Sharing result() {
    const bool is_found = share(left_);
    return {.groups = is_found ? groups_ : std::vector<CellSet>{}, .is_every_way_tried = !is_cut_off()};
  }

 private:
  static constexpr std::size_t most_steps = 20'000;

  /// Never on a way that can be gone straight to its end.
  bool is_cut_off() const noexcept { return steps_ > most_steps + sets_.size(); }

  /// Notes which sets can no longer go to `group`.
  void close(std::size_t group) {
    for (const auto i : left_) open_[i][group] = open_[i][group] && meet(groups_[group], sets_[i]);
  }

  std::uint64_t choice(std::size_t set) const {
    return static_cast<std::uint64_t>(std::count(open_[set].begin(), open_[set].end(), true));
  }

  /// Places the sets that are `left`. If it cannot, everything is as it was, but for what was learnt.
  bool share(Places left) {
    if (left.empty()) return true;
    ++steps_;
    if (is_cut_off()) return false;
    const auto next = std::min_element(left.begin(), left.end(), [&](auto a, auto b) {
      return choice(a) * dead_ends_[b] < choice(b) * dead_ends_[a];
    });
    const auto set = *next;
    left.erase(next);
    const auto open = open_;
    const auto first_free = first_free_;
    // Of the groups in which nothing is yet one is as good as another.
    const auto end = std::min(groups_.size(), first_free + 1);
    for (std::size_t group = 0; group < end; ++group) {
      if (!open[set][group]) continue;
      const auto before = groups_[group];
      groups_[group] &= sets_[set];
      first_free_ = std::max(first_free, group + 1);
      close(group);
      if (share(left)) return true;
      groups_[group] = before;
      first_free_ = first_free;
      open_ = open;
    }
    ++dead_ends_[set];
    return false;
  }

  std::span<const CellSet> sets_;
  std::vector<CellSet> groups_;
  std::size_t first_free_ = 0;  // the first group in which nothing is yet
  Places left_;
  std::vector<std::vector<bool>> open_;  // for each set: the groups that it can go to
  std::vector<std::uint64_t> dead_ends_;
  std::size_t steps_ = 0;
};

}  // namespace

Sharing shared_out(std::span<const CellSet> sets, const std::vector<std::size_t>& apart, std::size_t count) {
  return Search{sets, apart, count}.result();
}

}  // namespace earlyhelp
