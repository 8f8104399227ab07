#include "plain_row.hpp"

#include <simdjson.h>

#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace earlyhelp::io {
namespace {

constexpr std::ptrdiff_t most_digits = 9;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The next bytes of a text: how many of them are as they are written, and whether any is not ASCII.
struct Stretch {
  unsigned size;
  bool is_ascii;
};

constexpr unsigned stretch_bytes = 16;

#ifdef __SSE2__
Stretch stretch_at(const char* at) noexcept {
  const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  const auto is_quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('"'));
  const auto is_escape = _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\'));
  const auto is_control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1f)), bytes);
  const auto stops =
      static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(is_quote, is_escape), is_control)));
  const auto size = static_cast<unsigned>(std::countr_zero(stops | 1U << stretch_bytes));
  const auto high = static_cast<unsigned>(_mm_movemask_epi8(bytes));
  return {.size = size, .is_ascii = (high & ((1U << size) - 1U)) == 0};
}
#else
Stretch stretch_at(const char* at) noexcept {
  Stretch stretch{.size = 0, .is_ascii = true};
  for (; stretch.size < stretch_bytes; ++stretch.size) {
    const auto byte = static_cast<unsigned char>(at[stretch.size]);
    if (byte < 0x20 || byte == '"' || byte == '\\') break;
    stretch.is_ascii = stretch.is_ascii && byte < 0x80;
  }
  return stretch;
}
#endif

}  // namespace

bool PlainRow::next_is(std::string_view word) noexcept {
  skip_space();
  if (static_cast<std::size_t>(end_ - at_) < word.size()) return false;
  if (*at_ != word.front() || std::memcmp(at_, word.data(), word.size()) != 0) return false;
  at_ += word.size();
  return true;
}

std::string_view PlainRow::text() {
  need('"');
  const char* begin = at_;
  while (at_ < end_) {
    const auto stretch = stretch_at(at_);
    is_ascii_ = is_ascii_ && stretch.is_ascii;
    at_ += stretch.size;
    if (stretch.size < stretch_bytes) break;
  }
  if (at_ >= end_ || *at_ != '"') give_up();
  return {begin, static_cast<std::size_t>(at_++ - begin)};
}

std::int64_t PlainRow::number() {
  skip_space();
  const char* begin = at_;
  std::int64_t value = 0;
  for (; at_ != end_ && is_digit(*at_); ++at_) {
    if (at_ - begin == most_digits) give_up();
    value = value * 10 + (*at_ - '0');
  }
  if (at_ == begin || (*begin == '0' && at_ - begin > 1)) give_up();
  return value;
}

void PlainRow::end(std::string_view row) {
  skip_space();
  if (at_ != end_ || (!is_ascii_ && !simdjson::validate_utf8(row.data(), row.size()))) give_up();
}

}  // namespace earlyhelp::io
