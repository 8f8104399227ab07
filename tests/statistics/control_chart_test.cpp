#include <earlyhelp/statistics/control_chart.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;

namespace {

std::vector<ChartValue> values(std::initializer_list<double> numbers) {
  std::vector<ChartValue> made;
  for (const auto number : numbers) made.push_back({.value = number});
  return made;
}

ChartOptions options(Improvement improvement = Improvement::increase) { return {.improvement = improvement}; }

std::vector<int> trends(const ControlChart& chart) {
  std::vector<int> marks;
  for (const auto& point : chart.points) marks.push_back(point.trend);
  return marks;
}

std::size_t in_shift(const ControlChart& chart) {
  return static_cast<std::size_t>(
      std::count_if(chart.points.begin(), chart.points.end(), [](const auto& point) { return point.is_in_shift; }));
}

}  // namespace

TEST_CASE("limits are 2.66 moving ranges from the mean, and screening leaves the far ranges out", "[statistics]") {
  // Printed where the package of the NHS is compared with its spreadsheet, which does not screen: 4.60 and -0.72, 6.95
  // and -3.06.
  const auto numbers = values({1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1});
  auto asked = options();
  const auto screened = control_chart(numbers, asked).segments.front().baseline;
  asked.screens_outliers = false;
  const auto plain = control_chart(numbers, asked).segments.front().baseline;

  CHECK(screened.mean == Approx(35.0 / 18));
  CHECK(screened.limits->average_range_of_all == Approx(32.0 / 17));
  CHECK(screened.limits->average_range == 1);
  CHECK(screened.limits->upper == Approx(4.60).margin(0.005));
  CHECK(screened.limits->lower == Approx(-0.72).margin(0.005));
  CHECK(plain.limits->average_range == Approx(32.0 / 17));
  CHECK(plain.limits->upper == Approx(6.95).margin(0.005));
  CHECK(plain.limits->lower == Approx(-3.06).margin(0.005));
  CHECK(plain.limits->upper_range == Approx(3.267 * 32 / 17));
}

