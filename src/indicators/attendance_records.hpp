#pragma once

#include <earlyhelp/indicators/indicator.hpp>
#include <earlyhelp/outcomes/attendance_change.hpp>

#include <boost/optional/optional.hpp>

#include <utility>

namespace earlyhelp {

/// The same terms of a school year and of the one before, the later begun after the child's case and over by the end of
/// the window.
using MatchedTerms = std::pair<AttendanceWindow, AttendanceWindow>;

/// The first matched terms of the child that `subject` is. None: there are none.
///
/// Requires: is_attendance_sound(); so does sessions_after().
boost::optional<MatchedTerms> matched_terms(const Subject& subject);

/// Whether the child's records can all be right: no two of them about the same day, unless they are the same record, no
/// more sessions attended than were possible, two possible a day at most and 10^6 in all.
bool is_attendance_sound(const Subject& subject);

/// All sessions on record of times that began after the child's case did and ended in the window.
SchoolSessions sessions_after(const Subject& subject);

}  // namespace earlyhelp
