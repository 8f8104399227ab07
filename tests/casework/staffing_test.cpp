#include <earlyhelp/casework/staffing.hpp>
#include <earlyhelp/statistics/queue.hpp>

#include "support/make_staffing.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr auto not_a_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("without nights, shifts and absences the simulation agrees with the formula", "[casework]") {
  auto plan = make_plain_queue_plan(1.5, 1);
  plan.weeks = 26;
  plan.runs = 20;

  const auto estimates = simulate_staffing(plan, 2, 5, make_calendar()).value();

  for (const auto& estimate : estimates) {
    CAPTURE(estimate.practitioners);
    const auto state = queue_state({.arrival_rate = 1.5, .mean_handling_time = 1, .servers = estimate.practitioners});
    const auto in_time = 1 - state.waits.value().probability_beyond(1);
    CHECK(estimate.state == StaffingState::stable);
    // An hour of the measured weeks is lost to the change of clocks.
    CHECK(estimate.in_time_by_formula.value() == Approx(in_time).epsilon(0.001));
    CHECK(estimate.in_time.value().lower <= in_time);
    CHECK(in_time <= estimate.in_time->upper);
    CHECK(estimate.in_time->upper - estimate.in_time->lower < 0.04);
    CHECK(estimate.mean_wait_hours.value() == Approx(state.waits->mean()).epsilon(0.1));
    CHECK(estimate.utilisation.value() == Approx(state.utilisation).epsilon(0.02));
  }
}

TEST_CASE("the same seed gives the same answer, and another seed another", "[casework]") {
  auto plan = make_staffing_plan();
  const auto first = estimate_of(plan, 8);
  const auto again = simulate_staffing(plan, 3, 9, make_calendar()).value()[5];
  plan.seed = 2;
  const auto other = estimate_of(plan, 8);

  CHECK((first.in_time == again.in_time));
  CHECK(first.mean_wait_hours == again.mean_wait_hours);
  CHECK(first.families_waiting == again.families_waiting);
  CHECK(first.hours_left == again.hours_left);
  CHECK_FALSE((first.in_time == other.in_time));
}

TEST_CASE("a team without anybody at work has no share, and its families wait", "[casework]") {
  auto plan = make_staffing_plan();
  const auto nobody = estimate_of(plan, 0);
  plan.absence_share = 1;
  const auto absent = estimate_of(plan, 5);

  for (const auto& estimate : {nobody, absent}) {
    CHECK(estimate.state == StaffingState::no_capacity);
    CHECK_FALSE(estimate.in_time.has_value());
    CHECK_FALSE(estimate.mean_wait_hours.has_value());
    CHECK_FALSE(estimate.utilisation.has_value());
    CHECK(estimate.families_waiting == Approx(26 * 56).epsilon(0.05));
    CHECK(estimate.backlog_growth() == estimate.offered_hours_a_week);
  }
}

TEST_CASE("where nothing comes there is no share, and nobody waits", "[casework]") {
  auto plan = make_staffing_plan();
  plan.incidents_a_day = 0;

  const auto estimate = estimate_of(plan, 2);

  CHECK(estimate.state == StaffingState::stable);
  CHECK_FALSE(estimate.in_time.has_value());
  CHECK_FALSE(estimate.mean_wait_hours.has_value());
  CHECK(estimate.utilisation.value() == 0);
  CHECK(estimate.families_waiting == 0);
}

TEST_CASE("a team that cannot keep up has no finite wait, and says how fast its work grows", "[casework]") {
  for (const auto order : values_of<WorkOrder>) {
    auto plan = make_plain_queue_plan(2, 1);
    plan.order = order;
    const auto too_few = estimate_of(plan, 1);
    CHECK(too_few.state == StaffingState::unstable);
    CHECK_FALSE(too_few.mean_wait_hours.has_value());
    CHECK(too_few.backlog_growth() == Approx(168));
    CHECK(too_few.hours_left == Approx(168 * 8).epsilon(0.2));
    CHECK(too_few.utilisation.value() == Approx(1).epsilon(0.01));
  }
  const auto on_the_edge = estimate_of(make_plain_queue_plan(2, 1), 2);
  CHECK(on_the_edge.capacity_hours_a_week == Approx(336));
  CHECK(on_the_edge.state == StaffingState::unstable);
  CHECK(on_the_edge.backlog_growth() == Approx(0).margin(1e-9));
}

