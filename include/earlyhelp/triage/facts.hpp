#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/incident/checklist.hpp>
#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/incident/history_facts.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/people/children_facts.hpp>
#include <earlyhelp/people/definition.hpp>

#include <boost/optional/optional.hpp>

namespace earlyhelp {

/// Everything that a decision on one incident between one victim and one suspect turns on, beside the policy.
///
/// Every member is required: a fact that was forgotten does not compile. Facts that contradict each other are decided
/// as they stand.
///
/// Source: default triage policy, section 1.
struct Facts {
  Definition definition;
  boost::optional<RiskGrade> officer_grade;  ///< none: the attending officer gave no grade
  boost::optional<RiskGrade> judgement;      ///< a professional's uplift; none: there is none
  ChecklistFacts checklist;
  Findings findings;
  HistoryFacts history;
  ChildrenFacts children;
  Date reported_on;  ///< local date of the report

  friend bool operator==(const Facts&, const Facts&) = default;
};

}  // namespace earlyhelp
