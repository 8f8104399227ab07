#include "history_index.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

// Many incidents at once. One by one, an incident waits for memory half a dozen times, each time for a place that the
// one before told of; in a block all wait for the same step together.

namespace earlyhelp {
namespace {

template <class Value>
void expect([[maybe_unused]] const Value& value) noexcept {
#ifdef __GNUC__
  __builtin_prefetch(&value);
#endif
}

}  // namespace

void HistoryIndex::add_block(std::span<const NewIncident> block) {
  struct Hashes {
    std::uint32_t id;
    std::uint32_t victim;
    std::uint32_t suspect;
  };
  std::array<Hashes, block_size> hashes;  // NOLINT(cppcoreguidelines-pro-type-member-init): as many as are used
  for (std::size_t i = 0; i < block.size(); ++i) {
    hashes[i] = {.id = incident_ids_.prepare(block[i].id),
                 .victim = people_ids_.prepare(block[i].victim),
                 .suspect = people_ids_.prepare(block[i].suspect)};
  }
  for (const auto& each : std::span{hashes}.first(block.size())) {
    people_ids_.prepare_text(each.victim);
    people_ids_.prepare_text(each.suspect);
    incident_ids_.prepare_text(each.id);
  }
  std::array<NumberedIncident, block_size> numbers;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  for (std::size_t i = 0; i < block.size(); ++i) {
    numbers[i] = numbers_of(block[i], hashes[i].id, hashes[i].victim, hashes[i].suspect);
    expect(first_rows_[numbers[i].incident]);
    expect(people_[numbers[i].victim]);
    expect(people_[numbers[i].suspect]);
    const auto [low, high] = std::minmax(numbers[i].victim, numbers[i].suspect);
    expect(pair_slots_[hash_of_pair(low, high) & (pair_slots_.size() - 1)]);
  }
  const auto known = std::span{numbers}.first(block.size());
  for (const auto& each : known) {
    if (const auto pair = likely_pair(each); pair != nothing) expect(pairs_[pair]);
    if (const auto pair = people_[each.suspect].first_pair; pair != nothing) expect(pairs_[pair]);
  }
  for (const auto& each : known) {
    if (const auto row = last_row(likely_pair(each)); row != nothing) expect(rows_[row]);
    if (const auto row = last_row(people_[each.suspect].first_pair); row != nothing) expect(rows_[row]);
  }
  for (const auto& each : known) {
    const auto row = last_row(likely_pair(each));
    if (row != nothing && rows_[row].next_of_pair != nothing) expect(rows_[rows_[row].next_of_pair]);
  }
  for (std::size_t i = 0; i < block.size(); ++i) add_numbered(numbers[i], block[i].occurrence);
}

/// The pair when it stands in the first slot in which it can; nothing otherwise, or another pair of the same hash.
std::uint32_t HistoryIndex::likely_pair(const NumberedIncident& numbers) const noexcept {
  const auto [low, high] = std::minmax(numbers.victim, numbers.suspect);
  const auto hash = hash_of_pair(low, high);
  const auto& slot = pair_slots_[hash & (pair_slots_.size() - 1)];
  return slot.hash == hash ? slot.number : nothing;
}

/// The row of an incident that was added to `pair` last; nothing when it has none.
std::uint32_t HistoryIndex::last_row(std::uint32_t pair) const noexcept {
  return pair == nothing ? nothing : pairs_[pair].incidents.head;
}

}  // namespace earlyhelp
