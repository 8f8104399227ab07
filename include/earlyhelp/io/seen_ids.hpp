#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp::io {

/// Which ids of a feed came before, 16 bytes each and some room: what is kept is not the id but 128 bits made from it.
/// That two of a billion ids fall together has a chance below one in 10^20.
class SeenIds {
 public:
  SeenIds();

  /// Tells memory that `id` will be inserted soon.
  void prepare(std::string_view id) const noexcept;
  /// False when `id` came before.
  bool insert(std::string_view id);
  std::size_t size() const noexcept { return size_; }
  void clear();

 private:
  struct Print {
    std::uint64_t low = 0;
    std::uint64_t high = 0;  ///< never 0 in a slot that is taken
    friend bool operator==(const Print&, const Print&) = default;
  };
  static Print print_of(std::string_view id) noexcept;
  Print& slot_for(Print print) noexcept;
  void grow();

  std::vector<Print> slots_;
  std::size_t size_ = 0;
};

}  // namespace earlyhelp::io
