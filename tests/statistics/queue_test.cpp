#include <earlyhelp/statistics/queue.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace earlyhelp;

namespace {

constexpr auto infinite = std::numeric_limits<double>::infinity();
constexpr auto not_a_number = std::numeric_limits<double>::quiet_NaN();

QueueLoad make_load(double arrival_rate, double mean_handling_time = 1, int servers = 2) {
  return {.arrival_rate = arrival_rate, .mean_handling_time = mean_handling_time, .servers = servers};
}

}  // namespace

TEST_CASE("a queue with one server waits as the textbook says", "[statistics]") {
  const auto state = queue_state(make_load(0.5, 1, 1));

  REQUIRE(state.is_stable());
  CHECK(state.utilisation == 0.5);
  CHECK(state.backlog_growth_rate == 0);
  CHECK(state.waits->probability() == Approx(0.5));
  CHECK(state.waits->mean() == Approx(1));
  CHECK(state.waits->mean_queue() == Approx(0.5));
  CHECK(state.waits->probability_beyond(0) == state.waits->probability());
  CHECK(state.waits->probability_beyond(2) == Approx(0.5 * std::exp(-1.0)));
  CHECK(state.waits->probability_beyond(infinite) == 0);
}

TEST_CASE("a queue that cannot keep up has no waits, and says how fast it grows", "[statistics]") {
  const auto just_stable = queue_state(make_load(std::nextafter(2.0, 0.0)));
  const auto on_the_edge = queue_state(make_load(2));
  const auto too_much = queue_state(make_load(2.5));

  CHECK(just_stable.is_stable());
  CHECK(std::isfinite(just_stable.waits->mean()));
  CHECK_FALSE(on_the_edge.is_stable());
  CHECK(on_the_edge.utilisation == 1);
  CHECK(on_the_edge.backlog_growth_rate == 0);
  CHECK_FALSE(too_much.is_stable());
  CHECK(too_much.utilisation == 1.25);
  CHECK(too_much.backlog_growth_rate == 0.5);
}

TEST_CASE("nobody waits when nothing comes", "[statistics]") {
  const auto state = queue_state(make_load(0));

  CHECK(state.utilisation == 0);
  CHECK(state.waits.value().probability() == 0);
  CHECK(state.waits->mean() == 0);
  CHECK(state.waits->percentile(0.999) == 0);
}

TEST_CASE("a percentile is the time that is exceeded with what is left", "[statistics]") {
  const auto waits = queue_state(make_load(1.5)).waits.value();

  for (const auto share : {0.5, 0.9, 0.99, 0.999999}) {
    CAPTURE(share);
    CHECK(waits.probability_beyond(waits.percentile(share)) == Approx(1 - share));
  }
  CHECK(waits.percentile(0) == 0);
  CHECK(waits.percentile(1 - waits.probability()) == 0);
  for (const auto share : {-0.1, 1.0, 1.1, infinite, not_a_number}) {
    CHECK_THROWS_WITH(waits.percentile(share), Catch::StartsWith("share: needs"));
  }
  for (const auto t : {-0.1, -infinite, not_a_number}) {
    CHECK_THROWS_WITH(waits.probability_beyond(t), Catch::StartsWith("t: needs"));
  }
}

TEST_CASE("the unit of time says nothing", "[statistics]") {
  const auto hours = queue_state(make_load(0.9, 3, 4));
  const auto minutes = queue_state(make_load(0.9 / 60, 180, 4));

  CHECK(minutes.utilisation == Approx(hours.utilisation));
  CHECK(minutes.waits.value().probability_beyond(600) == Approx(hours.waits.value().probability_beyond(10)));
  CHECK(minutes.waits->mean() == Approx(60 * hours.waits->mean()));
}

TEST_CASE("extreme rates stay numbers", "[statistics]") {
  const auto quick = queue_state(make_load(1, 1e-310, 1'000'000));
  const auto slow = queue_state(make_load(1e-300, 1e299));

  CHECK(quick.waits.value().probability_beyond(0) == 0);
  CHECK(quick.waits->percentile(0.95) == 0);
  CHECK(slow.is_stable());
  CHECK(std::isfinite(slow.waits->mean()));
}

TEST_CASE("the smallest number of servers is enough, and one fewer is not", "[statistics]") {
  for (const auto rate : {0.001, 0.5, 0.987654, 4.0, 60.0, 2500.0}) {
    for (const auto target : {0.5, 0.05, 1e-9}) {
      CAPTURE(rate, target);
      const auto servers = smallest_servers(rate, 3, 15, target);
      const auto beyond = [&](int number) {
        const auto waits = queue_state(make_load(rate, 3, number)).waits;
        return waits ? waits->probability_beyond(15) : 1;
      };

      CHECK(beyond(servers) <= target);
      CHECK((servers == 1 || beyond(servers - 1) > target));
    }
  }
}

TEST_CASE("fewer than the load are never enough, however late is allowed", "[statistics]") {
  CHECK(smallest_servers(1, 3, infinite, 0.9) == 4);
  CHECK(smallest_servers(0, 3, 0, 0.01) == 1);
}

TEST_CASE("three practitioners leave four in five waiting where four leave hardly any", "[statistics]") {
  const auto rate = 1400.0 / 1417.5;  // families in nine months of 37.5 hours a week

  CHECK(queue_state(make_load(rate, 3, 3)).waits.value().probability_beyond(15) == Approx(0.81).margin(0.01));
  CHECK(queue_state(make_load(rate, 3, 4)).waits.value().probability_beyond(15) == Approx(0.003).margin(0.001));
  CHECK_FALSE(queue_state(make_load(rate, 7, 6)).is_stable());
  CHECK(queue_state(make_load(rate, 7, 8)).waits.value().probability_beyond(15) == Approx(0.059).margin(0.001));
}

TEST_CASE("a queue names what it cannot take", "[statistics]") {
  for (const auto bad : {-1.0, infinite, not_a_number}) {
    CAPTURE(bad);
    CHECK_THROWS_WITH(queue_state(make_load(bad)), Catch::StartsWith("arrival_rate: needs"));
    CHECK_THROWS_WITH(queue_state(make_load(1, bad)), Catch::StartsWith("mean_handling_time: needs"));
  }
  CHECK_THROWS_WITH(queue_state(make_load(1, 0)), Catch::StartsWith("mean_handling_time: needs"));
  CHECK_THROWS_WITH(queue_state(make_load(1, 1, 0)), Catch::StartsWith("servers: needs"));
  CHECK_THROWS_WITH(queue_state(make_load(1e200, 1e200)), Catch::StartsWith("arrival_rate: needs"));
  CHECK_THROWS_WITH(smallest_servers(1e9, 1, 0, 0.1), Catch::StartsWith("arrival_rate: needs"));
  CHECK_THROWS_WITH(smallest_servers(1, 1, -1, 0.1), Catch::StartsWith("t: needs"));
  for (const auto target : {0.0, 1.0, -0.5, not_a_number}) {
    CHECK_THROWS_WITH(smallest_servers(1, 1, 1, target), Catch::StartsWith("target: needs"));
  }
}
