#pragma once

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <boost/optional/optional.hpp>

#include <string>
#include <string_view>

namespace earlyhelp {

/// A civil date. Never `not_a_date_time`: absence is `boost::optional<Date>`.
using Date = boost::gregorian::date;

/// A whole number of days.
using Days = boost::gregorian::days;

/// The date that `text` writes as YYYY-MM-DD, years 1400 to 9999.
///
/// None: for any other form and for a day that does not exist (2025-02-29).
boost::optional<Date> parse_date(std::string_view text) noexcept;

/// YYYY-MM-DD.
std::string to_string(Date day);

/// The same calendar date `months` later, or earlier when negative; the last day of that month when it has no such
/// day: 2024-02-29 - 12 months = 2023-02-28, and 2023-02-28 + 12 months = 2024-02-28 (Boost's own month arithmetic
/// would say the 29th).
///
/// What would lie before 1400-01-01, the first day that there is, is that day.
///
/// Requires: the result is not after the year 9999.
Date add_months(Date day, int months);

/// Completed years on `day` of somebody born on `born`. Born on 29 February, one completes the year on 1 March in a
/// common year.
///
/// Requires: `born` <= `day`.
int completed_years(Date born, Date day);

}  // namespace earlyhelp
