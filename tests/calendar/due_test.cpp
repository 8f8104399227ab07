#include <earlyhelp/calendar/due.hpp>

#include "support/make_calendar.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <tuple>

using namespace earlyhelp;

namespace {

std::string due(ClockKind kind, int amount, const std::string& start) {
  const auto at = due_by({.kind = kind, .amount = amount}, make_instant(start), make_calendar());
  return at ? to_string(*at) : "not_covered";
}

}  // namespace

TEST_CASE("clock hours are elapsed hours, so the wall time shifts across a change", "[due]") {
  CHECK(due(ClockKind::clock_hours, 24, "2025-03-29T12:00:00Z") == "2025-03-30T12:00:00Z");
  CHECK(due(ClockKind::clock_hours, 48, "2025-10-25T12:00:00.25Z") == "2025-10-27T12:00:00.25Z");
}

TEST_CASE("excluded days stop the hours from local midnight to local midnight", "[due]") {
  const auto [amount, start, expected] = GENERATE(table<int, std::string, std::string>({
      // Friday 28 March 2025 into a Sunday of 23 hours
      {36, "2025-03-28T11:59:59Z", "2025-03-29T23:59:59Z"},
      {36, "2025-03-28T12:00:00Z", "2025-03-30T00:00:00Z"},  // they run out when the Sunday begins
      {36, "2025-03-28T12:00:01Z", "2025-03-30T23:00:01Z"},
      {1, "2025-03-29T23:59:59Z", "2025-03-30T23:59:59Z"},
      {1, "2025-03-30T00:00:00Z", "2025-03-31T00:00:00Z"},  // a start inside the Sunday begins at its end, 23:00Z
      {1, "2025-03-30T22:59:59Z", "2025-03-31T00:00:00Z"},
      {1, "2025-03-30T23:00:00Z", "2025-03-31T00:00:00Z"},
      {1, "2025-03-30T23:00:01Z", "2025-03-31T00:00:01Z"},
      // a Sunday of 25 hours
      {1, "2025-10-25T22:59:59Z", "2025-10-27T00:59:59Z"},
      {1, "2025-10-25T22:00:00Z", "2025-10-25T23:00:00Z"},
      {1, "2025-10-26T23:59:59Z", "2025-10-27T01:00:00Z"},
      // Good Friday and Easter: Friday, Sunday and Monday out, Saturday runs
      {24, "2025-04-18T10:00:00Z", "2025-04-19T23:00:00Z"},
      {25, "2025-04-18T10:00:00Z", "2025-04-22T00:00:00Z"},
  }));
  CAPTURE(amount, start);
  CHECK(due(ClockKind::clock_hours_excluding, amount, start) == expected);
}

TEST_CASE("clock days keep the wall time; a skipped one moves forward, an ambiguous one is the first", "[due]") {
  const auto [amount, start, expected] = GENERATE(table<int, std::string, std::string>({
      {1, "2025-03-29T12:00:00Z", "2025-03-30T11:00:00Z"},
      {1, "2025-03-29T00:59:59Z", "2025-03-30T00:59:59Z"},
      {1, "2025-03-29T01:00:00Z", "2025-03-30T01:00:00Z"},  // 01:00 is skipped: 02:00 on the wall
      {1, "2025-03-29T01:59:59Z", "2025-03-30T01:59:59Z"},
      {1, "2025-03-29T02:00:00Z", "2025-03-30T01:00:00Z"},
      {1, "2025-10-25T00:30:00Z", "2025-10-26T00:30:00Z"},  // 01:30 comes twice
      {1, "2025-10-26T00:30:00Z", "2025-10-27T01:30:00Z"},
      {1, "2025-10-26T01:30:00Z", "2025-10-27T01:30:00Z"},
      {28, "2024-02-01T09:00:00.5Z", "2024-02-29T09:00:00.5Z"},
      {29, "2024-02-01T09:00:00Z", "2024-03-01T09:00:00Z"},
  }));
  CAPTURE(amount, start);
  CHECK(due(ClockKind::clock_days, amount, start) == expected);
}

