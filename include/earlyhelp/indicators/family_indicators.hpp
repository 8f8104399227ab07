#pragma once

#include <earlyhelp/indicators/indicator.hpp>

namespace earlyhelp {

// What was done for the families that came in a period, within 90 days of the day on which each came. Everybody alike
// is pending until these have passed: to count a yes at once and a no only later would make every share too high. What
// is said to have happened before the case began is a mistake in the record, and no answer.

/// Anybody of the family but a perpetrator was spoken with: who spoke with a perpetrator alone has not reached those
/// who were harmed. What was done with the perpetrator counts in outcome_indicators. Its numerator is the number of
/// families reached, each once, and the denominator of what is asked of families reached.
///
/// Source: the service's annual report 2020-21, families supported.
extern const Indicator family_reached;

/// Anybody of the family but a perpetrator agreed to be worked with, or was helped.
///
/// Source: library default.
extern const Indicator family_engaged;

/// Anybody was referred to a service that is not safeguarding, whatever else came of it.
///
/// Source: the service's annual report 2020-21 (20 % referred on).
extern const Indicator referred_to_specialist;

/// Anybody was referred to the safeguarding hub, whatever else came of it.
///
/// Source: the service's annual report 2020-21.
extern const Indicator referred_to_mash;

/// Of those referred to a service in the window: one began to work with them within 90 days of the first such referral.
///
/// Source: library default: a referral is no help until somebody comes of it.
extern const Indicator referral_taken_up;

/// A practitioner graded the risk higher after the family had been reached.
///
/// Source: library default: finding more risk is what contact is for.
extern const Indicator risk_found_higher;

/// The family told of an incident that nobody had reported.
///
/// Source: the service's annual report 2020-21 (abuse uncovered that was never reported).
extern const Indicator unreported_incident_found;

/// What lies under the incident was asked about: a need of anybody is on record.
///
/// Source: library default, completeness of records.
extern const Indicator need_recorded;

/// Anything is on record of what a child of a family that was reached has lived through.
///
/// Source: Felitti and others (1998) for what is recorded; library default, completeness of records.
extern const Indicator adverse_experience_recorded;

/// Anybody of the child's family but a perpetrator was spoken with. Its numerator is the number of children reached,
/// each once.
///
/// Source: the service's annual report 2020-21, children supported.
extern const Indicator child_reached;

}  // namespace earlyhelp
