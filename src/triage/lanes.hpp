#pragma once

#include "triage/plane_kernel.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

// Nothing here is shared between the sources that include it.
namespace earlyhelp {
namespace {

#if defined(__AVX512F__)
constexpr std::size_t lanes = 8;
#elif defined(__AVX2__)
constexpr std::size_t lanes = 4;
#else
constexpr std::size_t lanes = 2;
#endif
static_assert(block_words % lanes == 0);

/// As many words as a register holds, each of 64 other incidents.
struct Lanes {
  using Words [[gnu::vector_size(8 * lanes)]] = std::uint64_t;
  Words words;

  friend Lanes operator&(Lanes a, Lanes b) noexcept { return {a.words & b.words}; }
  friend Lanes operator&(Lanes a, std::uint64_t mask) noexcept { return {a.words & mask}; }
  friend Lanes operator|(Lanes a, Lanes b) noexcept { return {a.words | b.words}; }
  friend Lanes operator^(Lanes a, Lanes b) noexcept { return {a.words ^ b.words}; }
  friend Lanes operator~(Lanes a) noexcept { return {~a.words}; }
  friend Lanes operator>>(Lanes a, unsigned bits) noexcept { return {a.words >> bits}; }
  friend Lanes operator<<(Lanes a, unsigned bits) noexcept { return {a.words << bits}; }
};

/// The words of a register anywhere in memory. A copy byte by byte would be made in smaller pieces.
using LanesInMemory [[gnu::vector_size(8 * lanes), gnu::aligned(1), gnu::may_alias]] = std::uint64_t;

inline Lanes load(const void* words) noexcept { return {*static_cast<const LanesInMemory*>(words)}; }
inline void store(Lanes from, void* words) noexcept { *static_cast<LanesInMemory*>(words) = from.words; }

/// The same for one word where a register would be too much.
template <class Bits>
Bits load(const std::uint64_t* words) noexcept {
  if constexpr (std::is_same_v<Bits, Lanes>)
    return load(words);
  else
    return *words;
}
inline void store(std::uint64_t from, std::uint64_t* word) noexcept { *word = from; }

/// Past the caches, for more than they hold. Requires: memory that is aligned like a register, and a fence when all is
/// stored.
inline void stream(Lanes from, void* words) noexcept {
#if defined(__AVX512F__)
  _mm512_stream_si512(static_cast<__m512i*>(words), std::bit_cast<__m512i>(from));
#elif defined(__AVX2__)
  _mm256_stream_si256(static_cast<__m256i*>(words), std::bit_cast<__m256i>(from));
#elif defined(__SSE2__)
  _mm_stream_si128(static_cast<__m128i*>(words), std::bit_cast<__m128i>(from));
#else
  store(from, words);
#endif
}
/// Whole cache lines past the caches, the rest of the bytes as always. Requires: at least a line.
inline void stream(const std::uint8_t* from, std::uint8_t* to, std::size_t bytes) noexcept {
  const auto before = (line_size - std::bit_cast<std::uintptr_t>(to) % line_size) % line_size;
  std::memcpy(to, from, before);
  auto done = before;
  for (; done + line_size <= bytes; done += line_size) {
    for (std::size_t i = 0; i < line_size; i += sizeof(Lanes)) stream(load(from + done + i), to + done + i);
  }
  std::memcpy(to + done, from + done, bytes - done);
}
inline void finish_streams() noexcept {
#if defined(__SSE2__)
  _mm_sfence();
#endif
}

}  // namespace
}  // namespace earlyhelp
