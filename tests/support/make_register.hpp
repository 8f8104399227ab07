#pragma once

#include <earlyhelp/incident/past_record.hpp>
#include <earlyhelp/indicators/case_register.hpp>
#include <earlyhelp/indicators/measurement.hpp>

#include "support/make_case.hpp"

#include <string>
#include <utility>
#include <vector>

namespace earlyhelp::test {

/// The instant that `text` writes; of a day alone, its noon in UTC.
inline Instant moment(const std::string& text) { return make_instant(text.size() == 10 ? text + "T12:00:00Z" : text); }

/// A case of the family `name`: "anna-victim", "anna-suspect", "anna-child". What happens is written day by day.
struct FamilyLog {
  std::string name;
  CaseFile file;

  explicit FamilyLog(const std::string& family, const std::string& case_id = {})
      : name{family}, file{.id = CaseId{case_id.empty() ? family : case_id}} {
    add_member(victim(), FamilyRole::victim);
    add_member(suspect(), FamilyRole::perpetrator);
    add_member(child(), FamilyRole::child);
  }
  PersonId victim() const { return PersonId{name + "-victim"}; }
  PersonId suspect() const { return PersonId{name + "-suspect"}; }
  PersonId child() const { return PersonId{name + "-child"}; }

  void add_member(const PersonId& id, FamilyRole role, const std::string& recorded_at = "2020-01-01") {
    file.members.push_back({.person = {.id = id}, .role = role, .recorded_at = moment(recorded_at)});
  }
  /// Recorded when it occurred.
  FamilyLog& add(const std::string& occurred_at, CaseEventBody body) {
    return add(occurred_at, std::move(body), occurred_at);
  }
  FamilyLog& add(const std::string& occurred_at, CaseEventBody body, const std::string& recorded_at) {
    file.events.push_back({.id = next_id(),
                           .occurred_at = moment(occurred_at),
                           .recorded_at = moment(recorded_at),
                           .recorded_by = worker,
                           .body = std::move(body)});
    return *this;
  }
  FamilyLog& referred(const std::string& at, ReferralSource source = ReferralSource::police) {
    return add(at, Referred{.source = source});
  }
  FamilyLog& spoken_with(const std::string& at) {
    return add(at, ContactMade{.person = victim(), .mode = ContactMode::visit});
  }
  FamilyLog& closed(const std::string& at, ClosingReason why = ClosingReason::no_more_needed) {
    return add(at, Closed{.reason = why});
  }
  /// Takes back the event that was added last.
  FamilyLog& withdraw(const std::string& at) {
    return add(at, Withdrawn{.event = file.events.back().id, .reason = reason});
  }
  CaseEventId next_id() const { return CaseEventId{"e" + std::to_string(100 + file.events.size())}; }
};

/// The decision of make_triaged() about another incident, reported and attended at `at`.
inline Triaged make_decided(const std::string& incident, const std::string& at,
                            boost::optional<RiskGrade> grade = RiskGrade::standard) {
  auto decision = make_triaged().decision();
  decision.incident = IncidentId{incident};
  decision.starts = {.reported_at = moment(at), .attended_at = moment(at)};
  decision.grade = grade;
  return Triaged{std::move(decision)};
}

/// A practitioner grades the incident of make_triaged() so.
inline RiskReassessed make_reassessed(RiskGrade grade) {
  return {.grade = grade, .reason = reason, .decision = make_triaged()};
}

/// A domestic incident between the two of a family, on `day` and recorded at its noon.
inline PastIncident make_callout(const std::string& id, const FamilyLog& family, const std::string& day) {
  return {.id = IncidentId{id},
          .occurred_at = {.instant = moment(day), .day = parse_date(day.substr(0, 10)).value()},
          .recorded_at = moment(day),
          .victim = family.victim(),
          .suspect = family.suspect(),
          .definition = Definition::domestic_abuse};
}

inline CaseRecord make_record(const FamilyLog& log, const std::string& cut_off) {
  return case_record(log.file, make_casework_policy(), make_calendar(), moment(cut_off));
}

inline CaseRegister make_register(const std::vector<CaseFile>& cases, const std::string& cut_off,
                                  const std::vector<PastIncident>& callouts = {}) {
  return CaseRegister{cases, callouts, make_casework_policy(), make_calendar(), moment(cut_off)};
}
inline CaseRegister make_register(const std::vector<FamilyLog>& logs, const std::string& cut_off,
                                  const std::vector<PastIncident>& callouts = {}) {
  std::vector<CaseFile> cases;
  for (const auto& log : logs) cases.push_back(log.file);
  return make_register(cases, cut_off, callouts);
}

inline Period the_year() { return {Date{2025, 1, 1}, Date{2025, 12, 31}}; }

/// Where the subjects that are counted stand: "numerator 2, pending 1", in the order of Standing.
inline std::string standings_of(const Measurement& measurement) {
  std::string text;
  for (const auto standing : values_of<Standing>) {
    const auto count = measurement.count(standing);
    if (count == 0) continue;
    text += (text.empty() ? "" : ", ") + std::string{to_string(standing)} + " " + std::to_string(count);
  }
  return text;
}

}  // namespace earlyhelp::test
