#include <earlyhelp/statistics/published_table.hpp>
#include <earlyhelp/statistics/table_disclosure.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <initializer_list>

using namespace earlyhelp;

// What handbooks and the documentation of other programs print of hidden cells.

namespace {

TableCells cells(const CountTable& table, std::initializer_list<TableCell> hidden) {
  TableCells made{table};
  for (const auto cell : hidden) made.insert(cell);
  return made;
}

constexpr TableCell top_left{.row = 0, .column = 0};
constexpr TableCell top_right{.row = 0, .column = 1};
constexpr TableCell next_left{.row = 1, .column = 0};
constexpr TableCell next_right{.row = 1, .column = 1};

}  // namespace

// Geurts (1992), table 10, in the Handbook on Statistical Disclosure Control, section 4.2, example 3: with totals of 7,
// 3 and 6 by row and of 9 and 7 by column, and only the third row shown, the first cell is from 3 to 6.
TEST_CASE("what a reader knows of a hidden cell is what the handbook says", "[statistics]") {
  for (const auto& table : {CountTable{{{4, 3}, {2, 1}, {3, 3}}}, CountTable{{{6, 1}, {0, 3}, {3, 3}}}}) {
    const auto bounds = cell_bounds(table, cells(table, {top_left, top_right, next_left, next_right}));
    REQUIRE(bounds.size() == 4);
    CHECK((bounds.front() == CellBounds{.cell = top_left, .low = 3, .high = 6}));
  }
}

// Package GaussSuppression of Statistics Norway, vignette "Small count frequency table suppression", table 1: of people
// by age and country 0 and 1 are hidden, and three more cells for the sake of the one that is.
TEST_CASE("the cells hidden for the sake of a small one are those printed", "[statistics]") {
  const CountTable table{{{2, 0, 5}, {3, 4, 6}}};  // Iceland, Portugal, Spain; young, old
  const DisclosurePolicy policy{.id = "suppress_0_1", .lowest = 0, .highest = 1};
  CHECK((small_cells(table, policy, SmallTotals::shown) == cells(table, {top_right})));
  CHECK(
      (cells_to_hide(table, policy, SmallTotals::shown) == cells(table, {top_left, top_right, next_left, next_right})));
}
