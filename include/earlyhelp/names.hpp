#pragma once

#include <boost/optional/optional.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace earlyhelp {

/// The stable string ids of an enum, in the order of its values: `template <> struct Names<Route> { static constexpr
/// std::array ids = {...}; }`. Every public enum has them, beside its definition; they are what files and feeds say.
template <class Enum>
struct Names;

/// An enum that has its ids.
template <class Enum>
concept Named = requires {
  Names<Enum>::ids;
};

/// How many values `Enum` has.
template <Named Enum>
constexpr std::size_t count_of = Names<Enum>::ids.size();

/// Every value of `Enum`, in order.
template <Named Enum>
constexpr auto values_of = [] {
  std::array<Enum, count_of<Enum>> values{};
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<Enum>(i);
  return values;
}();

/// Whether `value` is one that `Enum` declares, and not some number cast to it.
template <Named Enum>
constexpr bool is_declared(Enum value) noexcept {
  return static_cast<std::size_t>(value) < count_of<Enum>;
}

/// The id of `value`, as files and feeds spell it; "?" for a number that is no value of `Enum`.
template <Named Enum>
constexpr std::string_view to_string(Enum value) noexcept {
  return is_declared(value) ? std::string_view{Names<Enum>::ids[static_cast<std::size_t>(value)]} : "?";
}

/// The value whose id is exactly `id`.
///
/// None: when no value has that id; nothing is guessed, trimmed or folded.
template <Named Enum>
boost::optional<Enum> parse(std::string_view id) noexcept {
  const auto& ids = Names<Enum>::ids;
  const auto found = std::find(ids.begin(), ids.end(), id);
  if (found == ids.end()) return {};
  return static_cast<Enum>(found - ids.begin());
}

}  // namespace earlyhelp
