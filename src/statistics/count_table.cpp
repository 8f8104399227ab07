#include <earlyhelp/statistics/count_table.hpp>

#include "argument.hpp"

#include <stdexcept>

namespace earlyhelp {
namespace {

constexpr std::int64_t most_total = 1'000'000'000'000'000;

}  // namespace

CountTable::CountTable(const std::vector<std::vector<std::int64_t>>& counts)
    : rows_{counts.size()}, columns_{counts.empty() ? 0 : counts.front().size()} {
  if (rows_ == 0 || columns_ == 0) throw std::invalid_argument{"CountTable: needs a row and a column"};
  counts_.resize((rows_ + 1) * (columns_ + 1));
  const TableCell corner{.row = rows_, .column = columns_};
  for (std::size_t row = 0; row < rows_; ++row) {
    if (counts[row].size() != columns_) throw std::invalid_argument{"CountTable: needs rows of the same length"};
    for (std::size_t column = 0; column < columns_; ++column) {
      const auto count = counts[row][column];
      require_argument(count >= 0 && count <= most_total - at(corner), "count", "0 or more, and 10^15 at most in total",
                       static_cast<double>(count));
      for (const auto cell : {TableCell{row, column}, TableCell{row, columns_}, TableCell{rows_, column}, corner}) {
        counts_[place_of(cell)] += count;
      }
    }
  }
}

std::vector<TableCell> CountTable::cells() const {
  std::vector<TableCell> all;
  for (std::size_t row = 0; row <= rows_; ++row) {
    for (std::size_t column = 0; column <= columns_; ++column) all.push_back({.row = row, .column = column});
  }
  return all;
}

std::size_t CountTable::place_of(TableCell cell) const {
  if (cell.row > rows_ || cell.column > columns_) throw std::invalid_argument{"CountTable: no such cell"};
  return cell.row * (columns_ + 1) + cell.column;
}

}  // namespace earlyhelp
