#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace earlyhelp {

/// A word of `Parts` times 64 bits; the compiler turns the loops into the widest registers it may use.
template <std::size_t Parts>
struct alignas(8 * Parts) WideWord {
  std::array<std::uint64_t, Parts> parts;

  friend WideWord operator&(const WideWord& a, const WideWord& b) noexcept {
    return each([&](std::size_t i) { return a.parts[i] & b.parts[i]; });
  }
  friend WideWord operator|(const WideWord& a, const WideWord& b) noexcept {
    return each([&](std::size_t i) { return a.parts[i] | b.parts[i]; });
  }
  friend WideWord operator^(const WideWord& a, const WideWord& b) noexcept {
    return each([&](std::size_t i) { return a.parts[i] ^ b.parts[i]; });
  }
  friend WideWord operator~(const WideWord& a) noexcept {
    return each([&](std::size_t i) { return ~a.parts[i]; });
  }
  // Within each part.
  friend WideWord operator&(const WideWord& a, std::uint64_t mask) noexcept {
    return each([&](std::size_t i) { return a.parts[i] & mask; });
  }
  friend WideWord operator<<(const WideWord& a, unsigned bits) noexcept {
    return each([&](std::size_t i) { return a.parts[i] << bits; });
  }
  friend WideWord operator>>(const WideWord& a, unsigned bits) noexcept {
    return each([&](std::size_t i) { return a.parts[i] >> bits; });
  }

  bool is_any() const noexcept {
    std::uint64_t any = 0;
    for (const auto part : parts) any |= part;
    return any != 0;
  }

 private:
  template <class Part>
  static WideWord each(Part part) noexcept {
    WideWord word;
    for (std::size_t i = 0; i < Parts; ++i) word.parts[i] = part(i);
    return word;
  }
};

}  // namespace earlyhelp
