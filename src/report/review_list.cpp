#include <earlyhelp/report/review_list.hpp>

#include <boost/date_time/posix_time/posix_time_types.hpp>

#include <algorithm>
#include <tuple>

namespace earlyhelp {
namespace {

/// The grade to go by: what it could be when nobody has graded.
RiskGrade grade_at_most(const Decision& decision) noexcept {
  return decision.known.grade.value_or(decision.if_unknowns_yes.grade.value_or(RiskGrade::high));
}

boost::optional<Instant> earliest_due(const DueTimes& times) noexcept {
  boost::optional<Instant> earliest;
  for (const auto duty : times.duties) {
    const auto due = times[duty];
    if (due && (!earliest || *due < *earliest)) earliest = due;
  }
  return earliest;
}

}  // namespace

IncidentForReview for_review(const Incident& incident, const IncidentDecision& decided, const DueTimes& due,
                             const Policy& policy) {
  IncidentForReview review{.incident = incident.id,
                           .recorded_at = incident.recorded_at.instant,
                           .decision = decided.decision,
                           .due = due,
                           .issues = decided.issues};
  for (const auto index : decided.decision.known.reasons) review.reasons.push_back(policy.rule(index).id);
  return review;
}

bool is_graver(const IncidentForReview& a, const IncidentForReview& b) {
  if (a.decision.known.route != b.decision.known.route) return a.decision.known.route > b.decision.known.route;
  const auto grade_of_a = grade_at_most(a.decision);
  const auto grade_of_b = grade_at_most(b.decision);
  if (grade_of_a != grade_of_b) return grade_of_a > grade_of_b;
  const auto due_of_a = earliest_due(a.due);
  const auto due_of_b = earliest_due(b.due);
  if (due_of_a && due_of_b && *due_of_a != *due_of_b) return *due_of_a < *due_of_b;
  if (due_of_a.has_value() != due_of_b.has_value()) return due_of_a.has_value();
  return a.incident < b.incident;
}

boost::optional<Instant> last_daily_review(Clock clock, const TimeZone& zone, Instant now) {
  if (clock.kind != ClockKind::daily_at || !is_possible(clock)) return {};
  const boost::posix_time::minutes time_of_day{clock.amount};
  const auto today = zone.civil(now).day;
  auto day = today + Days{1};
  boost::optional<Instant> review;
  while (!review || *review >= now) {
    day = day - Days{1};
    review = zone.resolve(day, time_of_day).first;
  }
  return review;
}

}  // namespace earlyhelp
