#pragma once

#include "triage/plane_kernel.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

// Turns planes, a word of answers of 64 incidents, into rows, a word of answers to 64 questions. Nothing here is shared
// between the sources that include it.
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

  friend Lanes operator&(Lanes a, std::uint64_t mask) noexcept { return {a.words & mask}; }
  friend Lanes operator^(Lanes a, Lanes b) noexcept { return {a.words ^ b.words}; }
  friend Lanes operator>>(Lanes a, unsigned bits) noexcept { return {a.words >> bits}; }
  friend Lanes operator<<(Lanes a, unsigned bits) noexcept { return {a.words << bits}; }
};
/// The same of eight questions.
using EightLanes = std::array<Lanes, 8>;

inline Lanes load(const std::uint64_t* words) noexcept {
  Lanes loaded;
  std::memcpy(&loaded, words, sizeof loaded);
  return loaded;
}

/// Swaps the upper `width` bits of one with the lower of the other, in every 2 * `width` bits; `low` are the lower.
template <unsigned width>
inline void swap_halves(Lanes& one, Lanes& other, std::uint64_t low) noexcept {
  const auto swapped = ((one >> width) ^ other) & low;
  other = other ^ swapped;
  one = one ^ (swapped << width);
}
template <unsigned width>
inline void swap_all(EightLanes& rows, std::uint64_t low4, std::uint64_t low2, std::uint64_t low1) noexcept {
  for (std::size_t i = 0; i < 4; ++i) swap_halves<4 * width>(rows[i], rows[i + 4], low4);
  for (const std::size_t i : {0U, 1U, 4U, 5U}) swap_halves<2 * width>(rows[i], rows[i + 2], low2);
  for (const std::size_t i : {0U, 2U, 4U, 6U}) swap_halves<width>(rows[i], rows[i + 1], low1);
}
/// Turns the bits of every eight bytes that stand in the same place.
inline void turn_bits(EightLanes& rows) noexcept {
  swap_all<1>(rows, 0x0f0f0f0f0f0f0f0f, 0x3333333333333333, 0x5555555555555555);
}
/// Turns the bytes of every eight words.
inline void turn_bytes(EightLanes& rows) noexcept {
  swap_all<8>(rows, 0x00000000ffffffff, 0x0000ffff0000ffff, 0x00ff00ff00ff00ff);
}

/// Writes the words of each lane beside each other, those of the next lane `stride` bytes behind.
inline void store(const EightLanes& rows, void* to, std::size_t stride) noexcept {
  auto* bytes = static_cast<std::uint8_t*>(to);
#if defined(__AVX512F__)
  const auto put = [&](std::size_t lane, Lanes::Words words) {
    std::memcpy(bytes + lane * stride, &words, sizeof words);
  };
  // pairs[2 * k + h]: words 2 * k and 2 * k + 1 of lanes h, h + 2, h + 4, h + 6.
  EightLanes pairs;
  for (std::size_t i = 0; i < 8; i += 2) {
    const auto even = rows[i].words;
    const auto odd = rows[i + 1].words;
    pairs[i].words = __builtin_shufflevector(even, odd, 0, 8, 2, 10, 4, 12, 6, 14);
    pairs[i + 1].words = __builtin_shufflevector(even, odd, 1, 9, 3, 11, 5, 13, 7, 15);
  }
  for (std::size_t h = 0; h < 2; ++h) {
    const auto even = [](Lanes::Words a, Lanes::Words b) {
      return __builtin_shufflevector(a, b, 0, 1, 4, 5, 8, 9, 12, 13);
    };
    const auto odd = [](Lanes::Words a, Lanes::Words b) {
      return __builtin_shufflevector(a, b, 2, 3, 6, 7, 10, 11, 14, 15);
    };
    // Words 0 to 3, and 4 to 7, of lanes h and h + 4, or of h + 2 and h + 6.
    const auto low = even(pairs[h].words, pairs[2 + h].words);
    const auto high = even(pairs[4 + h].words, pairs[6 + h].words);
    const auto low_of_next = odd(pairs[h].words, pairs[2 + h].words);
    const auto high_of_next = odd(pairs[4 + h].words, pairs[6 + h].words);
    put(h, even(low, high));
    put(h + 4, odd(low, high));
    put(h + 2, even(low_of_next, high_of_next));
    put(h + 6, odd(low_of_next, high_of_next));
  }
#else
  for (std::size_t lane = 0; lane < lanes; ++lane) {
    for (std::size_t i = 0; i < 8; ++i) {
      const std::uint64_t word = rows[i].words[lane];
      std::memcpy(bytes + lane * stride + 8 * i, &word, sizeof word);
    }
  }
#endif
}

/// Eight planes as bytes, a byte for each incident and a bit for each plane.
inline void turn(EightLanes& planes, std::uint8_t* bytes) noexcept {
  turn_bits(planes);
  turn_bytes(planes);
  store(planes, bytes, word_rows);
}

/// Up to 64 planes as words of 64 bits, a word for each incident and a bit for each plane. `words_of(i)` are the words
/// of plane i, null for one that there is not.
template <class WordsOf>
inline void turn(WordsOf words_of, std::uint64_t* rows) noexcept {
  std::array<EightLanes, 8> turned;
  for (std::size_t i = 0; i < 8; ++i) {
    EightLanes planes;
    for (std::size_t j = 0; j < 8; ++j) planes[j] = words_of(8 * j + i);
    turn_bytes(planes);
    for (std::size_t j = 0; j < 8; ++j) turned[j][i] = planes[j];
  }
  for (std::size_t j = 0; j < 8; ++j) {
    turn_bits(turned[j]);
    store(turned[j], rows + 8 * j, word_rows * sizeof *rows);
  }
}

}  // namespace
}  // namespace earlyhelp