TEST_CASE("a promise that ends while nobody is at work cannot be kept by more people", "[casework]") {
  auto plan = make_staffing_plan();
  plan.first_contact = {.mean_hours = 0.001, .spread = HandlingSpread::constant};
  plan.further_work_share = 0;
  plan.absence_share = 0;
  plan.hour_weights.fill(1);
  plan.weeks = 12;

  const auto on_weekdays = estimate_of(plan, 50);
  plan.shifts.front().days = {true, true, true, true, true, true, true};
  plan.shifts.front().works_on_holidays = true;
  const auto every_day = estimate_of(plan, 50);

  // Attended on Friday from nine to Saturday at nine: first heard of on Saturday, late on Monday.
  CHECK(on_weekdays.in_time.value().mean == Approx(6.0 / 7).margin(0.03));
  CHECK(every_day.in_time.value().mean == 1);
}

TEST_CASE("a first contact that begins at the very end of the promise is in time", "[casework]") {
  auto plan = make_plain_queue_plan(1, 0.001);
  plan.review = Clock{.kind = ClockKind::clock_hours, .amount = 5};
  plan.promise.clock = {.kind = ClockKind::clock_hours, .amount = 5};

  const auto estimate = estimate_of(plan, 50);

  CHECK(estimate.in_time.value().mean == 1);
  CHECK(estimate.mean_wait_hours.value() == 5);
  plan.promise.clock.amount = 4;
  CHECK(estimate_of(plan, 50).in_time.value().mean == 0);
}

TEST_CASE("a promise from the daily review runs from when the team hears of a family", "[casework]") {
  auto plan = make_plain_queue_plan(1, 0.001);
  plan.review = Clock{.kind = ClockKind::clock_hours, .amount = 5};
  plan.promise.start = ClockStart::daily_review;

  CHECK(estimate_of(plan, 50).in_time.value().mean == 1);
  plan.promise.start = ClockStart::report;
  CHECK(estimate_of(plan, 50).in_time.value().mean == 0);
}

TEST_CASE("a plan says which of its numbers are published", "[casework]") {
  auto plan = make_staffing_plan();
  const auto published_in = [](const StaffingPlan& of) {
    std::vector<double> values;
    for (const auto& assumption : assumptions_of(of)) {
      CHECK_FALSE(assumption.source.title.empty());
      if (assumption.is_published) values.push_back(assumption.value);
    }
    return values;
  };

  CHECK(published_in(plan) == std::vector<double>{40, 0.4});
  plan.incidents_a_day = 41;
  CHECK(published_in(plan) == std::vector<double>{0.4});
  plan.hour_weights.fill(1);
  CHECK(assumptions_of(plan)[2].value == Approx(2.0 / 7));
  CHECK(assumptions_of(plan)[3].value == Approx(0.5));
}

TEST_CASE("a wait that has not ended when the run does is no mean wait", "[casework]") {
  auto plan = make_staffing_plan();
  plan.incidents_a_day = 0.1;
  plan.absence_share = 0.97;

  const auto estimate = estimate_of(plan, 1);

  CHECK(estimate.state == StaffingState::stable);
  CHECK(estimate.families_waiting > 0);
  CHECK_FALSE(estimate.mean_wait_hours.has_value());
}

TEST_CASE("capacity counts shifts as the clock on the wall and the holidays leave them", "[casework]") {
  auto plan = make_staffing_plan();
  plan.absence_share = 0;
  plan.first_day = Date{2025, 3, 31};
  plan.weeks = 4;  // with Good Friday and Easter Monday
  CHECK(estimate_of(plan, 3).capacity_hours_a_week == Approx(3 * 18 * 8 / 4.0));
  plan.shifts.front().works_on_holidays = true;
  CHECK(estimate_of(plan, 3).capacity_hours_a_week == Approx(3 * 20 * 8 / 4.0));
  plan.shifts = {Shift{}, make_shift_without_end()};
  plan.weeks = 1;
  CHECK(estimate_of(plan, 2).capacity_hours_a_week == Approx(40 + 168));
  CHECK(estimate_of(plan, 3).capacity_hours_a_week == Approx(40 + 168 + 40));
  plan.first_day = Date{2025, 3, 24};  // with the night on which the clocks go forward
  CHECK(estimate_of(plan, 2).capacity_hours_a_week == Approx(40 + 167));
}

