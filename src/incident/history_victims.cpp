#include "history_index.hpp"

#include <utility>

// Who among the victims of a suspect who has many is plain.

namespace earlyhelp {
namespace {

bool is_no_later(const Occurrence& a, const Occurrence& b) noexcept {
  return a.occurred <= b.occurred && a.recorded <= b.recorded;
}

}  // namespace

const ManyVictims* HistoryIndex::many_victims(std::uint32_t suspect) const noexcept {
  return people_[suspect].pair_count < many_pairs ? nullptr : &many_victims_.find(suspect)->second;
}

void HistoryIndex::collect_victims(std::uint32_t suspect) {
  many_victims_[suspect];
  for (auto pair = people_[suspect].first_pair; pair != nothing; pair = pairs_[pair].next_of(suspect)) {
    for (auto kind : {&HistoryPair::incidents, &HistoryPair::referrals}) {
      for (auto row = (pairs_[pair].*kind).head; row != nothing; row = rows_[row].next_of_pair) {
        const auto& occurrence = rows_[row].occurrence;
        if (pairs_[pair].is_suspect(suspect, occurrence)) note_victim(pair, suspect, occurrence);
      }
    }
  }
}

void HistoryIndex::note_victim(std::uint32_t pair, std::uint32_t suspect, const Occurrence& occurrence) {
  if (people_[suspect].pair_count < many_pairs) return;
  auto& victims = many_victims_[suspect];
  if (victims.other_pairs.contains(pair)) return;
  const auto plain = victims.plain_pairs.find(pair);
  if (plain == victims.plain_pairs.end()) {
    if (set_apart_links(pairs_[pair].other(suspect), suspect)) {
      victims.other_pairs.insert(pair);
    } else {
      victims.plain_pairs.emplace(pair, occurrence);
      victims.plain.insert(pair, occurrence);
    }
    return;
  }
  if (is_no_later(plain->second, occurrence)) return;
  if (!is_no_later(occurrence, plain->second)) return set_apart(pair, suspect);
  victims.plain.erase(pair, plain->second);
  plain->second = occurrence;
  victims.plain.insert(pair, occurrence);
}

/// The victim of `pair` is no longer plain.
void HistoryIndex::set_apart(std::uint32_t pair, std::uint32_t suspect) {
  if (people_[suspect].pair_count < many_pairs) return;
  auto& victims = many_victims_[suspect];
  const auto plain = victims.plain_pairs.find(pair);
  if (plain == victims.plain_pairs.end()) return;
  victims.plain.erase(pair, plain->second);
  victims.plain_pairs.erase(plain);
  victims.other_pairs.insert(pair);
}

/// Whom `victim` is linked with among the pairs of `suspect` is no longer plain. Whether there was anybody.
bool HistoryIndex::set_apart_links(std::uint32_t victim, std::uint32_t suspect) {
  bool is_linked = false;
  for (auto at = people_[victim].first_link; at != nothing; at = links_[at].next) {
    const auto pair = find_pair(links_[at].other, suspect);
    if (pair == nothing) continue;
    set_apart(pair, suspect);
    is_linked = true;
  }
  return is_linked;
}

/// Who gets linked with another of a suspect's pairs is no longer plain to that suspect, and the other is not either.
void HistoryIndex::note_link(std::uint32_t person, std::uint32_t linked) {
  if (people_[linked].pair_count < people_[person].pair_count) std::swap(person, linked);
  for (auto pair = people_[person].first_pair; pair != nothing; pair = pairs_[pair].next_of(person)) {
    const auto suspect = pairs_[pair].other(person);
    const auto linked_pair = find_pair(linked, suspect);
    if (linked_pair == nothing) continue;
    set_apart(pair, suspect);
    set_apart(linked_pair, suspect);
  }
}

}  // namespace earlyhelp
