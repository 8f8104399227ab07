#pragma once

#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/casework/case_rule.hpp>
#include <earlyhelp/casework/case_state.hpp>
#include <earlyhelp/casework/casework_policy.hpp>

#include <boost/optional/optional.hpp>

#include <vector>

namespace earlyhelp {

/// What a case file comes to.
struct CaseReplay {
  CaseState state;
  std::vector<Violation> violations;  ///< in the order of the events, then of the rules

  friend bool operator==(const CaseReplay&, const CaseReplay&) = default;
};

/// Goes through the events of `case_file` in the order in which they occurred (then were recorded, then by id), so that
/// it does not matter in which order they arrived. What happened has happened: an event that breaks a rule counts all
/// the same, and the rule is named. Withdrawn events do not count.
CaseReplay replay(const CaseFile& case_file, const CaseworkPolicy& policy);

/// The rules that would be broken if `event` were kept in `case_file` too, by it or by what occurred after it: what a
/// front end asks before it records, and before anybody is called.
///
/// Requires: event_fault() has no objection.
std::vector<Violation> may(const CaseFile& case_file, const CaseEvent& event, const CaseworkPolicy& policy);

/// The rule that forbids an event of `kind` while a case has come to `status`. None: it may happen then.
boost::optional<CaseRule> forbidden_by(EventKind kind, CaseStatus status) noexcept;

}  // namespace earlyhelp
