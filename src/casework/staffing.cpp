#include <earlyhelp/casework/staffing.hpp>

#include "check_plan.hpp"
#include "demand.hpp"
#include "presence.hpp"
#include "team_run.hpp"

#include <earlyhelp/statistics/queue.hpp>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace earlyhelp {
namespace {

constexpr double seconds_in_an_hour = 3600;

double hours(double seconds) { return seconds / seconds_in_an_hour; }
double hours(Seconds seconds) { return hours(static_cast<double>(seconds)); }

/// What one team did in all runs so far.
struct Tally {
  std::vector<double> shares = {};  ///< of families in time, for each run with a family
  double families = 0;
  double never_contacted = 0;
  double waited = 0;
  double waiting = 0;
  double left = 0;
  double worked = 0;
  double present = 0;
};

void count(Tally& tally, const TeamRun& run, Seconds present) {
  const auto families = static_cast<double>(run.families);
  if (run.families > 0) tally.shares.push_back(static_cast<double>(run.in_time) / families);
  tally.families += families;
  tally.never_contacted += static_cast<double>(run.never_contacted);
  tally.waited += run.waited;
  tally.waiting += static_cast<double>(run.waiting);
  tally.left += static_cast<double>(run.left);
  tally.worked += static_cast<double>(run.worked);
  tally.present += static_cast<double>(present);
}

/// When each shift ought to be at work. None: not covered.
boost::optional<std::vector<std::vector<Stretch>>> rosters_of(const StaffingPlan& plan, const StaffingSpan& span,
                                                              const Calendar& calendar) {
  std::vector<std::vector<Stretch>> rosters;
  for (const auto& shift : plan.shifts) {
    auto one = roster(shift, span, calendar);
    if (!one) return {};
    rosters.push_back(std::move(*one));
  }
  return rosters;
}

/// One run, for every size of team in turn; each has the practitioners of the one before.
bool run_teams(const StaffingPlan& plan, int run, int least, const std::vector<std::vector<Stretch>>& rosters,
               const StaffingSpan& span, const Calendar& calendar, std::vector<Tally>& tallies) {
  const auto families = families_of_run(plan, run, span, calendar);
  if (!families) return false;
  std::vector<PresenceStep> steps;
  Seconds present = 0;
  auto practitioners = 0;
  const auto grow_to = [&](int size) {
    for (; practitioners < size; ++practitioners) {
      const auto& shift = rosters[static_cast<std::size_t>(practitioners) % rosters.size()];
      const auto stretches = without_absences(shift, plan, run, practitioners);
      present += measured(stretches, span);
      add_presence(steps, stretches);
    }
  };
  for (auto& tally : tallies) {
    grow_to(least++);
    count(tally, run_team(*families, steps, plan.order, span), present);
  }
  return true;
}

double capacity_a_week(const StaffingPlan& plan, int practitioners, const std::vector<std::vector<Stretch>>& rosters,
                       const StaffingSpan& span) {
  Seconds sum = 0;
  for (auto i = 0; i < practitioners; ++i) {
    sum += measured(rosters[static_cast<std::size_t>(i) % rosters.size()], span);
  }
  return hours(sum) * (1 - plan.absence_share) / plan.weeks;
}

StaffingState state_of(double offered, double capacity) {
  if (capacity <= 0) return StaffingState::no_capacity;
  return offered < capacity ? StaffingState::stable : StaffingState::unstable;
}

/// Student's interval knows nothing of the bounds of a share.
boost::optional<MeanInterval> share_interval(const std::vector<double>& shares, double confidence) {
  auto interval = mean_interval(shares, confidence);
  if (interval) {
    interval->lower = std::max(0.0, interval->lower);
    interval->upper = std::min(1.0, interval->upper);
  }
  return interval;
}

/// P(wait <= promise) of M/M/c, in hours at work of one practitioner: behind all that goes before a first contact.
/// None: unless stable. Requires: capacity > 0.
boost::optional<double> in_time_by_formula(const StaffingPlan& plan, int practitioners, double capacity,
                                           double promise) {
  constexpr auto week = static_cast<double>(hours_in_a_week);
  const auto hours_at_work = capacity / practitioners;  // of one, in a week
  const auto before = plan.order == WorkOrder::contacts_first ? plan.first_contact.mean_hours : expected_hours(plan);
  const auto state = queue_state(
      {.arrival_rate = families_a_week(plan) / hours_at_work, .mean_handling_time = before, .servers = practitioners});
  if (!state.is_stable()) return {};
  return 1 - state.waits->probability_beyond(hours(promise) * hours_at_work / week);
}

StaffingEstimate estimate(const Tally& tally, int practitioners, double offered, double capacity, double promise,
                          const StaffingPlan& plan) {
  StaffingEstimate estimate{.practitioners = practitioners,
                            .state = state_of(offered, capacity),
                            .offered_hours_a_week = offered,
                            .capacity_hours_a_week = capacity};
  estimate.families_waiting = tally.waiting / plan.runs;
  estimate.hours_left = hours(tally.left) / plan.runs;
  if (estimate.state == StaffingState::no_capacity) return estimate;
  estimate.in_time = share_interval(tally.shares, plan.confidence);
  if (estimate.state == StaffingState::stable) {
    estimate.in_time_by_formula = in_time_by_formula(plan, practitioners, capacity, promise);
  }
  if (tally.present > 0) estimate.utilisation = tally.worked / tally.present;
  if (estimate.state == StaffingState::stable && tally.families > 0 && tally.never_contacted == 0) {
    estimate.mean_wait_hours = hours(tally.waited) / tally.families;
  }
  return estimate;
}

/// Whether every date that a run can touch exists.
bool has_room(Date first_day) {
  constexpr auto first_year = 1600;
  constexpr auto last_year = 9800;
  return first_day.year() >= first_year && first_day.year() <= last_year;
}

/// Whether the last measured families have until the end of the run, or it is not known. No later family's promise ends
/// before that of an earlier one.
///
/// Throws: std::invalid_argument when they have not.
bool is_promise_covered(const StaffingPlan& plan, const StaffingSpan& span, const Calendar& calendar) {
  const auto times = times_of(plan, span.measured_until, calendar);
  if (times && times->due > span.end) {
    throw std::invalid_argument{"StaffingPlan: needs a promise of at most four weeks"};
  }
  return times.has_value();
}

}  // namespace

