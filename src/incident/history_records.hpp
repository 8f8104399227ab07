#pragma once

#include "reference_table.hpp"
#include "timeline.hpp"

#include <cstdint>
#include <string_view>

// What a history keeps of people, pairs, incidents and links: small records that name each other by number.
namespace earlyhelp {

/// One incident or referral of one pair. Rows of a pair, and rows of an incident, hang together in chains.
struct HistoryRow {
  Occurrence occurrence;
  std::uint32_t incident;  ///< nothing for a referral
  std::uint32_t pair;
  std::uint32_t next_of_pair;
  std::uint32_t next_of_incident = nothing;
};

/// The rows of one kind that a pair has: few in a chain, many on a timeline.
struct HistoryRows {
  std::uint32_t head = nothing;
  std::uint32_t size = 0;
  std::uint32_t timeline = nothing;  ///< when not nothing, it has all rows but the repeated ones
};

/// Two people who were victim and suspect of each other at least once.
struct HistoryPair {
  std::uint32_t low;
  std::uint32_t high;
  HistoryRows incidents = {};
  HistoryRows referrals = {};
  std::uint32_t next_of_low;   ///< the next pair of the lower person
  std::uint32_t next_of_high;  ///< the next pair of the higher person

  std::uint32_t other(std::uint32_t person) const noexcept { return person == low ? high : low; }
  std::uint32_t next_of(std::uint32_t person) const noexcept { return person == low ? next_of_low : next_of_high; }
  bool is_suspect(std::uint32_t person, const Occurrence& occurrence) const noexcept {
    return (person == low) == occurrence.suspect_is_low;
  }
};

struct HistoryPerson {
  std::uint32_t first_pair = nothing;
  std::uint32_t pair_count = 0;
  std::uint32_t first_link = nothing;
};

/// Two people who belong together, as one of them sees it: stands beside what the other sees, the lower number even.
struct HistoryLink {
  std::uint32_t other;
  std::uint32_t next;
  std::int64_t recorded;
};

/// An incident of one pair that is to be added.
struct NewIncident {
  std::string_view id;
  std::string_view victim;
  std::string_view suspect;
  Occurrence occurrence;
};

inline std::uint32_t hash_of_pair(std::uint32_t low, std::uint32_t high) noexcept {
  auto key = (std::uint64_t{low} << 32) | high;
  key = (key ^ (key >> 31)) * 0x9e3779b97f4a7c15ULL;
  return static_cast<std::uint32_t>(key >> 32);
}

/// From so many pairs on a person has many, and as a suspect many victims.
constexpr std::uint32_t many_pairs = 64;

}  // namespace earlyhelp
