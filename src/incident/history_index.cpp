#include "history_index.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace earlyhelp {
namespace {

// Up to here a chain is walked; beyond, a timeline is made.
constexpr std::uint32_t many_rows = 32;

bool is_same(const Occurrence& a, const Occurrence& b) noexcept {
  return a.occurred == b.occurred && a.recorded == b.recorded && a.day == b.day && a.suspect_is_low == b.suspect_is_low;
}

std::uint32_t next_number(std::size_t size) {
  if (size >= nothing) throw std::length_error{"History: more records than 32 bits can number"};
  return static_cast<std::uint32_t>(size);
}

}  // namespace

std::uint32_t HistoryIndex::person_number(std::string_view id, std::uint32_t hash) {
  const auto number = people_ids_.number(id, hash);
  if (number == people_.size()) people_.append({});
  return number;
}

std::size_t HistoryIndex::pair_slot(std::uint32_t low, std::uint32_t high, std::uint32_t hash) const noexcept {
  const auto mask = pair_slots_.size() - 1;
  auto at = hash & mask;
  for (; pair_slots_[at].number != nothing; at = (at + 1) & mask) {
    if (pair_slots_[at].hash != hash) continue;
    const auto& pair = pairs_[pair_slots_[at].number];
    if (pair.low == low && pair.high == high) break;
  }
  return at;
}

std::uint32_t HistoryIndex::find_pair(std::uint32_t one, std::uint32_t other) const noexcept {
  const auto low = std::min(one, other);
  const auto high = std::max(one, other);
  return pair_slots_[pair_slot(low, high, hash_of_pair(low, high))].number;
}

std::uint32_t HistoryIndex::pair_number(std::uint32_t one, std::uint32_t other) {
  const auto low = std::min(one, other);
  const auto high = std::max(one, other);
  const auto hash = hash_of_pair(low, high);
  if ((pairs_.size() + 1) * 4 > pair_slots_.size() * 3) grow_pairs();
  auto& slot = pair_slots_[pair_slot(low, high, hash)];
  if (slot.number != nothing) return slot.number;
  slot = {.hash = hash, .number = next_number(pairs_.size())};
  pairs_.append({.low = low,
                 .high = high,
                 .next_of_low = std::exchange(people_[low].first_pair, slot.number),
                 .next_of_high = std::exchange(people_[high].first_pair, slot.number)});
  for (const auto person : {low, high}) {
    if (++people_[person].pair_count == many_pairs) collect_victims(person);
  }
  return slot.number;
}

void HistoryIndex::grow_pairs() {
  const auto old = std::exchange(pair_slots_, std::vector<PairSlot>(pair_slots_.size() * 2));
  const auto mask = pair_slots_.size() - 1;
  for (const auto& slot : old) {
    if (slot.number == nothing) continue;
    auto at = slot.hash & mask;
    while (pair_slots_[at].number != nothing) at = (at + 1) & mask;
    pair_slots_[at] = slot;
  }
}

HistoryIndex::NumberedIncident HistoryIndex::numbers_of(const NewIncident& incident, std::uint32_t id_hash,
                                                        std::uint32_t victim_hash, std::uint32_t suspect_hash) {
  const auto victim = person_number(incident.victim, victim_hash);
  const auto suspect = person_number(incident.suspect, suspect_hash);
  const auto number = incident_ids_.number(incident.id, id_hash);
  if (number == first_rows_.size()) first_rows_.append(nothing);
  return {.incident = number, .victim = victim, .suspect = suspect};
}

void HistoryIndex::add_numbered(const NumberedIncident& numbers, Occurrence occurrence) {
  const auto pair = pair_number(numbers.victim, numbers.suspect);
  occurrence.suspect_is_low = numbers.suspect < numbers.victim;
  for (auto row = first_rows_[numbers.incident]; row != nothing; row = rows_[row].next_of_incident) {
    if (rows_[row].pair != pair) continue;
    if (is_same(rows_[row].occurrence, occurrence)) return;
    mark_repeated(row);
    occurrence.is_repeated = true;
  }
  add_row(pair, &HistoryPair::incidents, numbers.incident, occurrence);
}

