#include <earlyhelp/triage/columns.hpp>
#include <earlyhelp/triage/fact_table.hpp>
#include <earlyhelp/triage/signal_planes.hpp>
#include <earlyhelp/triage/signals.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "support/columns.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// The shipped policy with another value of each parameter that facts are compared with.
Policy other_policy() {
  auto book = default_policy_book();
  set(book, Parameter::visible_high_risk_dash_2009, 10);
  set(book, Parameter::visible_high_risk_dash_ric, 5);
  set(book, Parameter::escalation_events, 5);
  set(book, Parameter::serial_victims, 3);
  set(book, Parameter::cumulative_child_events, 2);
  set(book, Parameter::young_child_under_years, 7);
  set(book, Parameter::school_notification_from, Date{2025, 11, 8});
  return policy_of(book);
}

bool are_same(const SignalPlanes& a, const SignalPlanes& b, EnumSet<Signal> signals) {
  for (std::size_t i = 0; i < a.blocks().size(); ++i) {
    for (const auto signal : signals) {
      if (!(a.blocks()[i][signal] == b.blocks()[i][signal])) return false;
    }
  }
  return true;
}

EnumSet<Signal> every_signal() { return EnumSet<Signal>::of_bits((std::uint64_t{1} << fact_signals) - 1); }

}  // namespace

TEST_CASE("planes say what the signals of each incident are", "[triage][planes]") {
  RandomFacts random{1};
  const auto policy = make_policy();
  const auto facts = make_rows(block_rows + 77, random, true);
  const FactTable table{facts};
  const SignalPlanes planes{table.columns(), policy.thresholds()};

  REQUIRE(planes.size() == facts.size());
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const auto expected = signals_of(facts[i], policy);
    for (const auto signal : every_signal()) {
      const auto& answers = planes.blocks()[i / block_rows][signal];
      if (answers.known[i % block_rows] != expected.contains(signal)) FAIL(to_string(signal) << " of row " << i);
    }
  }
}

TEST_CASE("planes are decided as the columns that they were made of", "[triage][planes]") {
  RandomFacts random{2};
  const auto level = GENERATE(from_range(values_of<VectorLevel>.begin(), values_of<VectorLevel>.end()));
  const auto policy = make_policy();
  const auto facts = make_rows(2 * block_rows + 3, random, false);
  const FactTable table{facts};
  const SignalPlanes planes{table.columns(), policy.thresholds(), level};
  std::vector<OutcomeBlock> outcomes(planes.blocks().size());
  triage(planes.blocks(), policy, outcomes, level);

  for (std::size_t i = 0; i < facts.size(); ++i) {
    const auto decision = triage(facts[i], policy);
    if (!holds(outcomes[i / block_rows], decision, i % block_rows, policy.rules().size())) FAIL("row " << i);
  }
}

TEST_CASE("a parameter changes the signals on it and no other", "[triage][planes]") {
  RandomFacts random{3};
  const auto other = other_policy();
  const FactTable table{make_rows(600, random, true)};
  const SignalPlanes before{table.columns(), make_policy().thresholds()};
  EnumSet<Signal> changing;
  for (const auto parameter : values_of<Parameter>) {
    auto book = default_policy_book();
    const auto row = other.row(parameter);
    if (!row) continue;
    set(book, parameter, row->value);
    const auto& changed_policy = policy_of(book);
    const SignalPlanes changed{table.columns(), changed_policy.thresholds()};
    CAPTURE(parameter);
    CHECK(are_same(before, changed, every_signal() - signals_on(parameter)));
    if (!(row->value == make_policy().row(parameter)->value)) {
      CHECK_FALSE(are_same(before, changed, signals_on(parameter)));
    }
    changing |= signals_on(parameter);

    auto again = before;
    again.read_again(table.columns(), changed_policy.thresholds(), signals_on(parameter));
    CHECK(are_same(again, changed, every_signal()));
  }
  CHECK(changing.size() == 7);
  CHECK(signals_on(Parameter::visible_high_risk_dara) == signals_on(Parameter::visible_high_risk_dash_ric));
}

TEST_CASE("the last block says which of its rows are incidents", "[triage][planes]") {
  RandomFacts random{4};
  for (const std::size_t count : {std::size_t{1}, std::size_t{64}, std::size_t{65}, block_rows, block_rows + 130}) {
    CAPTURE(count);
    const FactTable table{make_rows(count, random, false)};
    const SignalPlanes planes{table.columns(), make_policy().thresholds()};
    std::size_t rows = 0;
    for (std::size_t i = 0; i < planes.blocks().size(); ++i) {
      const auto are_rows = planes.rows(i);
      for (std::size_t row = 0; row < block_rows; ++row) {
        CHECK(are_rows[row] == (i * block_rows + row < count));
        rows += are_rows[row] ? 1U : 0U;
      }
    }
    CHECK(rows == count);
  }
  CHECK(SignalPlanes{FactTable{}.columns(), make_policy().thresholds()}.blocks().empty());
}
