#include <earlyhelp/casework/case_decision.hpp>

#include "triage/duty_clocks.hpp"

#include <earlyhelp/triage/triage.hpp>

#include <algorithm>

namespace earlyhelp {
namespace {

Decision decide(const std::vector<Facts>& pairs, const Policy& policy) {
  std::vector<Decision> decisions;
  decisions.reserve(pairs.size());
  for (const auto& facts : pairs) decisions.push_back(triage(facts, policy));
  return join(decisions);
}

/// On the panel by the facts alone, with the lowest grade that a person could give.
bool meets_marac_criteria(std::vector<Facts> pairs, const Policy& policy) {
  for (auto& facts : pairs) {
    facts.officer_grade = RiskGrade::standard;
    facts.judgement = boost::none;
  }
  return decide(pairs, policy).known.route == Route::high_risk_panel;
}

std::vector<DutyTerm> terms_of(const Decision& decision, const Policy& policy) {
  std::vector<DutyTerm> terms;
  for_each_clock_of(decision, policy, [&](Duty duty, Parameter within) {
    terms.push_back({.duty = duty, .clock = policy.clock(within)});
  });
  return terms;
}

CaseDecision keep(const Decision& decision, const IncidentId& incident, const ClockStarts& starts,
                  const std::vector<Facts>& facts, const Policy& policy) {
  return {.incident = incident,
          .policy = policy.stamp(),
          .grade = decision.known.grade,
          .route = decision.known.route,
          .duties = decision.known.duties,
          .suitability = decision.suitability,
          .is_provisional = decision.provisional,
          .meets_marac_criteria = meets_marac_criteria(facts, policy),
          .starts = starts,
          .daily_review = policy.clock(Parameter::daily_review_at),
          .terms = terms_of(decision, policy),
          .facts = facts};
}

}  // namespace

CaseDecision case_decision(const Incident& incident, const IncidentDecision& decision, const Policy& policy) {
  std::vector<Facts> facts;
  facts.reserve(decision.pairs.size());
  for (const auto& pair : decision.pairs) facts.push_back(pair.facts);
  return keep(decision.decision, incident.id, clock_starts(incident), facts, policy);
}

CaseDecision regraded(const CaseDecision& decision, RiskGrade grade, Instant at, const Policy& policy) {
  auto facts = decision.facts;
  for (auto& pair : facts) pair.judgement = std::max(pair.judgement, boost::make_optional(grade));
  const ClockStarts starts{.reported_at = at, .attended_at = boost::none};
  return keep(decide(facts, policy), decision.incident, starts, facts, policy);
}

}  // namespace earlyhelp
