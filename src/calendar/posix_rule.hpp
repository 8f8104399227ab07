#pragma once

#include <earlyhelp/date.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// A day of every year on which clocks change, and the seconds from its midnight to the change.
struct YearlyChange {
  enum class Form : std::uint8_t { month_week_weekday, day_without_leap_days, day_from_zero };
  Form form;
  unsigned short month = 0;    ///< 1 to 12
  unsigned short week = 0;     ///< 1 to 5; 5 is the last
  unsigned short weekday = 0;  ///< 0 is Sunday
  int day = 0;                 ///< 1 to 365, or 0 to 365 counting leap days
  std::int64_t seconds = 0;    ///< on the clock in force before the change; may be negative and past 24 hours
};

/// Summer time: when it starts and ends, and what it adds to UTC.
struct SummerTime {
  std::int64_t seconds_east;
  YearlyChange start;
  YearlyChange end;
};

/// What a POSIX time zone rule says, with offsets positive east of Greenwich.
struct PosixRule {
  std::int64_t seconds_east;
  boost::optional<SummerTime> summer;
};

/// Throws: std::invalid_argument, naming what was expected and where.
PosixRule parse_posix_rule(std::string_view text);

/// The day of `change` in `year`.
Date day_in(const YearlyChange& change, unsigned short year);

}  // namespace earlyhelp
