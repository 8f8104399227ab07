#pragma once

#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/casework/case_duty.hpp>
#include <earlyhelp/casework/lifecycle.hpp>
#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// When an open duty is due, as a day's list sorts it.
enum class DueWhen : std::uint8_t {
  overdue,      ///< due before now
  today,        ///< at this very instant, or later on the local day of now
  later,        ///< from the next local midnight on
  not_covered,  ///< the calendar does not say when; it is a duty all the same
};

template <>
struct Names<DueWhen> {
  static constexpr std::array<std::string_view, 4> ids = {"overdue", "today", "later", "not_covered"};
};

/// Why nobody can say when a duty is due.
enum class NotCoveredBecause : std::uint8_t {
  no_school_terms,  ///< it is due by a school day, and the calendar has no terms
  day_not_known,    ///< a day that the count depends on is outside what the calendar knows
};

template <>
struct Names<NotCoveredBecause> {
  static constexpr std::array<std::string_view, 2> ids = {"no_school_terms", "day_not_known"};
};

/// A duty that somebody still has to do.
struct OpenDuty {
  CaseId in_case;
  CaseDuty duty;
  IncidentId incident;
  Instant opened_at;
  boost::optional<Instant> due;                     ///< none: not covered
  boost::optional<NotCoveredBecause> why_not = {};  ///< why it is not covered
  bool is_case_closed = false;                      ///< it was overdue when the case ended, or came up after that
  std::vector<WorkerId> allocated = {};             ///< who works with the family, by id; empty: nobody

  friend bool operator==(const OpenDuty&, const OpenDuty&) = default;
};

/// Whether a duty is still to be done: open, overdue, or not covered and not done.
bool is_open(const DutyRecord& duty) noexcept;

/// In which of the four an open duty stands at `now`. A duty that is due at the local midnight is one of the day that
/// begins then. Days are those of `zone`.
///
/// Throws: std::out_of_range when `now` is outside the years 1401 to 9998.
DueWhen due_when(const boost::optional<Instant>& due, const TimeZone& zone, Instant now);

}  // namespace earlyhelp
