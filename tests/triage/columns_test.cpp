#include <earlyhelp/triage/columns.hpp>
#include <earlyhelp/triage/fact_table.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "support/columns.hpp"
#include "support/make_facts.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"
#include "support/random_facts.hpp"
#include "support/random_policy.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <limits>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

std::vector<Decision> decide_one_at_a_time(const std::vector<Facts>& facts, const Policy& policy) {
  std::vector<Decision> decisions;
  for (const auto& one : facts) decisions.push_back(triage(one, policy));
  return decisions;
}

/// How many rows are decided otherwise in columns than `expected`, from row `first` on.
std::size_t wrong(const FactColumns& columns, const Policy& policy, const std::vector<Decision>& expected,
                  std::size_t first, VectorLevel level) {
  DecisionTable table{columns.size()};
  triage(columns, policy, table.columns(), level);
  std::vector<OutcomeBlock> blocks(columns.size() / block_rows + 1);
  triage(columns, policy, blocks, level);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto& decision = expected[first + i];
    const auto& block = blocks[i / block_rows];
    if (!table.holds(decision, i) || !holds(block, decision, i % block_rows, policy.rules().size())) ++wrong;
  }
  return wrong;
}

std::size_t wrong(const std::vector<Facts>& facts, const Policy& policy, VectorLevel level) {
  const FactTable table{facts};
  return wrong(table.columns(), policy, decide_one_at_a_time(facts, policy), 0, level);
}

VectorLevel any_level() { return GENERATE(from_range(values_of<VectorLevel>.begin(), values_of<VectorLevel>.end())); }

}  // namespace

TEST_CASE("columns are decided like one incident at a time, however many they are", "[triage][columns]") {
  const auto level = any_level();
  CAPTURE(level);
  RandomFacts random{1};
  const auto policy = make_policy();
  for (std::size_t count = 0; count <= 130; ++count) {
    CAPTURE(count);
    CHECK(wrong(make_rows(count, random, count % 2 == 0), policy, level) == 0);
  }
  for (const auto count : {block_rows - 1, block_rows, block_rows + 1, 3 * block_rows + 65}) {
    CAPTURE(count);
    CHECK(wrong(make_rows(count, random, false), policy, level) == 0);
    CHECK(wrong(make_rows(count, random, true), policy, level) == 0);
  }
}

TEST_CASE("a slice of columns is decided like its rows, wherever it begins", "[triage][columns]") {
  const auto level = any_level();
  CAPTURE(level);
  RandomFacts random{2};
  const auto policy = make_policy();
  const auto facts = make_rows(2 * block_rows, random, true);
  const auto expected = decide_one_at_a_time(facts, policy);
  const FactTable table{facts};
  for (std::size_t first = 0; first <= 70; ++first) {
    CAPTURE(first);
    CHECK(wrong(table.columns().slice(first, 200 + first), policy, expected, first, level) == 0);
    CHECK(wrong(table.columns().slice(first, 150).slice(9, 64), policy, expected, first + 9, level) == 0);
    CHECK(wrong(table.columns().slice(first, facts.size() - first), policy, expected, first, level) == 0);
  }
  CHECK(wrong(table.columns().slice(facts.size(), 0), policy, expected, facts.size(), level) == 0);
}

TEST_CASE("any slice of columns is decided under every policy that check() lets through", "[triage][columns]") {
  const auto level = any_level();
  CAPTURE(level);
  RandomFacts random{3};
  for (int i = 0; i < 40; ++i) {
    CAPTURE(i);
    const auto policy = policy_of(any_book(random));
    const auto facts = make_rows(random.below(400), random, i % 2 == 0);
    const auto expected = decide_one_at_a_time(facts, policy);
    const FactTable table{facts};
    CHECK(wrong(table.columns(), policy, expected, 0, level) == 0);
    const auto first = random.below(facts.size() + 1);
    const auto count = random.below(facts.size() - first + 1);
    CAPTURE(facts.size(), first, count);
    CHECK(wrong(table.columns().slice(first, count), policy, expected, first, level) == 0);
  }
}

