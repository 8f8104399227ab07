#include <earlyhelp/calendar/calendar.hpp>

#include "support/make_calendar.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>
#include <utility>
#include <vector>

using namespace earlyhelp;

namespace {

Period known_days() { return Period{Date{2025, 1, 1}, Date{2025, 12, 31}}; }

Calendar with_holidays(std::vector<Date> days) {
  return Calendar{london(), {.known = known_days(), .days = std::move(days)}};
}

Calendar with_terms(std::vector<Period> terms) {
  return Calendar{london(), make_holidays(), SchoolTerms{.known = known_days(), .terms = std::move(terms)}};
}

Calendar with_hours(OfficeHours hours) { return Calendar{london(), make_holidays(), {}, hours}; }

}  // namespace

TEST_CASE("a day is a holiday, is none, or lies outside what is known", "[calendar]") {
  const auto calendar = make_calendar();
  CHECK(calendar.is_holiday(Date{2023, 12, 31}) == boost::none);
  CHECK(calendar.is_holiday(Date{2024, 1, 1}) == true);
  CHECK(calendar.is_holiday(Date{2024, 1, 2}) == false);
  CHECK(calendar.is_holiday(Date{2026, 12, 28}) == true);
  CHECK(calendar.is_holiday(Date{2026, 12, 31}) == false);
  CHECK(calendar.is_holiday(Date{2027, 1, 1}) == boost::none);
}

TEST_CASE("a working day is Monday to Friday and no holiday", "[calendar]") {
  const auto calendar = make_calendar();
  CHECK(calendar.is_working_day(Date{2025, 4, 17}) == true);   // Maundy Thursday
  CHECK(calendar.is_working_day(Date{2025, 4, 18}) == false);  // Good Friday
  CHECK(calendar.is_working_day(Date{2025, 4, 19}) == false);  // Saturday
  CHECK(calendar.is_working_day(Date{2025, 4, 20}) == false);  // Sunday
  CHECK(calendar.is_working_day(Date{2025, 4, 21}) == false);  // Easter Monday
  CHECK(calendar.is_working_day(Date{2025, 4, 22}) == true);
  CHECK(calendar.is_working_day(Date{2027, 1, 2}) == boost::none);  // a Saturday, and still not known
}

TEST_CASE("a school day is a working day in a term", "[calendar]") {
  const auto calendar = make_calendar();
  CHECK(calendar.is_school_day(Date{2024, 8, 30}) == boost::none);  // holidays are known there, terms are not
  CHECK(calendar.is_school_day(Date{2024, 9, 3}) == false);
  CHECK(calendar.is_school_day(Date{2024, 9, 4}) == true);
  CHECK(calendar.is_school_day(Date{2024, 9, 7}) == false);  // Saturday
  CHECK(calendar.is_school_day(Date{2024, 10, 25}) == true);
  CHECK(calendar.is_school_day(Date{2024, 10, 28}) == false);
  CHECK(calendar.is_school_day(Date{2025, 5, 5}) == false);  // a holiday in term
  CHECK(calendar.is_school_day(Date{2026, 8, 31}) == false);
  CHECK(calendar.is_school_day(Date{2026, 9, 1}) == boost::none);
}

TEST_CASE("without terms no day is known to be a school day or not", "[calendar]") {
  const Calendar calendar{london(), make_holidays()};
  CHECK(calendar.is_school_day(Date{2025, 5, 6}) == boost::none);
  CHECK(calendar.is_working_day(Date{2025, 5, 6}) == true);
}

TEST_CASE("holidays are in order, each once, inside what is known", "[calendar]") {
  CHECK_NOTHROW(with_holidays({}));
  CHECK_NOTHROW(with_holidays({Date{2025, 1, 1}, Date{2025, 12, 31}}));
  CHECK_THROWS_AS(with_holidays({Date{2024, 12, 31}}), std::invalid_argument);
  CHECK_THROWS_AS(with_holidays({Date{2026, 1, 1}}), std::invalid_argument);
  CHECK_THROWS_AS(with_holidays({Date{2025, 5, 5}, Date{2025, 5, 5}}), std::invalid_argument);
  CHECK_THROWS_AS(with_holidays({Date{2025, 5, 26}, Date{2025, 5, 5}}), std::invalid_argument);
}

TEST_CASE("terms are in order, do not overlap, and lie inside what is known", "[calendar]") {
  const auto term = [](int first, int last) {
    return Period{Date{2025, 1, 1} + Days{first}, Date{2025, 1, 1} + Days{last}};
  };
  CHECK_NOTHROW(with_terms({}));
  CHECK_NOTHROW(with_terms({term(0, 100), term(101, 364)}));
  CHECK_THROWS_AS(with_terms({term(0, 100), term(100, 364)}), std::invalid_argument);
  CHECK_THROWS_AS(with_terms({term(200, 364), term(0, 100)}), std::invalid_argument);
  CHECK_THROWS_AS(with_terms({term(-1, 100)}), std::invalid_argument);
  CHECK_THROWS_AS(with_terms({term(0, 365)}), std::invalid_argument);
}

TEST_CASE("a working day opens before it closes, on one day", "[calendar]") {
  CHECK_NOTHROW(with_hours({.open = make_time(0), .close = make_time(23, 59), .school = make_time(0)}));
  CHECK_THROWS_AS(with_hours({.open = make_time(9), .close = make_time(9)}), std::invalid_argument);
  CHECK_THROWS_AS(with_hours({.open = -make_time(1)}), std::invalid_argument);
  CHECK_THROWS_AS(with_hours({.close = make_time(24)}), std::invalid_argument);
  CHECK_THROWS_AS(with_hours({.school = make_time(24)}), std::invalid_argument);
  CHECK_THROWS_AS(with_hours({.school = -make_time(1)}), std::invalid_argument);
  CHECK_THROWS_AS(with_hours({.open = Duration{boost::posix_time::not_a_date_time}}), std::invalid_argument);
}

TEST_CASE("a calendar keeps what it was given", "[calendar]") {
  const auto calendar = make_calendar();
  CHECK(calendar.zone() == london());
  CHECK(calendar.holidays() == make_holidays());
  CHECK((calendar.school_terms() == make_school_terms()));
  CHECK(calendar.hours() == OfficeHours{});
  CHECK(calendar == make_calendar());
  CHECK_FALSE(calendar == Calendar{london(), make_holidays()});
}
