#pragma once

#include "triage/lanes.hpp"
#include "triage/plane_kernel.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

// Turns planes, a word of answers of 64 incidents, into rows, a word of answers to 64 questions. Nothing here is shared
// between the sources that include it.
namespace earlyhelp {
namespace {

/// The same words of eight planes.
using EightLanes = std::array<Lanes, 8>;

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

#if defined(__AVX2__)
// Of two registers the even words, the odd words, the even pairs of words, and the odd pairs: beside each other.
#if defined(__AVX512F__)
inline Lanes even_words(Lanes a, Lanes b) noexcept {
  return {__builtin_shufflevector(a.words, b.words, 0, 8, 2, 10, 4, 12, 6, 14)};
}
inline Lanes odd_words(Lanes a, Lanes b) noexcept {
  return {__builtin_shufflevector(a.words, b.words, 1, 9, 3, 11, 5, 13, 7, 15)};
}
inline Lanes even_pairs(Lanes a, Lanes b) noexcept {
  return {__builtin_shufflevector(a.words, b.words, 0, 1, 4, 5, 8, 9, 12, 13)};
}
inline Lanes odd_pairs(Lanes a, Lanes b) noexcept {
  return {__builtin_shufflevector(a.words, b.words, 2, 3, 6, 7, 10, 11, 14, 15)};
}
#else
inline Lanes even_words(Lanes a, Lanes b) noexcept { return {__builtin_shufflevector(a.words, b.words, 0, 4, 2, 6)}; }
inline Lanes odd_words(Lanes a, Lanes b) noexcept { return {__builtin_shufflevector(a.words, b.words, 1, 5, 3, 7)}; }
inline Lanes even_pairs(Lanes a, Lanes b) noexcept { return {__builtin_shufflevector(a.words, b.words, 0, 1, 4, 5)}; }
inline Lanes odd_pairs(Lanes a, Lanes b) noexcept { return {__builtin_shufflevector(a.words, b.words, 2, 3, 6, 7)}; }
#endif
#endif

/// Writes the eight words of each lane beside each other, those of the next lane `stride` bytes behind.
inline void store(const EightLanes& rows, void* to, std::size_t stride) noexcept {
  auto* bytes = static_cast<std::uint8_t*>(to);
#if defined(__AVX512F__)
  for (std::size_t odd = 0; odd < 2; ++odd) {
    // Words 2 * i and 2 * i + 1 of every second lane.
    std::array<Lanes, 4> pairs;
    for (std::size_t i = 0; i < 4; ++i) {
      pairs[i] = odd == 0 ? even_words(rows[2 * i], rows[2 * i + 1]) : odd_words(rows[2 * i], rows[2 * i + 1]);
    }
    const auto low = even_pairs(pairs[0], pairs[1]);
    const auto high = even_pairs(pairs[2], pairs[3]);
    store(even_pairs(low, high), bytes + odd * stride);
    store(odd_pairs(low, high), bytes + (odd + 4) * stride);
    const auto next_low = odd_pairs(pairs[0], pairs[1]);
    const auto next_high = odd_pairs(pairs[2], pairs[3]);
    store(even_pairs(next_low, next_high), bytes + (odd + 2) * stride);
    store(odd_pairs(next_low, next_high), bytes + (odd + 6) * stride);
  }
#elif defined(__AVX2__)
  for (std::size_t half = 0; half < 2; ++half) {
    const auto* four = rows.data() + 4 * half;
    auto* at = bytes + 32 * half;
    const auto even_low = even_words(four[0], four[1]);
    const auto even_high = even_words(four[2], four[3]);
    const auto odd_low = odd_words(four[0], four[1]);
    const auto odd_high = odd_words(four[2], four[3]);
    store(even_pairs(even_low, even_high), at);
    store(even_pairs(odd_low, odd_high), at + stride);
    store(odd_pairs(even_low, even_high), at + 2 * stride);
    store(odd_pairs(odd_low, odd_high), at + 3 * stride);
  }
#else
  for (std::size_t i = 0; i < 8; i += 2) {
    const auto& even = rows[i].words;
    const auto& odd = rows[i + 1].words;
    store({__builtin_shufflevector(even, odd, 0, 2)}, bytes + 8 * i);
    store({__builtin_shufflevector(even, odd, 1, 3)}, bytes + 8 * i + stride);
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
/// of plane i, none of those from `count` on.
template <class WordsOf>
inline void turn(WordsOf words_of, std::size_t count, std::uint64_t* rows) noexcept {
  std::array<EightLanes, 8> turned;
  for (std::size_t i = 0; i < 8; ++i) {
    EightLanes planes = {};
    if (8 * i < count) {
      for (std::size_t j = 0; j < 8; ++j) planes[j] = words_of(8 * i + j);
      turn_bits(planes);
    }
    for (std::size_t j = 0; j < 8; ++j) turned[j][i] = planes[j];
  }
  for (auto& bytes : turned) turn_bytes(bytes);
  for (std::size_t i = 0; i < 8; ++i) {
    EightLanes eight_rows;
    for (std::size_t j = 0; j < 8; ++j) eight_rows[j] = turned[j][i];
    store(eight_rows, rows + 8 * i, word_rows * sizeof *rows);
  }
}

}  // namespace
}  // namespace earlyhelp
