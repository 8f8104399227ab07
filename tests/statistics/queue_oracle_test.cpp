#include <earlyhelp/statistics/erlang.hpp>
#include <earlyhelp/statistics/queue.hpp>
#include <earlyhelp/statistics/queue_deadline.hpp>

#include "support/oracle_case.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;

namespace {

QueueLoad load(const OracleCase& expected) {
  return {.arrival_rate = expected.number("arrival_rate"),
          .mean_handling_time = expected.number("mean_handling_time"),
          .servers = expected.count("servers")};
}

}  // namespace

TEST_CASE("Erlang's formulas give every reference value", "[statistics][oracle]") {
  for_each_case("erlang.csv", [](const OracleCase& expected) {
    const auto offered_load = expected.number("offered_load");
    const auto servers = expected.count("servers");
    const auto state = queue_state({.arrival_rate = offered_load, .mean_handling_time = 1, .servers = servers});

    expected.check("utilisation", state.utilisation);
    expected.check("erlang_b", erlang_b(offered_load, servers));
    if (const auto waiting = erlang_c(offered_load, servers)) {
      expected.check("erlang_c", *waiting);
      expected.check("mean_wait_in_service_times", state.waits.value().mean());
    } else {
      expected.check_text("erlang_c", "1");
      expected.check_text("mean_wait_in_service_times", "Inf");
    }
  });
}

TEST_CASE("a queue whose arrivals wait gives every reference value", "[statistics][oracle]") {
  for_each_case("mmc_wait.csv", [](const OracleCase& expected) {
    const auto state = queue_state(load(expected));

    expected.check("utilisation", state.utilisation);
    expected.check("backlog_growth_rate", state.backlog_growth_rate);
    expected.check_text("stable", state.is_stable() ? "TRUE" : "FALSE");
    if (state.waits) {
      expected.check("p_wait_positive", state.waits->probability());
      expected.check("p_wait_exceeds_t", state.waits->probability_beyond(expected.number("t")));
      expected.check("mean_wait", state.waits->mean());
      expected.check("mean_queue", state.waits->mean_queue());
      expected.check("t_95th_percentile", state.waits->percentile(0.95));
    } else {
      expected.check_text("p_wait_positive", "NA");
      expected.check_text("p_wait_exceeds_t", "1");
      expected.check_text("mean_wait", "Inf");
      expected.check_text("mean_queue", "Inf");
      expected.check_text("t_95th_percentile", "NA");
    }
  });
}

TEST_CASE("a queue whose arrivals lapse gives every reference value", "[statistics][oracle]") {
  for_each_case("mmc_deadline.csv", [](const OracleCase& expected) {
    const auto deadline = expected.number("deadline");
    const auto fixed = deadline_outcome(load(expected), deadline);
    const auto random = patience_outcome(load(expected), deadline);

    expected.check("utilisation", queue_state(load(expected)).utilisation);
    expected.check("p_lapse_fixed_deadline", fixed.lapse);
    expected.check("p_wait_positive_fixed_deadline", fixed.wait);
    expected.check("p_lapse_exponential_patience", random.lapse);
    expected.check("p_wait_positive_exponential", random.wait);
    expected.check("mean_queue_exponential", random.mean_queue);
  });
}
