#include <earlyhelp/id.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <stdexcept>

namespace earlyhelp {
namespace {

bool is_space_or_control(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7f;
}

/// The same of any of the eight bytes at `bytes`: a byte below 0x21, and one that differs from 0x7f by less than 1,
/// borrows from its highest bit.
bool has_space_or_control(const char* bytes) noexcept {
  constexpr std::uint64_t every = 0x0101010101010101;
  constexpr std::uint64_t high = every * 0x80;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  const auto del = word ^ (every * 0x7f);
  return ((((word - every * 0x21) & ~word) | ((del - every) & ~del)) & high) != 0;
}

}  // namespace

bool is_reference(std::string_view text) noexcept {
  if (text.empty() || text.size() > max_reference_bytes) return false;
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    if (has_space_or_control(text.data() + at)) return false;
  }
  // What is left, with some bytes before it again.
  if (at > 0) return !has_space_or_control(text.data() + text.size() - sizeof(std::uint64_t));
  return std::none_of(text.begin(), text.end(), is_space_or_control);
}

void require_reference(std::string_view text) {
  if (!is_reference(text)) {
    throw std::invalid_argument{"Id: needs 1 to 128 bytes without white space or control characters"};
  }
}

}  // namespace earlyhelp
