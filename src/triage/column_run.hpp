#pragma once

#include "triage/column_check.hpp"
#include "triage/fetch_lines.hpp"
#include "triage/plane_kernel.hpp"
#include "triage/row_values.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>

// Nothing here is shared between the sources that include it.
namespace earlyhelp {
namespace {

/// The answers to one question about the incidents of a block.
struct alignas(64) RunBits {
  std::array<std::uint64_t, block_words> words;

  friend RunBits operator&(const RunBits& a, const RunBits& b) noexcept {
    return each([&](std::size_t i) { return a.words[i] & b.words[i]; });
  }
  friend RunBits operator|(const RunBits& a, const RunBits& b) noexcept {
    return each([&](std::size_t i) { return a.words[i] | b.words[i]; });
  }
  friend RunBits operator~(const RunBits& a) noexcept {
    return each([&](std::size_t i) { return ~a.words[i]; });
  }

 private:
  template <class Word>
  static RunBits each(Word word) noexcept {
    RunBits bits;
    for (std::size_t i = 0; i < block_words; ++i) bits.words[i] = word(i);
    return bits;
  }
};

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

/// Compares the columns of a run with one value after the other, and notes whether check() objects to one on the way.
class ColumnRun {
 public:
  ColumnRun(WordRun run, FetchQueue& queue) noexcept : run_{run}, queue_{queue} {}

  bool has_fault() const noexcept { return fault_ != 0; }

  void find_there(const RowBits& valid, RunBits& is_there) const noexcept {
    if (valid.bytes == nullptr) {
      is_there.words.fill(~std::uint64_t{0});
      return;
    }
    const auto first = valid.first_bit + run_.first_row;
    fetch_later(queue_, valid.bytes + (first + later) / 8, block_rows / 8);
    fetch_during(queue_, 50);
    if (first % 8 == 0 && std::endian::native == std::endian::little) {
      const auto* bytes = valid.bytes + first / 8;
      if (run_.words == block_words)
        std::memcpy(is_there.words.data(), bytes, sizeof is_there.words);
      else
        std::memcpy(&word(is_there, 0), bytes, run_.words * sizeof(std::uint64_t));
      return;
    }
    for (std::size_t i = 0; i < run_.words; ++i) word(is_there, i) = bits_from(valid.bytes, first + word_rows * i);
  }

  /// Where a code is a yes. Every code is a yes or a no.
  void find_yes(const RowCodes& column, RunBits& is_yes) noexcept {
    const auto* codes = column.codes + run_.first_row;
    fetch_later(queue_, codes + later, block_rows);
    fetch_during(queue_, 50);
    Codes any{codes};
    for (std::size_t i = 0; i < run_.words; ++i) {
      const Codes word_codes{codes + word_rows * i};
      word(is_yes, i) = word_codes.at_least(1);
      any = any | word_codes;
    }
    // All together they are at most 1 when each is.
    if (any.at_least(2) != 0) require_below(column, 2);
  }

  /// Where a code is `code`.
  void find_equal(const RowCodes& column, std::uint8_t code, RunBits& is_equal) const noexcept {
    for (std::size_t i = 0; i < run_.words; ++i) {
      const auto row = run_.first_row + word_rows * i;
      word(is_equal, i) = Codes{column.codes + row}.equal(code) & there(column.valid, row);
    }
  }
  /// Where a code is `code` or behind it, in rows without one too.
  void find_at_least(const RowCodes& column, std::uint8_t code, RunBits& is_at_least) const noexcept {
    const auto* codes = column.codes + run_.first_row;
    for (std::size_t i = 0; i < run_.words; ++i) word(is_at_least, i) = Codes{codes + word_rows * i}.at_least(code);
  }

  /// Objects to a code from `end` on in a row that has one.
  void require_below(const RowCodes& column, std::uint8_t end) noexcept {
    fetch_later(queue_, column.codes + run_.first_row + later, block_rows);
    fetch_during(queue_, 50);
    for (std::size_t i = 0; i < run_.words; ++i) {
      const auto row = run_.first_row + word_rows * i;
      fault_ |= Codes{column.codes + row}.at_least(end) & there(column.valid, row);
    }
  }

