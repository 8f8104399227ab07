#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <variant>

namespace earlyhelp {

/// Which values of a column are there: value i is when bit `first_bit` + i is set, counted from the lowest bit of the
/// first byte on. That is how Arrow holds it, and DuckDB on little-endian machines. No bytes at all: every value is.
///
/// Source: Arrow columnar format, validity bitmaps.
struct ValidityBits {
  std::span<const std::uint8_t> bytes = {};
  std::size_t first_bit = 0;

  bool is_all() const noexcept { return bytes.empty(); }
  bool operator[](std::size_t i) const noexcept {
    return is_all() || (unsigned{bytes[(first_bit + i) / 8]} >> (first_bit + i) % 8 & 1U) != 0;
  }
  /// How many values they speak of; meaningless for all.
  std::size_t size() const noexcept { return bytes.size() * 8 < first_bit ? 0 : bytes.size() * 8 - first_bit; }
  ValidityBits from(std::size_t first) const noexcept { return {.bytes = bytes, .first_bit = first_bit + first}; }
};

/// A column of counts, as bytes when all are below 256, which is read much faster, or as 32-bit numbers.
using CountColumn = std::variant<std::span<const std::uint8_t>, std::span<const std::int32_t>>;

/// The codes of a column that has values only in some rows; whatever stands in the others is not looked at.
struct OptionalCodes {
  std::span<const std::uint8_t> values;
  ValidityBits valid = {};
};

/// The same for counts.
struct OptionalCounts {
  CountColumn values;
  ValidityBits valid = {};
};

}  // namespace earlyhelp
