#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/triage/explain.hpp>
#include <earlyhelp/triage/incident_decision.hpp>
#include <iostream>

int main() {
  using namespace earlyhelp;
  const auto evening = parse_instant("2026-01-05T20:30:00Z").value();
  const Incident incident{.id = IncidentId{"i-1"},
                          .occurred_at = evening,
                          .recorded_at = evening,
                          .victims = {{.id = PersonId{"p-1"}, .born = Date{1990, 2, 1}}},
                          .suspects = {{.id = PersonId{"p-2"}}},
                          .officer_grade = RiskGrade::standard};
  const auto policy = policy_on(default_policy_book(), incident.reported_at.day).value();
  const auto decided = triage(incident, History{}, policy);  // History{}: no earlier records
  std::cout << "route " << to_string(decided.decision.known.route) << '\n';
  for (const auto& pair : decided.pairs) {
    for (const auto& reason : explain(pair.decision, pair.facts, policy).reasons) std::cout << reason.sentence << '\n';
  }
}
