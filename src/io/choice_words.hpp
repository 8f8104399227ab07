#pragma once

#include <earlyhelp/names.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace earlyhelp::io {

/// "expected one of a, b, c": what a choice among the ids of `Enum` is refused with.
template <Named Enum>
class ChoiceWords {
 public:
  consteval ChoiceWords() {
    auto* at = std::copy(beginning.begin(), beginning.end(), text_.begin());
    for (const auto id : Names<Enum>::ids) {
      if (id != Names<Enum>::ids.front()) at = std::copy(comma.begin(), comma.end(), at);
      at = std::copy(id.begin(), id.end(), at);
    }
  }
  constexpr std::string_view view() const noexcept { return {text_.data(), text_.size()}; }

 private:
  static constexpr std::string_view beginning = "expected one of ";
  static constexpr std::string_view comma = ", ";
  static constexpr std::size_t size = [] {
    auto bytes = beginning.size() + comma.size() * (count_of<Enum> - 1);
    for (const auto id : Names<Enum>::ids) bytes += id.size();
    return bytes;
  }();
  std::array<char, size> text_{};
};

template <Named Enum>
constexpr ChoiceWords<Enum> choice_words;

}  // namespace earlyhelp::io
