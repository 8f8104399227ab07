#include <earlyhelp/statistics/mean_interval.hpp>

#include <catch2/catch.hpp>

#include <limits>
#include <vector>

using namespace earlyhelp;

TEST_CASE("the interval of ten numbers is the one that tables give", "[statistics]") {
  const std::vector<double> values{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

  const auto interval = mean_interval(values, 0.95).value();

  CHECK(interval.mean == Approx(5.5));
  CHECK(interval.upper - interval.mean == Approx(2.2621571627982055 * 0.9574271077563381).epsilon(1e-12));
  CHECK(interval.mean - interval.lower == Approx(interval.upper - interval.mean));
  CHECK(interval.values == 10);
}

TEST_CASE("one value has no interval, two have a wide one", "[statistics]") {
  CHECK_FALSE(mean_interval(std::vector<double>{}, 0.95).has_value());
  CHECK_FALSE(mean_interval(std::vector<double>{3}, 0.95).has_value());
  const auto two = mean_interval(std::vector<double>{0, 1}, 0.95).value();
  CHECK(two.upper == Approx(0.5 + 12.706204736432095 * 0.5));
}

TEST_CASE("equal values leave no width, to the last bit", "[statistics]") {
  const auto interval = mean_interval(std::vector<double>(20, 0.1), 0.95).value();

  CHECK(interval == MeanInterval{.mean = 0.1, .lower = 0.1, .upper = 0.1, .values = 20});
}

TEST_CASE("an interval names what it cannot take", "[statistics]") {
  const std::vector<double> values{1, 2};
  for (const auto confidence : {0.0, 1.0, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
    CHECK_THROWS_WITH(mean_interval(values, confidence), Catch::StartsWith("confidence: needs"));
  }
  const std::vector<double> bad{1, std::numeric_limits<double>::infinity()};
  CHECK_THROWS_WITH(mean_interval(bad, 0.95), Catch::StartsWith("values: needs"));
}
