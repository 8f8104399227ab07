#include "history_question.hpp"

#include "family_links.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

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

/// The people of one incident, as the history and the incident itself know them. A stranger, whom no record names, has
/// a number behind those of the index.
struct Present {
  Numbers victims;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> links;
};

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

/// The people and records of a question, as numbers; nothing where no record names them.
struct Asked {
  std::uint32_t incident;
  std::uint32_t victim;
  std::uint32_t suspect;
  std::uint32_t pair = nothing;
};

Asked look_up(const HistoryIndex& index, const HistoryQuestion& question) {
  const auto& people = index.people();
  const auto incident_hash = index.incidents().prepare(question.incident);
  const auto victim_hash = people.prepare(question.victim);
  const auto suspect_hash = people.prepare(question.suspect);
  Asked asked{.incident = index.incidents().find(question.incident, incident_hash),
              .victim = people.find(question.victim, victim_hash),
              .suspect = people.find(question.suspect, suspect_hash)};
  if (asked.victim != nothing && asked.suspect != nothing) asked.pair = index.find_pair(asked.victim, asked.suspect);
  return asked;
}

/// The victims of the incident asked about and the links between its people; the suspect is no victim of his own.
Present present_in(const HistoryIndex& index, const HistoryQuestion& question) {
  std::unordered_map<std::string_view, std::uint32_t> strangers;
  const auto number_of = [&](std::string_view id) {
    const auto& people = index.people();
    const auto number = people.find(id, people.prepare(id));
    if (number != nothing) return number;
    return strangers.emplace(id, people.size() + static_cast<std::uint32_t>(strangers.size())).first->second;
  };
  Present present{.victims = {number_of(question.victim)}, .links = {}};
  for (const auto id : question.other_victims) {
    if (id != question.suspect) present.victims.push_back(number_of(id));
  }
  present.victims.resize(distinct(present.victims));
  if (question.family == nullptr) return present;
  each_link(*question.family, [&](const PersonId& one, const PersonId& other) {
    if (one.value() == question.suspect || other.value() == question.suspect) return;
    present.links.emplace_back(number_of(one.value()), number_of(other.value()));
  });
  return present;
}

/// Other victims of the suspect, in groups that belong together.
std::int64_t other_groups(const HistoryIndex& index, const HistoryQuestion& question, const Asked& asked,
                          const View& view) {
  const auto pairs = asked.suspect == nothing ? 0 : index.person(asked.suspect).pair_count;
  const bool is_only_pair = pairs == 0 || (pairs == 1 && asked.pair != nothing);
  if (is_only_pair && question.other_victims.empty()) return 0;
  const auto present = present_in(index, question);
  return Victims{index, view, asked.incident, asked.suspect, present}.groups() - 1;
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
  const auto asked = look_up(index, question);
  PairHistory result{.facts = {.known = true, .marac_referral_in_window = false}, .roles_reversed = false};
  if (asked.pair != nothing) {
    const auto& pair = index.pair(asked.pair);
    const auto events = tally(index, pair.incidents, view_of(question.windows.escalation_months), asked.incident);
    result.facts.events_in_window = static_cast<int>(events.events) + 1;
    result.roles_reversed = asked.victim < asked.suspect ? events.suspect_low : events.suspect_high;
    if (pair.referrals.size != 0) {
      const auto referrals = tally(index, pair.referrals, view_of(question.windows.marac_repeat_months), nothing);
      result.facts.marac_referral_in_window = referrals.events > 0;
    }
  }
  result.facts.suspect_other_victims = static_cast<int>(other_groups(index, question, asked, any_day));
  return result;
}

}  // namespace earlyhelp
