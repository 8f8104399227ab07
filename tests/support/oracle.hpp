#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <istream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace earlyhelp {

/// A file of reference cases: every row has one cell for each column of the first line. Cells hold no comma, quote or
/// newline, and are kept as they are written.
class OracleTable {
 public:
  /// Throws: std::runtime_error when there is no row, a column has no name or stands twice, or a row has another
  /// number of cells than the first line.
  OracleTable(std::string name, std::istream& text) : name_{std::move(name)} {
    std::string line;
    if (std::getline(text, line)) columns_ = split(line);
    for (auto column = columns_.begin(); column != columns_.end(); ++column) {
      if (column->empty() || std::find(columns_.begin(), column, *column) != column) fail("bad column names");
    }
    while (std::getline(text, line)) {
      rows_.push_back(split(line));
      if (rows_.back().size() != columns_.size() || line.empty()) {
        fail("row " + std::to_string(rows_.size()) + " does not have " + std::to_string(columns_.size()) + " cells");
      }
    }
    if (rows_.empty()) fail("no case in it");
  }

  std::size_t rows() const { return rows_.size(); }

  /// Throws: std::runtime_error when there is no such row or column.
  const std::string& at(std::size_t row, std::string_view column) const {
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    if (found == columns_.end()) fail("no column " + std::string{column});
    if (row >= rows()) fail("no row " + std::to_string(row + 1));
    return rows_[row][static_cast<std::size_t>(found - columns_.begin())];
  }

 private:
  static std::vector<std::string> split(std::string& line) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == ',') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    return cells;
  }

  [[noreturn]] void fail(const std::string& what) const { throw std::runtime_error{name_ + ": " + what}; }

  std::string name_;
  std::vector<std::string> columns_;
  std::vector<std::vector<std::string>> rows_;
};

/// The folder that the reference cases are read from: EARLYHELP_ORACLES of the environment, or the project's own.
inline std::string oracle_folder() {
  const char* folder = std::getenv("EARLYHELP_ORACLES");
  return folder != nullptr && *folder != '\0' ? folder : EARLYHELP_DEFAULT_ORACLES;
}

/// The table in `file` ("triage.csv") of the oracle folder.
///
/// Throws: std::runtime_error when it is missing, empty or not a table.
inline OracleTable read_oracle(const std::string& file) {
  std::ifstream text{oracle_folder() + "/" + file};
  if (!text) throw std::runtime_error{file + ": not in " + oracle_folder()};
  return OracleTable{file, text};
}

/// How many cases have been compared so far in this run.
inline std::size_t& oracle_cases() {
  static std::size_t cases = 0;
  return cases;
}

/// Counts one compared case: call it once for each.
inline void count_oracle_case() { ++oracle_cases(); }

}  // namespace earlyhelp
