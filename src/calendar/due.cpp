#include <earlyhelp/calendar/due.hpp>

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <stdexcept>

namespace earlyhelp {
namespace {

namespace pt = boost::posix_time;

constexpr std::int64_t hour = 3'600'000'000;

// One year inside what a Date can hold, so that no offset and no neighbouring day leads out of it.
constexpr int first_year = 1401;
constexpr int last_year = 9998;
constexpr auto first_instant = Instant::of_microseconds(-17'955'907'200'000'000);  // 1401-01-01T00:00Z
constexpr auto end_of_time = Instant::of_microseconds(253'370'764'800'000'000);    // 9999-01-01T00:00Z

boost::optional<Instant> covered(Instant due) noexcept {
  if (due < first_instant || due >= end_of_time) return {};
  return due;
}

boost::optional<Date> days_after(Date day, int days) {
  static constexpr std::int64_t last_day_number = 5'373'119;  // of 9998-12-31, as Boost counts days
  if (std::int64_t{day.day_number()} + days > last_day_number) return {};
  return day + Days{days};
}

boost::optional<Instant> same_wall_time(boost::optional<Date> day, const CivilTime& start, const TimeZone& zone) {
  if (!day) return {};
  return zone.resolve(*day, start.since_midnight).first;
}

boost::optional<bool> runs_on(Date day, const Calendar& calendar) noexcept {
  constexpr auto days_of_the_week = 7U;
  constexpr auto sunday = 6U;  // Boost counts days from a Monday
  const auto holiday = calendar.is_holiday(day);
  if (!holiday) return {};
  return !*holiday && day.day_number() % days_of_the_week != sunday;
}

boost::optional<Instant> clock_hours_excluding(std::int64_t left, Instant start, const Calendar& calendar) {
  auto day = calendar.zone().civil(start).day;
  auto from = start;
  for (;;) {
    const auto runs = runs_on(day, calendar);
    if (!runs) return {};
    day += Days{1};
    const auto end = calendar.zone().day_start(day);
    if (*runs) {
      const auto available = end.microseconds() - from.microseconds();
      if (left <= available) return Instant::of_microseconds(from.microseconds() + left);
      left -= available;
    }
    from = end;
  }
}

boost::optional<Instant> clock_days(int days, Instant start, const TimeZone& zone) {
  const auto civil = zone.civil(start);
  return same_wall_time(days_after(civil.day, days), civil, zone);
}

boost::optional<Instant> working_hours(std::int64_t left, Instant start, const Calendar& calendar) {
  for (auto day = calendar.zone().civil(start).day;; day += Days{1}) {
    const auto works = calendar.is_working_day(day);
    if (!works) return {};
    if (!*works) continue;
    const auto open = calendar.zone().resolve(day, calendar.hours().open).first;
    const auto close = calendar.zone().resolve(day, calendar.hours().close).first;
    const auto from = std::max(start, open);
    const auto available = close.microseconds() - from.microseconds();
    if (left <= available) return Instant::of_microseconds(from.microseconds() + left);
    if (available > 0) left -= available;
  }
}

boost::optional<Instant> working_days(int left, Instant start, const Calendar& calendar) {
  auto day = calendar.zone().civil(start).day;
  while (left > 0) {
    day += Days{1};
    const auto works = calendar.is_working_day(day);
    if (!works) return {};
    if (*works) --left;
  }
  return calendar.zone().resolve(day, calendar.hours().close).first;
}

boost::optional<Instant> next_school_day(Instant start, const Calendar& calendar) {
  for (auto day = calendar.zone().civil(start).day;; day += Days{1}) {
    const auto opens = calendar.is_school_day(day);
    if (!opens) return {};
    if (!*opens) continue;
    const auto due = calendar.zone().resolve(day, calendar.hours().school).first;
    if (due > start) return due;
  }
}

boost::optional<Instant> calendar_months(int months, Instant start, const TimeZone& zone) {
  constexpr int months_in_a_year = 12;
  const auto civil = zone.civil(start);
  // Far more than a Date can hold, and the sum would not fit either.
  if (months > (last_year - first_year + 2) * months_in_a_year) return {};
  const auto year = civil.day.year() + (civil.day.month() - 1 + months) / months_in_a_year;
  if (year > last_year) return {};
  return same_wall_time(add_months(civil.day, months), civil, zone);
}

boost::optional<Instant> daily_at(int minutes, Instant start, const TimeZone& zone) {
  // A skipped wall time shortly before midnight moves into the next day: so yesterday's may still be to come.
  for (auto day = zone.civil(start).day - Days{1};; day += Days{1}) {
    const auto due = zone.resolve(day, pt::minutes{minutes}).first;
    if (due > start) return due;
  }
}

boost::optional<Instant> count(Clock clock, Instant start, const Calendar& calendar) {
  const auto& zone = calendar.zone();
  switch (clock.kind) {
    case ClockKind::clock_hours:
      return add_hours(start, clock.amount);
    case ClockKind::clock_hours_excluding:
      return clock_hours_excluding(clock.amount * hour, start, calendar);
    case ClockKind::clock_days:
      return clock_days(clock.amount, start, zone);
    case ClockKind::working_hours:
      return working_hours(clock.amount * hour, start, calendar);
    case ClockKind::working_days:
      return working_days(clock.amount, start, calendar);
    case ClockKind::next_school_day:
      return next_school_day(start, calendar);
    case ClockKind::calendar_months:
      return calendar_months(clock.amount, start, zone);
    case ClockKind::daily_at:
      return daily_at(clock.amount, start, zone);
  }
  assert(false);
  return {};
}

}  // namespace

boost::optional<Instant> due_by(Clock clock, Instant start, const Calendar& calendar) {
  if (!is_possible(clock)) throw std::invalid_argument{"Clock: needs a declared kind and an amount that it can count"};
  if (!covered(start)) return {};
  const auto due = count(clock, start, calendar);
  return due ? covered(*due) : due;
}

}  // namespace earlyhelp
