#include <earlyhelp/statistics/control_chart.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <random>
#include <span>
#include <vector>

using namespace earlyhelp;

namespace {

/// Whole numbers, so that many lie on the mean or beside each other; sometimes with a drift, a jump or a rebase.
std::vector<ChartValue> random_values(std::mt19937_64& random) {
  std::vector<ChartValue> made;
  const auto size = 1 + random() % 70;
  const auto spread = 1 + random() % 12;
  const auto drift = static_cast<double>(random() % 3) / 2;
  const auto is_rebased = random() % 2 == 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto jump = random() % 15 == 0 ? static_cast<double>(random() % 60) - 30 : 0;
    made.push_back({.value = static_cast<double>(random() % spread) + drift * static_cast<double>(i % 9) + jump,
                    .rebases = is_rebased && random() % 20 == 0});
  }
  return made;
}

ChartOptions random_options(std::mt19937_64& random) {
  ChartOptions options{.improvement = static_cast<Improvement>(random() % 3)};
  options.screens_outliers = random() % 2 == 0;
  options.two_in_three = static_cast<TwoInThree>(random() % 2);
  options.trend_length = 3 + random() % 5;
  options.shift_length = 3 + random() % 5;
  if (random() % 3 == 0) options.fix_after = 2 + random() % 20;
  if (random() % 2 == 0) options.target = static_cast<double>(random() % 30) - 10;
  return options;
}

std::vector<ChartValue> moved(std::vector<ChartValue> values, double a, double b) {
  for (auto& value : values) value.value = a + b * value.value;
  return values;
}

}  // namespace

TEST_CASE("another unit and another zero change the lines with the values, and no signal", "[statistics]") {
  std::mt19937_64 random{11};
  for (int round = 0; round < 2000; ++round) {
    const auto values = random_values(random);
    auto options = random_options(random);
    const auto a = static_cast<double>(random() % 2000) / 10 - 100;
    const auto b = static_cast<double>(1 + random() % 300) / 10;
    const auto chart = control_chart(values, options);
    if (options.target) options.target = a + b * *options.target;
    const auto other = control_chart(moved(values, a, b), options);

    REQUIRE(other.segments.size() == chart.segments.size());
    CHECK(other.variation == chart.variation);
    CHECK(other.assurance == chart.assurance);
    for (std::size_t i = 0; i < chart.segments.size(); ++i) {
      const auto& one = chart.segments[i].baseline;
      const auto& two = other.segments[i].baseline;
      CHECK(two.mean == Approx(a + b * one.mean).margin(1e-9));
      REQUIRE(two.limits.has_value() == one.limits.has_value());
      if (!one.limits) continue;
      CHECK(two.limits->average_range == Approx(b * one.limits->average_range).margin(1e-9));
      CHECK(two.limits->lower == Approx(a + b * one.limits->lower).margin(1e-9));
      CHECK(two.limits->upper_two_sigma == Approx(a + b * one.limits->upper_two_sigma).margin(1e-9));
    }
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
      const auto& point = other.points[i];
      CHECK(point.side_of_mean == chart.points[i].side_of_mean);
      CHECK(point.is_outside == chart.points[i].is_outside);
      CHECK(point.is_beyond_two_sigma == chart.points[i].is_beyond_two_sigma);
      CHECK(point.trend == chart.points[i].trend);
      CHECK(point.cause == chart.points[i].cause);
    }
  }
}

TEST_CASE("turned upside down every signal is the opposite one", "[statistics]") {
  std::mt19937_64 random{12};
  constexpr auto opposite = [](Cause cause) {
    switch (cause) {
      case Cause::common:
        return Cause::common;
      case Cause::above_limit:
        return Cause::below_limit;
      case Cause::below_limit:
        return Cause::above_limit;
      case Cause::rising:
        return Cause::falling;
      case Cause::falling:
        return Cause::rising;
      case Cause::two_in_three_above:
        return Cause::two_in_three_below;
      case Cause::two_in_three_below:
        return Cause::two_in_three_above;
      case Cause::shift_above:
        return Cause::shift_below;
      case Cause::shift_below:
        return Cause::shift_above;
    }
    return cause;
  };
  for (int round = 0; round < 2000; ++round) {
    const auto values = random_values(random);
    auto options = random_options(random);
    const auto chart = control_chart(values, options);
    if (options.target) options.target = -*options.target;
    if (options.improvement != Improvement::neutral) {
      options.improvement =
          options.improvement == Improvement::increase ? Improvement::decrease : Improvement::increase;
    }
    const auto other = control_chart(moved(values, 0, -1), options);

    CHECK(other.assurance == chart.assurance);
    CHECK(other.special_causes == chart.special_causes);
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
      const auto& one = chart.points[i];
      const auto& two = other.points[i];
      CHECK(two.side_of_mean == -one.side_of_mean);
      CHECK(two.trend == -one.trend);
      CHECK(two.is_outside == one.is_outside);
      CHECK(two.is_beyond_two_sigma == one.is_beyond_two_sigma);
      CHECK(two.is_two_in_three == one.is_two_in_three);
      CHECK(two.is_in_shift == one.is_in_shift);
      CHECK(two.cause == opposite(one.cause));
    }
  }
}

TEST_CASE("a chart is its segments, each drawn by itself", "[statistics]") {
  std::mt19937_64 random{13};
  for (int round = 0; round < 1000; ++round) {
    const auto values = random_values(random);
    const auto options = random_options(random);
    const auto chart = control_chart(values, options);
    for (std::size_t s = 0; s < chart.segments.size(); ++s) {
      const auto& segment = chart.segments[s];
      CHECK((values[segment.begin].rebases || segment.begin == 0));
      const auto alone = control_chart(std::span{values}.subspan(segment.begin, segment.points), options);
      REQUIRE(alone.segments.size() == 1);
      CHECK(alone.segments.front().baseline == segment.baseline);
      for (std::size_t i = 0; i < segment.points; ++i) {
        auto point = chart.points[segment.begin + i];
        point.segment = 0;
        CHECK(alone.points[i] == point);
      }
    }
  }
}

TEST_CASE("a shorter rule shows all that a longer one does, and what is outside is far as well", "[statistics]") {
  std::mt19937_64 random{14};
  for (int round = 0; round < 1000; ++round) {
    const auto values = random_values(random);
    auto options = random_options(random);
    const auto chart = control_chart(values, options);
    ++options.trend_length;
    ++options.shift_length;
    options.two_in_three = TwoInThree::within_limits;
    const auto stricter = control_chart(values, options);
    for (std::size_t i = 0; i < chart.points.size(); ++i) {
      const auto& one = chart.points[i];
      const auto& two = stricter.points[i];
      CHECK((one.is_beyond_two_sigma || !one.is_outside));
      CHECK((one.trend != 0 || two.trend == 0));
      CHECK((one.is_in_shift || !two.is_in_shift));
      CHECK((one.is_two_in_three || !two.is_two_in_three));
    }
  }
}
