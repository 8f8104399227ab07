#include <earlyhelp/calendar/due.hpp>

#include "support/make_calendar.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <tuple>

using namespace earlyhelp;

namespace {

constexpr int most = std::numeric_limits<int>::max();

/// Monday 6 to Friday 10 January 2025, all term and no holiday.
Calendar one_week() {
  const Period week{Date{2025, 1, 6}, Date{2025, 1, 10}};
  return Calendar{london(), {.known = week, .days = {}}, SchoolTerms{.known = week, .terms = {week}}};
}

std::string due(ClockKind kind, int amount, const std::string& start, const Calendar& calendar = one_week()) {
  const auto at = due_by({.kind = kind, .amount = amount}, make_instant(start), calendar);
  return at ? to_string(*at) : "not_covered";
}

}  // namespace

TEST_CASE("a clock that has to look up a day outside what is known is not covered", "[due]") {
  const auto [kind, amount, start, expected] = GENERATE(table<ClockKind, int, std::string, std::string>({
      // the local day of the start is looked up, even when its hours are past
      {ClockKind::working_hours, 1, "2025-01-05T23:59:59Z", "not_covered"},
      {ClockKind::working_hours, 1, "2025-01-06T00:00:00Z", "2025-01-06T10:00:00Z"},
      {ClockKind::clock_hours_excluding, 1, "2025-01-05T23:59:59Z", "not_covered"},
      {ClockKind::clock_hours_excluding, 1, "2025-01-06T00:00:00Z", "2025-01-06T01:00:00Z"},
      {ClockKind::next_school_day, 0, "2025-01-05T23:59:59Z", "not_covered"},
      {ClockKind::next_school_day, 0, "2025-01-06T00:00:00Z", "2025-01-06T08:30:00Z"},
      // working_days does not look it up
      {ClockKind::working_days, 1, "2025-01-04T23:59:59Z", "not_covered"},
      {ClockKind::working_days, 1, "2025-01-05T00:00:00Z", "2025-01-06T17:00:00Z"},
      // a day after the due instant is never looked up, and a Saturday is looked up like any day
      {ClockKind::working_hours, 8, "2025-01-10T09:00:00Z", "2025-01-10T17:00:00Z"},
      {ClockKind::working_hours, 8, "2025-01-10T09:00:01Z", "not_covered"},
      {ClockKind::clock_hours_excluding, 24, "2025-01-10T00:00:00Z", "2025-01-11T00:00:00Z"},
      {ClockKind::clock_hours_excluding, 24, "2025-01-10T00:00:01Z", "not_covered"},
      {ClockKind::working_days, 4, "2025-01-06T12:00:00Z", "2025-01-10T17:00:00Z"},
      {ClockKind::working_days, 5, "2025-01-06T12:00:00Z", "not_covered"},
      {ClockKind::next_school_day, 0, "2025-01-10T08:29:59Z", "2025-01-10T08:30:00Z"},
      {ClockKind::next_school_day, 0, "2025-01-10T08:30:00Z", "not_covered"},
      // the others look nothing up
      {ClockKind::clock_hours, 1, "2030-01-01T00:00:00Z", "2030-01-01T01:00:00Z"},
      {ClockKind::clock_days, 1, "2030-01-01T00:00:00Z", "2030-01-02T00:00:00Z"},
      {ClockKind::calendar_months, 1, "2030-01-01T00:00:00Z", "2030-02-01T00:00:00Z"},
      {ClockKind::daily_at, 540, "2030-01-01T00:00:00Z", "2030-01-01T09:00:00Z"},
  }));
  CAPTURE(kind, amount, start);
  CHECK(due(kind, amount, start) == expected);
}

TEST_CASE("without school terms the school duty is not covered", "[due]") {
  const Calendar calendar{london(), make_holidays()};
  CHECK(due(ClockKind::next_school_day, 0, "2025-01-06T08:00:00Z", calendar) == "not_covered");
  CHECK(due(ClockKind::working_days, 1, "2025-01-06T08:00:00Z", calendar) == "2025-01-07T17:00:00Z");
}

TEST_CASE("an amount that leads out of all years is not covered and takes no time", "[due]") {
  const auto kind = GENERATE(ClockKind::clock_hours, ClockKind::clock_hours_excluding, ClockKind::clock_days,
                             ClockKind::working_hours, ClockKind::working_days, ClockKind::calendar_months);
  const std::string start = GENERATE(as<std::string>{}, "2025-01-06T09:00:00Z", "9998-12-31T23:59:59Z");
  CAPTURE(kind, start);
  CHECK(due(kind, most, start, make_calendar()) == "not_covered");
}

