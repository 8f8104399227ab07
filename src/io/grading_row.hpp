#pragma once

#include "row_member.hpp"

#include <earlyhelp/incident/checklist.hpp>
#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/incident/judgement.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/people/definition.hpp>

namespace earlyhelp::io {

/// "standard", "medium" or "high".
template <class Value>
RiskGrade grade_of(Value& value);
/// {"grade", "by", "reason"?}.
template <class Value>
Judgement judgement_of(Value& value);
/// {"instrument", "version", "answers": {factor: answer}} or {"instrument", "version", "yes_count",
/// "unanswered_count"}.
template <class Value>
Checklist checklist_of(Value& value);
/// {finding: "y" | "n" | "u"}; what is not named is unknown.
template <class Value>
Findings findings_of(Value& value);
/// [behaviour ...].
template <class Value>
EnumSet<Behaviour> behaviours_of(Value& value);

}  // namespace earlyhelp::io
