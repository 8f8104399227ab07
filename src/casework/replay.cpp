#include <earlyhelp/casework/replay.hpp>

#include "casework/case_step.hpp"
#include "casework/effective_events.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

CaseState initial_state(const CaseFile& case_file) {
  CaseState state;
  state.people.reserve(case_file.members.size());
  for (const auto& member : case_file.members) {
    state.people.push_back({.person = member.person.id, .role = member.role});
  }
  return state;
}

}  // namespace

CaseReplay replay(const CaseFile& case_file, const CaseworkPolicy& policy) {
  const EffectiveEvents events{case_file};
  CaseReplay replay{.state = initial_state(case_file), .violations = {}};
  for (const auto* event : events.in_order()) {
    if (events.is_withdrawn(event)) continue;
    const CaseStep step{.case_file = case_file, .before = replay.state, .event = *event, .policy = policy};
    auto broken = broken_rules(step) | broken_contact_rules(step);
    if (events.is_idle_withdrawal(event)) broken.insert(CaseRule::withdraws_an_event);
    for (const auto rule : broken) replay.violations.push_back({.event = event->id, .rule = rule});
    apply(*event, policy, replay.state);
  }
  return replay;
}

std::vector<Violation> may(const CaseFile& case_file, const CaseEvent& event, const CaseworkPolicy& policy) {
  auto with = case_file;
  append(with, event);
  auto violations = replay(with, policy).violations;
  for (const auto& before : replay(case_file, policy).violations) {
    const auto same = std::find(violations.begin(), violations.end(), before);
    if (same != violations.end()) violations.erase(same);
  }
  return violations;
}

}  // namespace earlyhelp
