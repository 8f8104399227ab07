#include <earlyhelp/outcomes/attendance_change.hpp>

#include "outcomes/missed_share.hpp"
#include "statistics/argument.hpp"

#include <stdexcept>

namespace earlyhelp {
namespace {

constexpr std::int64_t hundredths_in_whole = 10'000;

struct Missed {
  Proportion before;
  Proportion after;
};

void require_terms(const AttendanceWindow& window) {
  if (window.terms.empty()) throw std::invalid_argument{"terms: needs at least one"};
  for (const auto term : window.terms) {
    if (!is_declared(term)) throw std::invalid_argument{"terms: needs autumn, spring or summer"};
  }
}

void require_rule(const AttendanceRule& rule) {
  require_argument(rule.least_possible >= 1, "least_possible", "1 or more", rule.least_possible);
  if (rule.least_missed_percent) require_percent("least_missed_percent", *rule.least_missed_percent);
  if (const auto* points = std::get_if<ByPoints>(&rule.improvement)) {
    require_argument(points->hundredths >= 1 && points->hundredths <= hundredths_in_whole, "hundredths", "1 to 10,000",
                     points->hundredths);
  }
  if (const auto* leaving = std::get_if<ByLeavingPersistence>(&rule.improvement)) {
    require_percent("persistent_percent", leaving->persistent_percent);
  }
}

/// How much less was missed, over both totals. Requires: both are of somebody.
std::int64_t fall(const Missed& missed) {
  return missed.before.count * missed.after.total - missed.after.count * missed.before.total;
}

/// 1 for better, -1 for worse.
int direction(const ByPoints& points, const Missed& missed) {
  const auto least = points.hundredths * missed.before.total * missed.after.total;
  const auto change = hundredths_in_whole * fall(missed);
  return static_cast<int>(change >= least) - static_cast<int>(-change >= least);
}
int direction(const ByLeavingPersistence& leaving, const Missed& missed) {
  return static_cast<int>(is_at_least(missed.before, leaving.persistent_percent)) -
         static_cast<int>(is_at_least(missed.after, leaving.persistent_percent));
}

EnumSet<NoAttendanceChange> reasons_against(const AttendanceWindow& before, const AttendanceWindow& after,
                                            const Missed& missed, const AttendanceRule& rule) {
  EnumSet<NoAttendanceChange> reasons;
  if (!(before.terms == after.terms)) reasons.insert(NoAttendanceChange::other_terms);
  if (after.school_year <= before.school_year) reasons.insert(NoAttendanceChange::not_a_later_year);
  if (missed.before.total < rule.least_possible) reasons.insert(NoAttendanceChange::too_short_before);
  if (missed.after.total < rule.least_possible) reasons.insert(NoAttendanceChange::too_short_after);
  const auto least_missed = rule.least_missed_percent;
  if (least_missed && !is_at_least(missed.before, *least_missed)) reasons.insert(NoAttendanceChange::missed_too_little);
  return reasons;
}

}  // namespace

AttendanceChange attendance_change(const AttendanceWindow& before, const AttendanceWindow& after,
                                   const AttendanceRule& rule) {
  require_terms(before);
  require_terms(after);
  require_rule(rule);
  const Missed both{.before = missed(before.sessions), .after = missed(after.sessions)};
  AttendanceChange change{.verdict = {}, .why_not = reasons_against(before, after, both, rule), .points = {}};
  if (!change.why_not.empty()) return change;
  const auto way = std::visit([&](const auto& by) { return direction(by, both); }, rule.improvement);
  change.verdict = way > 0 ? AttendanceVerdict::improved : way < 0 ? AttendanceVerdict::worse : AttendanceVerdict::same;
  change.points = 100 * static_cast<double>(fall(both)) / static_cast<double>(both.before.total * both.after.total);
  return change;
}

}  // namespace earlyhelp
