#pragma once

#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/calendar/clock.hpp>
#include <earlyhelp/instant.hpp>

#include <boost/optional/optional.hpp>

namespace earlyhelp {

/// When a thing is due that `clock` allows from `start`. A thing done at that very instant is in time.
///
/// A night of change, in London: 24 clock hours from Saturday 29 March 2025, 12:00, end on Sunday at 13:00; one clock
/// day ends at 12:00. A wall time that is skipped moves forward by the gap; of one that comes twice the first counts.
///
///   clock_hours_excluding  Sundays and holidays do not run, from one local midnight to the next, be it 23 or 25 hours.
///                          Hours that run out exactly when such a day begins are due then, not after it.
///   working_hours          hours that run out when work closes are due then, not when it next opens.
///   working_days           the local day of the start does not count, whatever day it is.
///   next_school_day        a start before school on a school day is due that same morning; one at that instant is not.
///   calendar_months        31 January and one month: the last day of February.
///   daily_at               a start at that very instant is due the next day.
///
/// Every local day whose status the count depends on must be known to `calendar`, a Sunday too. working_hours,
/// clock_hours_excluding and next_school_day look up the local day of the start even when its hours are past;
/// working_days does not; a day after the due instant is never looked up; the other clocks look nothing up.
///
/// None:   not covered: the count meets a day that `calendar` does not know (next_school_day without terms always), or
///         the start or the due time is outside the years 1401 to 9998.
/// Throws: std::invalid_argument unless is_possible(clock).
/// Source: triage policy, section 6.
boost::optional<Instant> due_by(Clock clock, Instant start, const Calendar& calendar);

}  // namespace earlyhelp
