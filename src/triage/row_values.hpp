#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

// 64 values of a column in the widest registers that the including source may use, and the answers to a comparison of
// each, the first in the lowest bit. Nothing here is shared between sources.
namespace earlyhelp {
namespace {

#if defined(__AVX512BW__)

class Codes {
 public:
  explicit Codes(const std::uint8_t* codes) noexcept : codes_{_mm512_loadu_si512(codes)} {}

  std::uint64_t equal(std::uint8_t code) const noexcept { return _mm512_cmpeq_epi8_mask(codes_, all(code)); }
  std::uint64_t at_least(std::uint8_t code) const noexcept { return _mm512_cmpge_epu8_mask(codes_, all(code)); }
  friend Codes max(Codes a, Codes b) noexcept { return Codes{_mm512_max_epu8(a.codes_, b.codes_)}; }
  /// Sums; what does not fit is the largest that does.
  friend Codes operator+(Codes a, Codes b) noexcept { return Codes{_mm512_adds_epu8(a.codes_, b.codes_)}; }

 private:
  explicit Codes(__m512i codes) noexcept : codes_{codes} {}
  static __m512i all(std::uint8_t code) noexcept { return _mm512_set1_epi8(static_cast<char>(code)); }

  __m512i codes_;
};

inline std::uint64_t at_least(const std::int32_t* numbers, std::int32_t limit) noexcept {
  const auto limits = _mm512_set1_epi32(limit);
  const auto sixteen = [&](unsigned i) {
    return std::uint64_t{_mm512_cmpge_epi32_mask(_mm512_loadu_si512(numbers + 16 * i), limits)} << 16 * i;
  };
  return (sixteen(0) | sixteen(1)) | (sixteen(2) | sixteen(3));
}

#elif defined(__AVX2__)

class Codes {
 public:
  explicit Codes(const std::uint8_t* codes) noexcept : low_{load(codes)}, high_{load(codes + 32)} {}

  std::uint64_t equal(std::uint8_t code) const noexcept {
    return gather(_mm256_cmpeq_epi8(low_, all(code)), _mm256_cmpeq_epi8(high_, all(code)));
  }
  std::uint64_t at_least(std::uint8_t code) const noexcept {
    return gather(_mm256_cmpeq_epi8(_mm256_max_epu8(low_, all(code)), low_),
                  _mm256_cmpeq_epi8(_mm256_max_epu8(high_, all(code)), high_));
  }
  friend Codes max(Codes a, Codes b) noexcept {
    return {_mm256_max_epu8(a.low_, b.low_), _mm256_max_epu8(a.high_, b.high_)};
  }
  friend Codes operator+(Codes a, Codes b) noexcept {
    return {_mm256_adds_epu8(a.low_, b.low_), _mm256_adds_epu8(a.high_, b.high_)};
  }

  static __m256i load(const void* values) noexcept {
    __m256i loaded;
    std::memcpy(&loaded, values, sizeof loaded);
    return loaded;
  }
  static std::uint64_t gather(__m256i low, __m256i high) noexcept {
    return static_cast<std::uint32_t>(_mm256_movemask_epi8(low)) |
           std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(high))} << 32;
  }

 private:
  Codes(__m256i low, __m256i high) noexcept : low_{low}, high_{high} {}
  static __m256i all(std::uint8_t code) noexcept { return _mm256_set1_epi8(static_cast<char>(code)); }

  __m256i low_;
  __m256i high_;
};

inline std::uint64_t at_least(const std::int32_t* numbers, std::int32_t limit) noexcept {
  // Packing works in halves of a register, so that the fours come out of order.
  const auto order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
  const auto limits = _mm256_set1_epi32(limit);
  const auto below = [&](unsigned i) { return _mm256_cmpgt_epi32(limits, Codes::load(numbers + 8 * i)); };
  const auto pack = [&](unsigned i) {
    const auto bytes =
        _mm256_packs_epi16(_mm256_packs_epi32(below(i), below(i + 1)), _mm256_packs_epi32(below(i + 2), below(i + 3)));
    return _mm256_permutevar8x32_epi32(bytes, order);
  };
  return ~Codes::gather(pack(0), pack(4));
}

