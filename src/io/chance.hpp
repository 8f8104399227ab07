#pragma once

#include "generator_shares.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>

namespace earlyhelp::io {

/// Draws whole numbers, the same ones for the same seed everywhere: the distributions of the standard library are not
/// specified to, its generator is.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : random_{seed} {}

  /// From 0 to `n` - 1. Requires: `n` > 0.
  std::uint64_t below(std::uint64_t n) { return random_() % n; }
  /// From `least` to `most`.
  int between(int least, int most) {
    return least + static_cast<int>(below(static_cast<std::uint64_t>(most - least + 1)));
  }
  bool happens(Share share) { return out_of_thousand(per_thousand(share)); }
  bool out_of_thousand(int n) { return below(1000) < static_cast<std::uint64_t>(n); }
  template <class Thing, std::size_t Number>
  Thing one_of(const std::array<Thing, Number>& things) {
    return things[below(Number)];
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace earlyhelp::io
