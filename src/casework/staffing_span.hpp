#pragma once

#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/casework/staffing_plan.hpp>

#include <cstdint>

namespace earlyhelp {

/// A moment of a simulation, or a length of time: whole seconds, since 1970 in UTC.
using Seconds = std::int64_t;

inline Seconds seconds_of(Instant instant) noexcept { return instant.microseconds() / 1'000'000; }
inline Instant instant_of(Seconds seconds) noexcept { return Instant::of_microseconds(seconds * 1'000'000); }

/// Weeks that are simulated after the measured ones, so that the last families have their time too.
constexpr int weeks_after = 4;

/// From when to when a run goes, and which part of it is measured.
struct StaffingSpan {
  Date first_day;
  Date last_day;  ///< included
  Seconds begin;
  Seconds measured_from;
  Seconds measured_until;
  Seconds end;
};

inline StaffingSpan span_of(const StaffingPlan& plan, const Calendar& calendar) {
  const auto first = plan.first_day - Days{7 * plan.warm_up_weeks};
  const auto measured_end = plan.first_day + Days{7 * plan.weeks};
  const auto end = measured_end + Days{7 * weeks_after};
  const auto start_of = [&](Date day) { return seconds_of(calendar.zone().day_start(day)); };
  return {.first_day = first,
          .last_day = end - Days{1},
          .begin = start_of(first),
          .measured_from = start_of(plan.first_day),
          .measured_until = start_of(measured_end),
          .end = start_of(end)};
}

/// 0 for a Monday: Boost counts days from one.
inline std::size_t weekday_of(Date day) noexcept { return day.day_number() % 7; }

}  // namespace earlyhelp
