#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string_view>

namespace earlyhelp {

/// A short text kept in place: at most `Capacity` bytes, no allocation, trivially copyable, usable in constant
/// expressions. It is what the names, titles and sources of a rule table are made of.
///
/// Invariant: size() <= Capacity; the bytes behind the text are zero, so equal texts have equal bytes.
template <std::size_t Capacity>
class Text {
 public:
  static_assert(Capacity < 256, "the length is kept in one byte");

  constexpr Text() noexcept = default;

  /// Throws: std::invalid_argument when `text` has more than `Capacity` bytes; nothing is cut off.
  constexpr Text(std::string_view text) : size_{static_cast<std::uint8_t>(text.size())} {
    if (text.size() > Capacity) throw std::invalid_argument{"Text: longer than its capacity"};
    std::copy(text.begin(), text.end(), bytes_.begin());
  }
  constexpr Text(const char* text) : Text{std::string_view{text}} {}

  constexpr std::string_view view() const noexcept { return {bytes_.data(), size_}; }
  constexpr bool empty() const noexcept { return size_ == 0; }
  constexpr std::size_t size() const noexcept { return size_; }

  friend constexpr bool operator==(const Text&, const Text&) = default;

 private:
  std::array<char, Capacity> bytes_ = {};
  std::uint8_t size_ = 0;
};

}  // namespace earlyhelp

template <std::size_t Capacity>
struct std::hash<earlyhelp::Text<Capacity>> {
  std::size_t operator()(const earlyhelp::Text<Capacity>& text) const noexcept {
    return std::hash<std::string_view>{}(text.view());
  }
};
