#include <earlyhelp/outcomes/goal_attainment.hpp>
#include <earlyhelp/outcomes/goal_progress.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr auto usual = 0.3;

boost::optional<GoalProgress> progress(const std::vector<GoalRating>& goals) { return goal_progress(goals); }
double attainment(const std::vector<ScaledGoal>& goals) { return goal_attainment(goals, usual).value(); }

}  // namespace

TEST_CASE("progress is over the goals that were rated both times", "[outcomes]") {
  const auto of_three = progress({{.before = 2, .after = 7}, {.before = 3, .after = 4}, {.before = 5, .after = 4}});
  CHECK((of_three == GoalProgress{.points = 5, .goals = 3}));
  CHECK(of_three.value().mean() == Approx(5.0 / 3));
  CHECK((progress({{.before = 0, .after = 10}, {.before = 3, .after = {}}, {.before = {}, .after = 9}}) ==
         GoalProgress{.points = 10, .goals = 1}));
  CHECK((progress({{.before = 10, .after = 0}}) == GoalProgress{.points = -10, .goals = 1}));
  CHECK_FALSE(progress({}).has_value());
  CHECK_FALSE(progress({{.before = 3, .after = {}}}).has_value());
}

TEST_CASE("goals and ratings that cannot be are refused", "[outcomes]") {
  const GoalRating plain{.before = 1, .after = 2};
  CHECK_THROWS_WITH(progress({plain, plain, plain, plain}), Catch::Contains("goals: needs three at most"));
  CHECK_THROWS_WITH(progress({{.before = 11, .after = {}}}), Catch::Contains("before: needs 0 to 10"));
  CHECK_THROWS_WITH(progress({{.before = {}, .after = -1}}), Catch::Contains("after: needs 0 to 10"));
}

TEST_CASE("goal attainment is that of the worked cases", "[outcomes]") {
  const auto check = [](const std::vector<ScaledGoal>& goals, double expected) {
    CHECK(attainment(goals) == Approx(expected).margin(0.0005));
  };
  check({{0}, {0}, {0}}, 50);
  check({{1}, {1}, {1}}, 63.693);
  check({{-1}, {0}, {1}}, 50);
  check({{2}, {-1}}, 56.202);
  check({{.level = 1, .weight = 3}, {.level = -2, .weight = 1}}, 52.911);
  check({{-1}}, 40);
}

TEST_CASE("goal attainment knows weights by their ratio alone, and turns round about 50", "[outcomes]") {
  const auto of = [](double scale, int sign) {
    return attainment({{.level = sign, .weight = 3 * scale}, {.level = -2 * sign, .weight = scale}});
  };
  for (const auto scale : {1e-300, 1e-3, 1.0, 7.0, 1e300}) {
    CHECK(of(scale, 1) == Approx(of(1, 1)));
    CHECK(of(scale, -1) == Approx(100 - of(1, 1)));
  }
}

TEST_CASE("goals that are all one count as one, goals apart as many", "[outcomes]") {
  const std::vector<ScaledGoal> goals = {{1}, {1}, {1}, {1}};
  CHECK(goal_attainment(goals, 1).value() == Approx(60));
  CHECK(goal_attainment(goals, 0).value() == Approx(70));
}

TEST_CASE("goals that cannot be scaled are refused", "[outcomes]") {
  CHECK_FALSE(goal_attainment({}, usual).has_value());
  CHECK_THROWS_AS(attainment({{3}}), std::invalid_argument);
  CHECK_THROWS_AS(attainment({{-3}}), std::invalid_argument);
  for (const auto weight :
       {0.0, -1.0, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
    CHECK_THROWS_AS(attainment({{.level = 0, .weight = weight}}), std::invalid_argument);
  }
  const std::vector<ScaledGoal> goals = {{1}};
  for (const auto correlation : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
    CHECK_THROWS_AS(goal_attainment(goals, correlation), std::invalid_argument);
  }
}
