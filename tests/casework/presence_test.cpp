#include "../../src/casework/presence.hpp"

#include "support/make_staffing.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

using namespace earlyhelp;

namespace {

std::vector<Stretch> roster_of(const StaffingPlan& plan, const Shift& shift) {
  const auto calendar = make_calendar();
  return roster(shift, span_of(plan, calendar), calendar).value();
}

}  // namespace

TEST_CASE("a shift begins and ends by the clock on the wall", "[casework]") {
  auto plan = make_staffing_plan();
  plan.first_day = Date{2025, 3, 24};
  plan.warm_up_weeks = 0;
  plan.weeks = 1;

  const auto office = roster_of(plan, Shift{});
  const auto whole_days = roster_of(plan, make_shift_without_end());

  CHECK(instant_of(office[4].begin) == make_instant("2025-03-28T09:00:00Z"));
  CHECK(instant_of(office[5].begin) == make_instant("2025-03-31T08:00:00Z"));
  CHECK(instant_of(office[5].end) == make_instant("2025-03-31T16:00:00Z"));
  CHECK(whole_days[6].end - whole_days[6].begin == 23 * 3600);
  CHECK(whole_days[6].end == whole_days[7].begin);
}

TEST_CASE("each practitioner is absent on days of their own, the same in every team", "[casework]") {
  auto plan = make_staffing_plan();
  plan.weeks = 40;
  const auto all = roster_of(plan, Shift{});
  const auto begins_of = [&](int run, int practitioner) {
    std::vector<Seconds> begins;
    for (const auto& stretch : without_absences(all, plan, run, practitioner)) begins.push_back(stretch.begin);
    return begins;
  };

  CHECK(begins_of(0, 0) == begins_of(0, 0));
  CHECK(begins_of(0, 0) != begins_of(0, 1));
  CHECK(begins_of(0, 0) != begins_of(1, 0));
  auto present = 0.0;
  for (auto practitioner = 0; practitioner < 20; ++practitioner) {
    present += static_cast<double>(begins_of(0, practitioner).size());
  }
  CHECK(present / 20 == Approx(0.8 * static_cast<double>(all.size())).epsilon(0.02));
}

TEST_CASE("steps add up to who is at work, and there is one for each moment", "[casework]") {
  const std::vector<Stretch> early{{.begin = 10, .end = 20}, {.begin = 20, .end = 30}};
  const std::vector<Stretch> late{{.begin = 15, .end = 30}};
  std::vector<PresenceStep> steps;

  add_presence(steps, {});
  CHECK(steps.empty());
  add_presence(steps, early);
  add_presence(steps, late);

  std::vector<std::pair<Seconds, int>> present;
  auto number = 0;
  for (const auto& step : steps) present.emplace_back(step.at, number += step.change);
  CHECK(present == std::vector<std::pair<Seconds, int>>{{10, 1}, {15, 2}, {20, 2}, {30, 0}});
}
