#include "demand.hpp"

#include "draw.hpp"

#include <earlyhelp/calendar/due.hpp>

#include <algorithm>
#include <numeric>

namespace earlyhelp {
namespace {

constexpr double seconds_in_an_hour = 3600;

/// Work takes a second at least, so that whoever begins it is seen to.
Seconds work(double hours) { return std::max<Seconds>(1, std::llround(hours * seconds_in_an_hour)); }

std::size_t hour_of_week(Seconds moment, const TimeZone& zone) {
  const auto civil = zone.civil(instant_of(moment));
  return weekday_of(civil.day) * 24 + static_cast<std::size_t>(civil.since_midnight.hours());
}

/// When incidents of the team's share are attended: candidates at the rate of the busiest hour, of which each hour
/// keeps its share.
std::vector<Seconds> attendances(const StaffingPlan& plan, Draw draw, const StaffingSpan& span, const TimeZone& zone) {
  std::vector<Seconds> moments;
  const auto sum = std::accumulate(plan.hour_weights.begin(), plan.hour_weights.end(), 0.0);
  const auto busiest = *std::max_element(plan.hour_weights.begin(), plan.hour_weights.end());
  const auto busiest_rate = families_a_week(plan) * busiest / sum;  // families an hour
  if (busiest_rate <= 0) return moments;

  const auto length = static_cast<double>(span.end - span.begin);
  for (auto at = 0.0;;) {
    at += draw.exponential(seconds_in_an_hour / busiest_rate);
    if (at >= length) return moments;
    const auto moment = span.begin + static_cast<Seconds>(at);
    if (draw.happens(plan.hour_weights[hour_of_week(moment, zone)] / busiest)) moments.push_back(moment);
  }
}

}  // namespace

double expected_hours(const StaffingPlan& plan) noexcept {
  return plan.first_contact.mean_hours + plan.further_work_share * plan.further_work.mean_hours;
}

double families_a_week(const StaffingPlan& plan) noexcept { return plan.incidents_a_day * plan.team_share * 7; }

boost::optional<FamilyTimes> times_of(const StaffingPlan& plan, Seconds attended, const Calendar& calendar) {
  const auto start = instant_of(attended);
  const auto known = plan.review ? due_by(*plan.review, start, calendar) : start;
  if (!known) return {};
  const auto due =
      due_by(plan.promise.clock, plan.promise.start == ClockStart::daily_review ? *known : start, calendar);
  if (!due) return {};
  return FamilyTimes{.known = seconds_of(*known), .due = seconds_of(*due)};
}

boost::optional<double> mean_promise(const StaffingPlan& plan, const StaffingSpan& span, const Calendar& calendar) {
  auto sum = 0.0;
  auto weights = 0.0;
  for (std::size_t hour = 0; hour < hours_in_a_week; ++hour) {
    const auto attended = span.measured_from + static_cast<Seconds>(hour) * Seconds{3600};
    const auto times = times_of(plan, attended, calendar);
    if (!times) return {};
    const auto weight = plan.hour_weights[hour_of_week(attended, calendar.zone())];
    sum += weight * static_cast<double>(times->due - attended);
    weights += weight;
  }
  return sum / weights;
}

boost::optional<std::vector<FamilyWork>> families_of_run(const StaffingPlan& plan, int run, const StaffingSpan& span,
                                                         const Calendar& calendar) {
  const auto stream = static_cast<std::uint64_t>(run);
  const auto moments = attendances(plan, Draw{plan.seed, stream, 0}, span, calendar.zone());
  Draw draw{plan.seed, stream, 1};
  std::vector<FamilyWork> families;
  families.reserve(moments.size());
  for (const auto moment : moments) {
    const auto times = times_of(plan, moment, calendar);
    if (!times) return {};
    const auto contact = work(draw.hours(plan.first_contact));
    const auto needs_more = draw.happens(plan.further_work_share);
    const auto further = work(draw.hours(plan.further_work));
    families.push_back({.attended = moment,
                        .known = times->known,
                        .due = times->due,
                        .contact = contact,
                        .further = needs_more ? further : 0});
  }
  return families;
}

}  // namespace earlyhelp
