#pragma once

#include <earlyhelp/casework/staffing_plan.hpp>

#include <cmath>
#include <cstdint>
#include <random>

namespace earlyhelp {

/// Draws numbers, the same ones for the same seed everywhere: the distributions of the standard library are not
/// specified to, its generator is.
class Draw {
 public:
  /// One stream of many: those of another run or another purpose are independent of it.
  Draw(std::uint64_t seed, std::uint64_t run, std::uint64_t purpose)
      : random_{mixed(mixed(mixed(seed) + run) + purpose)} {}

  /// In [0, 1), with all 53 bits of a double.
  double share() { return static_cast<double>(random_() >> 11U) * 0x1p-53; }
  bool happens(double probability) { return share() < probability; }
  double exponential(double mean) { return -mean * std::log1p(-share()); }

  double hours(const HandlingTime& time) {
    if (time.spread == HandlingSpread::constant) return time.mean_hours;
    if (time.spread == HandlingSpread::exponential) return exponential(time.mean_hours);
    const auto variance = std::log1p(time.variation * time.variation);
    return time.mean_hours * std::exp(std::sqrt(variance) * normal() - variance / 2);
  }

 private:
  /// Marsaglia and Bray's polar method.
  double normal() {
    while (true) {
      const auto x = 2 * share() - 1;
      const auto y = 2 * share() - 1;
      const auto square = x * x + y * y;
      if (square > 0 && square < 1) return x * std::sqrt(-2 * std::log(square) / square);
    }
  }

  /// The finaliser of SplitMix64: neighbouring numbers become unlike.
  static constexpr std::uint64_t mixed(std::uint64_t x) noexcept {
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
  }

  std::mt19937_64 random_;
};

}  // namespace earlyhelp