TEST_CASE("working hours run from 09:00 to 17:00 on working days", "[due]") {
  const auto [amount, start, expected] = GENERATE(table<int, std::string, std::string>({
      {4, "2025-01-06T08:59:59Z", "2025-01-06T13:00:00Z"},
      {4, "2025-01-06T09:00:00Z", "2025-01-06T13:00:00Z"},
      {4, "2025-01-06T09:00:01Z", "2025-01-06T13:00:01Z"},
      {4, "2025-01-06T12:59:59Z", "2025-01-06T16:59:59Z"},
      {4, "2025-01-06T13:00:00Z", "2025-01-06T17:00:00Z"},  // not the next 09:00
      {4, "2025-01-06T13:00:01Z", "2025-01-07T09:00:01Z"},
      {1, "2025-01-06T16:59:59Z", "2025-01-07T09:59:59Z"},
      {1, "2025-01-06T17:00:00Z", "2025-01-07T10:00:00Z"},
      {1, "2025-01-06T23:00:00Z", "2025-01-07T10:00:00Z"},
      {8, "2025-01-06T00:00:00Z", "2025-01-06T17:00:00Z"},
      {9, "2025-01-06T00:00:00Z", "2025-01-07T10:00:00Z"},
      {1, "2025-03-28T17:00:00Z", "2025-03-31T09:00:00Z"},  // 10:00 on the wall
      {1, "2025-04-17T16:00:00Z", "2025-04-22T09:00:00Z"},  // over Easter, from 17:00 on the wall
  }));
  CAPTURE(amount, start);
  CHECK(due(ClockKind::working_hours, amount, start) == expected);
}

TEST_CASE("working days end at 17:00 and never count the day of the start", "[due]") {
  const auto [amount, start, expected] = GENERATE(table<int, std::string, std::string>({
      {1, "2025-01-06T00:00:00Z", "2025-01-07T17:00:00Z"},
      {1, "2025-01-06T23:59:59Z", "2025-01-07T17:00:00Z"},
      {1, "2025-01-07T00:00:00Z", "2025-01-08T17:00:00Z"},
      {1, "2025-01-04T12:00:00Z", "2025-01-06T17:00:00Z"},  // a Saturday is day 0 too
      {2, "2025-03-28T12:00:00Z", "2025-04-01T16:00:00Z"},
      {1, "2025-04-17T22:59:59Z", "2025-04-22T16:00:00Z"},
      {1, "2025-06-30T23:30:00Z", "2025-07-02T16:00:00Z"},  // already 1 July in London
      {1, "2024-02-28T12:00:00Z", "2024-02-29T17:00:00Z"},
      {45, "2025-01-06T12:00:00Z", "2025-03-10T17:00:00Z"},
  }));
  CAPTURE(amount, start);
  CHECK(due(ClockKind::working_days, amount, start) == expected);
}

TEST_CASE("the next school day starts at 08:30, strictly after the start", "[due]") {
  const auto [start, expected] = GENERATE(table<std::string, std::string>({
      {"2025-01-06T08:29:59Z", "2025-01-06T08:30:00Z"},
      {"2025-01-06T08:30:00Z", "2025-01-07T08:30:00Z"},
      {"2025-01-06T08:30:01Z", "2025-01-07T08:30:00Z"},
      {"2025-01-10T12:00:00Z", "2025-01-13T08:30:00Z"},
      {"2025-02-14T12:00:00Z", "2025-02-24T08:30:00Z"},
      {"2025-03-28T12:00:00Z", "2025-03-31T07:30:00Z"},
      {"2025-05-02T12:00:00Z", "2025-05-06T07:30:00Z"},  // the Monday is a holiday
  }));
  CAPTURE(start);
  CHECK(due(ClockKind::next_school_day, 0, start) == expected);
  CHECK(due(ClockKind::next_school_day, 7, start) == expected);
}

