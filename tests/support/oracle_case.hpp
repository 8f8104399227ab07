#pragma once

#include "support/oracle.hpp"

#include <earlyhelp/statistics/interval.hpp>

#include <boost/optional/optional.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace earlyhelp {

/// How near a value has to be to its reference: relative, as the page of the reference cases suggests.
constexpr double closed_form = 1e-11;
constexpr double by_inverse = 1e-10;  ///< of a beta or gamma function

/// One case of a table, compared cell by cell. `NA` and `Inf` are what stands where there is no number.
class OracleCase {
 public:
  OracleCase(const OracleTable& table, std::size_t row) : table_{table}, row_{row} {}

  const std::string& at(const char* column) const { return table_.at(row_, column); }
  bool is_missing(const char* column) const { return at(column) == "NA"; }
  double number(const char* column) const {
    std::size_t read = 0;
    const auto value = std::stod(at(column), &read);
    if (read != at(column).size()) throw std::invalid_argument{"no number: " + at(column)};
    return value;
  }
  int count(const char* column) const { return std::stoi(at(column)); }
  std::int64_t whole(const char* column) const { return std::stoll(at(column)); }

  /// The reference values have 50 digits, so that one that is nearly nothing may be written as 0.
  void check(const char* column, double value, double relative = closed_form) const {
    constexpr auto nearly_nothing = 1e-30;
    INFO("row " << row_ + 1 << " " << column << ": " << value << " for " << at(column));
    const auto expected = number(column);
    REQUIRE(std::isfinite(expected));  // within any share of infinity lies everything
    CHECK(std::abs(value - expected) <= std::max(nearly_nothing, relative * std::abs(expected)));
  }
  /// The same; and NA where there is none.
  void check(const char* column, const boost::optional<double>& value, double relative = closed_form) const {
    if (value) {
      check(column, *value, relative);
    } else {
      check_text(column, "NA");
    }
  }
  void check(const char* lower, const char* upper, const boost::optional<Interval>& value,
             double relative = closed_form) const {
    check(lower, value ? boost::make_optional(value->lower) : boost::none, relative);
    check(upper, value ? boost::make_optional(value->upper) : boost::none, relative);
  }
  /// For numbers near to 1, or differences of such.
  void check_within(const char* column, const boost::optional<double>& value) const {
    if (!value) return check_text(column, "NA");
    constexpr auto absolute = 1e-12;
    INFO("row " << row_ + 1 << " " << column << ": " << *value << " for " << at(column));
    const auto expected = number(column);
    CHECK(std::abs(*value - expected) <= std::max(absolute, closed_form * std::abs(expected)));
  }
  void check_text(const char* column, const std::string& text) const {
    INFO("row " << row_ + 1 << " " << column);
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
    check(OracleCase{table, row});
    count_oracle_case();
  }
}

}  // namespace earlyhelp
