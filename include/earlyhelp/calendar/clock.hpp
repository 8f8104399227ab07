#pragma once

#include <earlyhelp/names.hpp>

#include <array>
#include <compare>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// How the time that a duty allows is counted.
enum class ClockKind : std::uint8_t {
  clock_hours,            ///< elapsed hours; across a clock change the wall time shifts
  clock_hours_excluding,  ///< elapsed hours that do not run on local Sundays and holidays
  clock_days,             ///< the same wall time so many local days later
  working_hours,          ///< hours inside the working hours of working days
  working_days,           ///< the end of work on the n-th working day after the local day of the start
  next_school_day,        ///< the start of the first school day strictly after the start; the amount says nothing
  calendar_months,        ///< the same wall time so many months later, clamped to the end of the month
  daily_at,               ///< the next such wall time strictly after the start; amount in minutes after midnight
};

template <>
struct Names<ClockKind> {
  static constexpr std::array<std::string_view, 8> ids = {
      "clock_hours",  "clock_hours_excluding", "clock_days",      "working_hours",
      "working_days", "next_school_day",       "calendar_months", "daily_at"};
};

/// How much time a duty allows: `Clock{.kind = ClockKind::working_days, .amount = 2}`.
struct Clock {
  ClockKind kind;
  int amount;  ///< in the unit that `kind` counts

  friend constexpr auto operator<=>(const Clock&, const Clock&) = default;
};

/// Whether `clock` can run: a declared kind and an amount of at least 1; for daily_at 0 to 1439; for next_school_day
/// any.
constexpr bool is_possible(Clock clock) noexcept {
  constexpr int minutes_in_a_day = 24 * 60;
  if (!is_declared(clock.kind)) return false;
  if (clock.kind == ClockKind::next_school_day) return true;
  if (clock.kind == ClockKind::daily_at) return clock.amount >= 0 && clock.amount < minutes_in_a_day;
  return clock.amount >= 1;
}

}  // namespace earlyhelp
