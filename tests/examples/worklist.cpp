#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/report/worklist.hpp>
#include <iostream>

int main() {
  using namespace earlyhelp;
  const auto evening = parse_instant("2026-01-05T20:30:00Z").value();
  const Incident incident{.id = IncidentId{"i-1"},
                          .occurred_at = evening,
                          .recorded_at = evening,
                          .victims = {{.id = PersonId{"p-1"}}},
                          .suspects = {{.id = PersonId{"p-2"}}},
                          .officer_grade = RiskGrade::medium};
  const auto policy = policy_on(default_policy_book(), incident.reported_at.day).value();
  const Calendar calendar{london(), Holidays{.known = Period{Date{2026, 1, 1}, Date{2026, 12, 31}}, .days = {}}};
  const auto decided = triage(incident, History{}, policy);
  const auto due = due_times(decided.decision, clock_starts(incident), policy, calendar);

  CaseFile file{.id = CaseId{"c-1"}};
  const auto at = add_hours(evening.instant, 1);
  append(file, {.id = CaseEventId{"e-1"},
                .occurred_at = at,
                .recorded_at = at,
                .recorded_by = WorkerId{"w-1"},
                .body = Triaged{case_decision(incident, decided, policy)}});

  const std::vector<CaseFile> cases{file};
  const std::vector<IncidentForReview> incidents{for_review(incident, decided, due, policy)};
  const auto now = parse_instant("2026-01-06T08:00:00Z")->instant;
  const Clock nine{.kind = ClockKind::daily_at, .amount = 9 * 60};
  const auto last_review = last_daily_review(nine, calendar.zone(), now).value();
  const auto list = worklist({.cases = cases, .incidents = incidents, .last_review = last_review},
                             CaseworkPolicy{.zone = london()}, calendar, now);
  for (const auto& [told, standing, of] : list.daily_review) {
    std::cout << told.incident.value() << ' ' << to_string(told.decision.known.route) << '\n';
    for (const auto unknown : told.decision.ask_next) std::cout << "  ask: " << to_string(unknown) << '\n';
  }
  for (const auto& duty : list.due_today) {
    std::cout << to_string(duty.duty) << " of " << duty.in_case.value() << " is due " << to_string(*duty.due) << '\n';
  }
}
