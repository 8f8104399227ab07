#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace earlyhelp::io {

/// Which of the next bytes of a record are marks, the first in the lowest bit.
struct RecordMarks {
  std::uint32_t commas;
  std::uint32_t quotes;
};

constexpr std::size_t record_marks_bytes = 16;

#ifdef __SSE2__
inline RecordMarks record_marks_at(const char* at) noexcept {
  const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  const auto mask = [bytes](char c) {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(c))));
  };
  return {.commas = mask(','), .quotes = mask('"')};
}
#else
inline RecordMarks record_marks_at(const char* at) noexcept {
  RecordMarks marks{.commas = 0, .quotes = 0};
  for (std::size_t i = 0; i < record_marks_bytes; ++i) {
    marks.commas |= std::uint32_t{at[i] == ','} << i;
    marks.quotes |= std::uint32_t{at[i] == '"'} << i;
  }
  return marks;
}
#endif

/// The cells of a record that is one line without quotes: what lies between its commas. False when there is a quote.
///
/// Requires: 16 readable bytes behind `line`.
inline bool split_plain(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size(); at += record_marks_bytes) {
    auto [commas, quotes] = record_marks_at(line.data() + at);
    if (const auto left = line.size() - at; left < record_marks_bytes) {
      commas &= (1U << left) - 1U;
      quotes &= (1U << left) - 1U;
    }
    if (quotes != 0) return false;
    for (; commas != 0; commas &= commas - 1) {
      const auto comma = at + static_cast<std::size_t>(std::countr_zero(commas));
      cells.emplace_back(line.data() + begin, comma - begin);
      begin = comma + 1;
    }
  }
  cells.emplace_back(line.data() + begin, line.size() - begin);
  return true;
}

}  // namespace earlyhelp::io
