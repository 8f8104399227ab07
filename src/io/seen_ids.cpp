#include <earlyhelp/io/seen_ids.hpp>

#include <algorithm>
#include <bit>
#include <cstring>

namespace earlyhelp::io {
namespace {

constexpr std::size_t first_slots = 1024;

constexpr std::uint64_t mix(std::uint64_t value) noexcept {
  value = (value ^ (value >> 32U)) * 0xd6e8feb86659fd93U;
  value = (value ^ (value >> 32U)) * 0xd6e8feb86659fd93U;
  return value ^ (value >> 32U);
}

}  // namespace

SeenIds::SeenIds() : slots_(first_slots) {}

void SeenIds::prepare([[maybe_unused]] std::string_view id) const noexcept {
#ifdef __GNUC__
  __builtin_prefetch(&slots_[print_of(id).low & (slots_.size() - 1)]);
#endif
}

bool SeenIds::insert(std::string_view id) {
  const auto print = print_of(id);
  auto& slot = slot_for(print);
  if (slot == print) return false;
  slot = print;
  if (++size_ * 4 > slots_.size() * 3) grow();
  return true;
}

void SeenIds::clear() {
  slots_.assign(first_slots, Print{});
  size_ = 0;
}

/// Two lanes over the bytes, eight at a time, with different multipliers, and the length in both.
SeenIds::Print SeenIds::print_of(std::string_view id) noexcept {
  std::uint64_t low = mix(id.size() + 1);
  std::uint64_t high = mix(~std::uint64_t{id.size()});
  while (!id.empty()) {
    std::uint64_t word = 0;
    const auto width = std::min(id.size(), sizeof word);
    std::memcpy(&word, id.data(), width);
    id.remove_prefix(width);
    low = mix(low ^ word);
    high = mix(std::rotl(high, 23) + word * 0x9e3779b97f4a7c15U);
  }
  return {.low = low, .high = high | 1U};
}

SeenIds::Print& SeenIds::slot_for(Print print) noexcept {
  auto at = print.low & (slots_.size() - 1);
  while (slots_[at].high != 0 && slots_[at] != print) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void SeenIds::grow() {
  std::vector<Print> old(slots_.size() * 2);
  old.swap(slots_);
  for (const auto& print : old) {
    if (print.high != 0) slot_for(print) = print;
  }
}

}  // namespace earlyhelp::io
