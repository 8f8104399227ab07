#pragma once

#include <earlyhelp/io/mapping.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace earlyhelp::io {

/// What kind of value a field of a mapping takes, and so how a cell that is not translated is written as JSON.
enum class FieldKind : std::uint8_t {
  time,
  text,
  whole_number,
  translated,  ///< a cell says nothing until the mapping translates it
};

FieldKind kind_of(FeedField field) noexcept;

/// Where the value of `field` stands in a row of a feed, as a reject names it: victim.age is "victims[0].age".
std::string_view feed_path(FeedField field) noexcept;

/// The shortest row of a feed in which `field` has the value `json`.
std::string row_with(FeedField field, std::string_view json);
std::string row_with(Finding finding, std::string_view json);

}  // namespace earlyhelp::io
