#include <earlyhelp/casework/case_duty.hpp>
#include <earlyhelp/casework/replay.hpp>
#include <earlyhelp/policy/default_policy.hpp>
#include <iostream>

int main() {
  using namespace earlyhelp;
  const auto evening = parse_instant("2026-01-05T20:30:00Z").value();
  const PersonId victim{"p-1"};
  const WorkerId worker{"w-1"};
  const Incident incident{.id = IncidentId{"i-1"},
                          .occurred_at = evening,
                          .recorded_at = evening,
                          .victims = {{.id = victim}},
                          .suspects = {{.id = PersonId{"p-2"}}},
                          .officer_grade = RiskGrade::standard,
                          .findings = Findings::all(Answer::no)};
  const auto policy = policy_on(default_policy_book(), incident.reported_at.day).value();
  const Triaged triaged{case_decision(incident, triage(incident, History{}, policy), policy)};

  CaseFile file{.id = CaseId{"c-1"}};
  file.members = {{.person = {.id = victim}, .role = FamilyRole::victim, .recorded_at = evening.instant}};
  const auto event = [&](const std::string& id, int hours, CaseEventBody body) {
    const auto at = add_hours(evening.instant, hours);
    return CaseEvent{
        .id = CaseEventId{id}, .occurred_at = at, .recorded_at = at, .recorded_by = worker, .body = std::move(body)};
  };
  append(file, event("e-1", 1, triaged));
  append(file, event("e-2", 2, Referred{.source = ReferralSource::police, .incident = incident.id}));
  append(file, event("e-3", 3, SuitabilityDecided{.is_suitable = true}));
  append(file, event("e-4", 4, Allocated{.worker = worker, .person = victim}));

  const CaseworkPolicy casework{.zone = london()};
  const ContactAttempted text{.person = victim,
                              .mode = ContactMode::text,
                              .result = AttemptResult::message_left,
                              .channel = ChannelId{"mobile"}};
  for (const auto& broken : may(file, event("e-5", 5, text), casework)) {
    std::cout << "not allowed: " << to_string(broken.rule) << '\n';  // ask before anybody is called
  }
  const Calendar calendar{london(), Holidays{.known = Period{Date{2026, 1, 1}, Date{2026, 12, 31}}, .days = {}}};
  for (const auto& duty : duties(file, casework, calendar, add_hours(evening.instant, 6))) {
    std::cout << to_string(duty.duty) << ' ' << to_string(duty.status);
    if (duty.due) std::cout << ", due " << to_string(*duty.due);
    std::cout << '\n';
  }
}