TEST_CASE("a calendar that knows every day there is does not make a clock hang or die", "[due]") {
  const Period always{Date{1400, 1, 1}, Date{9999, 12, 31}};
  const Calendar calendar{london(), {.known = always, .days = {}}, SchoolTerms{.known = always, .terms = {}}};
  CHECK(due(ClockKind::clock_hours_excluding, most, "2025-01-06T09:00:00Z", calendar) == "not_covered");
  CHECK(due(ClockKind::working_hours, most, "2025-01-06T09:00:00Z", calendar) == "not_covered");
  CHECK(due(ClockKind::working_days, most, "2025-01-06T09:00:00Z", calendar) == "not_covered");
  CHECK(due(ClockKind::next_school_day, 0, "2025-01-06T09:00:00Z", calendar) == "not_covered");
}

TEST_CASE("starts and due times lie in the years 1401 to 9998", "[due]") {
  const auto [kind, amount, start, expected] = GENERATE(table<ClockKind, int, Instant, boost::optional<Instant>>({
      {ClockKind::clock_hours, 1, Instant{Date{1400, 12, 31}, make_time(23, 59)}, boost::none},
      {ClockKind::clock_hours, 1, Instant{Date{1401, 1, 1}, make_time(0)}, Instant{Date{1401, 1, 1}, make_time(1)}},
      {ClockKind::clock_hours, 1, Instant{Date{9998, 12, 31}, make_time(22, 59)},
       Instant{Date{9998, 12, 31}, make_time(23, 59)}},
      {ClockKind::clock_hours, 1, Instant{Date{9998, 12, 31}, make_time(23)}, boost::none},
      {ClockKind::clock_hours, 1, Instant{Date{9999, 1, 1}, make_time(0)}, boost::none},
      {ClockKind::clock_days, 1, Instant{Date{9998, 12, 30}, make_time(9)}, Instant{Date{9998, 12, 31}, make_time(9)}},
      {ClockKind::clock_days, 1, Instant{Date{9998, 12, 31}, make_time(9)}, boost::none},
      {ClockKind::calendar_months, 1, Instant{Date{9998, 11, 30}, make_time(9)},
       Instant{Date{9998, 12, 30}, make_time(9)}},
      {ClockKind::calendar_months, 1, Instant{Date{9998, 12, 1}, make_time(9)}, boost::none},
      {ClockKind::calendar_months, (9998 - 1401) * 12, Instant{Date{1401, 12, 31}, make_time(9)},
       Instant{Date{9998, 12, 31}, make_time(9)}},
      {ClockKind::daily_at, 0, Instant{Date{1401, 1, 1}, make_time(0)}, Instant{Date{1401, 1, 2}, make_time(0)}},
      {ClockKind::daily_at, 540, Instant{Date{9998, 12, 31}, make_time(9)}, boost::none},
  }));
  CAPTURE(kind, amount, start);
  CHECK(due_by({.kind = kind, .amount = amount}, start, make_calendar()) == expected);
}

TEST_CASE("no clock dies on an instant that no date can hold", "[due]") {
  using Limits = std::numeric_limits<std::int64_t>;
  const auto start = GENERATE(Instant::of_microseconds(Limits::min()), Instant::of_microseconds(Limits::max()));
  for (const auto kind : values_of<ClockKind>) {
    CAPTURE(kind);
    CHECK(due_by({.kind = kind, .amount = 1}, start, make_calendar()) == boost::none);
  }
}

TEST_CASE("an amount that a clock cannot count is refused", "[due]") {
  const auto [clock, possible] = GENERATE(table<Clock, bool>({
      {{.kind = ClockKind::clock_hours, .amount = -1}, false},
      {{.kind = ClockKind::clock_hours, .amount = 0}, false},
      {{.kind = ClockKind::clock_hours, .amount = 1}, true},
      {{.kind = ClockKind::working_days, .amount = 0}, false},
      {{.kind = ClockKind::calendar_months, .amount = -most}, false},
      {{.kind = ClockKind::daily_at, .amount = -1}, false},
      {{.kind = ClockKind::daily_at, .amount = 0}, true},
      {{.kind = ClockKind::daily_at, .amount = 1439}, true},
      {{.kind = ClockKind::daily_at, .amount = 1440}, false},
      {{.kind = ClockKind::next_school_day, .amount = -1}, true},
      {{.kind = static_cast<ClockKind>(8), .amount = 1}, false},
  }));
  CAPTURE(clock.kind, clock.amount);
  CHECK(is_possible(clock) == possible);
  const auto start = make_instant("2025-01-06T09:00:00Z");
  if (possible) {
    CHECK_NOTHROW(due_by(clock, start, make_calendar()));
  } else {
    CHECK_THROWS_AS(due_by(clock, start, make_calendar()), std::invalid_argument);
  }
}

TEST_CASE("a clock is named as files spell it", "[due]") {
  CHECK(parse<ClockKind>("clock_hours_excluding") == ClockKind::clock_hours_excluding);
  CHECK(parse<ClockKind>("hours") == boost::none);
  CHECK(to_string(ClockKind::daily_at) == "daily_at");
  CHECK((Clock{.kind = ClockKind::clock_hours, .amount = 4} < Clock{.kind = ClockKind::clock_hours, .amount = 24}));
}
