#include <earlyhelp/statistics/erlang.hpp>
#include <earlyhelp/statistics/queue_deadline.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace earlyhelp;

namespace {

constexpr auto infinite = std::numeric_limits<double>::infinity();
constexpr auto not_a_number = std::numeric_limits<double>::quiet_NaN();

QueueLoad make_load(double arrival_rate, int servers = 2) {
  return {.arrival_rate = arrival_rate, .mean_handling_time = 1, .servers = servers};
}

}  // namespace

TEST_CASE("who may not wait at all is lost as Erlang says", "[statistics]") {
  for (const auto rate : {0.0, 0.3, 2.0, 9.0}) {
    CAPTURE(rate);
    const auto lost = erlang_b(rate, 2);
    CHECK(deadline_outcome(make_load(rate), 0).lapse == Approx(lost));
    CHECK(deadline_outcome(make_load(rate), 0).wait == Approx(lost));
    CHECK(patience_outcome(make_load(rate), 0).lapse == Approx(lost));
    CHECK(patience_outcome(make_load(rate), 0).mean_queue == 0);
    CHECK(patience_outcome(make_load(rate), 1e-300).lapse == Approx(lost));
  }
}

TEST_CASE("who waits for ever is served in the end, if the queue is stable", "[statistics]") {
  const auto fixed = deadline_outcome(make_load(1.5), 1e6);
  const auto random = patience_outcome(make_load(1.5), 1e6);
  const auto waits = queue_state(make_load(1.5)).waits.value();

  CHECK(fixed.lapse == 0);
  CHECK(fixed.wait == Approx(waits.probability()));
  CHECK(random.lapse == Approx(0).margin(1e-5));
  CHECK(random.wait == Approx(waits.probability()).epsilon(1e-4));
  CHECK(random.mean_queue == Approx(waits.mean_queue()).epsilon(1e-4));
}

TEST_CASE("under too much load what cannot be done lapses, however late the deadline", "[statistics]") {
  for (const auto deadline : {100.0, 1e5}) {
    CAPTURE(deadline);
    CHECK(deadline_outcome(make_load(8), deadline).lapse == Approx(0.75));
    CHECK(deadline_outcome(make_load(8), deadline).wait == Approx(1));
    CHECK(patience_outcome(make_load(8), deadline).lapse == Approx(0.75));
  }
}

TEST_CASE("nothing jumps where the load equals the servers", "[statistics]") {
  const auto below = deadline_outcome(make_load(2 - 1e-10), 5);
  const auto on = deadline_outcome(make_load(2), 5);
  const auto above = deadline_outcome(make_load(2 + 1e-10), 5);

  CHECK(below.lapse == Approx(on.lapse).epsilon(1e-9));
  CHECK(above.lapse == Approx(on.lapse).epsilon(1e-9));
  CHECK(below.lapse < on.lapse);
  CHECK(on.lapse < above.lapse);
}

TEST_CASE("a later deadline lets no more lapse, and one more server fewer", "[statistics]") {
  for (const auto rate : {0.5, 2.0, 6.0}) {
    for (auto servers = 1; servers < 9; ++servers) {
      for (const auto deadline : {0.0, 0.5, 2.0, 8.0}) {
        CAPTURE(rate, servers, deadline);
        const auto fixed = deadline_outcome(make_load(rate, servers), deadline).lapse;
        const auto random = patience_outcome(make_load(rate, servers), deadline).lapse;
        CHECK(deadline_outcome(make_load(rate, servers), deadline + 0.5).lapse <= fixed);
        CHECK(deadline_outcome(make_load(rate, servers + 1), deadline).lapse < fixed);
        CHECK(patience_outcome(make_load(rate, servers), deadline + 0.5).lapse <= random);
        CHECK(patience_outcome(make_load(rate, servers + 1), deadline).lapse < random);
      }
    }
  }
}

TEST_CASE("nothing lapses when nothing comes, and extremes stay numbers", "[statistics]") {
  CHECK(deadline_outcome(make_load(0), 2).lapse == 0);
  CHECK(patience_outcome(make_load(0), 2).lapse == 0);
  const QueueLoad quick{.arrival_rate = 1, .mean_handling_time = 1e-310, .servers = 5};
  CHECK(deadline_outcome(quick, 0).lapse == 0);
  CHECK(deadline_outcome(quick, 1e300).wait == 0);
  const QueueLoad much{.arrival_rate = 1e6, .mean_handling_time = 1, .servers = 1000};
  CHECK(deadline_outcome(much, 1e300).lapse == Approx(0.999));
}

TEST_CASE("a deadline names what it cannot take", "[statistics]") {
  for (const auto bad : {-1.0, infinite, not_a_number}) {
    CAPTURE(bad);
    CHECK_THROWS_WITH(deadline_outcome(make_load(1), bad), Catch::StartsWith("deadline: needs"));
    CHECK_THROWS_WITH(patience_outcome(make_load(1), bad), Catch::StartsWith("mean_patience: needs"));
    CHECK_THROWS_WITH(deadline_outcome(make_load(bad), 1), Catch::StartsWith("arrival_rate: needs"));
    CHECK_THROWS_WITH(patience_outcome(make_load(bad), 1), Catch::StartsWith("arrival_rate: needs"));
  }
  CHECK_THROWS_WITH(patience_outcome(make_load(1), 1e9), Catch::StartsWith("mean_patience: needs"));
  CHECK_THROWS_WITH(deadline_outcome(make_load(1, 0), 1), Catch::StartsWith("servers: needs"));
}