TEST_CASE("calendar months keep the wall time and clamp to the month's end", "[due]") {
  const auto [amount, start, expected] = GENERATE(table<int, std::string, std::string>({
      {1, "2025-01-27T09:00:00Z", "2025-02-27T09:00:00Z"},
      {1, "2025-01-28T09:00:00Z", "2025-02-28T09:00:00Z"},
      {1, "2025-01-29T09:00:00Z", "2025-02-28T09:00:00Z"},
      {1, "2025-01-31T09:00:00Z", "2025-02-28T09:00:00Z"},
      {1, "2024-01-30T09:00:00Z", "2024-02-29T09:00:00Z"},
      {12, "2024-02-29T09:00:00Z", "2025-02-28T09:00:00Z"},
      {12, "2023-02-28T09:00:00Z", "2024-02-28T09:00:00Z"},
      {11, "2025-01-31T09:00:00Z", "2025-12-31T09:00:00Z"},
      {12, "2025-01-31T09:00:00Z", "2026-01-31T09:00:00Z"},
      {1, "2025-03-01T12:00:00Z", "2025-04-01T11:00:00Z"},
      {1, "2025-02-28T01:30:00Z", "2025-03-28T01:30:00Z"},
      {6, "2024-09-30T00:30:00Z", "2025-03-30T01:30:00Z"},  // 01:30 is skipped
      {1, "2025-09-26T00:30:00Z", "2025-10-26T00:30:00Z"},  // 01:30 comes twice
  }));
  CAPTURE(amount, start);
  CHECK(due(ClockKind::calendar_months, amount, start) == expected);
}

TEST_CASE("each local day has one daily instant; the next is strictly after the start", "[due]") {
  const auto [minutes, start, expected] = GENERATE(table<int, std::string, std::string>({
      {540, "2025-01-06T08:59:59Z", "2025-01-06T09:00:00Z"},
      {540, "2025-01-06T09:00:00Z", "2025-01-07T09:00:00Z"},
      {540, "2025-01-06T09:00:01Z", "2025-01-07T09:00:00Z"},
      {540, "2025-03-29T09:00:00Z", "2025-03-30T08:00:00Z"},
      {90, "2025-03-30T00:59:59Z", "2025-03-30T01:30:00Z"},  // skipped: 02:30 on the wall
      {90, "2025-03-30T01:30:00Z", "2025-03-31T00:30:00Z"},
      {90, "2025-10-26T00:29:59Z", "2025-10-26T00:30:00Z"},
      {90, "2025-10-26T00:30:00Z", "2025-10-27T01:30:00Z"},  // the second 01:30 is none
      {0, "2025-06-30T22:59:59Z", "2025-06-30T23:00:00Z"},
      {0, "2025-06-30T23:00:00Z", "2025-07-01T23:00:00Z"},
      {1439, "2024-02-29T23:58:59Z", "2024-02-29T23:59:00Z"},
      {1439, "2024-02-29T23:59:00Z", "2024-03-01T23:59:00Z"},
  }));
  CAPTURE(minutes, start);
  CHECK(due(ClockKind::daily_at, minutes, start) == expected);
}

TEST_CASE("a daily time that is skipped into the next day is still to come after midnight", "[due]") {
  const Calendar calendar{TimeZone{"AAA0BBB,M3.5.6/23:30,M10.5.0/3"}, make_holidays()};
  const Clock daily{.kind = ClockKind::daily_at, .amount = 23 * 60 + 45};
  // The clock goes from 23:30 on Saturday to 00:30 on Sunday, and that Saturday's 23:45 is 00:45 on the wall.
  CHECK(due_by(daily, make_instant("2025-03-29T23:40:00Z"), calendar) == make_instant("2025-03-29T23:45:00Z"));
  CHECK(due_by(daily, make_instant("2025-03-29T23:45:00Z"), calendar) == make_instant("2025-03-30T22:45:00Z"));
}

TEST_CASE("the hours of work and school are the calendar's", "[due]") {
  const Calendar calendar{london(), make_holidays(), make_school_terms(),
                          OfficeHours{.open = make_time(8), .close = make_time(20), .school = make_time(9)}};
  const auto start = make_instant("2025-01-06T07:00:00Z");
  CHECK(due_by({.kind = ClockKind::working_hours, .amount = 12}, start, calendar) ==
        make_instant("2025-01-06T20:00:00Z"));
  CHECK(due_by({.kind = ClockKind::working_days, .amount = 1}, start, calendar) ==
        make_instant("2025-01-07T20:00:00Z"));
  CHECK(due_by({.kind = ClockKind::next_school_day, .amount = 0}, start, calendar) ==
        make_instant("2025-01-06T09:00:00Z"));
}
