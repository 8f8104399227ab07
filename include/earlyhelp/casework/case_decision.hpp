#pragma once

#include <earlyhelp/id.hpp>
#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/policy/duty.hpp>
#include <earlyhelp/policy/parameter.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/policy/route.hpp>
#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/due_times.hpp>
#include <earlyhelp/triage/facts.hpp>
#include <earlyhelp/triage/incident_decision.hpp>

#include <boost/optional/optional.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace earlyhelp {

/// How long a duty may take. A duty may have several; whichever ends first counts.
struct DutyTerm {
  Duty duty;
  DutyClock clock;

  friend bool operator==(const DutyTerm&, const DutyTerm&) = default;
};

/// What a case file keeps of the decision on an incident: enough to know who has to do what by when, whichever policy
/// is in force later.
struct CaseDecision {
  IncidentId incident;
  PolicyStamp policy;
  boost::optional<RiskGrade> grade;  ///< none: nobody has graded
  Route route;
  Duties duties;
  Suitability suitability;
  bool is_provisional;
  bool meets_marac_criteria;  ///< on the high risk panel whatever grade anybody gave: nobody may lower that
  ClockStarts starts;
  DutyClock daily_review;       ///< what the clocks that start at it count from
  std::vector<DutyTerm> terms;  ///< of all duties
  std::vector<Facts> facts;     ///< of each pair, for the day on which somebody grades it higher

  friend bool operator==(const CaseDecision&, const CaseDecision&) = default;
};

/// What to keep of `decision`, made by `policy` about `incident`.
///
/// Source: default triage policy, sections 3 to 6; that the MARAC criteria are not lowered: SafeLives, MARAC referral
/// criteria.
CaseDecision case_decision(const Incident& incident, const IncidentDecision& decision, const Policy& policy);

/// What `decision` becomes when a professional grades the incident `grade` at `at`: the same facts, decided again with
/// that judgement; the clocks of its duties start at `at`. Under the policy that decided before it is never less.
///
/// Requires: `policy` is the one of the day of `at`.
CaseDecision regraded(const CaseDecision& decision, RiskGrade grade, Instant at, const Policy& policy);

/// A decision as an event of a case file.
class Triaged {
 public:
  explicit Triaged(CaseDecision decision) : decision_{std::make_shared<const CaseDecision>(std::move(decision))} {}

  const CaseDecision& decision() const noexcept { return *decision_; }

  friend bool operator==(const Triaged& a, const Triaged& b) { return *a.decision_ == *b.decision_; }

 private:
  std::shared_ptr<const CaseDecision> decision_;  // large and never changed: copies of a case file share it
};

}  // namespace earlyhelp
