#include <earlyhelp/statistics/interrupted_series.hpp>
#include <earlyhelp/statistics/regression_to_mean.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <random>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;

TEST_CASE("who was selected at a high point is expected to fall, with nothing done", "[statistics]") {
  // A callout in two years, by a rate that varies as much as it is large: of those with any, half have none next.
  const RepeatedCount count{.shape = 0.8, .rate = 1.6, .before = 1, .after = 1};
  const auto selected = selected_count(count, 1).value();
  CHECK(selected.none_after == Approx(0.48).margin(0.005));
  CHECK(selected.events_after < selected.events_before);
  const RepeatedCount shorter{.shape = 0.8, .rate = 1.6, .before = 1, .after = 0.45};
  CHECK(expected_after(shorter, 1).none_after == Approx(0.75).margin(0.005));
}

TEST_CASE("what is expected of those selected is what is expected of each, added up", "[statistics]") {
  const RepeatedCount count{.shape = 0.7, .rate = 1.3, .before = 2, .after = 0.8};
  for (int least = 0; least < 6; ++least) {
    auto share = 0.0;
    auto before = 0.0;
    auto after = 0.0;
    auto none = 0.0;
    for (int events = least; events < 400; ++events) {
      const auto each = expected_after(count, events);
      share += each.share;
      before += each.share * each.events_before;
      after += each.share * each.events_after;
      none += each.share * each.none_after;
    }
    const auto selected = selected_count(count, least).value();
    CHECK(selected.share == Approx(share));
    CHECK(selected.events_before == Approx(before / share));
    CHECK(selected.events_after == Approx(after / share));
    CHECK(selected.none_after == Approx(none / share));
  }
}

TEST_CASE("without correlation those selected fall to the mean, with all of it not at all", "[statistics]") {
  CHECK(selected_score({.mean = 50, .deviation = 10, .correlation = 0}, 60)->second == 50);
  CHECK(selected_score({.mean = 50, .deviation = 10, .correlation = 1}, 60)->fall() == 0);
  CHECK_FALSE(selected_score({.mean = 0, .deviation = 1, .correlation = 0}, 1000).has_value());
}

TEST_CASE("what cannot vary is refused", "[statistics]") {
  CHECK_THROWS_AS(selected_score({.mean = 0, .deviation = 0, .correlation = 0}, 1), std::invalid_argument);
  CHECK_THROWS_AS(selected_score({.mean = 0, .deviation = 1, .correlation = 1.1}, 1), std::invalid_argument);
  CHECK_THROWS_AS(selected_score({.mean = 0, .deviation = 1, .correlation = 0}, std::nan("")), std::invalid_argument);
  CHECK_THROWS_AS(selected_count({.shape = 0, .rate = 1, .before = 1, .after = 1}, 1), std::invalid_argument);
  CHECK_THROWS_AS(expected_after({.shape = 1, .rate = 1, .before = 1, .after = 1}, -1), std::invalid_argument);
}

TEST_CASE("two straight lines are found as they are", "[statistics]") {
  std::vector<double> values;
  for (int t = 1; t <= 30; ++t) values.push_back(5 + 2.0 * t + (t >= 16 ? -7 - 1.5 * (t - 16) : 0));
  const auto fit = interrupted_series(values, 16).value();
  CHECK(fit.intercept.estimate == Approx(5));
  CHECK(fit.trend.estimate == Approx(2));
  CHECK(fit.level_change.estimate == Approx(-7));
  CHECK(fit.slope_change.estimate == Approx(-1.5));
  CHECK(fit.last_period_effect == Approx(-7 - 1.5 * 14));
  CHECK(fit.r_squared.value() == Approx(1));
}

TEST_CASE("a series that only goes on falling has no effect, whatever its means say", "[statistics]") {
  std::mt19937_64 random{9};
  std::normal_distribution<double> noise{0, 1};
  std::vector<double> values;
  for (int t = 1; t <= 60; ++t) values.push_back(200 - 3.0 * t + noise(random));
  const auto fit = interrupted_series(values, 31).value();
  CHECK(fit.difference_of_means == Approx(-90).margin(2));
  CHECK(std::abs(fit.level_change.estimate) < 4 * fit.level_change.newey_west_error);
}

TEST_CASE("a series that says nothing of one side has no fit", "[statistics]") {
  const std::vector<double> values = {1, 2, 4, 3, 5, 6};
  CHECK(interrupted_series(values, 3).has_value());
  CHECK(interrupted_series(values, 5).has_value());
  CHECK_FALSE(interrupted_series(values, 2).has_value());
  CHECK_FALSE(interrupted_series(values, 6).has_value());
  CHECK_FALSE(interrupted_series(std::vector<double>{1, 2, 3, 4}, 3).has_value());
  CHECK_THROWS_AS(interrupted_series(values, 0), std::invalid_argument);
  CHECK_THROWS_AS(interrupted_series(values, 7), std::invalid_argument);
  CHECK_THROWS_AS(interrupted_series(values, 3, 6), std::invalid_argument);
  CHECK_THROWS_AS(interrupted_series(std::vector<double>{1, 2, std::nan(""), 4, 5}, 3), std::invalid_argument);
}

TEST_CASE("a series that does not vary is explained by nothing, and has no test", "[statistics]") {
  const auto fit = interrupted_series(std::vector<double>(12, 3.0), 7).value();
  CHECK_FALSE(fit.r_squared.has_value());
  CHECK(fit.level_change.estimate == Approx(0).margin(1e-12));
}
