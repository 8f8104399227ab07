#pragma once

#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/casework/casework_policy.hpp>
#include <earlyhelp/date.hpp>

#include <boost/optional/optional.hpp>

namespace earlyhelp {

/// That somebody has to look whether a case is still to be kept. Nothing is ever deleted by itself.
struct RetentionReview {
  Date last_event;  ///< the local day of what happened last
  Date due_on;
  int years;  ///< that the policy keeps such a case from then on

  friend bool operator==(const RetentionReview&, const RetentionReview&) = default;
};

/// Whether the keeping of `case_file` is to be reviewed by `day`: so many years after the last thing that happened,
/// more when the risk was ever graded high. What happens later starts them again.
///
/// None: not yet, or nothing has happened.
/// Source: College of Policing, review, retention and disposal (6 years at least; 10 for serious violence, not
/// verified).
boost::optional<RetentionReview> retention_review(const CaseFile& case_file, const CaseworkPolicy& policy, Date day);

/// `case_file` without what leads to `person`: another id in every place, no birth date or age, other ids for the
/// channels that reach them and the households that they live in. Replay, duties and every count stay as they are.
///
/// Where a rule turns on the age of the person it stays.
///
/// Requires: check(policy) has no objection.
CaseFile redact(const CaseFile& case_file, const PersonId& person, const CaseworkPolicy& policy);

}  // namespace earlyhelp
