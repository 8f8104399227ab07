#include <earlyhelp/statistics/difference.hpp>
#include <earlyhelp/statistics/funnel.hpp>
#include <earlyhelp/statistics/groups.hpp>
#include <earlyhelp/statistics/reliable_change.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;

TEST_CASE("on a line of the funnel is not beyond it", "[statistics]") {
  const FunnelLines lines{.at_0025 = {.lower = 0.4, .upper = 0.6}, .at_0001 = {.lower = 0.3, .upper = 0.7}};
  CHECK(position(0.4, lines) == FunnelPosition::not_significant);
  CHECK(position(std::nextafter(0.4, 0), lines) == FunnelPosition::low_0025);
  CHECK(position(0.3, lines) == FunnelPosition::low_0025);
  CHECK(position(std::nextafter(0.3, 0), lines) == FunnelPosition::low_0001);
  CHECK(position(0.6, lines) == FunnelPosition::not_significant);
  CHECK(position(std::nextafter(0.6, 1), lines) == FunnelPosition::high_0025);
  CHECK(position(0.7, lines) == FunnelPosition::high_0025);
  CHECK(position(std::nextafter(0.7, 1), lines) == FunnelPosition::high_0001);
}

TEST_CASE("where everybody counts nobody is low", "[statistics]") {
  CHECK(position(1, share_funnel(1, 60)) == FunnelPosition::not_significant);
  CHECK(position(0, share_funnel(0, 60)) == FunnelPosition::not_significant);
}

TEST_CASE("lines are judged whole and drawn within shares", "[statistics]") {
  const auto lines = share_funnel(0.02, 10);
  CHECK(lines.at_0025.lower < 0);
  CHECK(drawn(lines).at_0025.lower == 0);
  CHECK(drawn(lines).at_0025.upper == lines.at_0025.upper);
}

TEST_CASE("a count is high where its expected count lies below the lines, and the other way round", "[statistics]") {
  for (std::int64_t observed = 1; observed < 10; ++observed) {  // where the limits are exact, as the lines are
    const auto inner = ratio_funnel(observed, 0.025);
    CHECK(observed_ratio(observed, *inner.least * 0.999).position >= FunnelPosition::high_0025);
    CHECK(observed_ratio(observed, *inner.least * 1.001).position == FunnelPosition::not_significant);
    CHECK(observed_ratio(observed, inner.most * 0.999).position == FunnelPosition::not_significant);
    CHECK(observed_ratio(observed, inner.most * 1.001).position <= FunnelPosition::low_0025);
  }
  CHECK_FALSE(ratio_funnel(0, 0.025).least.has_value());
}

TEST_CASE("what no funnel can have is refused", "[statistics]") {
  CHECK_THROWS_AS(share_funnel(-0.1, 5), std::invalid_argument);
  CHECK_THROWS_AS(share_funnel(std::nan(""), 5), std::invalid_argument);
  CHECK_THROWS_AS(share_funnel(0.5, 0), std::invalid_argument);
  CHECK_THROWS_AS(ratio_funnel(-1, 0.025), std::invalid_argument);
  CHECK_THROWS_AS(ratio_funnel(1, 0.5), std::invalid_argument);
  CHECK_THROWS_AS(observed_ratio(1, 0), std::invalid_argument);
  CHECK_THROWS_AS(observed_ratio(-1, 1), std::invalid_argument);
}

TEST_CASE("two groups compared as groups are two groups compared", "[statistics]") {
  std::mt19937_64 random{8};
  for (int i = 0; i < 500; ++i) {
    const auto draw = [&] {
      const auto total = static_cast<std::int64_t>(1 + random() % 50);
      return Proportion{.count = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(total + 1)),
                        .total = total};
    };
    const std::vector<Proportion> groups = {draw(), draw()};
    const auto compared = compare_groups(groups);
    const auto tested = pooled_test(groups[0], groups[1]);
    REQUIRE(compared.test.has_value() == tested.has_value());
    if (tested) {
      CHECK(compared.test->statistic == Approx(tested->statistic * tested->statistic).margin(1e-9));
      CHECK(compared.test->p == Approx(tested->p).margin(1e-9));
    }
    CHECK((rest_of(groups, 0) == groups[1]));
  }
}

TEST_CASE("a group of nobody takes no part", "[statistics]") {
  const Proportion some{.count = 3, .total = 9};
  const Proportion others{.count = 8, .total = 9};
  const Proportion nobody{.count = 0, .total = 0};
  const auto with = compare_groups(std::vector{some, nobody, others});
  const auto without = compare_groups(std::vector{some, others});
  CHECK((with.test == without.test));
  CHECK(with.degrees_of_freedom == 1);
  CHECK_FALSE(compare_groups(std::vector{some, nobody}).test.has_value());
  CHECK_FALSE(compare_groups({}).widest_gap.has_value());
  CHECK_FALSE(compare_groups(std::vector{nobody}).smallest.has_value());
  CHECK_THROWS_AS(compare_groups(std::vector{some, Proportion{.count = 2, .total = 1}}), std::invalid_argument);
}

TEST_CASE("a change is reliable beyond 1.96 standard errors and not at them", "[statistics]") {
  const ScoreSpread spread{.deviation = 2, .reliability = 0.5};  // an error of 2
  CHECK(reliable_change(0, 3.92, spread).kind == ChangeKind::no_reliable_change);
  CHECK(reliable_change(0, 3.9201, spread).kind == ChangeKind::reliable_increase);
  CHECK(reliable_change(3.92, 0, spread).kind == ChangeKind::no_reliable_change);
  CHECK(reliable_change(3.9201, 0, spread).kind == ChangeKind::reliable_decrease);
}

TEST_CASE("of a score without error every change is reliable, and none is no change", "[statistics]") {
  const ScoreSpread exact{.deviation = 5, .reliability = 1};
  CHECK(reliable_change(20, 20, exact).kind == ChangeKind::no_reliable_change);
  CHECK(reliable_change(20, 20.5, exact).kind == ChangeKind::reliable_increase);
  CHECK(reliable_change(20, 19, exact).kind == ChangeKind::reliable_decrease);
  CHECK(reliable_change(20, 19, exact).smallest == 0);
  CHECK_FALSE(reliable_change(20, 19, exact).index.has_value());
}

TEST_CASE("a score whose error is unknown is refused", "[statistics]") {
  constexpr auto infinite = std::numeric_limits<double>::infinity();
  CHECK_THROWS_AS(reliable_change(infinite, 0, {.deviation = 1, .reliability = 0.5}), std::invalid_argument);
  CHECK_THROWS_AS(reliable_change(0, std::nan(""), {.deviation = 1, .reliability = 0.5}), std::invalid_argument);
  CHECK_THROWS_AS(reliable_change(0, 0, {.deviation = 0, .reliability = 0.5}), std::invalid_argument);
  CHECK_THROWS_AS(reliable_change(0, 0, {.deviation = infinite, .reliability = 0.5}), std::invalid_argument);
  CHECK_THROWS_AS(reliable_change(0, 0, {.deviation = 1, .reliability = std::nextafter(1, 2)}), std::invalid_argument);
  CHECK_THROWS_AS(reliable_change(0, 0, {.deviation = 1, .reliability = std::nan("")}), std::invalid_argument);
  CHECK_THROWS_AS(reliable_change(0, 0, {.deviation = 1, .reliability = -0.1}), std::invalid_argument);
}
