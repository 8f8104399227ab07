#pragma once

#include "triage/column_check.hpp"
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

/// The answers to one question about the incidents of a block, and a line more: in steps of a power of two, what stands
/// at the same place of many planes would share the same few places of a cache.
struct alignas(line_size) RunBits {
  std::array<std::uint64_t, block_words + line_size / sizeof(std::uint64_t)> words;
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

/// A value, and where it is noted which rows reach it, or are it.
template <class Value>
struct Mark {
  Value value;
  std::uint64_t* words;
};

/// Tells the processor that memory a block further on will be read soon: columns stand apart, too many for it to
/// follow.
inline void fetch_next_block(const void* values, std::size_t bytes_a_row) noexcept {
  const auto next = std::bit_cast<std::uintptr_t>(values) + block_rows * bytes_a_row;
  __builtin_prefetch(std::bit_cast<const void*>(next));
}

/// Compares the columns of a run with one value after the other, and notes whether check() objects to one on the way.
class ColumnRun {
 public:
  explicit ColumnRun(WordRun run) noexcept : run_{run} {}

  bool has_fault() const noexcept { return fault_ != 0; }

  template <class Value>
  Mark<Value> mark(Value value, RunBits& rows) const noexcept {
    return {.value = value, .words = words_of(rows)};
  }

  void find_there(const RowBits& valid, RunBits& is_there) const noexcept {
    if (valid.bytes == nullptr) {
      is_there.words.fill(~std::uint64_t{0});
      return;
    }
    const auto first = valid.first_bit + run_.first_row;
    const auto* bytes = valid.bytes + first / 8;
    for (std::size_t i = 0; i < run_.words; i += line_size / sizeof(std::uint64_t)) {
      fetch_next_block(bytes + sizeof(std::uint64_t) * i, 1);
    }
    if (first % 8 == 0 && std::endian::native == std::endian::little) {
      std::memcpy(words_of(is_there), bytes, run_.words * sizeof(std::uint64_t));
      return;
    }
    auto* words = words_of(is_there);
    for (std::size_t i = 0; i < run_.words; ++i) words[i] = bits_from(valid.bytes, first + word_rows * i);
  }

  /// Where a code is a yes. Every code is a yes or a no.
  void find_yes(const RowCodes& column, RunBits& is_yes) noexcept {
    each_word(column, 2, [words = words_of(is_yes)](std::size_t i, Codes codes) { words[i] = codes.at_least(1); });
  }
  /// Where a code is one of some, in rows that have one. Codes end before `end`.
  template <std::size_t count>
  void find_equal(const RowCodes& column, std::uint8_t end,
                  const std::array<Mark<std::uint8_t>, count>& marks) noexcept {
    each_word(column, end, [marks, there = There{column.valid, run_}](std::size_t i, Codes codes) {
      const auto is_there = there(i);
      for (const auto& mark : marks) mark.words[i] = codes.equal(mark.value) & is_there;
    });
  }
  /// Where a code is one of some or behind it, in rows without one too. Codes end before `end`.
  template <std::size_t count>
  void find_at_least(const RowCodes& column, std::uint8_t end,
                     const std::array<Mark<std::uint8_t>, count>& marks) noexcept {
    each_word(column, end, [marks](std::size_t i, Codes codes) {
      for (const auto& mark : marks) mark.words[i] = codes.at_least(mark.value);
    });
  }

  /// Where a count is at least so many, in rows without one too. Counts are `least` or more.
  template <std::size_t count>
  void find_at_least(const RowCounts& column, std::int32_t least,
                     const std::array<Mark<std::int32_t>, count>& marks) noexcept {
    const auto find = [marks](std::size_t i, const auto& counts) {
      for (const auto& mark : marks) mark.words[i] = counts.at_least(mark.value);
    };
    if (column.bytes != nullptr)
      each_word<ByteCounts>(column.bytes, column.valid, least, find);
    else
      each_word<Numbers>(column.numbers, column.valid, least, find);
  }

  /// Objects to a number above `most`. Every row has one.
  void require_at_most(const RowCounts& column, std::int32_t most) noexcept {
    for (std::size_t i = 0; i < run_.words; ++i) {
      fault_ |= at_least(column.numbers + run_.first_row + word_rows * i, most + 1);
    }
  }

