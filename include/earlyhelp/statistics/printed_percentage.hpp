#pragma once

#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// A percentage as somebody printed it: 62.5 % is {.units = 625, .decimals = 1}.
struct PrintedPercentage {
  std::int64_t units;  ///< of the last decimal that was printed
  int decimals = 0;

  friend bool operator==(const PrintedPercentage&, const PrintedPercentage&) = default;
};

/// "62", "62.5", "62.50": digits, and at most six decimals; without a sign. None: anything else, and beyond 100.
boost::optional<PrintedPercentage> parse_percentage(std::string_view text);

/// What was done with an exact half.
enum class Rounding : std::uint8_t { half_up, half_even };

template <>
struct Names<Rounding> {
  static constexpr std::array<std::string_view, 2> ids = {"half_up", "half_even"};
};

/// All whole numbers from `least` to `most`.
struct CountRange {
  std::int64_t least;
  std::int64_t most;

  std::int64_t size() const noexcept { return most - least + 1; }

  friend bool operator==(const CountRange&, const CountRange&) = default;
};

/// The counts out of `total` that can have been printed as `percentage`: those whose exact percentage is rounded to it.
/// 62 % of 39 can only have been 24; no count out of 24 is printed as 90 %.
///
/// None:   there is no such count: the figure cannot come from that total.
/// Throws: std::invalid_argument unless 0 <= percentage <= 100 with 0 to 6 decimals, and 1 <= `total` <= 10^9.
/// Source: exact rational arithmetic; the idea is the GRIM test of Brown, N. and Heathers, J. (2017).
boost::optional<CountRange> consistent_numerators(const PrintedPercentage& percentage, std::int64_t total,
                                                  Rounding rounding);

}  // namespace earlyhelp
