#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/calendar/due.hpp>

#include "support/make_calendar.hpp"
#include "support/oracle.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>

using namespace earlyhelp;

namespace {

Date day_at(const OracleTable& table, std::size_t row, const char* column) {
  const auto day = parse_date(table.at(row, column));
  if (!day) throw std::invalid_argument{"no date: " + table.at(row, column)};
  return *day;
}

/// The ranges are those that the reference cases were made with; the files list only days.
Calendar calendar_of_the_oracles() {
  const auto days = read_oracle("holidays.csv");
  Holidays holidays{.known = Period{Date{2020, 1, 1}, Date{2026, 12, 31}}, .days = {}};
  for (std::size_t row = 0; row < days.rows(); ++row) holidays.days.push_back(day_at(days, row, "day"));
  const auto periods = read_oracle("school_terms.csv");
  SchoolTerms school{.known = Period{Date{2023, 9, 1}, Date{2026, 8, 31}}, .terms = {}};
  for (std::size_t row = 0; row < periods.rows(); ++row) {
    school.terms.emplace_back(day_at(periods, row, "first_day"), day_at(periods, row, "last_day"));
  }
  return Calendar{london(), holidays, school};
}

}  // namespace

TEST_CASE("every due time of the reference cases", "[oracle]") {
  const auto calendar = calendar_of_the_oracles();
  const auto table = read_oracle("deadlines.csv");

  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto kind = parse<ClockKind>(table.at(row, "clock"));
    INFO(table.at(row, "case") << ": " << table.at(row, "clock") << " " << table.at(row, "amount") << " from "
                               << table.at(row, "start_utc"));
    REQUIRE(kind);
    const Clock clock{.kind = *kind, .amount = std::stoi(table.at(row, "amount"))};

    const auto due = due_by(clock, make_instant(table.at(row, "start_utc")), calendar);

    CHECK((due ? to_string(*due) : "not_covered") == table.at(row, "due_utc"));
    count_oracle_case();
  }
}
