#pragma once

#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/decision.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>

namespace earlyhelp {

/// The moments that the clocks of duties start from.
struct ClockStarts {
  Instant reported_at;
  boost::optional<Instant> attended_at;  ///< none: nobody attended; the report counts instead

  friend bool operator==(const ClockStarts&, const ClockStarts&) = default;
};

/// When each duty of a decision is due. A thing done at the due instant is in time.
struct DueTimes {
  Duties duties;
  std::array<boost::optional<Instant>, count_of<Duty>> due = {};  ///< none: not covered, or no duty of the decision

  /// None: the calendar does not cover a day that had to be looked up; the duty stands all the same.
  /// Requires: duties.contains(duty).
  boost::optional<Instant> operator[](Duty duty) const noexcept { return due[static_cast<std::size_t>(duty)]; }

  friend bool operator==(const DueTimes&, const DueTimes&) = default;
};

/// The parameter that says how long `duty` may take, unless a rule asks for less.
///
/// Source: default triage policy, section 5.
Parameter usual_clock(Duty duty) noexcept;

/// When the duties of `decision`, as known, are due: each by its usual clock and by every clock that a rule that fired
/// names for it, whichever ends first: also when another rule opened the duty, because sooner is safer. Where the
/// calendar covers only some of these clocks, the earliest covered one.
///
/// Requires: `policy` is the one that decided.
///
/// Source: default triage policy, sections 5 and 6.
DueTimes due_times(const Decision& decision, const ClockStarts& starts, const Policy& policy, const Calendar& calendar);

}  // namespace earlyhelp