boost::optional<std::vector<StaffingEstimate>> simulate_staffing(const StaffingPlan& plan, int least, int most,
                                                                 const Calendar& calendar) {
  check_plan(plan);
  constexpr auto most_practitioners = 10'000;
  if (least < 0 || most < least || most > most_practitioners) {
    throw std::invalid_argument{"simulate_staffing: needs 0 <= least <= most <= 10000"};
  }
  if (!has_room(plan.first_day)) return {};
  const auto span = span_of(plan, calendar);
  const auto rosters = rosters_of(plan, span, calendar);
  if (!rosters || !is_promise_covered(plan, span, calendar)) return {};
  const auto promise = mean_promise(plan, span, calendar);
  if (!promise) return {};

  std::vector<Tally> tallies(static_cast<std::size_t>(most - least) + 1);
  for (auto run = 0; run < plan.runs; ++run) {
    if (!run_teams(plan, run, least, *rosters, span, calendar, tallies)) return {};
  }
  std::vector<StaffingEstimate> estimates;
  const auto offered = families_a_week(plan) * expected_hours(plan);
  for (auto practitioners = least; practitioners <= most; ++practitioners) {
    estimates.push_back(estimate(tallies[estimates.size()], practitioners, offered,
                                 capacity_a_week(plan, practitioners, *rosters, span), *promise, plan));
  }
  return estimates;
}

}  // namespace earlyhelp
