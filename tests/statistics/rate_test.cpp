#include <earlyhelp/statistics/rate.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <stdexcept>

using namespace earlyhelp;

TEST_CASE("a rate's limits are exact below ten events and Byar's from ten on", "[statistics]") {
  CHECK(rate_limits({.events = 9, .exposure = 1}, 0.95).method == RateMethod::exact);
  CHECK(rate_limits({.events = 10, .exposure = 1}, 0.95).method == RateMethod::byar);
  // Breslow and Day (1987), table 2.11 (Byar) and exact tables: ten events.
  CHECK(rate_limits({.events = 10, .exposure = 1}, 0.95).interval.lower == Approx(4.79).margin(0.005));
  CHECK(rate_limits({.events = 10, .exposure = 1}, 0.95).interval.upper == Approx(18.39).margin(0.005));
}

TEST_CASE("Byar's formula has no lower limit where it would be less than nothing", "[statistics]") {
  CHECK_FALSE(byar_count_limits(0, 0.95).lower.has_value());
  CHECK(byar_count_limits(1, 0.95).lower.has_value());
  CHECK_FALSE(byar_count_limits(1, 0.998).lower.has_value());
  CHECK(exact_count_limits(0, 0.998).lower == 0);
}

TEST_CASE("exact limits hold the count and are wider for more confidence", "[statistics]") {
  for (std::int64_t events = 0; events < 300; ++events) {
    const auto narrow = exact_count_limits(events, 0.95);
    const auto wide = exact_count_limits(events, 0.998);
    const auto count = static_cast<double>(events);
    CAPTURE(events);
    CHECK(wide.lower <= narrow.lower);
    CHECK(narrow.lower <= count);
    CHECK(count < narrow.upper);
    CHECK(narrow.upper < wide.upper);
  }
}

TEST_CASE("two rates compared: what happened to nobody has no ratio, and no bound", "[statistics]") {
  const auto none = rate_ratio({.events = 0, .exposure = 3}, {.events = 0, .exposure = 5}, 0.95);
  CHECK_FALSE(none.ratio.has_value());
  CHECK_FALSE(none.lower.has_value());
  CHECK(none.p == 1);

  const auto unbounded = rate_ratio({.events = 4, .exposure = 3}, {.events = 0, .exposure = 5}, 0.95);
  CHECK_FALSE(unbounded.ratio.has_value());
  CHECK(unbounded.lower.value() > 0);
  CHECK_FALSE(unbounded.upper.has_value());

  const auto nothing = rate_ratio({.events = 0, .exposure = 3}, {.events = 4, .exposure = 5}, 0.95);
  CHECK(nothing.ratio == 0.0);
  CHECK(nothing.lower == 0.0);
  CHECK(nothing.upper.value() > 0);

  const auto there = rate_ratio({.events = 8, .exposure = 3}, {.events = 4, .exposure = 5}, 0.95);
  const auto back = rate_ratio({.events = 4, .exposure = 5}, {.events = 8, .exposure = 3}, 0.95);
  CHECK(there.lower.value() == Approx(1 / back.upper.value()));
  CHECK(there.p == Approx(back.p));
}

TEST_CASE("what cannot be a rate is refused", "[statistics]") {
  CHECK_THROWS_AS(value({.events = -1, .exposure = 1}), std::invalid_argument);
  for (const auto exposure : {0.0, -1.0, std::numeric_limits<double>::infinity(), std::nan("")}) {
    CHECK_THROWS_AS(rate_limits({.events = 1, .exposure = exposure}, 0.95), std::invalid_argument);
    CHECK_THROWS_AS(rate_ratio({.events = 1, .exposure = 1}, {.events = 1, .exposure = exposure}, 0.95),
                    std::invalid_argument);
  }
  CHECK_THROWS_AS(exact_count_limits(1, 1), std::invalid_argument);
}
