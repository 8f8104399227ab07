#pragma once

#include "triage/plane_kernel.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

// Nothing here is shared between the sources that include it.
namespace earlyhelp {
namespace {

/// 64 by 64 bits: a word of planes each, and, once turned, a row of answers each.
using WordMatrix = std::array<std::uint64_t, word_rows>;

/// Swaps the halves off the diagonal in every block of 2 * `width` rows and columns.
template <std::size_t width>
inline void swap_halves(WordMatrix& matrix, std::uint64_t low) noexcept {
  for (std::size_t block = 0; block < word_rows; block += 2 * width) {
    for (std::size_t i = block; i < block + width; ++i) {
      const auto swapped = (matrix[i] >> width ^ matrix[i + width]) & low;
      matrix[i] ^= swapped << width;
      matrix[i + width] ^= swapped;
    }
  }
}

/// Rows become planes, and planes rows.
inline void turn(WordMatrix& matrix) noexcept {
  swap_halves<32>(matrix, 0x00000000ffffffff);
  swap_halves<16>(matrix, 0x0000ffff0000ffff);
  swap_halves<8>(matrix, 0x00ff00ff00ff00ff);
  swap_halves<4>(matrix, 0x0f0f0f0f0f0f0f0f);
  swap_halves<2>(matrix, 0x3333333333333333);
  swap_halves<1>(matrix, 0x5555555555555555);
}

using Reading = PlaneBits AnswerPlanes::*;

/// Levels, of which a higher one is reached only with all lower ones, as a number in bits from `first` on.
template <std::size_t levels>
inline void put_level(WordMatrix& matrix, std::size_t first, const std::array<AnswerPlanes, levels>& at_least,
                      Reading reading, std::size_t word) noexcept {
  static_assert(levels < 8);
  for (std::size_t level = 1; level <= levels; ++level) {
    // The bits in which this level differs from the one below.
    const auto reached = (at_least[level - 1].*reading).words[word];
    for (std::size_t bit = 0; bit < 3; ++bit) {
      if (((level ^ (level - 1)) >> bit & 1U) != 0) matrix[first + bit] ^= reached;
    }
  }
}

// Where an outcome stands in a row of 32 bits.
constexpr std::size_t first_grade = 0;
constexpr std::size_t first_route = 8;
constexpr std::size_t first_duty = 16;
constexpr std::size_t provisional_bit = 7;

/// Grade, route and duties of 64 incidents, in the lower half of each row as known, in the upper half if unknowns are
/// yes.
inline WordMatrix asked_rows(const OutcomeBlock& outcome, std::size_t word) noexcept {
  WordMatrix matrix = {};
  std::size_t first = 0;
  for (const auto reading : {&AnswerPlanes::known, &AnswerPlanes::if_unknowns_yes}) {
    put_level(matrix, first + first_grade, outcome.grade_at_least, reading, word);
    put_level(matrix, first + first_route, outcome.route_at_least, reading, word);
    for (std::size_t i = 0; i < count_of<Duty>; ++i) {
      matrix[first + first_duty + i] = (outcome.duties[i].*reading).words[word];
    }
    first += 32;
  }
  matrix[provisional_bit] = outcome.provisional.words[word];
  turn(matrix);
  return matrix;
}

inline WordMatrix reason_rows(const OutcomeBlock& outcome, std::size_t rules, Reading reading,
                              std::size_t word) noexcept {
  WordMatrix matrix = {};
  for (std::size_t i = 0; i < rules; ++i) matrix[i] = (outcome.reasons[i].*reading).words[word];
  turn(matrix);
  return matrix;
}

}  // namespace
}  // namespace earlyhelp
