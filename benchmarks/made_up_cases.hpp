#pragma once

#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/incident/parties.hpp>
#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/triage/incident_decision.hpp>

#include <malloc.h>

#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace earlyhelp {

/// What the heap holds.
inline std::size_t allocated_bytes() {
  const auto now = ::mallinfo2();
  return now.uordblks + now.hblkhd;
}

/// Makes the usual case: referred, decided, allocated, reached after an attempt or two, helped and closed.
class CaseMaker {
 public:
  explicit CaseMaker(const Policy& policy) : policy_{policy} {}

  /// What the police recorded of the families so far.
  const std::vector<PastIncident>& callouts() const noexcept { return callouts_; }

  CaseFile next() {
    const auto number = std::to_string(++number_);
    const auto reported = Instant{Date{2026, 1, 5}, boost::posix_time::minutes{below(525'600)}};
    const PersonId victim{"v" + number};
    const PersonId suspect{"s" + number};
    const PersonId child{"c" + number};
    CaseFile file{.id = CaseId{"case" + number}};
    const auto add_member = [&](const PersonId& id, Date born, FamilyRole role) {
      file.members.push_back({.person = {.id = id, .born = born}, .role = role, .recorded_at = reported});
    };
    add_member(victim, Date{1990, 3, 1}, FamilyRole::victim);
    add_member(suspect, Date{1988, 3, 1}, FamilyRole::perpetrator);
    add_member(child, Date{2016, 3, 1}, FamilyRole::child);
    int at = 0;
    const auto add = [&](CaseEventBody body) {
      const auto then = add_hours(reported, at += 1 + below(5));
      file.events.push_back({.id = CaseEventId{"e" + std::to_string(++event_)},
                             .occurred_at = then,
                             .recorded_at = then,
                             .recorded_by = WorkerId{"w" + std::to_string(below(8))},
                             .body = std::move(body)});
    };
    const WorkerId worker{"w" + std::to_string(below(4))};
    const ChannelId channel{"t" + number};
    add(triaged("i" + number, reported, victim, suspect));
    add(Referred{.source = ReferralSource::police, .incident = IncidentId{"i" + number}});
    add(DailyReviewed{.grade = RiskGrade::standard, .contact_by = worker});
    add(SuitabilityDecided{.is_suitable = true});
    add(Allocated{.worker = worker, .person = victim});
    for (int i = below(3); i > 0; --i) {
      add(ContactAttempted{.person = victim, .mode = ContactMode::visit, .result = AttemptResult::no_answer});
    }
    add(ContactMade{.person = victim, .mode = ContactMode::phone, .channel = channel});
    add(ChannelConfirmed{.person = victim, .channel = channel, .safety = ChannelSafety::safe});
    add(ConsentStated{.person = victim, .consent = Consent::given});
    add(NeedIdentified{.person = victim, .need = Need::parenting});
    add(Intervention{.person = victim, .kind = InterventionKind::advice});
    add(ChildSupportOffered{.child = child});
    add(Closed{.reason = ClosingReason::no_more_needed});
    file.events.shrink_to_fit();
    return file;
  }

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

  Triaged triaged(const std::string& id, Instant reported, const PersonId& victim, const PersonId& suspect) {
    const WrittenInstant written{.instant = reported, .day = reported.utc().date()};
    Incident incident{.id = IncidentId{id},
                      .occurred_at = written,
                      .recorded_at = written,
                      .victims = {{.id = victim, .born = Date{1990, 3, 1}}},
                      .suspects = {{.id = suspect, .born = Date{1988, 3, 1}}},
                      .officer_grade = RiskGrade::standard};
    incident.findings = Findings::all(Answer::no);
    for (auto& callout : past_incidents(incident)) callouts_.push_back(std::move(callout));
    if (below(5) == 0) incident.findings.set(Finding::coercive_control, Answer::yes);
    return Triaged{case_decision(incident, triage(incident, History{}, policy_), policy_)};
  }

  const Policy& policy_;
  std::mt19937 random_{7};
  std::vector<PastIncident> callouts_;
  int number_ = 0;
  int event_ = 0;
};

}  // namespace earlyhelp
