#pragma once

#include <earlyhelp/issue.hpp>
#include <earlyhelp/triage/fact_columns.hpp>

#include <boost/optional/optional.hpp>

#include <cstddef>

namespace earlyhelp {

/// The first column that is not as long as the others. None: all are.
boost::optional<Issue> check_lengths(const FactColumns& columns);

/// How many values `column` has.
inline std::size_t size_of(const CountColumn& column) noexcept {
  const auto* numbers = std::get_if<std::span<const std::int32_t>>(&column);
  return numbers != nullptr ? numbers->size() : std::get_if<std::span<const std::uint8_t>>(&column)->size();
}

/// Row `i` of `column`.
inline std::int32_t count_at(const CountColumn& column, std::size_t i) noexcept {
  const auto* numbers = std::get_if<std::span<const std::int32_t>>(&column);
  return numbers != nullptr ? (*numbers)[i] : (*std::get_if<std::span<const std::uint8_t>>(&column))[i];
}

/// The days that there are, from 1400 to 9999, counted from 1970-01-01.
constexpr std::int32_t first_day_number = -208188;
constexpr std::int32_t last_day_number = 2932896;

/// Days from 1970-01-01 to `day`.
std::int32_t day_number(Date day) noexcept;

}  // namespace earlyhelp
