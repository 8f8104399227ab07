#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace earlyhelp {

/// A place in a table: row and column from 0. Behind the last column stand the totals of the rows, behind the last row
/// those of the columns, and where these cross the grand total.
struct TableCell {
  std::size_t row;
  std::size_t column;

  friend bool operator==(const TableCell&, const TableCell&) = default;
};

/// Counts by two things that each subject has one of, with all totals.
///
/// Source: Willenborg, L. and de Waal, T. (2001), Elements of Statistical Disclosure Control, chapter on tabular data.
class CountTable {
 public:
  /// Throws: std::invalid_argument unless there is a count, all rows are as long as the first, no count is negative and
  ///         the grand total is at most 10^15.
  explicit CountTable(const std::vector<std::vector<std::int64_t>>& counts);

  std::size_t rows() const noexcept { return rows_; }        ///< without the totals
  std::size_t columns() const noexcept { return columns_; }  ///< without the totals
  bool is_total(TableCell cell) const noexcept { return cell.row == rows_ || cell.column == columns_; }
  /// Every cell, row by row, totals last in each row and in the last row.
  std::vector<TableCell> cells() const;

  /// Throws: std::invalid_argument for a cell that is not in the table or its totals.
  std::int64_t at(TableCell cell) const { return counts_[place_of(cell)]; }
  /// Where `cell` is among cells().
  ///
  /// Throws: as at.
  std::size_t place_of(TableCell cell) const;

  friend bool operator==(const CountTable&, const CountTable&) = default;

 private:
  std::size_t rows_;
  std::size_t columns_;
  std::vector<std::int64_t> counts_;  // with totals
};

/// Some cells of a table, totals among them or not.
class TableCells {
 public:
  explicit TableCells(const CountTable& table) : width_{table.columns() + 1}, holds_(width_ * (table.rows() + 1)) {}

  /// Requires: a cell of that table, or of one of the same size; so do all below.
  void insert(TableCell cell) { holds_[place_of(cell)] = true; }
  void erase(TableCell cell) { holds_[place_of(cell)] = false; }
  bool contains(TableCell cell) const { return holds_[place_of(cell)]; }
  bool is_of(const CountTable& table) const noexcept {
    return width_ == table.columns() + 1 && holds_.size() == width_ * (table.rows() + 1);
  }

  friend bool operator==(const TableCells&, const TableCells&) = default;

 private:
  std::size_t place_of(TableCell cell) const noexcept { return cell.row * width_ + cell.column; }

  std::size_t width_;
  std::vector<bool> holds_;
};

}  // namespace earlyhelp
