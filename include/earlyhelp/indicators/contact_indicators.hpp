#pragma once

#include <earlyhelp/indicators/indicator.hpp>

namespace earlyhelp {

// Whether the promise was kept: per incident, from what the policy of its day says the clock starts at.

/// Spoken with by the time that the policy promises, exactly then included. With the time it took, in minutes, of
/// everybody who was promised it.
///
/// Source: Northamptonshire early intervention service, contact within 48 hours; library default for who is left out.
extern const Indicator contact_in_time;

/// Tried by then, whether anybody answered or not. An attempt is no contact: this is never told in its place.
///
/// Source: as contact_in_time.
extern const Indicator attempt_in_time;

/// Nobody could be contacted safely.
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
