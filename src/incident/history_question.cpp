#include "history_question.hpp"

#include <algorithm>
#include <unordered_map>

namespace earlyhelp {
namespace {

using Numbers = std::vector<std::uint32_t>;  // in order

bool holds(const Numbers& numbers, std::uint32_t number) noexcept {
  return std::binary_search(numbers.begin(), numbers.end(), number);
}

/// How many incidents were seen, and who was the suspect in any of them.
struct Tally {
  std::int64_t events = 0;
  bool suspect_low = false;
  bool suspect_high = false;

  void note(const Occurrence& occurrence) noexcept { (occurrence.suspect_is_low ? suspect_low : suspect_high) = true; }
};

/// Puts `values` in order, each once at the front, and says how many these are.
template <class Value>
std::size_t distinct(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  return static_cast<std::size_t>(std::unique(values.begin(), values.end()) - values.begin());
}

Tally tally_chain(const HistoryIndex& index, const HistoryRows& rows, const View& view, std::uint32_t own) {
  Tally tally;
  Numbers repeated;
  for (auto at = rows.head; at != nothing; at = index.row(at).next_of_pair) {
    const auto& row = index.row(at);
    if (!view.sees(row.occurrence) || (row.incident == own && own != nothing)) continue;
    tally.note(row.occurrence);
    if (row.occurrence.is_repeated) {
      repeated.push_back(row.incident);
    } else {
      ++tally.events;
    }
  }
  if (!repeated.empty()) tally.events += static_cast<std::int64_t>(distinct(repeated));
  return tally;
}

Tally tally_timeline(const HistoryIndex& index, const HistoryRows& rows, const View& view, std::uint32_t own) {
  auto seen = index.timeline(rows.timeline).count(view);
  const auto own_row = own == nothing ? nothing : index.first_row_of_incident(own);
  for (auto at = own_row; at != nothing; at = index.row(at).next_of_incident) {
    const auto& row = index.row(at);
    const bool is_here = &(index.pair(row.pair).incidents) == &rows && !row.occurrence.is_repeated;
    if (!is_here || !view.sees(row.occurrence)) continue;
    --seen.all;
    seen.suspect_low -= row.occurrence.suspect_is_low ? 1 : 0;
  }
  Tally tally{.events = seen.all, .suspect_low = seen.suspect_low > 0, .suspect_high = seen.all > seen.suspect_low};
  Numbers repeated;
  for (const auto at : index.repeated_rows(rows)) {
    const auto& row = index.row(at);
    if (!view.sees(row.occurrence) || row.incident == own) continue;
    tally.note(row.occurrence);
    repeated.push_back(row.incident);
  }
  tally.events += static_cast<std::int64_t>(distinct(repeated));
  return tally;
}

Tally tally(const HistoryIndex& index, const HistoryRows& rows, const View& view, std::uint32_t own) {
  return rows.timeline == nothing ? tally_chain(index, rows, view, own) : tally_timeline(index, rows, view, own);
}

/// The victims of one suspect as one incident sees them.
class Victims {
 public:
  Victims(const HistoryIndex& index, const View& view, std::uint32_t own, std::uint32_t suspect, const Numbers& present)
      : index_{index}, view_{view}, own_{own}, suspect_{suspect}, members_{present} {}

  /// Groups of victims who belong together.
  std::int64_t groups() {
    if (const auto* many = index_.many_victims(suspect_)) {
      collect(*many);
    } else {
      collect_chain();
    }
    return alone_ + linked_groups();
  }

 private:
  bool was_suspect(std::uint32_t pair) const {
    const bool is_low = index_.pair(pair).low == suspect_;
    for (const auto* rows : {&index_.pair(pair).incidents, &index_.pair(pair).referrals}) {
      const auto seen = tally(index_, *rows, view_, own_);
      if (is_low ? seen.suspect_low : seen.suspect_high) return true;
    }
    return false;
  }

  void collect_chain() {
    const auto present = members_;
    for (auto at = index_.person(suspect_).first_pair; at != nothing; at = index_.pair(at).next_of(suspect_)) {
      const auto victim = index_.pair(at).other(suspect_);
      if (!holds(present, victim) && was_suspect(at)) members_.push_back(victim);
    }
  }

