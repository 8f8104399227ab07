#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// Where a 32-bit number says that there is none.
constexpr std::uint32_t nothing = std::numeric_limits<std::uint32_t>::max();

/// References numbered from 0 in the order in which they were first seen. Each is kept once: a short one in its slot of
/// a hash table, a long one on a page beside it.
class ReferenceTable {
 public:
  /// The hash of `reference`, which number() and find() ask for. Memory is told which line will be read: prepare all
  /// references of a question before the first is looked up.
  std::uint32_t prepare(std::string_view reference) const noexcept;

  /// Tells memory, once the slots are there, which text of a long reference with this hash will be read.
  void prepare_text(std::uint32_t hash) const noexcept;

  /// The number of `reference`, a new one when it has none.
  ///
  /// Throws: std::length_error when there are more than 32 bits can number.
  std::uint32_t number(std::string_view reference, std::uint32_t hash);

  std::uint32_t size() const noexcept { return size_; }

  /// The number of `reference`, `nothing` when it has none.
  std::uint32_t find(std::string_view reference, std::uint32_t hash) const noexcept;

 private:
  static constexpr std::size_t short_size = 11;
  static constexpr std::uint8_t is_long = 255;

  /// Where a long reference stands, and its hash.
  struct Place {
    std::uint32_t hash;
    std::uint32_t at;
  };
  struct Slot {
    std::uint32_t number = nothing;
    std::uint8_t size = 0;                    ///< of a short reference, or `is_long`
    std::array<char, short_size> bytes = {};  ///< a short reference, or the Place of a long one

    Place place() const noexcept;
    bool holds(std::string_view reference) const noexcept;
  };
  std::string_view text_at(std::uint32_t place) const noexcept;
  std::size_t slot_of(std::string_view reference, std::uint32_t hash) const noexcept;
  void put(Slot& slot, std::string_view reference, std::uint32_t hash);
  std::uint32_t keep(std::string_view reference);
  void grow();

  std::vector<Slot> slots_ = std::vector<Slot>(8);
  std::vector<std::string> pages_;
  std::uint32_t size_ = 0;
};

}  // namespace earlyhelp