TEST_CASE("every value on either side of its thresholds is read as in one incident", "[triage][columns]") {
  const auto level = any_level();
  CAPTURE(level);
  constexpr auto most = std::numeric_limits<int>::max();
  const auto is_wide = GENERATE(false, true);
  std::vector<Facts> facts{make_facts()};
  const auto add = [&](auto change) {
    for (const auto& quiet :
         {make_facts(), make_facts(Definition::not_domestic), make_facts(Definition::undetermined)}) {
      facts.push_back(quiet);
      change(facts.back());
    }
  };
  const auto add_counts = [&](auto change) {
    for (int count = 0; count < 40; ++count) add([&](Facts& f) { change(f, count); });
    for (const auto count : {254, 255}) add([&](Facts& f) { change(f, count); });
    if (!is_wide) return;
    for (const auto count : {256, 65536, most - 1, most}) add([&](Facts& f) { change(f, count); });
  };
  for (const auto definition : values_of<Definition>) add([&](Facts& f) { f.definition = definition; });
  for (const auto grade : values_of<RiskGrade>) {
    add([&](Facts& f) { f.officer_grade = grade; });
    add([&](Facts& f) { f.judgement = grade; });
  }
  add([](Facts& f) { f.officer_grade = boost::none; });
  add([](Facts& f) { f.checklist.instrument = boost::none; });
  for (const auto instrument : values_of<Instrument>) {
    for (const auto unanswered : {0, 1, 5}) {
      add_counts([&](Facts& f, int count) {
        f.checklist = {.instrument = instrument, .yes_count = count, .unanswered_count = unanswered};
      });
    }
    add_counts([&](Facts& f, int count) {
      f.checklist = {.instrument = instrument, .yes_count = 10, .unanswered_count = count};
    });
  }
  for (const auto finding : values_of<Finding>) {
    for (const auto answer : values_of<Answer>) add([&](Facts& f) { f.findings.set(finding, answer); });
  }
  add([](Facts& f) { f.history.known = false; });
  add_counts([](Facts& f, int count) { f.history.events_in_window = count < most ? count + 1 : count; });
  add([](Facts& f) { f.history.marac_referral_in_window = true; });
  add_counts([](Facts& f, int count) { f.history.suspect_other_victims = count; });
  add([](Facts& f) { f.children.known = false; });
  add_counts([](Facts& f, int count) { f.children.linked = count; });
  add_counts([](Facts& f, int count) { f.children.youngest_age_years = count; });
  add_counts([](Facts& f, int count) { f.children.of_school_age = count; });
  for (const auto& day : {Date{1400, 1, 1}, Date{1969, 12, 31}, Date{1970, 1, 1}, Date{2025, 11, 6}, Date{2025, 11, 7},
                          Date{2025, 11, 8}, Date{9999, 12, 31}}) {
    add([&](Facts& f) {
      f.reported_on = day;
      f.findings.set(Finding::party_under_18, Answer::yes);
    });
  }

  const FactTable table{facts};
  CHECK((table.columns().yes_count.index() == 1) == is_wide);
  auto book = default_policy_book();
  auto dara = row_of(book, Parameter::visible_high_risk_dash_ric);
  dara.parameter = Parameter::visible_high_risk_dara;
  dara.value = GENERATE(1, 255, 256, 300, std::numeric_limits<int>::max());
  book.parameters.push_back(dara);
  CHECK(wrong(facts, make_policy(), level) == 0);
  CHECK(wrong(facts, policy_of(book), level) == 0);
}

TEST_CASE("columns that are not wanted are not written", "[triage][columns]") {
  RandomFacts random{4};
  const auto policy = make_policy();
  const auto facts = make_rows(block_rows + 100, random, false);
  const FactTable table{facts};
  DecisionTable all{facts.size()};
  triage(table.columns(), policy, all.columns());

  DecisionTable some{facts.size()};
  triage(table.columns(), policy, {.known = {.route = some.known.route}});
  CHECK(some.known.route == all.known.route);
  triage(table.columns(), policy, {.if_unknowns_yes = {.reasons = some.if_unknowns_yes.reasons}});
  CHECK(some.if_unknowns_yes.reasons == all.if_unknowns_yes.reasons);
  triage(table.columns(), policy, {.provisional = some.provisional});
  CHECK(some.provisional == all.provisional);
  triage(table.columns(), policy, DecisionColumns{});
}

TEST_CASE("a column for decisions has to be as long as the facts", "[triage][columns]") {
  RandomFacts random{5};
  const auto policy = make_policy();
  const FactTable table{make_rows(100, random, false)};
  std::vector<std::uint8_t> too_short(99);
  std::vector<OutcomeBlock> no_blocks;

  CHECK_THROWS_WITH(triage(table.columns(), policy, {.if_unknowns_yes = {.route = too_short}}),
                    "DecisionColumns: if_unknowns_yes.route: 99 rows for 100 incidents");
  CHECK_THROWS_WITH(triage(table.columns(), policy, no_blocks), "OutcomeBlock: 0 blocks for 100 incidents");
}
