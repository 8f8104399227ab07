#pragma once

#include <earlyhelp/incident/history.hpp>
#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/policy/policy_timeline.hpp>
#include <earlyhelp/triage/incident_decision.hpp>

#include <boost/optional/optional.hpp>

#include <span>
#include <vector>

namespace earlyhelp {

/// Decides each of `incidents` as it would have been decided when it was recorded: by the policy of the day of its
/// report, on what was known by then of the others and of `earlier`. The order of the incidents does not matter; the
/// decisions stand at the same places.
///
/// None: where no policy was in force on the day of the report. That incident is history for the others all the same.
/// Requires: valid incidents (see incident_fault.hpp), each id once.
/// Source: default triage policy, sections 1 and 5.
std::vector<boost::optional<IncidentDecision>> replay(std::span<const Incident> incidents,
                                                      const PolicyTimeline& policies, History earlier = {});

}  // namespace earlyhelp
