#pragma once

#include <earlyhelp/casework/staffing.hpp>

#include "make_calendar.hpp"
#include "policy.hpp"

#include <boost/optional/optional.hpp>

#include <vector>

namespace earlyhelp {

/// A plan of few weeks and runs.
inline StaffingPlan make_staffing_plan() {
  auto plan = staffing_plan(test::make_policy(), Date{2025, 1, 6});
  plan.weeks = 6;
  plan.warm_up_weeks = 2;
  plan.runs = 4;
  return plan;
}

/// Every hour of every day.
inline Shift make_shift_without_end() {
  return {.days = {true, true, true, true, true, true, true},
          .begin = make_time(0),
          .end = make_time(24),
          .works_on_holidays = true};
}

/// What the model M/M/c knows: no night, shift, absence or review, one piece of work, and a promise of an hour.
inline StaffingPlan make_plain_queue_plan(double families_an_hour, double mean_hours) {
  auto plan = make_staffing_plan();
  plan.incidents_a_day = families_an_hour * 24;
  plan.team_share = 1;
  plan.hour_weights.fill(1);
  plan.first_contact = {.mean_hours = mean_hours, .spread = HandlingSpread::exponential};
  plan.further_work_share = 0;
  plan.shifts = {make_shift_without_end()};
  plan.absence_share = 0;
  plan.review = {};
  plan.promise.clock = {.kind = ClockKind::clock_hours, .amount = 1};
  return plan;
}

/// The answer for one size of team.
inline StaffingEstimate estimate_of(const StaffingPlan& plan, int practitioners) {
  return simulate_staffing(plan, practitioners, practitioners, make_calendar()).value().front();
}

}  // namespace earlyhelp
