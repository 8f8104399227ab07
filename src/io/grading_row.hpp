#pragma once

#include "row_value.hpp"

#include <earlyhelp/incident/checklist.hpp>
#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/incident/judgement.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/people/definition.hpp>

namespace earlyhelp::io {

/// "standard", "medium" or "high".
RiskGrade grade_of(JsonRow& value);
/// {"grade", "by", "reason"?}.
Judgement judgement_of(JsonRow& value);
/// {"instrument", "version", "answers": {factor: answer}} or {"instrument", "version", "yes_count",
/// "unanswered_count"}.
Checklist checklist_of(JsonRow& value);
/// {finding: "y" | "n" | "u"}; what is not named is unknown.
Findings findings_of(JsonRow& value);
/// [behaviour ...].
EnumSet<Behaviour> behaviours_of(JsonRow& value);

}  // namespace earlyhelp::io
