#include <earlyhelp/statistics/published_table.hpp>

#include "support/print.hpp"
#include "support/random_counts.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

const auto& policy_of(std::mt19937_64& random) { return disclosure_policies.at(random() % disclosure_policies.size()); }

SmallTotals totals_of(std::mt19937_64& random) { return random() % 2 == 0 ? SmallTotals::shown : SmallTotals::hidden; }

CountTable table_of(std::mt19937_64& random) {
  return random_counts(random, 1 + random() % 5, 1 + random() % 5, random() % 2 == 0 ? 12 : 60);
}

bool is_safe(const CountTable& table, const TableCells& hidden, const DisclosurePolicy& policy, SmallTotals totals) {
  return check_disclosure(table, hidden, policy, totals).verdict == DisclosureVerdict::safe;
}

TableCells everything(const CountTable& table, SmallTotals totals) {
  TableCells cells{table};
  for (const auto cell : table.cells()) {
    if (!table.is_total(cell) || totals == SmallTotals::hidden) cells.insert(cell);
  }
  return cells;
}

std::string text(const PublishedTable& table) {
  std::string all;
  for (std::size_t row = 0; row <= table.rows(); ++row) {
    for (std::size_t column = 0; column <= table.columns(); ++column) {
      all += to_string(table.at({.row = row, .column = column})) + (column < table.columns() ? " " : "|");
    }
  }
  return all;
}

}  // namespace

TEST_CASE("a table is published with its small cells hidden, and with those that would give them away",
          "[statistics]") {
  const CountTable table{{{3, 20, 40}, {12, 18, 50}, {60, 70, 80}}};
  const auto policy = disclosure_policy("suppress_1_4").value();
  CHECK(text(publish(table, policy, SmallTotals::shown).value()) == "* * 40 63|* * 50 80|60 70 80 210|75 108 170 353|");
  const auto rounded = disclosure_policy("suppress_1_4_then_round_5").value();
  CHECK(text(publish(table, rounded, SmallTotals::shown).value()) ==
        "* * 40 65|* * 50 80|60 70 80 210|75 110 170 355|");
}

TEST_CASE("a table without small cells is published whole", "[statistics]") {
  const CountTable table{{{30, 0}, {12, 18}}};
  const auto policy = disclosure_policy("suppress_1_7").value();
  CHECK(text(publish(table, policy, SmallTotals::hidden).value()) == "30 0 30|12 18 30|42 18 60|");
}

TEST_CASE("a table that gives a small cell away whatever is hidden is not published", "[statistics]") {
  const auto policy = disclosure_policy("suppress_1_4").value();
  // The totals of the columns are the cells.
  const CountTable one_row{{{3, 20, 40}}};
  CHECK_FALSE(publish(one_row, policy, SmallTotals::shown).has_value());
  const CountTable two_empty{{{3, 0}, {0, 20}, {0, 0}}};
  CHECK_FALSE(publish(two_empty, disclosure_policy("suppress_0_4").value(), SmallTotals::shown).has_value());
  // Where small totals are hidden as well it can be.
  const auto published = publish(one_row, policy, SmallTotals::hidden).value();
  CHECK(published.at({.row = 0, .column = 0}).is_hidden());
  CHECK(published.at({.row = 1, .column = 0}).is_hidden());
  CHECK(published.at({.row = 1, .column = 3}).value() == std::int64_t{63});
}

TEST_CASE("cells to be kept in doubt are hidden whatever they hold, and may be larger than a small one",
          "[statistics]") {
  std::mt19937_64 random{44};
  std::size_t published = 0;
  for (int round = 0; round < 500; ++round) {
    const auto table = table_of(random);
    const auto& policy = policy_of(random);
    const auto totals = totals_of(random);
    const TableCells nothing{table};
    auto doubted = nothing;
    for (const auto cell : table.cells()) {
      if (!table.is_total(cell) && random() % 6 == 0) doubted.insert(cell);
    }
    const auto hidden = cells_to_hide(table, policy, totals, nothing, doubted);
    if (!hidden) continue;
    ++published;
    CHECK(is_safe(table, *hidden, policy, totals));
    std::size_t found = 0;
    for (const auto& bounds : cell_bounds(table, *hidden)) {
      if (!doubted.contains(bounds.cell)) continue;
      ++found;
      CHECK((!bounds.high || *bounds.high > policy.highest || bounds.low < policy.lowest));
      CHECK(bounds.high != boost::make_optional(bounds.low));
    }
    for (const auto cell : table.cells()) found -= doubted.contains(cell) ? 1U : 0U;
    CHECK(found == 0);
  }
  CHECK(published > 100);
  const CountTable one{{{3, 20, 40}}};
  CHECK_THROWS_AS(cells_to_hide(one, disclosure_policies.front(), SmallTotals::shown, TableCells{one},
                                TableCells{CountTable{{{1}}}}),
                  std::invalid_argument);
}

