#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

// Compares 64 values with one and gathers the answers, the first in the lowest bit: in the widest registers that the
// source which includes this may use. Nothing here is shared between sources.
namespace earlyhelp {
namespace {

#if defined(__AVX512BW__)

inline __m512i load(const void* values) noexcept { return _mm512_loadu_si512(values); }

inline std::uint64_t equal(const std::uint8_t* values, std::uint8_t value) noexcept {
  return _mm512_cmpeq_epi8_mask(load(values), _mm512_set1_epi8(static_cast<char>(value)));
}
inline std::uint64_t at_least(const std::uint8_t* values, std::uint8_t value) noexcept {
  return _mm512_cmpge_epu8_mask(load(values), _mm512_set1_epi8(static_cast<char>(value)));
}
inline std::uint64_t at_least(const std::int32_t* values, std::int32_t value) noexcept {
  const auto limit = _mm512_set1_epi32(value);
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < 4; ++i) {
    bits |= std::uint64_t{_mm512_cmpge_epi32_mask(load(values + 16 * i), limit)} << 16 * i;
  }
  return bits;
}

#elif defined(__AVX2__)

inline __m256i load(const void* values) noexcept {
  __m256i loaded;
  std::memcpy(&loaded, values, sizeof loaded);
  return loaded;
}
inline std::uint64_t gather(__m256i low, __m256i high) noexcept {
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(low)) |
         std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(high))} << 32;
}

inline std::uint64_t equal(const std::uint8_t* values, std::uint8_t value) noexcept {
  const auto other = _mm256_set1_epi8(static_cast<char>(value));
  return gather(_mm256_cmpeq_epi8(load(values), other), _mm256_cmpeq_epi8(load(values + 32), other));
}
inline std::uint64_t at_least(const std::uint8_t* values, std::uint8_t value) noexcept {
  const auto limit = _mm256_set1_epi8(static_cast<char>(value));
  const auto holds = [limit](__m256i of) { return _mm256_cmpeq_epi8(_mm256_max_epu8(of, limit), of); };
  return gather(holds(load(values)), holds(load(values + 32)));
}
inline std::uint64_t at_least(const std::int32_t* values, std::int32_t value) noexcept {
  // Packing works in halves of a register, so that the fours come out of order.
  const auto order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
  const auto below = [values, limit = _mm256_set1_epi32(value)](unsigned i) {
    return _mm256_cmpgt_epi32(limit, load(values + 8 * i));
  };
  const auto pack = [&](unsigned i) {
    const auto bytes =
        _mm256_packs_epi16(_mm256_packs_epi32(below(i), below(i + 1)), _mm256_packs_epi32(below(i + 2), below(i + 3)));
    return _mm256_permutevar8x32_epi32(bytes, order);
  };
  return ~gather(pack(0), pack(4));
}

#elif defined(__SSE2__)

inline __m128i load(const void* values) noexcept {
  __m128i loaded;
  std::memcpy(&loaded, values, sizeof loaded);
  return loaded;
}
template <class Holds>
std::uint64_t gather(Holds holds) noexcept {
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < 4; ++i) bits |= static_cast<std::uint64_t>(_mm_movemask_epi8(holds(i))) << 16 * i;
  return bits;
}

inline std::uint64_t equal(const std::uint8_t* values, std::uint8_t value) noexcept {
  const auto other = _mm_set1_epi8(static_cast<char>(value));
  return gather([&](unsigned i) { return _mm_cmpeq_epi8(load(values + 16 * i), other); });
}
inline std::uint64_t at_least(const std::uint8_t* values, std::uint8_t value) noexcept {
  const auto limit = _mm_set1_epi8(static_cast<char>(value));
  return gather([&](unsigned i) {
    const auto of = load(values + 16 * i);
    return _mm_cmpeq_epi8(_mm_max_epu8(of, limit), of);
  });
}
inline std::uint64_t at_least(const std::int32_t* values, std::int32_t value) noexcept {
  const auto below = [values, limit = _mm_set1_epi32(value)](unsigned i) {
    return _mm_cmpgt_epi32(limit, load(values + 4 * i));
  };
  return ~gather([&](unsigned i) {
    return _mm_packs_epi16(_mm_packs_epi32(below(4 * i), below(4 * i + 1)),
                           _mm_packs_epi32(below(4 * i + 2), below(4 * i + 3)));
  });
}

#else

template <class Value, class Holds>
std::uint64_t gather(const Value* values, Holds holds) noexcept {
  std::uint64_t bits = 0;
  for (unsigned i = 0; i < 64; ++i) bits |= std::uint64_t{holds(values[i])} << i;
  return bits;
}

inline std::uint64_t equal(const std::uint8_t* values, std::uint8_t value) noexcept {
  return gather(values, [value](std::uint8_t of) { return of == value; });
}
inline std::uint64_t at_least(const std::uint8_t* values, std::uint8_t value) noexcept {
  return gather(values, [value](std::uint8_t of) { return of >= value; });
}
inline std::uint64_t at_least(const std::int32_t* values, std::int32_t value) noexcept {
  return gather(values, [value](std::int32_t of) { return of >= value; });
}

#endif

/// 64 bits from bit `first` on. Requires: they are there.
inline std::uint64_t bits_from(const std::uint8_t* bytes, std::size_t first) noexcept {
  bytes += first / 8;
  std::uint64_t bits = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&bits, bytes, sizeof bits);
  } else {
    for (unsigned i = 0; i < 8; ++i) bits |= std::uint64_t{bytes[i]} << 8 * i;
  }
  const auto shift = first % 8;
  return shift == 0 ? bits : bits >> shift | std::uint64_t{bytes[8]} << (64 - shift);
}

}  // namespace
}  // namespace earlyhelp
