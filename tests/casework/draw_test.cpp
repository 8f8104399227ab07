#include "../../src/casework/draw.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>

using namespace earlyhelp;

namespace {

struct Moments {
  double mean;
  double variation;  ///< standard deviation over mean
};

Moments moments_of(const HandlingTime& time) {
  constexpr auto draws = 200'000;
  Draw draw{7, 0, 0};
  auto sum = 0.0;
  auto squares = 0.0;
  for (auto i = 0; i < draws; ++i) {
    const auto hours = draw.hours(time);
    sum += hours;
    squares += hours * hours;
  }
  const auto mean = sum / draws;
  return {.mean = mean, .variation = std::sqrt(squares / draws - mean * mean) / mean};
}

}  // namespace

TEST_CASE("handling times have the mean and the variation that are asked for", "[casework]") {
  const auto constant = moments_of({.mean_hours = 3, .spread = HandlingSpread::constant});
  const auto exponential = moments_of({.mean_hours = 3, .spread = HandlingSpread::exponential});
  const auto lognormal = moments_of({.mean_hours = 3, .spread = HandlingSpread::lognormal, .variation = 0.5});

  CHECK(constant.mean == Approx(3));
  CHECK(exponential.mean == Approx(3).epsilon(0.01));
  CHECK(exponential.variation == Approx(1).epsilon(0.01));
  CHECK(lognormal.mean == Approx(3).epsilon(0.01));
  CHECK(lognormal.variation == Approx(0.5).epsilon(0.02));
}

TEST_CASE("the draws of a stream are the same everywhere, and other streams are others", "[casework]") {
  Draw draw{1, 0, 0};
  CHECK(draw.share() == 0x1.76f847237bdcep-1);
  CHECK(draw.share() == 0x1.9b9c5234a5318p-2);
  for (const auto* other : {"seed", "run", "purpose"}) {
    CAPTURE(other);
    const std::string what{other};
    Draw elsewhere{what == "seed" ? 2U : 1U, what == "run" ? 1U : 0U, what == "purpose" ? 1U : 0U};
    CHECK(elsewhere.share() != 0x1.76f847237bdcep-1);
  }
}

TEST_CASE("a share is never one, and what cannot happen does not", "[casework]") {
  Draw draw{3, 0, 0};
  for (auto i = 0; i < 100'000; ++i) {
    const auto share = draw.share();
    if (share < 0 || share >= 1) FAIL("a share of " << share);
    if (draw.happens(0) || !draw.happens(1)) FAIL("neither never nor always");
  }
}
