#pragma once

#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace earlyhelp::io {

/// The ids of an enum in a table that is found without a collision at compile time: one hash and one comparison a
/// look-up, where parse<Enum>() compares with each id in turn. A row of a feed asks two dozen times.
template <Named Enum>
class NameTable {
 public:
  consteval NameTable() {
    while (!fits()) ++seed_;
  }

  /// None: when no value has exactly this id.
  boost::optional<Enum> find(std::string_view id) const noexcept {
    if (id.empty()) return {};
    const auto value = slots_[slot_of(id)];
    if (value == nothing || Names<Enum>::ids[value] != id) return {};
    return static_cast<Enum>(value);
  }

 private:
  static constexpr std::size_t slot_count = 128;
  static constexpr std::uint8_t nothing = 0xff;
  static_assert(count_of<Enum> <= 64);

  constexpr std::size_t slot_of(std::string_view id) const noexcept {
    const auto byte = [id](std::size_t at) { return static_cast<std::uint32_t>(static_cast<unsigned char>(id[at])); };
    const auto size = static_cast<std::uint32_t>(id.size());
    const auto mixed = byte(0) + (byte(size / 2) << 8U) + (byte(size - 1) << 16U) + (size << 24U);
    return (mixed * seed_) >> 25U;
  }

  constexpr bool fits() {
    slots_.fill(nothing);
    for (std::size_t i = 0; i < count_of<Enum>; ++i) {
      auto& slot = slots_[slot_of(Names<Enum>::ids[i])];
      if (slot != nothing) return false;
      slot = static_cast<std::uint8_t>(i);
    }
    return true;
  }

  std::uint32_t seed_ = 0x9e3779b1;
  std::array<std::uint8_t, slot_count> slots_{};
};

template <Named Enum>
constexpr NameTable<Enum> name_table;

}  // namespace earlyhelp::io
