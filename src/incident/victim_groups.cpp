#include "victim_groups.hpp"

#include "history_tally.hpp"

#include <algorithm>
#include <unordered_map>

namespace earlyhelp {
namespace {

/// Requires: `numbers` in order.
bool holds(const Numbers& numbers, std::uint32_t number) noexcept {
  return std::binary_search(numbers.begin(), numbers.end(), number);
}

/// The victims of one suspect as one incident sees them.
class Victims {
 public:
  Victims(const HistoryIndex& index, const View& view, std::uint32_t own, std::uint32_t suspect, const Present& present)
      : index_{index}, view_{view}, own_{own}, suspect_{suspect}, present_{present}, members_{present.victims} {}

  /// Groups of victims who belong together.
  std::int64_t groups() {
    if (suspect_ != nothing) collect();
    return alone_ + linked_groups();
  }

 private:
  bool was_suspect(std::uint32_t pair) const {
    const bool is_low = index_.pair(pair).low == suspect_;
    const auto is_seen_in = [&](const HistoryRows& rows) {
      const auto seen = tally(index_, rows, view_, own_);
      return is_low ? seen.suspect_low : seen.suspect_high;
    };
    return is_seen_in(index_.pair(pair).incidents) || is_seen_in(index_.pair(pair).referrals);
  }

  void collect() {
    if (const auto* many = index_.many_victims(suspect_)) return collect_many(*many);
    for (auto at = index_.person(suspect_).first_pair; at != nothing; at = index_.pair(at).next_of(suspect_)) {
      const auto victim = index_.pair(at).other(suspect_);
      if (!is_present(victim) && was_suspect(at)) members_.push_back(victim);
    }
  }

  bool is_present(std::uint32_t person) const noexcept { return holds(present_.victims, person); }

  std::uint32_t first_link(std::uint32_t person) const noexcept {
    return person < index_.people().size() ? index_.person(person).first_link : nothing;
  }

  /// Whom the incident itself names, or links with its victims: they are looked at one by one, plain or not.
  Numbers named() const {
    auto named = present_.victims;
    for (const auto victim : present_.victims) {
      for (auto at = first_link(victim); at != nothing; at = index_.link(at).next) {
        named.push_back(index_.link(at).other);
      }
    }
    for (const auto& [one, other] : present_.links) {
      named.push_back(one);
      named.push_back(other);
    }
    named.resize(distinct(named));
    return named;
  }

  void collect_many(const ManyVictims& many) {
    const auto is_counted = [&](std::uint32_t pair) {
      const auto plain = many.plain_pairs.find(pair);
      return plain != many.plain_pairs.end() && view_.sees(plain->second);
    };
    alone_ = many.plain.count(view_).all;
    const auto looked_at = named();
    for (const auto person : looked_at) {
      const auto pair = index_.find_pair(person, suspect_);
      if (pair == nothing || !is_counted(pair)) continue;
      --alone_;
      if (!is_present(person) && was_suspect(pair)) members_.push_back(person);
    }
    const auto own_row = own_ == nothing ? nothing : index_.first_row_of_incident(own_);
    Numbers own_pairs;
    for (auto at = own_row; at != nothing; at = index_.row(at).next_of_incident)
      own_pairs.push_back(index_.row(at).pair);
    own_pairs.resize(distinct(own_pairs));
    for (const auto pair : own_pairs) {
      if (holds(looked_at, index_.pair(pair).other(suspect_))) continue;
      if (is_counted(pair) && !was_suspect(pair)) --alone_;
    }
    for (const auto pair : many.other_pairs) {
      const auto victim = index_.pair(pair).other(suspect_);
      if (!is_present(victim) && was_suspect(pair)) members_.push_back(victim);
    }
  }

  std::int64_t linked_groups() const {
    auto groups = static_cast<std::int64_t>(members_.size());
    if (groups <= 1) return groups;
    std::unordered_map<std::uint32_t, std::uint32_t> leaders;
    for (const auto victim : members_) {
      if (!present_.links.empty() || first_link(victim) != nothing) leaders.emplace(victim, victim);
    }
    const auto leader_of = [&](std::uint32_t victim) {
      while (leaders[victim] != victim) victim = leaders[victim] = leaders[leaders[victim]];
      return victim;
    };
    const auto unite = [&](std::uint32_t one, std::uint32_t other) {
      if (!leaders.contains(one) || !leaders.contains(other)) return;
      const auto a = leader_of(one);
      const auto b = leader_of(other);
      if (a == b) return;
      leaders[a] = b;
      --groups;
    };
    for (const auto victim : members_) {
      for (auto at = first_link(victim); at != nothing; at = index_.link(at).next) {
        if (index_.link(at).recorded <= view_.recorded_by) unite(victim, index_.link(at).other);
      }
    }
    for (const auto& [one, other] : present_.links) unite(one, other);
    return groups;
  }

  const HistoryIndex& index_;
  const View& view_;
  std::uint32_t own_;
  std::uint32_t suspect_;
  const Present& present_;
  Numbers members_;  ///< looked at one by one
  std::int64_t alone_ = 0;
};

}  // namespace

std::int64_t victim_groups(const HistoryIndex& index, const View& view, std::uint32_t own, std::uint32_t suspect,
                           const Present& present) {
  return Victims{index, view, own, suspect, present}.groups();
}

}  // namespace earlyhelp
