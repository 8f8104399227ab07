#pragma once

#include <earlyhelp/casework/case_decision.hpp>
#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/casework/casework_policy.hpp>
#include <earlyhelp/casework/replay.hpp>
#include <earlyhelp/triage/incident_decision.hpp>

#include "support/make_calendar.hpp"
#include "support/make_incident.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"

#include <string>
#include <utility>

namespace earlyhelp::test {

inline const PersonId victim{"victim"};
inline const PersonId suspect{"suspect"};
inline const PersonId child{"child"};
inline const PersonId aunt{"aunt"};
inline const WorkerId worker{"worker"};
inline const WorkerId other_worker{"other-worker"};
inline const WorkerId manager{"manager"};
inline const ReasonId reason{"reason-1"};
inline const ChannelId channel{"channel"};
inline const IncidentId first_incident{"i-1"};

inline const CaseworkPolicy& make_casework_policy() {
  static const CaseworkPolicy policy{.zone = london()};
  return policy;
}

/// The report of make_incident(): Sunday 1 June 2025, 23:00 in London.
inline Instant reported_at() { return make_incident().reported_at.instant; }

/// What is decided about make_incident(), graded standard, when `change` was made to it.
template <class Change>
Triaged make_triaged(Change change) {
  auto incident = make_incident();
  incident.officer_grade = RiskGrade::standard;
  change(incident);
  const auto policy = make_policy();
  return Triaged{case_decision(incident, triage(incident, History{}, policy), policy)};
}
inline Triaged make_triaged() {
  return make_triaged([](Incident&) {});
}

/// A case of four people whose events are written one after the other, so many hours after the report of the incident.
struct CaseLog {
  CaseFile file{.id = CaseId{"case-1"}};

  CaseLog() {
    const auto add_member = [&](Person person, FamilyRole role) {
      file.members.push_back({.person = std::move(person), .role = role, .recorded_at = reported_at()});
    };
    add_member(make_adult("victim"), FamilyRole::victim);
    add_member(make_adult("suspect"), FamilyRole::perpetrator);
    add_member({.id = child, .born = Date{2015, 1, 1}}, FamilyRole::child);
    add_member(make_adult("aunt"), FamilyRole::other);
  }

  CaseEvent event(double hours, CaseEventBody body, const WorkerId& by = worker) const {
    const auto at = Instant::of_microseconds(reported_at().microseconds() + static_cast<std::int64_t>(hours * 3.6e9));
    return {.id = CaseEventId{"e" + std::to_string(100 + file.events.size())},
            .occurred_at = at,
            .recorded_at = at,
            .recorded_by = by,
            .body = std::move(body)};
  }
  CaseEventId add(double hours, CaseEventBody body, const WorkerId& by = worker) {
    auto next = event(hours, std::move(body), by);
    const auto id = next.id;
    append(file, std::move(next));
    return id;
  }
  /// The rules that the next event would break, in their order: "mode_permitted channel_safe".
  std::string broken(double hours, CaseEventBody body, const WorkerId& by = worker,
                     const CaseworkPolicy& policy = make_casework_policy()) const {
    const auto next = event(hours, std::move(body), by);
    std::string rules;
    for (const auto& [id, rule] : may(file, next, policy)) {
      rules += (rules.empty() ? "" : " ") + std::string{to_string(rule)} + (id == next.id ? "" : " (of another)");
    }
    return rules;
  }
};

/// A case that has come to `status` by the usual way, hour by hour from the report on; contact is made in its 10th
/// hour.
inline CaseLog make_case(CaseStatus status) {
  CaseLog log;
  if (status == CaseStatus::not_referred) return log;
  log.add(1, Referred{.source = ReferralSource::police, .incident = first_incident});
  log.add(2, make_triaged());
  if (status == CaseStatus::referred) return log;
  log.add(3, SuitabilityDecided{.is_suitable = status != CaseStatus::not_suitable});
  if (status == CaseStatus::suitable || status == CaseStatus::not_suitable) return log;
  log.add(4, Allocated{.worker = worker, .person = victim});
  log.add(5, Allocated{.worker = worker, .person = child});
  log.add(6, Allocated{.worker = other_worker, .person = suspect});
  if (status == CaseStatus::allocated) return log;
  log.add(7, ChannelConfirmed{.person = victim, .channel = channel, .safety = ChannelSafety::safe});
  log.add(10, ContactMade{.person = victim, .mode = ContactMode::phone, .channel = channel});
  if (status == CaseStatus::closed) log.add(11, Closed{.reason = ClosingReason::advice_only});
  return log;
}

}  // namespace earlyhelp::test