TEST_CASE("what is published is safe, and each hidden cell is needed", "[statistics]") {
  std::mt19937_64 random{41};
  std::size_t refused = 0;
  for (int round = 0; round < 1500; ++round) {
    const auto table = table_of(random);
    const auto& policy = policy_of(random);
    const auto totals = totals_of(random);
    const auto hidden = cells_to_hide(table, policy, totals);
    if (!hidden) {
      ++refused;
      CHECK(totals == SmallTotals::shown);
      CHECK_FALSE(is_safe(table, everything(table, totals), policy, totals));
      continue;
    }
    CHECK(is_safe(table, *hidden, policy, totals));
    const auto small = small_cells(table, policy, totals);
    for (const auto cell : table.cells()) {
      if (small.contains(cell)) CHECK(hidden->contains(cell));
      if (!hidden->contains(cell) || small.contains(cell)) continue;
      auto fewer = *hidden;
      fewer.erase(cell);
      CHECK_FALSE(is_safe(table, fewer, policy, totals));
    }
  }
  CHECK(refused > 50);
}

TEST_CASE("with all totals shown no row and no column has one hidden cell alone", "[statistics]") {
  std::mt19937_64 random{42};
  for (int round = 0; round < 1000; ++round) {
    const auto table = table_of(random);
    const auto hidden = cells_to_hide(table, policy_of(random), SmallTotals::shown);
    if (!hidden) continue;
    std::vector<int> in_row(table.rows() + 1);
    std::vector<int> in_column(table.columns() + 1);
    for (const auto cell : table.cells()) {
      if (!hidden->contains(cell)) continue;
      ++in_row[cell.row];
      ++in_column[cell.column];
    }
    CHECK(std::count(in_row.begin(), in_row.end(), 1) == 0);
    CHECK(std::count(in_column.begin(), in_column.end(), 1) == 0);
  }
}

TEST_CASE("what hides enough already is left as it is", "[statistics]") {
  std::mt19937_64 random{43};
  for (int round = 0; round < 1000; ++round) {
    const auto table = table_of(random);
    const auto& policy = policy_of(random);
    const auto totals = totals_of(random);
    const auto once = cells_to_hide(table, policy, totals);
    if (!once) continue;
    CHECK(cells_to_hide(table, policy, totals, *once).value() == *once);
    CHECK((publish(table, policy, totals, *once) == publish(table, policy, totals)));
    // No number that is left may be taken for a hidden one.
    const auto published = publish(table, policy, totals).value();
    for (const auto cell : table.cells()) {
      const auto shown = published.at(cell);
      CHECK(shown.is_hidden() == once->contains(cell));
      if (!shown.is_hidden() && (totals == SmallTotals::hidden || !table.is_total(cell))) {
        CHECK(publish(shown, policy) == shown);
        CHECK_FALSE(is_small(*shown.value(), policy));
      }
    }
  }
}

TEST_CASE("a published table has no cell that the table has not", "[statistics]") {
  const CountTable table{{{30, 40}}};
  const auto policy = disclosure_policy("suppress_1_4").value();
  const auto published = publish(table, policy, SmallTotals::shown).value();
  CHECK_THROWS_AS(published.at({.row = 2, .column = 0}), std::invalid_argument);
  CHECK_THROWS_AS(published.at({.row = 0, .column = 3}), std::invalid_argument);
  CHECK_THROWS_AS(publish(table, policy, SmallTotals::shown, TableCells{CountTable{{{1}}}}), std::invalid_argument);
}
