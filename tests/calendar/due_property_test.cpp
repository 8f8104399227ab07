#include <earlyhelp/calendar/due.hpp>

#include "support/make_calendar.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <random>

using namespace earlyhelp;

namespace {

constexpr std::int64_t minute = 60'000'000;

/// Random whole minutes, half of them on one of the two nights of change.
class Starts {
 public:
  Instant next() {
    const auto spring = make_instant("2025-03-29T00:00:00Z").microseconds() / minute;
    const auto autumn = make_instant("2025-10-25T00:00:00Z").microseconds() / minute;
    const auto choice = below(4);
    if (choice == 0) return Instant::of_microseconds((spring + below(3 * 1440)) * minute);
    if (choice == 1) return Instant::of_microseconds((autumn + below(3 * 1440)) * minute);
    return Instant::of_microseconds((spring + below(365 * 1440)) * minute);
  }
  int below(int end) { return std::uniform_int_distribution<int>{0, end - 1}(random_); }

 private:
  std::mt19937 random_{20250330};  // NOLINT(cert-msc32-c,cert-msc51-cpp): the same cases in every run
};

/// The same answer by the slow way: walk minute by minute and count those that run.
template <class Runs>
Instant walk(int hours, Instant start, Runs runs) {
  auto left = hours * 60;
  auto at = start;
  while (left > 0) {
    if (runs(at)) --left;
    at = Instant::of_microseconds(at.microseconds() + minute);
  }
  return at;
}

}  // namespace

TEST_CASE("a due time is strictly after its start", "[due][property]") {
  const auto calendar = make_calendar();
  Starts starts;
  for (int i = 0; i < 2000; ++i) {
    const auto start = starts.next();
    const auto amount = 1 + starts.below(72);
    for (const auto kind : values_of<ClockKind>) {
      const auto due = due_by({.kind = kind, .amount = amount}, start, calendar);
      CAPTURE(kind, amount, start, due);
      CHECK((!due || *due > start));
    }
  }
}

TEST_CASE("a longer time is due no earlier", "[due][property]") {
  const auto calendar = make_calendar();
  Starts starts;
  for (int i = 0; i < 2000; ++i) {
    const auto start = starts.next();
    const auto amount = 1 + starts.below(72);
    for (const auto kind : values_of<ClockKind>) {
      if (kind == ClockKind::daily_at) continue;  // its amount is a time of day
      const auto sooner = due_by({.kind = kind, .amount = amount}, start, calendar);
      const auto later = due_by({.kind = kind, .amount = amount + 1}, start, calendar);
      CAPTURE(kind, amount, start, sooner, later);
      CHECK((!later || (sooner && *sooner <= *later)));
    }
  }
}

TEST_CASE("a later start is due no earlier, but for nights of change and clamped months", "[due][property]") {
  const auto calendar = make_calendar();
  Starts starts;
  for (int i = 0; i < 2000; ++i) {
    const auto first = starts.next();
    const auto second = Instant::of_microseconds(first.microseconds() + (1 + starts.below(1440)) * minute);
    const auto amount = 1 + starts.below(72);
    for (const auto kind : values_of<ClockKind>) {
      // An autumn night shows 01:50 and then 01:10; a skipped 01:50 lies after 02:10; 30 and 31 March both lead to 30
      // April.
      std::int64_t tolerance = 0;
      if (kind == ClockKind::clock_days) tolerance = 60 * minute;
      if (kind == ClockKind::calendar_months) tolerance = 1500 * minute;
      const auto a = due_by({.kind = kind, .amount = amount}, first, calendar);
      const auto b = due_by({.kind = kind, .amount = amount}, second, calendar);
      CAPTURE(kind, amount, first, second, a, b);
      CHECK((!a || !b || a->microseconds() <= b->microseconds() + tolerance));
    }
  }
}

TEST_CASE("hours that stop on some days are the minutes in which they ran", "[due][property]") {
  const auto calendar = make_calendar();
  const auto runs = [&calendar](Instant at) {
    const auto day = calendar.zone().civil(at).day;
    return day.day_of_week() != boost::gregorian::Sunday && calendar.is_holiday(day) == false;
  };
  const auto works = [&calendar](Instant at) {
    const auto civil = calendar.zone().civil(at);
    return calendar.is_working_day(civil.day) == true && make_time(9) <= civil.since_midnight &&
           civil.since_midnight < make_time(17);
  };
  Starts starts;
  for (int i = 0; i < 60; ++i) {
    const auto start = starts.next();
    const auto amount = 1 + starts.below(48);
    CAPTURE(amount, start);
    CHECK(due_by({.kind = ClockKind::clock_hours_excluding, .amount = amount}, start, calendar) ==
          walk(amount, start, runs));
    CHECK(due_by({.kind = ClockKind::working_hours, .amount = amount}, start, calendar) == walk(amount, start, works));
  }
}

TEST_CASE("a wall time is found again at the instants that show it", "[time_zone][property]") {
  const auto zone = london();
  Starts starts;
  for (int i = 0; i < 5000; ++i) {
    const auto start = starts.next();
    CAPTURE(start);
    const auto civil = zone.civil(start);
    const auto wall = zone.resolve(civil.day, civil.since_midnight);
    CHECK(wall.kind != WallKind::skipped);
    CHECK((wall.first == start || wall.second == start));
    CHECK((wall.kind == WallKind::ambiguous) == (wall.first != wall.second));
    CHECK(zone.day_start(civil.day) <= start);
    CHECK(start < zone.day_start(civil.day + Days{1}));
  }
}