  void collect(const ManyVictims& many) {
    const auto present = members_;
    const auto is_counted = [&](std::uint32_t pair) {
      const auto plain = many.plain_pairs.find(pair);
      return plain != many.plain_pairs.end() && view_.sees(plain->second);
    };
    alone_ = many.plain.count(view_).all;
    for (const auto victim : present) {
      const auto pair = index_.find_pair(victim, suspect_);
      if (pair != nothing && is_counted(pair)) --alone_;
    }
    const auto own_row = own_ == nothing ? nothing : index_.first_row_of_incident(own_);
    Numbers own_pairs;
    for (auto at = own_row; at != nothing; at = index_.row(at).next_of_incident)
      own_pairs.push_back(index_.row(at).pair);
    own_pairs.resize(distinct(own_pairs));
    for (const auto pair : own_pairs) {
      if (holds(present, index_.pair(pair).other(suspect_))) continue;
      if (is_counted(pair) && !was_suspect(pair)) --alone_;
    }
    for (const auto pair : many.other_pairs) {
      const auto victim = index_.pair(pair).other(suspect_);
      if (!holds(present, victim) && was_suspect(pair)) members_.push_back(victim);
    }
  }

  std::int64_t linked_groups() const {
    auto groups = static_cast<std::int64_t>(members_.size());
    if (groups <= 1) return groups;
    std::unordered_map<std::uint32_t, std::uint32_t> leaders;
    for (const auto victim : members_) {
      if (index_.person(victim).first_link != nothing) leaders.emplace(victim, victim);
    }
    const auto leader_of = [&](std::uint32_t victim) {
      while (leaders[victim] != victim) victim = leaders[victim] = leaders[leaders[victim]];
      return victim;
    };
    for (const auto& [victim, unused] : leaders) {
      for (auto at = index_.person(victim).first_link; at != nothing; at = index_.link(at).next) {
        const auto& link = index_.link(at);
        if (link.recorded > view_.recorded_by || !leaders.contains(link.other)) continue;
        const auto a = leader_of(victim);
        const auto b = leader_of(link.other);
        if (a == b) continue;
        leaders[a] = b;
        --groups;
      }
    }
    return groups;
  }

  const HistoryIndex& index_;
  const View& view_;
  std::uint32_t own_;
  std::uint32_t suspect_;
  Numbers members_;  ///< looked at one by one
  std::int64_t alone_ = 0;
};

/// The victims of the incident itself, as numbers; `strangers` counts those whom no record names.
Numbers present_victims(const HistoryIndex& index, const HistoryQuestion& question, std::int64_t& strangers) {
  Numbers known;
  std::vector<std::string_view> unknown;
  const auto note = [&](std::string_view id) {
    if (id == question.suspect) return;
    const auto number = index.find_person(id);
    if (number == nothing) {
      unknown.push_back(id);
    } else {
      known.push_back(number);
    }
  };
  note(question.victim);
  for (const auto id : question.victims) note(id);
  known.resize(distinct(known));
  strangers = static_cast<std::int64_t>(distinct(unknown));
  return known;
}

}  // namespace

PairHistory answer(const HistoryIndex& index, const HistoryQuestion& question) {
  const auto view_of = [&](int months) {
    const auto first = add_months(question.occurred_at.day, -months);
    return View{.first_day = static_cast<std::int32_t>(first.day_number()),
                .until = question.occurred_at.instant.microseconds(),
                .recorded_by = question.recorded_at.microseconds()};
  };
  const View any_day{.until = question.occurred_at.instant.microseconds(),
                     .recorded_by = question.recorded_at.microseconds()};
  const auto own = index.find_incident(question.incident);
  const auto suspect = index.find_person(question.suspect);
  std::int64_t strangers = 0;
  const auto present = present_victims(index, question, strangers);

  PairHistory result{.facts = {.known = true, .marac_referral_in_window = false}, .roles_reversed = false};
  const auto victim = index.find_person(question.victim);
  const auto pair = victim == nothing || suspect == nothing ? nothing : index.find_pair(victim, suspect);
  if (pair != nothing) {
    const auto& rows = index.pair(pair);
    const auto events = tally(index, rows.incidents, view_of(question.windows.escalation_months), own);
    const auto referrals = tally(index, rows.referrals, view_of(question.windows.marac_repeat_months), nothing);
    result.facts.events_in_window = static_cast<int>(events.events) + 1;
    result.facts.marac_referral_in_window = referrals.events > 0;
    result.roles_reversed = victim < suspect ? events.suspect_low : events.suspect_high;
  }
  const auto known_groups = suspect == nothing ? static_cast<std::int64_t>(present.size())
                                               : Victims{index, any_day, own, suspect, present}.groups();
  result.facts.suspect_other_victims = static_cast<int>(known_groups + strangers - 1);
  return result;
}

}  // namespace earlyhelp
