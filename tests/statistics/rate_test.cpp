#include <earlyhelp/statistics/rate.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <span>
#include <stdexcept>
#include <vector>

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

TEST_CASE("events that come in families leave a count less certain", "[statistics]") {
  const auto alone = rate_limits({.events = 40, .exposure = 1}, 0.95).interval;
  const std::vector<EventsOfFamily> singles = {{.events = 1, .families = 40}};
  CHECK(clustered_count_limits(singles, 0.95) == alone);

  // 40 events in 10 families: twice as wide either way, as the variance is four times that of single events.
  const std::vector<EventsOfFamily> fours = {{.events = 4, .families = 10}};
  const auto wide = clustered_count_limits(fours, 0.95);
  CHECK(wide.lower == Approx(40 - 2 * (40 - alone.lower)));
  CHECK(wide.upper == Approx(40 + 2 * (alone.upper - 40)));

  // The variance of 2 + 2 + 3 * 3 events is 4 + 4 + 27 = 35 on 13 events.
  const std::vector<EventsOfFamily> mixed = {{.events = 2, .families = 2}, {.events = 3, .families = 3}};
  const auto count = rate_limits({.events = 13, .exposure = 1}, 0.95).interval;
  CHECK(clustered_count_limits(mixed, 0.95).upper == Approx(13 + std::sqrt(35.0 / 13) * (count.upper - 13)));

  const std::vector<EventsOfFamily> one_family = {{.events = 9, .families = 1}};
  CHECK(clustered_count_limits(one_family, 0.95).lower == 0);
  CHECK(clustered_count_limits({}, 0.95) == rate_limits({.events = 0, .exposure = 1}, 0.95).interval);
}

TEST_CASE("families that cannot be have no limits", "[statistics]") {
  const auto limits = [](EventsOfFamily family, double confidence) {
    return clustered_count_limits(std::span{&family, 1}, confidence);
  };
  CHECK_THROWS_AS(limits({.events = 0, .families = 1}, 0.95), std::invalid_argument);
  CHECK_THROWS_AS(limits({.events = 1, .families = -1}, 0.95), std::invalid_argument);
  CHECK_THROWS_AS(limits({.events = 1, .families = 1}, 1.0), std::invalid_argument);
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  CHECK_THROWS_AS(limits({.events = most, .families = most}, 0.95), std::invalid_argument);
}
