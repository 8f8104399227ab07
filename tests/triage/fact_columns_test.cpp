#include <earlyhelp/triage/columns.hpp>
#include <earlyhelp/triage/fact_columns.hpp>
#include <earlyhelp/triage/fact_table.hpp>

#include "support/columns.hpp"
#include "support/make_facts.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

constexpr std::size_t rows = block_rows + 76;

/// Columns of quiet incidents in the test's own memory, where any value can be planted.
struct PlantedColumns {
  std::vector<std::uint8_t> codes = std::vector<std::uint8_t>(rows, 0);
  std::vector<std::uint8_t> narrow = std::vector<std::uint8_t>(rows, 1);
  std::vector<std::int32_t> wide = std::vector<std::int32_t>(rows, 1);
  std::vector<std::uint8_t> valid = std::vector<std::uint8_t>(rows / 8 + 1, 0xff);
  FactColumns columns{.definition = codes,
                      .officer_grade = {.values = codes},
                      .judgement = {.values = codes},
                      .instrument = {.values = codes},
                      .yes_count = narrow,
                      .unanswered_count = narrow,
                      .findings = {},
                      .history_known = codes,
                      .events_in_window = narrow,
                      .marac_referral_in_window = codes,
                      .suspect_other_victims = narrow,
                      .children_known = codes,
                      .children_linked = narrow,
                      .youngest_child_age_years = {.values = narrow},
                      .school_age_children = narrow,
                      .reported_on = wide};
  PlantedColumns() { columns.findings.fill({.values = codes}); }
};

void clear_bit(std::vector<std::uint8_t>& bytes, std::size_t i) {
  bytes[i / 8] = static_cast<std::uint8_t>(bytes[i / 8] & ~(1U << i % 8));
}

/// What is said about `columns`, by check() and by whoever is to decide them.
std::string objection(const FactColumns& columns) {
  const auto issue = check(columns);
  std::vector<std::uint8_t> routes(columns.size());
  const auto decide = [&] { triage(columns, make_policy(), {.known = {.route = routes}}); };
  if (!issue) {
    CHECK_NOTHROW(decide());
    return "";
  }
  CHECK_THROWS_WITH(decide(), "FactColumns: " + issue->where + ": " + issue->what);
  return issue->where + ": " + issue->what;
}

}  // namespace

TEST_CASE("what a table of facts holds is what was appended", "[triage][columns]") {
  RandomFacts random{1};
  const auto is_wide = GENERATE(false, true);
  const auto facts = make_rows(300, random, is_wide);
  FactTable table;
  for (const auto& one : facts) table.append(one);

  const auto columns = table.columns();
  REQUIRE(columns.size() == facts.size());
  CHECK_FALSE(check(columns).has_value());
  CHECK((columns.yes_count.index() == 1) == is_wide);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (!(facts_at(columns, i) == facts[i])) FAIL("row " << i);
    const auto slice = columns.slice(i, facts.size() - i);
    if (!(facts_at(slice, slice.size() - 1) == facts.back())) FAIL("the last row of a slice from " << i);
  }
}

TEST_CASE("a code that its enum does not have is named by column and row", "[triage][columns]") {
  const auto row = GENERATE(std::size_t{0}, std::size_t{63}, std::size_t{64}, block_rows + 1, rows - 1);
  const auto at_row = [row](const std::string& column) { return column + ", row " + std::to_string(row) + ": "; };
  PlantedColumns planted;
  std::vector<std::uint8_t> bad(rows, 0);
  auto& columns = planted.columns;
  const auto with = [&](OptionalCodes& column, std::uint8_t code) {
    const auto sound = column;
    bad[row] = code;
    column.values = bad;
    const auto said = objection(columns);
    column.valid = {.bytes = planted.valid};
    CHECK(objection(columns) == said);
    clear_bit(planted.valid, row);
    CHECK(objection(columns).empty());  // there is no value in that row
    planted.valid[row / 8] = 0xff;
    column = sound;
    return said;
  };

  CHECK(with(columns.officer_grade, 3) == at_row("officer_grade") + "3; has to be from 0 to 2");
  CHECK(with(columns.judgement, 255) == at_row("judgement") + "255; has to be from 0 to 2");
  CHECK(with(columns.instrument, 9) == at_row("instrument") + "9; has to be from 0 to 2");
  for (const auto finding : values_of<Finding>) {
    CHECK(with(columns.findings[static_cast<std::size_t>(finding)], 2) ==
          at_row(std::string{to_string(finding)}) + "2; has to be from 0 to 1");
  }
  const auto with_flag = [&](std::span<const std::uint8_t>& column, std::uint8_t code) {
    bad[row] = code;
    column = bad;
    const auto said = objection(columns);
    column = planted.codes;
    return said;
  };
  CHECK(with_flag(columns.definition, 77) == at_row("definition") + "77; has to be from 0 to 4");
  CHECK(with_flag(columns.history_known, 2) == at_row("history_known") + "2; has to be from 0 to 1");
  CHECK(with_flag(columns.marac_referral_in_window, 255) ==
        at_row("marac_referral_in_window") + "255; has to be from 0 to 1");
  CHECK(with_flag(columns.children_known, 128) == at_row("children_known") + "128; has to be from 0 to 1");
  CHECK(objection(columns).empty());
}