TEST_CASE("days that the calendar does not know are not covered, where they matter", "[casework]") {
  auto plan = make_staffing_plan();
  plan.weeks = 2;
  const auto is_covered = [&](Date first) {
    plan.first_day = first;
    return simulate_staffing(plan, 1, 1, make_calendar()).has_value();
  };

  CHECK(is_covered(Date{2024, 1, 15}));  // two weeks of warm-up before
  CHECK(is_covered(Date{2024, 1, 13}));  // from 30 December, a Saturday, on which nobody works
  CHECK_FALSE(is_covered(Date{2024, 1, 12}));
  CHECK(is_covered(Date{2026, 11, 20}));  // two weeks, and four after
  CHECK_FALSE(is_covered(Date{2026, 11, 21}));
  CHECK_FALSE(is_covered(Date{1400, 1, 1}));
  CHECK_FALSE(is_covered(Date{9999, 12, 1}));
  plan.shifts = {make_shift_without_end()};
  CHECK(is_covered(Date{2030, 1, 1}));
}

TEST_CASE("a plan names what it cannot take", "[casework]") {
  const auto refuses = [](const char* member, auto change) {
    CAPTURE(member);
    auto plan = make_staffing_plan();
    change(plan);
    CHECK_THROWS_WITH(simulate_staffing(plan, 1, 2, make_calendar()), Catch::Contains(member));
    CHECK_THROWS_AS(simulate_staffing(plan, 1, 2, make_calendar()), std::invalid_argument);
  };
  refuses("weeks", [](auto& plan) { plan.weeks = 0; });
  refuses("warm_up_weeks", [](auto& plan) { plan.warm_up_weeks = -1; });
  refuses("runs", [](auto& plan) { plan.runs = 1; });
  refuses("incidents_a_day", [](auto& plan) { plan.incidents_a_day = -1; });
  refuses("incidents_a_day", [](auto& plan) { plan.incidents_a_day = not_a_number; });
  refuses("team_share", [](auto& plan) { plan.team_share = 1.1; });
  refuses("hour_weights", [](auto& plan) { plan.hour_weights.fill(0); });
  refuses("hour_weights", [](auto& plan) { plan.hour_weights[5] = -1; });
  refuses("hour_weights", [](auto& plan) { plan.hour_weights[5] = not_a_number; });
  refuses("first_contact", [](auto& plan) { plan.first_contact.mean_hours = 0; });
  refuses("first_contact", [](auto& plan) { plan.first_contact.variation = not_a_number; });
  refuses("further_work_share", [](auto& plan) { plan.further_work_share = -0.1; });
  refuses("further_work", [](auto& plan) { plan.further_work.mean_hours = not_a_number; });
  refuses("shifts", [](auto& plan) { plan.shifts.clear(); });
  refuses("shifts", [](auto& plan) { plan.shifts.front().end = plan.shifts.front().begin; });
  refuses("shifts", [](auto& plan) { plan.shifts.front().end = make_time(24, 1); });
  refuses("absence_share", [](auto& plan) { plan.absence_share = 2; });
  refuses("review", [](auto& plan) { plan.review = Clock{.kind = ClockKind::clock_hours, .amount = 0}; });
  refuses("promise", [](auto& plan) { plan.promise.clock.amount = 0; });
  refuses("promise", [](auto& plan) { plan.promise.clock.amount = 24 * 7 * 4 + 1; });
  refuses("promise", [](auto& plan) { plan.promise.start = static_cast<ClockStart>(3); });
  refuses("order", [](auto& plan) { plan.order = static_cast<WorkOrder>(2); });
  refuses("confidence", [](auto& plan) { plan.confidence = 1; });
  const auto plan = make_staffing_plan();
  CHECK_THROWS_AS(simulate_staffing(plan, -1, 2, make_calendar()), std::invalid_argument);
  CHECK_THROWS_AS(simulate_staffing(plan, 3, 2, make_calendar()), std::invalid_argument);
}
