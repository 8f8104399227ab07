#pragma once

#include <cstdint>

namespace earlyhelp {

/// The probability of all outcomes from `least` to `most` that are no likelier than `seen`, up to a factor of 1 +
/// 10^-7. `step(k)` is how much likelier k + 1 is than k: first more than 1, from some k on less.
///
/// Requires: least <= seen <= most.
template <class Step>
double no_likelier(std::int64_t least, std::int64_t most, std::int64_t seen, Step step) {
  constexpr auto as_good_as = 1 + 1e-7;
  // In units of the likeliest, so that nothing is too large; what is too small is nothing.
  auto likeliest = seen;
  while (likeliest < most && step(likeliest) > 1) ++likeliest;
  while (likeliest > least && step(likeliest - 1) < 1) --likeliest;
  auto of_seen = 1.0;
  for (auto k = likeliest; k < seen; ++k) of_seen *= step(k);
  for (auto k = likeliest; k > seen; --k) of_seen /= step(k - 1);

  auto all = 0.0;
  auto counted = 0.0;
  const auto count = [&](double weight) {
    all += weight;
    if (weight <= of_seen * as_good_as) counted += weight;
  };
  auto weight = 1.0;
  count(weight);
  for (auto k = likeliest; k < most && weight > 0; ++k) count(weight *= step(k));
  weight = 1;
  for (auto k = likeliest; k > least && weight > 0; --k) count(weight /= step(k - 1));
  return counted < all ? counted / all : 1;
}

}  // namespace earlyhelp
