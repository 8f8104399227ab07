#pragma once

#include "triage/wide_word.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace earlyhelp {

/// Matrices of 64 by 64 bits beside each other, as many as a word has parts: a row of 64 answers for each case, and,
/// once turned, a plane of all cases for each answer.
template <std::size_t Parts>
class BitMatrix {
 public:
  static constexpr std::size_t rows = 64 * Parts;

  std::span<std::uint64_t, rows> all_rows() noexcept { return rows_; }
  std::uint64_t& row(std::size_t i) noexcept { return rows_[i]; }
  std::uint64_t row(std::size_t i) const noexcept { return rows_[i]; }

  WideWord<Parts> plane(std::size_t i) const noexcept {
    WideWord<Parts> plane;
    for (std::size_t part = 0; part < Parts; ++part) plane.parts[part] = rows_[i * Parts + part];
    return plane;
  }
  void set_plane(std::size_t i, const WideWord<Parts>& plane) noexcept {
    for (std::size_t part = 0; part < Parts; ++part) rows_[i * Parts + part] = plane.parts[part];
  }

  /// Rows become planes, and planes rows.
  void turn() noexcept {
    swap_halves<32>(0x00000000ffffffff);
    swap_halves<16>(0x0000ffff0000ffff);
    swap_halves<8>(0x00ff00ff00ff00ff);
    swap_halves<4>(0x0f0f0f0f0f0f0f0f);
    swap_halves<2>(0x3333333333333333);
    swap_halves<1>(0x5555555555555555);
  }

 private:
  /// Swaps the halves off the diagonal in every block of 2 * `Width` rows and columns of each matrix.
  template <std::size_t Width>
  void swap_halves(std::uint64_t low) noexcept {
    for (std::size_t block = 0; block < 64; block += 2 * Width) {
      for (std::size_t i = block; i < block + Width; ++i) {
        const auto upper = plane(i);
        const auto lower = plane(i + Width);
        const auto swapped = (upper >> Width ^ lower) & low;
        set_plane(i, upper ^ swapped << Width);
        set_plane(i + Width, lower ^ swapped);
      }
    }
  }

  alignas(8 * Parts) std::array<std::uint64_t, rows> rows_ = {};
};

}  // namespace earlyhelp
