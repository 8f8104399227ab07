#include "reference_table.hpp"

#include <earlyhelp/id.hpp>

#include <cstring>
#include <functional>
#include <stdexcept>
#include <utility>

namespace earlyhelp {
namespace {

// A place is the number of a page and an offset in it; there stand the length, in one byte, and the text.
constexpr unsigned page_bits = 16;
constexpr std::size_t page_size = std::size_t{1} << page_bits;
static_assert(max_reference_bytes < 255);

std::uint32_t hash_of(std::string_view reference) noexcept {
  const std::uint64_t hash = std::hash<std::string_view>{}(reference);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

ReferenceTable::Place ReferenceTable::Slot::place() const noexcept {
  Place place{};
  std::memcpy(&place, bytes.data(), sizeof place);
  return place;
}

bool ReferenceTable::Slot::holds(std::string_view reference) const noexcept {
  return size == reference.size() && std::memcmp(bytes.data(), reference.data(), size) == 0;
}

std::uint32_t ReferenceTable::prepare(std::string_view reference) const noexcept {
  const auto hash = hash_of(reference);
#ifdef __GNUC__
  __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
#endif
  return hash;
}

void ReferenceTable::prepare_text([[maybe_unused]] std::uint32_t hash) const noexcept {
#ifdef __GNUC__
  const auto& slot = slots_[hash & (slots_.size() - 1)];
  if (slot.size != is_long || slot.place().hash != hash) return;
  const auto at = slot.place().at;
  __builtin_prefetch(pages_[at >> page_bits].data() + (at & (page_size - 1)));
#endif
}

std::string_view ReferenceTable::text_at(std::uint32_t place) const noexcept {
  const std::string_view page = pages_[place >> page_bits];
  const auto start = place & (page_size - 1);
  return page.substr(start + 1, static_cast<unsigned char>(page[start]));
}

std::size_t ReferenceTable::slot_of(std::string_view reference, std::uint32_t hash) const noexcept {
  const auto mask = slots_.size() - 1;
  auto at = hash & mask;
  if (reference.size() <= short_size) {
    while (slots_[at].number != nothing && !slots_[at].holds(reference)) at = (at + 1) & mask;
    return at;
  }
  for (; slots_[at].number != nothing; at = (at + 1) & mask) {
    if (slots_[at].size != is_long) continue;
    const auto place = slots_[at].place();
    if (place.hash == hash && text_at(place.at) == reference) break;
  }
  return at;
}

std::uint32_t ReferenceTable::find(std::string_view reference, std::uint32_t hash) const noexcept {
  return slots_[slot_of(reference, hash)].number;
}

std::uint32_t ReferenceTable::number(std::string_view reference, std::uint32_t hash) {
  auto at = slot_of(reference, hash);
  if (slots_[at].number != nothing) return slots_[at].number;
  if ((size_ + std::size_t{1}) * 4 > slots_.size() * 3) {
    grow();
    at = slot_of(reference, hash);
  }
  if (size_ == nothing) throw std::length_error{"History: more references than 32 bits can number"};
  put(slots_[at], reference, hash);
  return slots_[at].number = size_++;
}

void ReferenceTable::put(Slot& slot, std::string_view reference, std::uint32_t hash) {
  if (reference.size() <= short_size) {
    slot.size = static_cast<std::uint8_t>(reference.size());
    reference.copy(slot.bytes.data(), short_size);
  } else {
    const Place place{.hash = hash, .at = keep(reference)};
    slot.size = is_long;
    std::memcpy(slot.bytes.data(), &place, sizeof place);
  }
}

std::uint32_t ReferenceTable::keep(std::string_view reference) {
  if (pages_.empty() || pages_.back().size() + 1 + reference.size() > page_size) {
    if (pages_.size() == page_size) throw std::length_error{"History: the references need more than 4 GB"};
    pages_.emplace_back();
  }
  auto& page = pages_.back();
  const auto place = ((pages_.size() - 1) << page_bits) | page.size();
  page += static_cast<char>(reference.size());
  page += reference;
  return static_cast<std::uint32_t>(place);
}

void ReferenceTable::grow() {
  const auto old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  const auto mask = slots_.size() - 1;
  for (const auto& slot : old) {
    if (slot.number == nothing) continue;
    const auto hash = slot.size == is_long ? slot.place().hash : hash_of({slot.bytes.data(), slot.size});
    auto at = hash & mask;
    while (slots_[at].number != nothing) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace earlyhelp
