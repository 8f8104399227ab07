#pragma once

#include <earlyhelp/id.hpp>
#include <earlyhelp/incident/risk_grade.hpp>

#include <boost/optional/optional.hpp>

namespace earlyhelp {

/// A professional's own grade of an incident: who gave it, and where the reason is written down.
struct Judgement {
  RiskGrade grade;
  WorkerId by;
  boost::optional<ReasonId> reason;  ///< none: no reason was given, and the judgement has no effect

  friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// The grade by which `judgement` counts beside the officer's. A judgement may only raise.
///
/// None: when there is no judgement, when it has no reason, and when it is lower than the officer's grade; equal
///       counts. The last two are raised as issues.
boost::optional<RiskGrade> effective_judgement(const boost::optional<Judgement>& judgement,
                                               boost::optional<RiskGrade> officer_grade) noexcept;

}  // namespace earlyhelp
