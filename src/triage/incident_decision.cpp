#include <earlyhelp/triage/incident_decision.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "policy/covered_duties.hpp"
#include "triage/suitability.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace earlyhelp {
namespace {

Duties without_covered(Duties duties, Route route) noexcept {
  for (const auto& cover : covers) {
    if (duties.contains(cover.by)) duties.erase(cover.covered);
  }
  return route == Route::high_risk_panel ? duties - covered_by_panel : duties;
}

Outcome join(const Outcome& a, const Outcome& b) noexcept {
  const auto route = std::max(a.route, b.route);
  return {.grade = std::max(a.grade, b.grade),  // none is below every grade
          .route = route,
          .duties = without_covered(a.duties | b.duties, route),
          .reasons = a.reasons | b.reasons};
}

}  // namespace

Facts facts_of(const Incident& incident, const Parties& parties, const HistoryFacts& history) {
  return {.definition = incident_definition(incident, parties),
          .officer_grade = incident.officer_grade,
          .judgement = effective_judgement(incident.judgement, incident.officer_grade),
          .checklist = checklist_facts(incident.checklist),
          .findings = incident_findings(incident, parties),
          .history = history,
          .children = incident_children(incident, parties),
          .reported_on = incident.reported_at.day};
}

Decision join(std::span<const Decision> decisions) noexcept {
  assert(!decisions.empty());
  auto joined = decisions.front();
  for (const auto& decision : decisions.subspan(1)) {
    joined.known = join(joined.known, decision.known);
    joined.if_unknowns_yes = join(joined.if_unknowns_yes, decision.if_unknowns_yes);
    joined.provisional = joined.provisional || decision.provisional;
    joined.ask_next |= decision.ask_next;
  }
  joined.suitability = suitability(joined.known.route, joined.provisional);
  return joined;
}

std::vector<PairReason> IncidentDecision::reasons() const {
  std::vector<PairReason> all;
  for (const auto rule : decision.known.reasons) {
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
      if (pairs[pair].decision.known.reasons.contains(rule)) all.push_back({.rule = rule, .pair = pair});
    }
  }
  return all;
}

IncidentDecision triage(const Incident& incident, const History& history, const Policy& policy) {
  auto all = pairs(incident);
  auto found = issues(incident, all);
  std::vector<PairDecision> decided;
  decided.reserve(all.size());
  const HistoryWindows windows{.escalation_months = policy.number(Parameter::escalation_window),
                               .marac_repeat_months = policy.number(Parameter::marac_repeat_window)};
  for (auto& parties : all) {
    const auto before = history.before(incident, parties, windows);
    if (before.roles_reversed) found.insert(IncidentIssue::conflicting_roles);
    const auto facts = facts_of(incident, parties, before.facts);
    decided.push_back({.parties = std::move(parties), .facts = facts, .decision = triage(facts, policy)});
  }
  assert(!decided.empty());
  auto joined = decided.front().decision;
  for (const auto& pair : std::span{decided}.subspan(1)) joined = join(std::array{joined, pair.decision});
  return {.decision = joined, .pairs = std::move(decided), .issues = found};
}

ClockStarts clock_starts(const Incident& incident) noexcept {
  boost::optional<Instant> attended;
  if (incident.attended_at) attended = incident.attended_at->instant;
  return {.reported_at = incident.reported_at.instant, .attended_at = attended};
}

}  // namespace earlyhelp
