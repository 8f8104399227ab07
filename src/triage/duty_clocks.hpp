#pragma once

#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/due_times.hpp>

#include <boost/optional/optional.hpp>

namespace earlyhelp {

/// When a clock that starts at `start` starts; `review` is the clock of the daily review.
///
/// None: the calendar does not cover the daily review.
boost::optional<Instant> start_of(ClockStart start, const ClockStarts& starts, const DutyClock& review,
                                  const Calendar& calendar);

/// Calls `visit(duty, parameter)` for each of `duties` that `rule`, once it fired, asks for by a clock of its own.
template <class Visit>
void for_each_clock_of(const Rule& rule, Duties duties, Visit visit) {
  for (const auto& clause : rule.duties) {
    if (!clause.within) continue;
    for (const auto duty : clause.duties& duties) visit(duty, *clause.within);
  }
}

}  // namespace earlyhelp
