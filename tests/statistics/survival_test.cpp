#include <earlyhelp/statistics/log_rank.hpp>
#include <earlyhelp/statistics/survival.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;

namespace {

using People = std::vector<FollowUp>;

People random_people(std::mt19937_64& random, std::size_t size, std::uint64_t times) {
  People people;
  for (std::size_t i = 0; i < size; ++i) {
    people.push_back({.time = static_cast<std::int64_t>(random() % times), .has_event = random() % 3 != 0});
  }
  return people;
}

bool same(const SurvivalStep& a, const SurvivalStep& b) {
  return a.time == b.time && a.at_risk == b.at_risk && a.events == b.events && a.censored == b.censored &&
         a.survival == b.survival && a.greenwood == b.greenwood;
}

}  // namespace

TEST_CASE("without censoring the curve is the share who are without the event", "[statistics]") {
  std::mt19937_64 random{3};
  auto people = random_people(random, 500, 60);
  for (auto& person : people) person.has_event = true;
  const SurvivalCurve curve{people};
  for (const auto& step : curve.steps()) {
    const auto later =
        std::count_if(people.begin(), people.end(), [&](const auto& person) { return person.time > step.time; });
    CHECK(step.survival == Approx(static_cast<double>(later) / 500).margin(1e-12));
  }
}

TEST_CASE("a curve never rises, lies within its limits, and does not know in which order people came", "[statistics]") {
  std::mt19937_64 random{4};
  for (int round = 0; round < 60; ++round) {
    // Few days and many; the second is past what is counted by place.
    auto people = random_people(random, 1 + random() % 300, round % 2 == 0 ? 40 : 1'000'000'000);
    const SurvivalCurve curve{people};
    std::shuffle(people.begin(), people.end(), random);
    const SurvivalCurve shuffled{people};
    REQUIRE(curve.steps().size() == shuffled.steps().size());
    CHECK(std::equal(curve.steps().begin(), curve.steps().end(), shuffled.steps().begin(), same));
    CHECK(curve.people() == static_cast<std::int64_t>(people.size()));
    auto before = 1.0;
    for (const auto& step : curve.steps()) {
      CHECK(step.survival <= before);
      before = step.survival;
      for (const auto scale : {LimitsScale::plain, LimitsScale::log, LimitsScale::log_log}) {
        const auto interval = limits(step, 0.95, scale);
        CHECK(interval.has_value() == (step.survival > 0));
        if (!interval) continue;
        CHECK(0 <= interval->lower);
        CHECK(interval->lower <= step.survival);
        CHECK(step.survival <= interval->upper);
        CHECK(interval->upper <= 1);
      }
    }
  }
}

TEST_CASE("events come before those who are lost at the same time", "[statistics]") {
  const People people = {{.time = 5, .has_event = false}, {.time = 5, .has_event = true}};
  const SurvivalCurve curve{people};
  CHECK(curve.steps().front().at_risk == 2);
  CHECK(curve.steps().front().survival == 0.5);
}

TEST_CASE("a curve says what it does not know", "[statistics]") {
  const SurvivalCurve nobody{People{}};
  CHECK(nobody.people() == 0);
  CHECK_FALSE(nobody.at(3, 0.95, LimitsScale::plain).has_value());
  CHECK_FALSE(nobody.quantile(0.5, QuantileRule::first_time).has_value());
  CHECK_FALSE(nobody.restricted_mean(3).has_value());

  const People lost = {{.time = 5, .has_event = false}, {.time = 9, .has_event = false}};
  const SurvivalCurve no_event{lost};
  CHECK_FALSE(no_event.quantile(0.5, QuantileRule::first_time).has_value());
  CHECK(no_event.at(9, 0.95, LimitsScale::log_log)->is_beyond_last == false);
  CHECK(no_event.at(10, 0.95, LimitsScale::log_log)->is_beyond_last);
  CHECK(no_event.restricted_mean(9)->mean == 9);
  CHECK_FALSE(no_event.restricted_mean(10).has_value());

  const People all_gone = {{.time = 4, .has_event = true}, {.time = 8, .has_event = true}};
  CHECK(SurvivalCurve{all_gone}.restricted_mean(100)->mean == 6);
  CHECK_FALSE(SurvivalCurve{all_gone}.steps().back().standard_error().has_value());

  CHECK_THROWS_AS(SurvivalCurve{(People{{.time = -1, .has_event = true}})}, std::invalid_argument);
  CHECK_THROWS_AS(no_event.quantile(0, QuantileRule::first_time), std::invalid_argument);
  CHECK_THROWS_AS(no_event.quantile(std::nan(""), QuantileRule::first_time), std::invalid_argument);
  CHECK_THROWS_AS(no_event.at(1, 1, LimitsScale::plain), std::invalid_argument);
  CHECK_THROWS_AS(nobody.at(1, 1, LimitsScale::plain), std::invalid_argument);
  CHECK_THROWS_AS(no_event.restricted_mean(-1), std::invalid_argument);
}

TEST_CASE("what cannot be compared has no test", "[statistics]") {
  const People lost = {{.time = 5, .has_event = false}};
  const People early = {{.time = 1, .has_event = false}};
  const People events = {
      {.time = 3, .has_event = true}, {.time = 4, .has_event = true}, {.time = 9, .has_event = false}};
  const auto compare = [](const std::vector<People>& groups) {
    std::vector<SurvivalCurve> curves(groups.begin(), groups.end());
    return log_rank(curves);
  };
  CHECK_FALSE(compare({}).test.has_value());
  CHECK_FALSE(compare({events}).test.has_value());
  CHECK_FALSE(compare({lost, early}).test.has_value());
  CHECK_FALSE(compare({events, early}).test.has_value());  // nobody of the other group was there any more
  CHECK(compare({events, events}).test->statistic == Approx(0).margin(1e-12));
  CHECK(compare({events, lost, early, People{}}).degrees_of_freedom == 1);
  CHECK(compare({events, lost, early, People{}}).groups.size() == 4);
}
