#pragma once

#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/due_times.hpp>

#include <boost/optional/optional.hpp>

namespace earlyhelp {

/// When a clock that starts at `start` starts; `review` is the clock of the daily review.
///
/// None: the calendar does not cover the daily review.
boost::optional<Instant> start_of(ClockStart start, const ClockStarts& starts, const DutyClock& review,
                                  const Calendar& calendar);

/// When `clock` ends.
///
/// None: the calendar does not cover a day that it looks up.
boost::optional<Instant> end_of(const DutyClock& clock, const ClockStarts& starts, const DutyClock& review,
                                const Calendar& calendar);

/// The earlier of two, where there are two.
boost::optional<Instant> earliest(boost::optional<Instant> a, boost::optional<Instant> b) noexcept;

/// Calls `visit(duty, parameter)` for each of `duties` that `rule`, once it fired, asks for by a clock of its own.
template <class Visit>
void for_each_clock_of(const Rule& rule, Duties duties, Visit visit) {
  for (const auto& clause : rule.duties) {
    if (!clause.within) continue;
    for (const auto duty : clause.duties& duties) visit(duty, *clause.within);
  }
}

/// Calls `visit(duty, parameter)` for every clock of the duties of `decision`, as known: the usual one of each, and
/// those of the rules that fired. Requires: `policy` is the one that decided.
template <class Visit>
void for_each_clock_of(const Decision& decision, const Policy& policy, Visit visit) {
  const auto duties = decision.known.duties;
  for (const auto duty : duties) visit(duty, usual_clock(duty));
  for (const auto index : decision.known.reasons) for_each_clock_of(policy.rule(index), duties, visit);
}

}  // namespace earlyhelp
