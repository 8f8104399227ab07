#pragma once

#include <earlyhelp/report/worklist.hpp>

#include "support/make_case.hpp"
#include "support/make_decided.hpp"

#include <string>
#include <vector>

namespace earlyhelp::test {

/// The list at `now` of these cases and incidents, under the usual policy and calendar.
inline Worklist list_at(Instant now, const std::vector<CaseFile>& cases,
                        const std::vector<IncidentForReview>& incidents, Instant last_review) {
  return worklist({.cases = cases, .incidents = incidents, .last_review = last_review}, make_casework_policy(),
                  make_calendar(), now);
}
inline Worklist list_at(Instant now, const std::vector<CaseFile>& cases) { return list_at(now, cases, {}, now); }

/// So many hours after the report of make_incident().
inline Instant after_report(int hours) { return add_hours(reported_at(), hours); }

/// What a review is told of `incident`.
inline IncidentForReview make_for_review(const Incident& incident) {
  const auto policy = make_policy();
  const auto decided = triage(incident, History{}, policy);
  return for_review(incident, decided, due_times(decided.decision, clock_starts(incident), policy, make_calendar()),
                    policy);
}

/// make_incident() with another id, recorded and reported so many hours later, changed by `change`.
template <class Change>
IncidentForReview make_for_review(const std::string& id, int hours, Change change) {
  auto incident = make_incident();
  incident.id = IncidentId{id};
  incident.recorded_at.instant = incident.reported_at.instant = after_report(hours);
  change(incident);
  return make_for_review(incident);
}
inline IncidentForReview make_for_review(const std::string& id, int hours) {
  return make_for_review(id, hours, [](Incident&) {});
}

/// What a list's items have in common, in one line: "i-1 i-2".
inline std::string ids_of(const std::vector<ReviewItem>& items) {
  std::string ids;
  for (const auto& item : items) ids += (ids.empty() ? "" : " ") + item.incident.incident.value();
  return ids;
}

/// "contact_family daily_review"
inline std::string names_of(const std::vector<OpenDuty>& duties) {
  std::string names;
  for (const auto& duty : duties) names += (names.empty() ? "" : " ") + std::string{to_string(duty.duty)};
  return names;
}

}  // namespace earlyhelp::test
