#pragma once

#include <earlyhelp/indicators/indicator.hpp>

namespace earlyhelp {

// Whether the promise was kept: per incident, from what the policy of its day says the clock starts at. What is decided
// counts at once: contact in time when it is made, a miss when the time is over. Only what is open within its time is
// pending, and it is decided within days.

/// The victim was spoken with between the start of the clock and the time that the policy promises, exactly then
/// included: prompt_contact, of the duty of contact that stands. With the time it took from that start, in minutes, of
/// everybody who was promised it.
///
/// An attempt is no contact, also where a casework policy lets it keep the duty; neither is contact with anybody else.
/// Contact between the report and the start of the clock, or before the case began, keeps no promise: without contact
/// in time it is not known whether it was kept. Contact before the report in a case that had begun is about something
/// else.
///
/// Source: Northamptonshire early intervention service, contact within 48 hours; library default for who is left out.
extern const Indicator contact_in_time;

/// The victim was tried by then, whether anybody answered or not, with the time to the first try. An attempt is no
/// contact: this is never told in its place.
///
/// Source: as contact_in_time.
extern const Indicator attempt_in_time;

/// The case was closed because there was no safe way of contact, in time or later, and the victim was not spoken with.
/// Pending while it is open, and nobody was. To close it late for that is a missed promise all the same.
///
/// Source: library default; safe contact comes before the promise.
extern const Indicator no_safe_channel;

/// The child's school was told by the time that the policy says.
///
/// Source: Operation Encompass: the school knows before the next school day.
extern const Indicator school_told_in_time;

/// An incident that was never reported, and of which the family told, was recorded as a crime in time.
///
/// Source: Home Office Counting Rules, recording within 24 hours (not verified).
extern const Indicator disclosure_recorded_in_time;

}  // namespace earlyhelp
