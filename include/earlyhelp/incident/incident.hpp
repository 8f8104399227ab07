#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/incident/checklist.hpp>
#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/incident/judgement.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/people/definition.hpp>
#include <earlyhelp/people/family.hpp>
#include <earlyhelp/people/person.hpp>

#include <boost/optional/optional.hpp>

#include <vector>

namespace earlyhelp {

/// One incident to which the police were called, as it was recorded. What is not known stays none or unknown.
///
/// Local days are the days as written: the day of the incident is `occurred_at.day`, and all ages are of that day.
struct Incident {
  IncidentId id;
  WrittenInstant occurred_at;
  WrittenInstant recorded_at;
  WrittenInstant reported_at = recorded_at;
  boost::optional<WrittenInstant> attended_at = {};  ///< none: not known to have been attended
  std::vector<Person> victims;
  std::vector<Person> suspects;
  boost::optional<EnumSet<Behaviour>> behaviours = {};  ///< none: not known; an empty set: none was found
  boost::optional<RiskGrade> officer_grade = {};
  boost::optional<Judgement> judgement = {};
  boost::optional<Checklist> checklist = {};
  Findings findings = Findings::all(Answer::unknown);
  bool history_known = false;  ///< whether earlier records of the people could be searched
  Family family = {};          ///< relationships and children; silence is unknown

  friend bool operator==(const Incident&, const Incident&) = default;
};

}  // namespace earlyhelp
