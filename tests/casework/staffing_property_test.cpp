#include <earlyhelp/casework/staffing.hpp>

#include "support/make_staffing.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <random>

using namespace earlyhelp;

namespace {

/// Any team and any work, over few weeks.
StaffingPlan random_plan(std::uint64_t seed) {
  std::mt19937_64 random{seed};
  const auto below = [&](std::uint64_t n) { return static_cast<int>(random() % n); };
  auto plan = make_staffing_plan();
  plan.seed = random();
  plan.weeks = 3;
  plan.runs = 2;
  plan.first_day += Days{below(500)};
  plan.incidents_a_day = 1 + below(40);
  plan.first_contact.spread = values_of<HandlingSpread>[static_cast<std::size_t>(below(3))];
  plan.first_contact.mean_hours = 0.1 * (1 + below(20));
  plan.further_work.mean_hours = 0.5 * (1 + below(20));
  plan.further_work.variation = 0.5 * below(5);
  plan.further_work_share = 0.25 * below(5);
  plan.absence_share = 0.1 * below(10);
  plan.order = values_of<WorkOrder>[static_cast<std::size_t>(below(2))];
  plan.promise.clock.amount = 1 + below(96);
  if (below(2) == 0) plan.review = boost::none;
  if (below(2) == 0)
    plan.shifts.push_back({.days = {false, false, true, true, true, true, true}, .end = make_time(24)});
  if (below(3) == 0) plan.shifts.push_back(make_shift_without_end());
  return plan;
}

}  // namespace

TEST_CASE("with the same families and absences, one more practitioner never makes fewer in time", "[casework]") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    const auto plan = random_plan(seed);
    const auto estimates = simulate_staffing(plan, 0, 14, make_calendar()).value();

    for (std::size_t i = 1; i < estimates.size(); ++i) {
      CAPTURE(seed, i);
      const auto& fewer = estimates[i - 1];
      const auto& more = estimates[i];
      if (fewer.in_time) CHECK(fewer.in_time->mean <= more.in_time.value().mean);
      CHECK(more.families_waiting <= fewer.families_waiting);
      CHECK(more.hours_left <= fewer.hours_left);
      CHECK(static_cast<int>(fewer.state) <= static_cast<int>(more.state));
      if (fewer.mean_wait_hours) CHECK(more.mean_wait_hours.value() <= *fewer.mean_wait_hours);
    }
  }
}

TEST_CASE("first contacts before other work never make fewer in time", "[casework]") {
  for (std::uint64_t seed = 300; seed < 330; ++seed) {
    auto plan = random_plan(seed);
    plan.order = WorkOrder::contacts_first;
    const auto contacts_first = simulate_staffing(plan, 1, 6, make_calendar()).value();
    plan.order = WorkOrder::case_by_case;
    const auto case_by_case = simulate_staffing(plan, 1, 6, make_calendar()).value();

    for (std::size_t i = 0; i < contacts_first.size(); ++i) {
      CAPTURE(seed, i);
      if (!contacts_first[i].in_time) continue;
      CHECK(contacts_first[i].in_time->mean >= case_by_case[i].in_time.value().mean);
      CHECK(contacts_first[i].families_waiting <= case_by_case[i].families_waiting);
    }
  }
}

TEST_CASE("what is asked of a simulation alone is what it says among others", "[casework]") {
  for (std::uint64_t seed = 100; seed < 110; ++seed) {
    const auto plan = random_plan(seed);
    const auto among_others = simulate_staffing(plan, 2, 6, make_calendar()).value()[2];
    const auto alone = estimate_of(plan, 4);

    CAPTURE(seed);
    CHECK((alone.in_time == among_others.in_time));
    CHECK(alone.hours_left == among_others.hours_left);
    CHECK(alone.capacity_hours_a_week == among_others.capacity_hours_a_week);
  }
}

TEST_CASE("a share and its interval stay shares, and a wait is given by a stable team alone", "[casework]") {
  for (std::uint64_t seed = 200; seed < 230; ++seed) {
    const auto estimates = simulate_staffing(random_plan(seed), 0, 8, make_calendar()).value();
    for (const auto& estimate : estimates) {
      CAPTURE(seed, estimate.practitioners);
      CHECK(estimate.in_time.has_value() == (estimate.state != StaffingState::no_capacity));
      if (estimate.in_time) {
        CHECK(0 <= estimate.in_time->lower);
        CHECK(estimate.in_time->lower <= estimate.in_time->mean);
        CHECK(estimate.in_time->mean <= estimate.in_time->upper);
        CHECK(estimate.in_time->upper <= 1);
      }
      if (estimate.utilisation) CHECK((0 <= *estimate.utilisation && *estimate.utilisation <= 1));
      if (estimate.mean_wait_hours) CHECK(estimate.state == StaffingState::stable);
    }
  }
}
