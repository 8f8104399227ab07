#pragma once

#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/casework/case_rule.hpp>
#include <earlyhelp/casework/case_state.hpp>
#include <earlyhelp/casework/casework_policy.hpp>

#include <vector>

namespace earlyhelp {

/// One event, and the case as it stood before.
struct CaseStep {
  const CaseFile& case_file;
  const CaseState& before;
  const CaseEvent& event;
  const CaseworkPolicy& policy;
};

using BrokenRules = EnumSet<CaseRule>;

/// The rules that the event of `step` breaks, but for those of contact and for withdrawals.
BrokenRules broken_rules(const CaseStep& step);

/// The rules of contact that it breaks.
BrokenRules broken_contact_rules(const CaseStep& step);

/// `state` after `event`. Broken rules do not matter: what happened has happened.
void apply(const CaseEvent& event, const CaseworkPolicy& policy, CaseState& state);

}  // namespace earlyhelp