  /// Where a count is at least `limit`, in rows without one too.
  void find_at_least(const RowCounts& column, std::int32_t limit, RunBits& is_at_least) const noexcept {
    if (column.bytes == nullptr) {
      const auto* numbers = column.numbers + run_.first_row;
      for (std::size_t i = 0; i < run_.words; ++i) word(is_at_least, i) = at_least(numbers + word_rows * i, limit);
      return;
    }
    const auto* bytes = column.bytes + run_.first_row;
    const auto byte = static_cast<std::uint8_t>(std::clamp<std::int32_t>(limit, 0, largest_byte));
    const auto possible = limit <= largest_byte ? ~std::uint64_t{0} : std::uint64_t{0};
    for (std::size_t i = 0; i < run_.words; ++i) {
      word(is_at_least, i) = Codes{bytes + word_rows * i}.at_least(byte) & possible;
    }
  }

  /// Objects to a count below `least`, or above `most`, in a row that has one.
  void require(const RowCounts& column, std::int32_t least, std::int32_t most = largest_number) noexcept {
    if (column.bytes != nullptr)
      fetch_later(queue_, column.bytes + run_.first_row + later, block_rows);
    else
      fetch_later(queue_, column.numbers + run_.first_row + later, block_rows * sizeof(std::int32_t));
    fetch_during(queue_, 50);
    RunBits is_possible;
    if (column.bytes == nullptr || least > 0) {
      find_at_least(column, least, is_possible);
      add_fault(column, [&](std::size_t i) { return ~word(is_possible, i); });
    }
    if (most == largest_number) return;
    find_at_least(column, most + 1, is_possible);
    add_fault(column, [&](std::size_t i) { return word(is_possible, i); });
  }

  /// Where two counts together are at least `limit`. What does not fit into a sum is the largest that does.
  void find_sum_at_least(const RowCounts& a, const RowCounts& b, std::int32_t limit,
                         RunBits& is_at_least) const noexcept {
    for (std::size_t i = 0; i < run_.words; ++i) {
      const auto row = run_.first_row + word_rows * i;
      if (a.bytes != nullptr && b.bytes != nullptr && limit <= largest_byte) {
        const auto sum = Codes{a.bytes + row} + Codes{b.bytes + row};
        word(is_at_least, i) = sum.at_least(static_cast<std::uint8_t>(limit));
      } else {
        const auto sums = sums_of(a, b, row);
        word(is_at_least, i) = at_least(sums.data(), limit);
      }
    }
  }

 private:
  static constexpr std::size_t later = block_rows;
  static constexpr std::int32_t largest_byte = std::numeric_limits<std::uint8_t>::max();
  static constexpr std::int32_t largest_number = std::numeric_limits<std::int32_t>::max();
  using Numbers = std::array<std::int32_t, word_rows>;

  std::uint64_t& word(RunBits& plane, std::size_t i) const noexcept { return plane.words[run_.first_word + i]; }
  static std::uint64_t there(const RowBits& valid, std::size_t row) noexcept {
    return valid.bytes == nullptr ? ~std::uint64_t{0} : bits_from(valid.bytes, valid.first_bit + row);
  }

  template <class Word>
  void add_fault(const RowCounts& column, Word word) noexcept {
    for (std::size_t i = 0; i < run_.words; ++i) {
      fault_ |= word(i) & there(column.valid, run_.first_row + word_rows * i);
    }
  }

  static Numbers sums_of(const RowCounts& a, const RowCounts& b, std::size_t row) noexcept {
    constexpr std::uint32_t largest = largest_number;
    Numbers sums = numbers_of(a, row);
    const auto others = numbers_of(b, row);
    for (std::size_t i = 0; i < word_rows; ++i) {
      const auto sum = static_cast<std::uint32_t>(sums[i]) + static_cast<std::uint32_t>(others[i]);
      sums[i] = static_cast<std::int32_t>(std::min(sum, largest));
    }
    return sums;
  }
  static Numbers numbers_of(const RowCounts& column, std::size_t row) noexcept {
    Numbers numbers;
    if (column.bytes != nullptr) {
      for (std::size_t i = 0; i < word_rows; ++i) numbers[i] = column.bytes[row + i];
    } else {
      std::memcpy(numbers.data(), column.numbers + row, sizeof numbers);
    }
    return numbers;
  }

  WordRun run_;
  FetchQueue& queue_;
  std::uint64_t fault_ = 0;
};

}  // namespace
}  // namespace earlyhelp
