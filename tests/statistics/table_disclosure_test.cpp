#include <earlyhelp/statistics/table_disclosure.hpp>

#include "support/print.hpp"
#include "support/random_counts.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <random>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;

namespace {

using Counts = std::vector<std::vector<std::int64_t>>;

/// The least and the greatest that each hidden cell holds in any table with cells of `most` or less that looks like
/// `table`, by trying them all.
std::map<std::size_t, std::pair<std::int64_t, std::int64_t>> tried(const CountTable& table, const TableCells& hidden,
                                                                   std::int64_t most) {
  std::map<std::size_t, std::pair<std::int64_t, std::int64_t>> found;
  Counts counts(table.rows(), std::vector<std::int64_t>(table.columns(), 0));
  const auto looks_alike = [&](const CountTable& other) {
    const auto cells = table.cells();
    return std::all_of(cells.begin(), cells.end(),
                       [&](TableCell cell) { return hidden.contains(cell) || other.at(cell) == table.at(cell); });
  };
  const auto note = [&](const CountTable& other) {
    for (const auto cell : table.cells()) {
      if (!hidden.contains(cell)) continue;
      const auto count = other.at(cell);
      auto& range = found.try_emplace(table.place_of(cell), count, count).first->second;
      range = {std::min(range.first, count), std::max(range.second, count)};
    }
  };
  const std::function<void(std::size_t)> fill = [&](std::size_t place) {
    if (place == table.rows() * table.columns()) {
      const CountTable other{counts};
      if (looks_alike(other)) note(other);
      return;
    }
    const TableCell cell{.row = place / table.columns(), .column = place % table.columns()};
    auto& count = counts[cell.row][cell.column];
    const auto is_open = hidden.contains(cell);
    const auto first = is_open ? 0 : table.at(cell);
    const auto last = is_open ? most : table.at(cell);
    for (count = first; count <= last; ++count) fill(place + 1);
    count = 0;
  };
  fill(0);
  return found;
}

TableCells all_but_totals(const CountTable& table) {
  TableCells cells{table};
  for (const auto cell : table.cells()) {
    if (!table.is_total(cell)) cells.insert(cell);
  }
  return cells;
}

}  // namespace

TEST_CASE("no more and no less is known of a hidden cell than trying all tables tells", "[statistics]") {
  std::mt19937_64 random{31};
  std::size_t unbounded = 0;
  for (int round = 0; round < 400; ++round) {
    const auto table = random_counts(random, 1 + random() % 2, 1 + random() % 3, 2);
    TableCells hidden{table};
    std::size_t open = 0;
    for (const auto cell : table.cells()) {
      if (random() % 3 == 0 || (open < 5 && !table.is_total(cell) && random() % 2 == 0)) {
        hidden.insert(cell);
        if (!table.is_total(cell)) ++open;
      }
    }
    // No cell that has a bound can go beyond the grand total.
    const auto total = table.at({.row = table.rows(), .column = table.columns()});
    if (open > 5 || total > 6) continue;
    const auto most = total + 1;
    const auto expected = tried(table, hidden, most);
    const auto bounds = cell_bounds(table, hidden);
    REQUIRE(bounds.size() == expected.size());
    for (const auto& known : bounds) {
      const auto [low, high] = expected.at(table.place_of(known.cell));
      CHECK(known.low == low);
      CHECK(std::min(most, known.high.value_or(most)) == std::min(most, high));
      if (known.high && !table.is_total(known.cell)) CHECK(*known.high == high);
      if (!known.high) ++unbounded;
    }
  }
  CHECK(unbounded > 20);
}

TEST_CASE("larger tables: no more and no less is known than trying all tables tells", "[statistics]") {
  std::mt19937_64 random{32};
  for (int round = 0; round < 50; ++round) {
    const auto table = random_counts(random, 3, 3, 2);
    TableCells hidden{table};
    std::size_t open = 0;
    for (const auto cell : table.cells()) {
      if (open == 5 || table.is_total(cell) || random() % 3 == 0) continue;
      hidden.insert(cell);
      ++open;
    }
    const auto expected = tried(table, hidden, 6);
    for (const auto& known : cell_bounds(table, hidden)) {
      CHECK(known.low == expected.at(table.place_of(known.cell)).first);
      CHECK(known.high == expected.at(table.place_of(known.cell)).second);
    }
  }
}

TEST_CASE("the verdict says what a reader knows of the small cells", "[statistics]") {
  const auto policy = disclosure_policy("suppress_1_4").value();
  const CountTable table{{{3, 20}, {12, 18}}};
  TableCells hidden{table};
  CHECK(check_disclosure(table, hidden, policy, SmallTotals::shown).verdict == DisclosureVerdict::unsafe);
  hidden.insert({.row = 0, .column = 0});
  CHECK(check_disclosure(table, hidden, policy, SmallTotals::shown).verdict == DisclosureVerdict::unsafe);
  const auto check = check_disclosure(table, all_but_totals(table), policy, SmallTotals::shown);
  CHECK(check ==
        DisclosureCheck{.small = 1, .hidden = 4, .recovered = 0, .known_small = 0, .verdict = DisclosureVerdict::safe});

  // 2 or 3 or 4, and never none: the row has 4, and its other cell has 2 at most.
  const CountTable narrow{{{3, 1}, {20, 1}}};
  const auto known = check_disclosure(narrow, all_but_totals(narrow), policy, SmallTotals::shown);
  CHECK(known.verdict == DisclosureVerdict::only_range_known);
  CHECK(known.known_small == 1);
}

TEST_CASE("a small total is hidden only where small totals are", "[statistics]") {
  const auto policy = disclosure_policy("suppress_1_4").value();
  const CountTable table{{{1, 2}, {30, 40}}};
  const TableCell total{.row = 0, .column = 2};
  CHECK_FALSE(small_cells(table, policy, SmallTotals::shown).contains(total));
  CHECK(small_cells(table, policy, SmallTotals::hidden).contains(total));
}

TEST_CASE("hiding the grand total alone hides nothing: the totals of the rows add up to it", "[statistics]") {
  const CountTable table{{{3, 20}, {12, 18}}};
  TableCells hidden{table};
  hidden.insert({.row = 2, .column = 2});
  const auto bounds = cell_bounds(table, hidden);
  REQUIRE(bounds.size() == 1);
  CHECK(bounds.front().low == 53);
  CHECK(bounds.front().high == std::int64_t{53});
}

TEST_CASE("what is no table of counts is refused", "[statistics]") {
  CHECK_THROWS_AS(CountTable{Counts{}}, std::invalid_argument);
  CHECK_THROWS_AS(CountTable{(Counts{{}, {}})}, std::invalid_argument);
  CHECK_THROWS_AS(CountTable{(Counts{{1, 2}, {3}})}, std::invalid_argument);
  CHECK_THROWS_AS(CountTable{(Counts{{1, -2}})}, std::invalid_argument);
  CHECK_THROWS_AS(CountTable{(Counts{{1'000'000'000'000'000, 1}})}, std::invalid_argument);
  const CountTable table{{{1'000'000'000'000'000, 0}}};
  CHECK(table.at({.row = 1, .column = 2}) == 1'000'000'000'000'000);
  CHECK_THROWS_AS(table.at({.row = 2, .column = 0}), std::invalid_argument);
  CHECK_THROWS_AS(table.at({.row = 0, .column = 3}), std::invalid_argument);
  CHECK_THROWS_AS(cell_bounds(table, TableCells{CountTable{{{1}}}}), std::invalid_argument);
}
