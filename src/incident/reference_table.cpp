#include "reference_table.hpp"

#include <earlyhelp/id.hpp>

#include <functional>
#include <stdexcept>
#include <utility>

namespace earlyhelp {
namespace {

// A place is the number of a page and an offset in it; there stand the length, in one byte, and the text.
constexpr unsigned page_bits = 16;
constexpr std::size_t page_size = std::size_t{1} << page_bits;
static_assert(max_reference_bytes < 256);

}  // namespace

std::uint32_t ReferenceTable::hash_of(std::string_view reference) noexcept {
  const std::uint64_t hash = std::hash<std::string_view>{}(reference);
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

std::string_view ReferenceTable::text_at(std::uint32_t place) const noexcept {
  const char* start = pages_[place >> page_bits].data() + (place & (page_size - 1));
  return {start + 1, static_cast<unsigned char>(*start)};
}

std::size_t ReferenceTable::slot_of(std::string_view reference, std::uint32_t hash) const noexcept {
  const auto mask = slots_.size() - 1;
  auto at = hash & mask;
  while (slots_[at].number != nothing && (slots_[at].hash != hash || text_at(slots_[at].place) != reference)) {
    at = (at + 1) & mask;
  }
  return at;
}

std::uint32_t ReferenceTable::find(std::string_view reference) const noexcept {
  return slots_[slot_of(reference, hash_of(reference))].number;
}

std::uint32_t ReferenceTable::number(std::string_view reference) {
  const auto hash = hash_of(reference);
  auto at = slot_of(reference, hash);
  if (slots_[at].number != nothing) return slots_[at].number;
  if ((size_ + std::size_t{1}) * 4 > slots_.size() * 3) {
    grow();
    at = slot_of(reference, hash);
  }
  if (size_ == nothing) throw std::length_error{"History: more references than 32 bits can number"};
  slots_[at] = {.hash = hash, .place = keep(reference), .number = size_};
  return size_++;
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
    auto at = slot.hash & mask;
    while (slots_[at].number != nothing) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

}  // namespace earlyhelp