void HistoryIndex::add_referral(std::string_view victim, std::string_view suspect, Occurrence occurrence) {
  const auto victim_number = person_number(victim, people_ids_.prepare(victim));
  const auto suspect_number = person_number(suspect, people_ids_.prepare(suspect));
  occurrence.suspect_is_low = suspect_number < victim_number;
  add_row(pair_number(victim_number, suspect_number), &HistoryPair::referrals, nothing, occurrence);
}

void HistoryIndex::add_row(std::uint32_t pair, HistoryRows HistoryPair::*kind, std::uint32_t incident,
                           const Occurrence& occurrence) {
  const auto number = next_number(rows_.size());
  auto& rows = pairs_[pair].*kind;
  rows_.append({.occurrence = occurrence,
                .incident = incident,
                .pair = pair,
                .next_of_pair = std::exchange(rows.head, number),
                .next_of_incident = incident == nothing ? nothing : std::exchange(first_rows_[incident], number)});
  ++rows.size;
  if (rows.timeline == nothing) {
    if (rows.size > many_rows) put_on_timeline(rows);
  } else if (occurrence.is_repeated) {
    repeated_rows_[rows.timeline].push_back(number);
  } else {
    timelines_[rows.timeline].insert(number, occurrence);
  }
  const auto suspect = occurrence.suspect_is_low ? pairs_[pair].low : pairs_[pair].high;
  note_victim(pair, suspect, occurrence);
}

void HistoryIndex::put_on_timeline(HistoryRows& rows) {
  rows.timeline = next_number(timelines_.size());
  auto& timeline = timelines_.emplace_back();
  auto& repeated = repeated_rows_.emplace_back();
  for (auto row = rows.head; row != nothing; row = rows_[row].next_of_pair) {
    if (rows_[row].occurrence.is_repeated) {
      repeated.push_back(row);
    } else {
      timeline.insert(row, rows_[row].occurrence);
    }
  }
}

void HistoryIndex::mark_repeated(std::uint32_t row) {
  auto& occurrence = rows_[row].occurrence;
  const auto timeline = pairs_[rows_[row].pair].incidents.timeline;
  if (timeline != nothing && !occurrence.is_repeated) {
    timelines_[timeline].erase(row, occurrence);
    repeated_rows_[timeline].push_back(row);
  }
  occurrence.is_repeated = true;
}

void HistoryIndex::add_link(std::string_view one, std::string_view other, std::int64_t recorded) {
  if (one == other) return;
  const auto a = person_number(one, people_ids_.prepare(one));
  const auto b = person_number(other, people_ids_.prepare(other));
  if (const auto known = find_link(a, b); known != nothing) {
    for (const auto at : {known, known ^ 1U}) links_[at].recorded = std::min(links_[at].recorded, recorded);
    return;
  }
  for (const auto& [from, to] : {std::pair{a, b}, std::pair{b, a}}) {
    const auto number = next_number(links_.size());
    links_.append({.other = to, .next = std::exchange(people_[from].first_link, number), .recorded = recorded});
  }
  note_link(a, b);
}

/// Both chains at once, as far as the shorter one reaches.
std::uint32_t HistoryIndex::find_link(std::uint32_t one, std::uint32_t other) const noexcept {
  auto of_one = people_[one].first_link;
  auto of_other = people_[other].first_link;
  while (of_one != nothing && of_other != nothing) {
    if (links_[of_one].other == other) return of_one;
    if (links_[of_other].other == one) return of_other;
    of_one = links_[of_one].next;
    of_other = links_[of_other].next;
  }
  return nothing;
}

}  // namespace earlyhelp
