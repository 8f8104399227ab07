#include "../../src/casework/demand.hpp"

#include "support/make_staffing.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

using namespace earlyhelp;

namespace {

std::vector<FamilyWork> families_of(const StaffingPlan& plan, int run = 0) {
  const auto calendar = make_calendar();
  return families_of_run(plan, run, span_of(plan, calendar), calendar).value();
}

CivilTime wall_time(Seconds moment) {
  static const auto zone = london();
  return zone.civil(instant_of(moment));
}
CivilTime attended_at(const FamilyWork& family) { return wall_time(family.attended); }

}  // namespace

TEST_CASE("incidents are attended at the local hours that have weight, in winter and in summer", "[casework]") {
  auto plan = make_staffing_plan();
  plan.first_day = Date{2025, 3, 17};
  plan.hour_weights.fill(0);
  plan.hour_weights[4 * 24 + 23] = 1;
  plan.hour_weights[6 * 24 + 2] = 3;

  const auto families = families_of(plan);

  std::size_t on_friday = 0;
  for (const auto& family : families) {
    const auto at = attended_at(family);
    const auto is_friday = weekday_of(at.day) == 4;
    CHECK(at.since_midnight.hours() == (is_friday ? 23 : 2));
    CHECK((is_friday || weekday_of(at.day) == 6));
    on_friday += is_friday ? 1 : 0;
  }
  CHECK(families.size() == Approx(26 * 7 * 12).epsilon(0.05));
  CHECK(on_friday == Approx(static_cast<double>(families.size()) / 4).epsilon(0.1));
}

TEST_CASE("under the default hours more is attended at night and at the weekend than on a weekday morning",
          "[casework]") {
  auto plan = make_staffing_plan();
  plan.weeks = 40;
  const auto families = families_of(plan);
  const auto share = [&](auto is_counted) {
    return static_cast<double>(std::count_if(families.begin(), families.end(), is_counted)) /
           static_cast<double>(families.size());
  };

  const auto weights = default_hour_weights();
  CHECK(families.size() == Approx(26 * 7 * 46).epsilon(0.02));
  CHECK(share([](const auto& family) { return weekday_of(attended_at(family).day) > 4; }) > 2.0 / 7 * 1.1);
  CHECK(share([](const auto& family) { return attended_at(family).since_midnight >= make_time(18); }) > 0.25 * 1.3);
  CHECK(*std::min_element(weights.begin(), weights.end()) > 0);
}

TEST_CASE("a family is known at the review after its attendance, and due from its attendance", "[casework]") {
  const auto plan = make_staffing_plan();

  const auto families = families_of(plan);

  for (const auto& family : families) {
    CHECK(family.due - family.attended == 48 * 3600);
    CHECK(family.known > family.attended);
    CHECK(wall_time(family.known).since_midnight == make_time(9));
    CHECK(family.known - family.attended <= 25 * 3600);
    CHECK(family.contact >= 1);
  }
  CHECK(std::is_sorted(families.begin(), families.end(),
                       [](const auto& a, const auto& b) { return a.attended < b.attended; }));
}

TEST_CASE("so many families have further work, and each run has families of its own", "[casework]") {
  auto plan = make_staffing_plan();
  plan.weeks = 40;

  const auto families = families_of(plan);

  auto further = 0.0;
  auto contact = 0.0;
  auto hours = 0.0;
  for (const auto& family : families) {
    if (family.further > 0) ++further;
    contact += static_cast<double>(family.contact) / 3600;
    hours += static_cast<double>(family.further) / 3600;
  }
  const auto all = static_cast<double>(families.size());
  CHECK(further / all == Approx(0.4).margin(0.02));
  CHECK(contact / all == Approx(0.5).epsilon(0.05));
  CHECK(hours / all == Approx(1.2).epsilon(0.08));
  CHECK(expected_hours(plan) == Approx(1.7));
  CHECK(families_of(plan, 1).front().attended != families.front().attended);
}
