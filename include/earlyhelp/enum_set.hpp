#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>

namespace earlyhelp {

/// A set of values of an enum with at most 64 values: one word, trivially copyable, iterated in the order of the enum.
template <class Enum>
class EnumSet {
 public:
  constexpr EnumSet() noexcept = default;
  constexpr EnumSet(std::initializer_list<Enum> values) noexcept {
    for (const auto value : values) insert(value);
  }
  static constexpr EnumSet of_bits(std::uint64_t bits) noexcept {
    EnumSet set;
    set.bits_ = bits;
    return set;
  }

  constexpr void insert(Enum value) noexcept { bits_ |= bit(value); }
  constexpr void erase(Enum value) noexcept { bits_ &= ~bit(value); }
  constexpr bool contains(Enum value) const noexcept { return (bits_ & bit(value)) != 0; }
  constexpr bool empty() const noexcept { return bits_ == 0; }
  constexpr std::size_t size() const noexcept { return static_cast<std::size_t>(std::popcount(bits_)); }
  /// Bit i is the i-th value of the enum.
  constexpr std::uint64_t bits() const noexcept { return bits_; }

  friend constexpr bool operator==(EnumSet, EnumSet) = default;
  friend constexpr EnumSet operator|(EnumSet a, EnumSet b) noexcept { return of_bits(a.bits_ | b.bits_); }
  friend constexpr EnumSet operator&(EnumSet a, EnumSet b) noexcept { return of_bits(a.bits_ & b.bits_); }
  friend constexpr EnumSet operator-(EnumSet a, EnumSet b) noexcept { return of_bits(a.bits_ & ~b.bits_); }
  constexpr EnumSet& operator|=(EnumSet other) noexcept { return *this = *this | other; }

  class Iterator {
   public:
    using value_type = Enum;
    using difference_type = std::ptrdiff_t;
    constexpr Iterator() noexcept = default;
    explicit constexpr Iterator(std::uint64_t left) noexcept : left_{left} {}
    constexpr Enum operator*() const noexcept { return static_cast<Enum>(std::countr_zero(left_)); }
    constexpr Iterator& operator++() noexcept {
      left_ &= left_ - 1;
      return *this;
    }
    constexpr Iterator operator++(int) noexcept {
      const auto old = *this;
      ++*this;
      return old;
    }
    friend constexpr bool operator==(Iterator, Iterator) = default;

   private:
    std::uint64_t left_ = 0;
  };
  constexpr Iterator begin() const noexcept { return Iterator{bits_}; }
  constexpr Iterator end() const noexcept { return Iterator{}; }

 private:
  static constexpr std::uint64_t bit(Enum value) noexcept { return std::uint64_t{1} << static_cast<unsigned>(value); }
  std::uint64_t bits_ = 0;
};

}  // namespace earlyhelp

template <class Enum>
struct std::hash<earlyhelp::EnumSet<Enum>> {
  std::size_t operator()(earlyhelp::EnumSet<Enum> set) const noexcept { return std::hash<std::uint64_t>{}(set.bits()); }
};
