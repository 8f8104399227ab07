#pragma once

#include "history_records.hpp"
#include "pages.hpp"
#include "reference_table.hpp"
#include "timeline.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace earlyhelp {

/// The victims of a suspect who has many. A victim who is linked with nobody else of the suspect's pairs, and whose
/// earliest row is earliest in both times, is plain, and stands on the timeline by that row; the others are looked at
/// one by one.
struct ManyVictims {
  Timeline plain;
  std::unordered_map<std::uint32_t, Occurrence> plain_pairs;
  std::unordered_set<std::uint32_t> other_pairs;
};

/// Everything that History keeps, with people, pairs and incidents as numbers.
class HistoryIndex {
 public:
  static constexpr std::size_t block_size = 64;

  /// Adds each of a block, in their order. What they will touch is asked of memory before the first one needs it.
  ///
  /// Requires: at most block_size of them.
  void add_block(std::span<const NewIncident> block);
  void add_referral(std::string_view victim, std::string_view suspect, Occurrence occurrence);
  void add_link(std::string_view one, std::string_view other, std::int64_t recorded);

  const ReferenceTable& people() const noexcept { return people_ids_; }
  const ReferenceTable& incidents() const noexcept { return incident_ids_; }
  std::uint32_t find_pair(std::uint32_t one, std::uint32_t other) const noexcept;

  const HistoryPerson& person(std::uint32_t number) const noexcept { return people_[number]; }
  const HistoryPair& pair(std::uint32_t number) const noexcept { return pairs_[number]; }
  const HistoryRow& row(std::uint32_t number) const noexcept { return rows_[number]; }
  const HistoryLink& link(std::uint32_t number) const noexcept { return links_[number]; }
  std::uint32_t first_row_of_incident(std::uint32_t incident) const noexcept { return first_rows_[incident]; }
  const Timeline& timeline(std::uint32_t number) const noexcept { return timelines_[number]; }
  /// The numbers of the repeated rows of `rows`, when they are on a timeline.
  const std::vector<std::uint32_t>& repeated_rows(const HistoryRows& rows) const noexcept {
    return repeated_rows_[rows.timeline];
  }
  /// Null when `suspect` has few pairs.
  const ManyVictims* many_victims(std::uint32_t suspect) const noexcept;

 private:
  struct PairSlot {
    std::uint32_t hash = 0;
    std::uint32_t number = nothing;
  };
  /// An incident with its numbers.
  struct NumberedIncident {
    std::uint32_t incident;
    std::uint32_t victim;
    std::uint32_t suspect;
  };
  NumberedIncident numbers_of(const NewIncident& incident, std::uint32_t id_hash, std::uint32_t victim_hash,
                              std::uint32_t suspect_hash);
  void add_numbered(const NumberedIncident& numbers, Occurrence occurrence);
  std::uint32_t likely_pair(const NumberedIncident& numbers) const noexcept;
  std::uint32_t last_row(std::uint32_t pair) const noexcept;
  std::uint32_t person_number(std::string_view id, std::uint32_t hash);
  std::uint32_t pair_number(std::uint32_t one, std::uint32_t other);
  std::size_t pair_slot(std::uint32_t low, std::uint32_t high, std::uint32_t hash) const noexcept;
  void grow_pairs();
  void mark_repeated(std::uint32_t row);
  void add_row(std::uint32_t pair, HistoryRows HistoryPair::*kind, std::uint32_t incident,
               const Occurrence& occurrence);
  void put_on_timeline(HistoryRows& rows);
  void note_victim(std::uint32_t pair, std::uint32_t suspect, const Occurrence& occurrence);
  void collect_victims(std::uint32_t suspect);
  void set_apart(std::uint32_t pair, std::uint32_t suspect);
  bool set_apart_links(std::uint32_t victim, std::uint32_t suspect);
  void note_link(std::uint32_t person, std::uint32_t linked);
  std::uint32_t find_link(std::uint32_t one, std::uint32_t other) const noexcept;

  ReferenceTable people_ids_;
  ReferenceTable incident_ids_;
  Pages<HistoryPerson> people_;
  Pages<HistoryPair> pairs_;
  Pages<HistoryRow> rows_;
  Pages<HistoryLink> links_;
  Pages<std::uint32_t> first_rows_;  ///< of each incident
  std::vector<PairSlot> pair_slots_ = std::vector<PairSlot>(8);
  std::deque<Timeline> timelines_;
  std::deque<std::vector<std::uint32_t>> repeated_rows_;  ///< beside each timeline
  std::unordered_map<std::uint32_t, ManyVictims> many_victims_;
};

}  // namespace earlyhelp
