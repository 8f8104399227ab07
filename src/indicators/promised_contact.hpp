#pragma once

#include <earlyhelp/indicators/case_record.hpp>
#include <earlyhelp/instant.hpp>

#include <boost/optional/optional.hpp>

namespace earlyhelp {

/// Whether another duty took its place before it had been missed.
bool is_superseded(const DutyOutcome& duty) noexcept;

/// Whether it is to be kept, was kept, or was missed before it ceased to apply.
bool is_owed_still(const DutyOutcome& duty) noexcept;

/// The promise of contact: of the two duties that can hold it, the one that stands and is due first. None: there is
/// none, or something else took its place.
boost::optional<const DutyOutcome&> promised_contact(const IncidentRecord& incident) noexcept;

/// What counts as having reached a victim. It is to the victim that both duties promise contact.
enum class Reached { spoken_with, tried_or_spoken_with };

/// When a victim was first reached since the promise was made, or since its clock started, whichever was first.
///
/// None: never.
boost::optional<Instant> reached_since_report(Reached what, const CaseRecord& record, const DutyOutcome& promise);

/// When a victim was reached, as far as it tells whether the promise was kept: since its clock started and in time;
/// else too early, for then the record cannot be right; else too late. Too early is before the case began, or since the
/// report and before the clock started: what lies between was about what had been reported before, and tells nothing.
///
/// None: never.
boost::optional<Instant> reached_for(Reached what, const CaseRecord& record, const DutyOutcome& promise);

/// When the case was closed, if it is.
///
/// None: also when that was before the incident was reported.
boost::optional<Instant> closed_since_report(const CaseRecord& record, const DutyOutcome& promise) noexcept;

}  // namespace earlyhelp
