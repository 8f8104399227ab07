#pragma once

#include <bit>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace earlyhelp::io {

/// The next bytes of a text: how many of them are as they are written, and whether any is not ASCII.
struct Stretch {
  unsigned size;
  bool is_ascii;
};

constexpr unsigned stretch_bytes = 16;

#ifdef __SSE2__
inline Stretch stretch_at(const char* at) noexcept {
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
inline Stretch stretch_at(const char* at) noexcept {
  Stretch stretch{.size = 0, .is_ascii = true};
  for (; stretch.size < stretch_bytes; ++stretch.size) {
    const auto byte = static_cast<unsigned char>(at[stretch.size]);
    if (byte < 0x20 || byte == '"' || byte == '\\') break;
    stretch.is_ascii = stretch.is_ascii && byte < 0x80;
  }
  return stretch;
}
#endif

}  // namespace earlyhelp::io