  /// Where two counts together are at least `limit`. What does not fit into a sum is the largest that does.
  void find_sum_at_least(const RowCounts& a, const RowCounts& b, std::int32_t limit,
                         RunBits& is_at_least) const noexcept {
    auto* words = words_of(is_at_least);
    const auto run = run_;
    for (std::size_t i = 0; i < run.words; ++i) {
      const auto row = run.first_row + word_rows * i;
      if (a.bytes != nullptr && b.bytes != nullptr && limit <= largest_byte) {
        const auto sum = Codes{a.bytes + row} + Codes{b.bytes + row};
        words[i] = sum.at_least(static_cast<std::uint8_t>(limit));
      } else {
        const auto sums = sums_of(a, b, row);
        words[i] = at_least(sums.data(), limit);
      }
    }
  }

 private:
  static constexpr std::int32_t largest_byte = std::numeric_limits<std::uint8_t>::max();
  using Sums = std::array<std::int32_t, word_rows>;

  /// 64 counts that are bytes.
  struct ByteCounts {
    explicit ByteCounts(const std::uint8_t* counts) noexcept : codes{counts} {}

    std::uint64_t at_least(std::int32_t limit) const noexcept {
      if (limit > largest_byte) return 0;
      return codes.at_least(static_cast<std::uint8_t>(std::max<std::int32_t>(limit, 0)));
    }

    Codes codes;
  };
  /// 64 counts that are numbers.
  struct Numbers {
    explicit Numbers(const std::int32_t* counts) noexcept : numbers{counts} {}

    std::uint64_t at_least(std::int32_t limit) const noexcept { return earlyhelp::at_least(numbers, limit); }

    const std::int32_t* numbers;
  };

  std::uint64_t* words_of(RunBits& plane) const noexcept { return plane.words.data() + run_.first_word; }
  /// The rows of each word that have a value.
  struct There {
    There(const RowBits& valid, WordRun run) noexcept : bytes{valid.bytes}, first{valid.first_bit + run.first_row} {}

    std::uint64_t operator()(std::size_t i) const noexcept {
      return bytes == nullptr ? ~std::uint64_t{0} : bits_from(bytes, first + word_rows * i);
    }

    const std::uint8_t* bytes;
    std::size_t first;
  };

  // Whether all values are allowed is found out for all together; only when they are not is it asked which rows have
  // one.
  template <class Visit>
  void each_word(const RowCodes& column, std::uint8_t end, Visit visit) noexcept {
    const auto* codes = column.codes + run_.first_row;
    const auto words = run_.words;
    Codes largest{codes};
    for (std::size_t i = 0; i < words; ++i) {
      const Codes word_codes{codes + word_rows * i};
      fetch_next_block(codes + word_rows * i, 1);
      visit(i, word_codes);
      largest = max(largest, word_codes);
    }
    if (largest.at_least(end) == 0) return;
    const There there{column.valid, run_};
    for (std::size_t i = 0; i < run_.words; ++i) {
      fault_ |= Codes{codes + word_rows * i}.at_least(end) & there(i);
    }
  }
  template <class Counts, class Value, class Visit>
  void each_word(const Value* values, const RowBits& valid, std::int32_t least, Visit visit) noexcept {
    values += run_.first_row;
    const auto words = run_.words;
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < words; ++i) {
      const auto* word_values = values + word_rows * i;
      const Counts counts{word_values};
      for (std::size_t at = 0; at < word_rows * sizeof(Value); at += line_size) {
        fetch_next_block(word_values + at / sizeof(Value), sizeof(Value));
      }
      visit(i, counts);
      below |= ~counts.at_least(least);
    }
    if (below == 0) return;
    const There there{valid, run_};
    for (std::size_t i = 0; i < run_.words; ++i) {
      fault_ |= ~Counts{values + word_rows * i}.at_least(least) & there(i);
    }
  }

  static Sums sums_of(const RowCounts& a, const RowCounts& b, std::size_t row) noexcept {
    constexpr std::uint32_t largest = std::numeric_limits<std::int32_t>::max();
    Sums sums = numbers_of(a, row);
    const auto others = numbers_of(b, row);
    for (std::size_t i = 0; i < word_rows; ++i) {
      const auto sum = static_cast<std::uint32_t>(sums[i]) + static_cast<std::uint32_t>(others[i]);
      sums[i] = static_cast<std::int32_t>(std::min(sum, largest));
    }
    return sums;
  }
  static Sums numbers_of(const RowCounts& column, std::size_t row) noexcept {
    Sums numbers;
    if (column.bytes != nullptr) {
      for (std::size_t i = 0; i < word_rows; ++i) numbers[i] = column.bytes[row + i];
    } else {
      std::memcpy(numbers.data(), column.numbers + row, sizeof numbers);
    }
    return numbers;
  }

  WordRun run_;
  std::uint64_t fault_ = 0;
};

}  // namespace
}  // namespace earlyhelp
