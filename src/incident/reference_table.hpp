#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// Where a 32-bit number says that there is none.
constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();

/// References numbered from 0 in the order in which they were first seen. Each is kept once, in about 20 bytes and its
/// own.
class ReferenceTable {
 public:
  /// The number of `reference`, a new one when it has none.
  ///
  /// Throws: std::length_error when there are more than 32 bits can number.
  std::uint32_t number(std::string_view reference);

  /// The number of `reference`, `nothing` when it has none.
  std::uint32_t find(std::string_view reference) const noexcept;

  std::uint32_t size() const noexcept { return size_; }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t place = 0;
    std::uint32_t number = nothing;
  };
  static std::uint32_t hash_of(std::string_view reference) noexcept;
  std::string_view text_at(std::uint32_t place) const noexcept;
  std::size_t slot_of(std::string_view reference, std::uint32_t hash) const noexcept;
  std::uint32_t keep(std::string_view reference);
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(8);
  std::vector<std::string> pages_;
  std::uint32_t size_ = 0;
};

}  // namespace earlyhelp