TEST_CASE("a number that cannot be is named by column and row", "[triage][columns]") {
  const auto row = GENERATE(std::size_t{0}, std::size_t{64}, block_rows + 1, rows - 1);
  const auto at_row = [row](const std::string& column) { return column + ", row " + std::to_string(row) + ": "; };
  PlantedColumns planted;
  auto& columns = planted.columns;
  std::vector<std::int32_t> bad(rows, 1);
  const auto with = [&](CountColumn& column, std::int32_t number) {
    bad[row] = number;
    column = bad;
    const auto said = objection(columns);
    column = planted.narrow;
    return said;
  };
  constexpr auto least = std::numeric_limits<std::int32_t>::min();

  CHECK(with(columns.yes_count, -1) == at_row("yes_count") + "-1; has to be 0 or more");
  CHECK(with(columns.unanswered_count, least) == at_row("unanswered_count") + "-2147483648; has to be 0 or more");
  CHECK(with(columns.events_in_window, 0) == at_row("events_in_window") + "0; has to be 1 or more");
  CHECK(with(columns.suspect_other_victims, -1) == at_row("suspect_other_victims") + "-1; has to be 0 or more");
  CHECK(with(columns.children_linked, -1) == at_row("children_linked") + "-1; has to be 0 or more");
  CHECK(with(columns.school_age_children, -1) == at_row("school_age_children") + "-1; has to be 0 or more");
  auto& youngest = columns.youngest_child_age_years;
  CHECK(with(youngest.values, -1) == at_row("youngest_child_age_years") + "-1; has to be 0 or more");
  clear_bit(planted.valid, row);
  youngest.valid = {.bytes = planted.valid};
  CHECK(with(youngest.values, -1).empty());

  const auto with_day = [&](std::int32_t number) {
    bad[row] = number;
    columns.reported_on = bad;
    return objection(columns);
  };
  CHECK(with_day(-208189) == at_row("reported_on") + "-208189; has to be from -208188 to 2932896");
  CHECK(with_day(2932897) == at_row("reported_on") + "2932897; has to be from -208188 to 2932896");
  CHECK(with_day(-208188).empty());
  CHECK(facts_at(columns, row).reported_on == Date{1400, 1, 1});
  CHECK(with_day(2932896).empty());
  CHECK(facts_at(columns, row).reported_on == Date{9999, 12, 31});

  std::vector<std::uint8_t> no_events(rows, 1);
  no_events[row] = 0;
  columns.events_in_window = no_events;
  CHECK(objection(columns) == at_row("events_in_window") + "0; has to be 1 or more");
}

TEST_CASE("a column of another length, or with too few validity bits, is named", "[triage][columns]") {
  const auto all = std::to_string(rows);
  PlantedColumns planted;
  auto& columns = planted.columns;
  columns.school_age_children = std::span<const std::uint8_t>{planted.narrow}.first(rows - 1);
  CHECK(objection(columns) == "school_age_children: " + std::to_string(rows - 1) + " values; definition has " + all);
  columns.school_age_children = planted.narrow;
  columns.findings[1].valid = {.bytes = std::span<const std::uint8_t>{planted.valid}.first(137)};
  CHECK(objection(columns) == "strangulation: 1096 validity bits for " + all + " values");
  columns.findings[1].valid = {.bytes = planted.valid, .first_bit = 5};
  CHECK(objection(columns) == "strangulation: " + std::to_string(rows - 1) + " validity bits for " + all + " values");
  columns.findings[1].valid.first_bit = 4;
  CHECK(objection(columns).empty());
}

TEST_CASE("the facts of a row that cannot be are refused", "[triage][columns]") {
  PlantedColumns planted;
  std::vector<std::uint8_t> bad(rows, 0);
  bad[7] = 77;
  planted.columns.definition = bad;

  CHECK(facts_at(planted.columns, 6).definition == Definition::domestic_abuse);
  CHECK_THROWS_WITH(facts_at(planted.columns, 7), "FactColumns: definition, row 7: 77; has to be from 0 to 4");
}
