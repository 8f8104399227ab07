#include <earlyhelp/statistics/erlang.hpp>
#include <earlyhelp/statistics/queue.hpp>
#include <earlyhelp/statistics/queue_deadline.hpp>

#include "support/oracle.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>

using namespace earlyhelp;

namespace {

/// One case of a table, compared cell by cell. `NA` and `Inf` are what stands where there is no number.
class Case {
 public:
  Case(const OracleTable& table, std::size_t row) : table_{table}, row_{row} {}

  const std::string& at(const char* column) const { return table_.at(row_, column); }
  double number(const char* column) const {
    std::size_t read = 0;
    const auto value = std::stod(at(column), &read);
    if (read != at(column).size()) throw std::invalid_argument{"no number: " + at(column)};
    return value;
  }
  int count(const char* column) const { return std::stoi(at(column)); }
  QueueLoad load() const {
    return {.arrival_rate = number("arrival_rate"),
            .mean_handling_time = number("mean_handling_time"),
            .servers = count("servers")};
  }

  /// The reference values have 50 digits, so that one that is nearly nothing may be written as 0.
  void check(const char* column, double value) const {
    constexpr auto relative = 1e-11;
    constexpr auto nearly_nothing = 1e-30;
    INFO(at("case_id") << " " << column << ": " << value << " for " << at(column));
    const auto expected = number(column);
    REQUIRE(std::isfinite(expected));  // within any share of infinity lies everything
    CHECK(std::abs(value - expected) <= std::max(nearly_nothing, relative * std::abs(expected)));
  }
  void check_text(const char* column, const char* text) const {
    INFO(at("case_id") << " " << column);
    CHECK(at(column) == text);
  }

 private:
  const OracleTable& table_;
  std::size_t row_;
};

template <class Check>
void for_each_case(const char* file, Check check) {
  const auto table = read_oracle(file);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    check(Case{table, row});
    count_oracle_case();
  }
}

}  // namespace

TEST_CASE("Erlang's formulas give every reference value", "[statistics][oracle]") {
  for_each_case("erlang.csv", [](const Case& expected) {
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
  for_each_case("mmc_wait.csv", [](const Case& expected) {
    const auto state = queue_state(expected.load());

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
  for_each_case("mmc_deadline.csv", [](const Case& expected) {
    const auto deadline = expected.number("deadline");
    const auto fixed = deadline_outcome(expected.load(), deadline);
    const auto random = patience_outcome(expected.load(), deadline);

    expected.check("utilisation", queue_state(expected.load()).utilisation);
    expected.check("p_lapse_fixed_deadline", fixed.lapse);
    expected.check("p_wait_positive_fixed_deadline", fixed.wait);
    expected.check("p_lapse_exponential_patience", random.lapse);
    expected.check("p_wait_positive_exponential", random.wait);
    expected.check("mean_queue_exponential", random.mean_queue);
  });
}
