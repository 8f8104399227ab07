#include <earlyhelp/statistics/erlang.hpp>
#include <earlyhelp/statistics/queue.hpp>
#include <earlyhelp/statistics/queue_deadline.hpp>

#include <catch2/catch.hpp>

using namespace earlyhelp;

// What the documentation of other programs prints of queues, to as many digits as it does.

// Westbay Engineers' Erlang calculators, manual: 15 lines refuse one call in a hundred at 8.108 erlangs.
TEST_CASE("the load at which one call in a hundred is refused is that printed", "[statistics]") {
  CHECK(erlang_b(8.1075, 15) < 0.01);
  CHECK(erlang_b(8.1085, 15) > 0.01);
}

// Package pyworkforce, guide: 100 calls in 30 minutes, each of 3 minutes, and 14 who answer; how many are
// answered within 20 seconds.
TEST_CASE("who waits, and how long, is what the guide prints", "[statistics]") {
  const auto state = queue_state({.arrival_rate = 100.0 / 30, .mean_handling_time = 3, .servers = 14});
  CHECK(state.utilisation == Approx(0.7142857142857143).epsilon(1e-14));
  CHECK(state.waits.value().probability() == Approx(0.1741319335950498).epsilon(1e-12));
  CHECK(1 - state.waits->probability_beyond(20.0 / 60) == Approx(0.8883500191794669).epsilon(1e-12));
}

// The same with a patience of 5 minutes and 13 who answer; the average wait is in minutes.
TEST_CASE("who leaves unserved is what the guide prints", "[statistics]") {
  const QueueLoad load{.arrival_rate = 100.0 / 30, .mean_handling_time = 3, .servers = 13};
  const auto outcome = patience_outcome(load, 5);
  CHECK(outcome.lapse == Approx(0.025).margin(0.0005));
  CHECK(outcome.wait == Approx(0.226).margin(0.0005));
  CHECK(outcome.mean_queue / load.arrival_rate == Approx(0.125).margin(0.0005));
  CHECK((1 - outcome.lapse) * 10 / 13 == Approx(0.750).margin(0.0005));
}
