#pragma once

#include <earlyhelp/calendar/clock.hpp>
#include <earlyhelp/calendar/time_zone.hpp>
#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/incident/incident_issue.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/rule.hpp>
#include <earlyhelp/triage/incident_decision.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// An incident as the daily review is told of it.
struct IncidentForReview {
  IncidentId incident;
  Instant recorded_at;
  Decision decision;  ///< as known, and as it would be if every unknown were a yes; what to ask next
  DueTimes due;
  std::vector<RuleId> reasons = {};  ///< of the decision as known, in the order of the rules
  EnumSet<IncidentIssue> issues = {};

  friend bool operator==(const IncidentForReview&, const IncidentForReview&) = default;
};

/// What a daily review is told of `incident`, on which `policy` decided.
IncidentForReview for_review(const Incident& incident, const IncidentDecision& decided, const DueTimes& due,
                             const Policy& policy);

/// Why an incident stands on the list of a daily review.
enum class ReviewStanding : std::uint8_t {
  since_last,        ///< recorded after the last review
  already_reviewed,  ///< the same, and a case file says that it was reviewed in the meantime
  late,              ///< recorded by the last review, which nobody has recorded for it: it does not fall out silently
};

template <>
struct Names<ReviewStanding> {
  static constexpr std::array<std::string_view, 3> ids = {"since_last", "already_reviewed", "late"};
};

/// An incident of a daily review.
struct ReviewItem {
  IncidentForReview incident;
  ReviewStanding standing;
  std::vector<CaseId> cases = {};  ///< that have a duty for it, by id; empty: no case was opened for it

  friend bool operator==(const ReviewItem&, const ReviewItem&) = default;
};

/// Whether `a` comes before `b` in a daily review, gravest first: by route as known; then by grade, where one that
/// nobody has graded counts as what it would be if every unknown were a yes, because not graded never means safe; then
/// whichever has the earliest duty, those without any due time last; then by id.
bool is_graver(const IncidentForReview& a, const IncidentForReview& b);

/// The daily review before `now`, when there is one every day at the local time of `clock`; at the very time of a
/// review, the one of the day before.
///
/// None:   `clock` is no time of day.
/// Throws: std::out_of_range when `now` is outside the years 1401 to 9998.
boost::optional<Instant> last_daily_review(Clock clock, const TimeZone& zone, Instant now);

}  // namespace earlyhelp