#elif defined(__SSE2__)

class Codes {
 public:
  explicit Codes(const std::uint8_t* codes) noexcept
      : codes_{load(codes), load(codes + 16), load(codes + 32), load(codes + 48)} {}

  std::uint64_t equal(std::uint8_t code) const noexcept {
    return gather([&](std::size_t i) { return _mm_cmpeq_epi8(codes_[i], all(code)); });
  }
  std::uint64_t at_least(std::uint8_t code) const noexcept {
    return gather([&](std::size_t i) { return _mm_cmpeq_epi8(_mm_max_epu8(codes_[i], all(code)), codes_[i]); });
  }
  friend Codes max(Codes a, const Codes& b) noexcept {
    for (std::size_t i = 0; i < 4; ++i) a.codes_[i] = _mm_max_epu8(a.codes_[i], b.codes_[i]);
    return a;
  }
  friend Codes operator+(Codes a, const Codes& b) noexcept {
    for (std::size_t i = 0; i < 4; ++i) a.codes_[i] = _mm_adds_epu8(a.codes_[i], b.codes_[i]);
    return a;
  }

  static __m128i load(const void* values) noexcept {
    __m128i loaded;
    std::memcpy(&loaded, values, sizeof loaded);
    return loaded;
  }
  template <class Holds>
  static std::uint64_t gather(Holds holds) noexcept {
    const auto sixteen = [&](std::size_t i) {
      return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(holds(i)))) << 16 * i;
    };
    return (sixteen(0) | sixteen(1)) | (sixteen(2) | sixteen(3));
  }

 private:
  static __m128i all(std::uint8_t code) noexcept { return _mm_set1_epi8(static_cast<char>(code)); }

  __m128i codes_[4];
};

inline std::uint64_t at_least(const std::int32_t* numbers, std::int32_t limit) noexcept {
  const auto limits = _mm_set1_epi32(limit);
  const auto below = [&](std::size_t i) { return _mm_cmpgt_epi32(limits, Codes::load(numbers + 4 * i)); };
  return ~Codes::gather([&](std::size_t i) {
    return _mm_packs_epi16(_mm_packs_epi32(below(4 * i), below(4 * i + 1)),
                           _mm_packs_epi32(below(4 * i + 2), below(4 * i + 3)));
  });
}

#else

template <class Holds>
std::uint64_t gather(Holds holds) noexcept {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 64; ++i) bits |= std::uint64_t{holds(i)} << i;
  return bits;
}

class Codes {
 public:
  explicit Codes(const std::uint8_t* codes) noexcept { std::memcpy(codes_.data(), codes, sizeof codes_); }

  std::uint64_t equal(std::uint8_t code) const noexcept {
    return gather([&](std::size_t i) { return codes_[i] == code; });
  }
  std::uint64_t at_least(std::uint8_t code) const noexcept {
    return gather([&](std::size_t i) { return codes_[i] >= code; });
  }
  friend Codes max(Codes a, const Codes& b) noexcept {
    for (std::size_t i = 0; i < 64; ++i) a.codes_[i] = std::max(a.codes_[i], b.codes_[i]);
    return a;
  }
  friend Codes operator+(Codes a, const Codes& b) noexcept {
    for (std::size_t i = 0; i < 64; ++i) {
      const auto sum = a.codes_[i] + b.codes_[i];
      a.codes_[i] = static_cast<std::uint8_t>(sum < 255 ? sum : 255);
    }
    return a;
  }

 private:
  std::array<std::uint8_t, 64> codes_;
};

inline std::uint64_t at_least(const std::int32_t* numbers, std::int32_t limit) noexcept {
  return gather([&](std::size_t i) { return numbers[i] >= limit; });
}

#endif

}  // namespace
}  // namespace earlyhelp
