#pragma once

#include <earlyhelp/report/practitioner_list.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace earlyhelp::io {

/// The widest due time of a page, and two blanks.
constexpr std::size_t due_width = 29;

inline std::string padded_right(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

/// "a, b, c"
template <class Values, class Words>
std::string joined(const Values& values, Words words, std::string_view between = ", ") {
  std::string text;
  bool is_first = true;
  for (const auto& value : values) {
    if (!is_first) text += between;
    is_first = false;
    text += words(value);
  }
  return text;
}

/// The cases of a practitioner, without a heading.
std::string practitioner_lines(const PractitionerList& list, const TimeZone& zone, Instant now);

}  // namespace earlyhelp::io
