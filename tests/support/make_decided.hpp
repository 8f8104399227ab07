#pragma once

#include <earlyhelp/triage/due_times.hpp>
#include <earlyhelp/triage/incident_decision.hpp>

#include "support/make_calendar.hpp"
#include "support/make_incident.hpp"
#include "support/policy.hpp"

#include <string>

namespace earlyhelp::test {

/// What is decided about an incident, with all that a writer of it needs.
struct Decided {
  IncidentId id;
  Policy policy;
  IncidentDecision decision;
  DueTimes due;
};

inline Decided make_decided(const Incident& incident, const Calendar& calendar = make_calendar(),
                            const Policy& policy = make_policy()) {
  const auto decision = triage(incident, History{}, policy);
  const auto due = due_times(decision.decision, clock_starts(incident), policy, calendar);
  return {.id = incident.id, .policy = policy, .decision = decision, .due = due};
}

/// make_incident(), graded standard, with a finished checklist without a yes: an incident for early help.
inline Incident make_early_help_incident(const std::string& id = "i-7") {
  auto incident = make_incident();
  incident.id = IncidentId{id};
  incident.occurred_at = make_written("2026-01-05T09:30:00Z");
  incident.recorded_at = incident.reported_at = make_written("2026-01-05T10:00:00Z");
  incident.officer_grade = RiskGrade::standard;
  incident.checklist = Checklist{.instrument = Instrument::dash_2009,
                                 .version = ChecklistVersionId{"v1"},
                                 .content = ChecklistCounts{.yes_count = 0, .unanswered_count = 0}};
  return incident;
}

/// make_early_help_incident() with a second suspect.
inline Incident make_two_pair_incident() {
  auto incident = make_early_help_incident();
  incident.suspects.push_back(make_adult("brother"));
  incident.family.relationships.push_back(
      {.one = PersonId{"brother"}, .other = PersonId{"victim"}, .kind = RelationshipKind::relative});
  return incident;
}

}  // namespace earlyhelp::test