TEST_CASE("a range of exactly 3.267 averages is screened out, one a little smaller is not", "[statistics]") {
  // 1000 ranges of which one is 3267 and the others add up to 996 733: their mean is 1000.
  const auto chart = [](double largest) {
    std::vector<ChartValue> made = {{.value = 0}};
    const auto add = [&](double range) {
      const auto last = made.back().value;
      made.push_back({.value = made.size() % 2 == 0 ? last - range : last + range});
    };
    add(largest);
    for (int i = 0; i < 998; ++i) add(998);
    add(1'000'000 - largest - 998.0 * 998);
    return control_chart(made, options()).segments.front().baseline.limits.value();
  };
  CHECK(chart(3267).average_range_of_all == 1000);
  CHECK(chart(3267).average_range == Approx(996'733.0 / 999).epsilon(1e-12));
  CHECK(chart(3266.999).average_range == Approx(1000).epsilon(1e-12));
}

TEST_CASE("a trend is seven points, and not six", "[statistics]") {
  const auto six = control_chart(values({3, 2, 3, 4, 5, 6, 7, 1}), options());
  const auto seven = control_chart(values({3, 2, 3, 4, 5, 6, 7, 8, 1}), options());
  CHECK(trends(six) == std::vector<int>(8, 0));
  CHECK(trends(seven) == std::vector<int>{0, 1, 1, 1, 1, 1, 1, 1, 0});

  auto asked = options();
  asked.trend_length = 6;
  CHECK(trends(control_chart(values({3, 2, 3, 4, 5, 6, 7, 1}), asked)) == std::vector<int>{0, 1, 1, 1, 1, 1, 1, 0});
}

TEST_CASE("two equal points end a trend", "[statistics]") {
  CHECK(trends(control_chart(values({1, 2, 3, 4, 4, 5, 6, 7, 8}), options())) == std::vector<int>(9, 0));
}

TEST_CASE("a peak between two trends belongs to the later; two trends beside each other keep theirs", "[statistics]") {
  const auto peak = control_chart(values({1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1}), options());
  CHECK(trends(peak) == std::vector<int>{1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1});
  const auto plateau = control_chart(values({1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1}), options());
  CHECK(trends(plateau) == std::vector<int>{1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1});
}

TEST_CASE("a shift is seven points on one side, and a point exactly on the mean ends it", "[statistics]") {
  CHECK(in_shift(control_chart(values({1, 2, 1, 2, 1, 2, 1, 9, 8, 9, 8, 9, 8, 9}), options())) == 14);
  CHECK(in_shift(control_chart(values({1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8}), options())) == 0);
  CHECK(in_shift(control_chart(values({1, 2, 1, 5, 2, 1, 2, 9, 8, 9, 5, 8, 9, 8}), options())) == 0);
  auto asked = options();
  asked.shift_length = 6;
  CHECK(in_shift(control_chart(values({1, 2, 1, 2, 1, 2, 9, 8, 9, 8, 9, 8}), asked)) == 12);
}

TEST_CASE("decimals that have no exact double still lie on the mean", "[statistics]") {
  // 0.1 + 0.2 + 0.3 is not 3 * 0.2, and the mean of ten times 0.1 is not 0.1, when doubles are just added.
  for (const auto decimal : {0.1, 0.7, 1e-9 / 3, 1234567.1}) {
    for (std::size_t n = 2; n < 60; ++n) {
      const std::vector<ChartValue> same(n, {.value = decimal});
      const auto chart = control_chart(same, options());
      CHECK(chart.special_causes == 0);
      CHECK(std::all_of(chart.points.begin(), chart.points.end(), [](const auto& p) { return p.side_of_mean == 0; }));
    }
  }
  const auto chart = control_chart(values({0.1, 0.2, 0.3, 0.1, 0.2, 0.3}), options());
  CHECK(chart.points[1].side_of_mean == 0);
  CHECK(chart.points[4].side_of_mean == 0);
  // mean 0, average range 0.1: exactly on the limit, and a little beyond it
  const auto on_limit = [](double target) {
    auto asked = options();
    asked.target = target;
    return control_chart(values({0.05, -0.05, 0.05, -0.05}), asked).assurance.value();
  };
  CHECK(on_limit(-0.266) == Assurance::inconsistent);
  CHECK(on_limit(-0.266'000'000'1) == Assurance::consistent_pass);
  CHECK(on_limit(0.266) == Assurance::inconsistent);
  CHECK(on_limit(0.266'000'000'1) == Assurance::consistent_fail);
}

TEST_CASE("equal values have their limits on them; one value has none; no value has nothing", "[statistics]") {
  auto asked = options();
  asked.target = 5;
  const auto constant = control_chart(values({5, 5, 5, 5, 5, 5, 5, 5}), asked);
  CHECK(constant.segments.front().baseline.limits->lower == 5);
  CHECK(constant.segments.front().baseline.limits->upper == 5);
  CHECK(constant.special_causes == 0);
  CHECK(constant.assurance.value() == Assurance::inconsistent);

  const auto one = control_chart(values({7}), asked);
  CHECK(one.segments.front().baseline.mean == 7);
  CHECK_FALSE(one.segments.front().baseline.limits.has_value());
  CHECK_FALSE(one.points.front().moving_range.has_value());
  CHECK(one.variation.value() == Variation::common_cause);
  CHECK_FALSE(one.assurance.has_value());

  const auto none = control_chart({}, asked);
  CHECK(none.points.empty());
  CHECK(none.segments.empty());
  CHECK_FALSE(none.variation.has_value());
  CHECK_FALSE(none.assurance.has_value());
}

TEST_CASE("only so many points as are asked for make the limits, and the rest are held against them", "[statistics]") {
  auto asked = options();
  asked.fix_after = 4;
  const auto chart = control_chart(values({1, 2, 1, 2, 40, 41, 40}), asked);
  CHECK(chart.segments.front().points == 7);
  CHECK(chart.segments.front().baseline.points == 4);
  CHECK(chart.segments.front().baseline.mean == 1.5);
  CHECK(chart.special_causes == 3);
  CHECK(chart.variation.value() == Variation::improvement_high);
  asked.fix_after = 100;
  CHECK(control_chart(values({1, 2, 1, 2}), asked).segments.front().baseline.points == 4);
}

TEST_CASE("what is no number is refused, and so is a rule of one point", "[statistics]") {
  const auto nan = std::numeric_limits<double>::quiet_NaN();
  const auto infinity = std::numeric_limits<double>::infinity();
  for (const auto bad : {nan, infinity, -infinity, 1e201}) {
    CHECK_THROWS_WITH(control_chart(values({1, bad}), options()), Catch::StartsWith("value: needs a number"));
  }
  for (const auto bad : {nan, infinity, -infinity}) {
    auto asked = options();
    asked.target = bad;
    CHECK_THROWS_WITH(control_chart(values({1}), asked), Catch::StartsWith("target: needs a finite number"));
  }
  auto asked = options();
  asked.fix_after = 1;
  CHECK_THROWS_AS(control_chart(values({1, 2}), asked), std::invalid_argument);
  asked = options();
  asked.trend_length = 1;
  CHECK_THROWS_AS(control_chart({}, asked), std::invalid_argument);
  asked = options();
  asked.shift_length = 0;
  CHECK_THROWS_AS(control_chart({}, asked), std::invalid_argument);
  CHECK_THROWS_AS(chart_baseline({}, 3, true), std::invalid_argument);
  CHECK(std::isfinite(control_chart(values({1e200, -1e200, 1e200}), options()).segments.front().baseline.mean));
}
