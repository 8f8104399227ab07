#include <earlyhelp/casework/capacity.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;

namespace {

const Date monday{2025, 6, 2};

Capacity capacity_of(int minutes_a_week, int taken = 0) {
  return capacity_on({.minutes_a_week = minutes_a_week}, taken, AllocationPolicy{}, monday);
}

}  // namespace

TEST_CASE("slots are the share of full time, rounded down", "[casework]") {
  struct Row {
    int minutes;
    int slots;
  };
  // 148 minutes a week make one slot.
  for (const auto& [minutes, slots] : std::vector<Row>{
           {148, 1}, {295, 1}, {296, 2}, {297, 2}, {1110, 7}, {2219, 14}, {2220, 15}, {2221, 15}, {10'080, 68}}) {
    CAPTURE(minutes);
    CHECK(capacity_of(minutes) == Capacity{slots, 0});
    CHECK(capacity_of(minutes).free() == slots);
  }
}

TEST_CASE("no capacity is a state of its own and never a load of 0 %", "[casework]") {
  const WorkingTime on_leave{.minutes_a_week = 2220, .absences = {Period{monday, monday}}};
  const auto absent = capacity_on(on_leave, 3, AllocationPolicy{}, monday);
  CHECK(absent.why_none() == NoCapacity::absent);
  CHECK(capacity_of(0).why_none() == NoCapacity::no_hours);
  CHECK(capacity_of(147).why_none() == NoCapacity::no_hours);
  for (const auto& capacity : {absent, capacity_of(0), capacity_of(147)}) {
    CHECK(capacity.free() == 0);
    CHECK(capacity.load() == boost::none);
  }

  CHECK(capacity_of(148).why_none() == boost::none);
  CHECK(capacity_of(148).load() == 0.0);
  CHECK(capacity_of(2220, 3).load() == 0.2);
}

TEST_CASE("an absence takes its first and its last day", "[casework]") {
  const WorkingTime time{.minutes_a_week = 2220,
                         .absences = {Period{Date{2025, 1, 1}, Date{2025, 1, 1}}, Period{monday, Date{2025, 6, 6}}}};
  const auto works_on = [&](Date day) { return !capacity_on(time, 0, AllocationPolicy{}, day).why_none(); };
  CHECK(works_on(Date{2025, 6, 1}));
  CHECK_FALSE(works_on(monday));
  CHECK_FALSE(works_on(Date{2025, 6, 6}));
  CHECK(works_on(Date{2025, 6, 7}));
}

TEST_CASE("whoever has more work than hours has nothing free, and a load above 1", "[casework]") {
  CHECK(capacity_of(2220, 14).free() == 1);
  CHECK(capacity_of(2220, 15).free() == 0);
  CHECK(capacity_of(2220, 15).load() == 1.0);
  CHECK(capacity_of(2220, 30).free() == 0);
  CHECK(capacity_of(2220, 30).load() == 2.0);
}

TEST_CASE("hours and slots that cannot be are refused", "[casework]") {
  CHECK_THROWS_WITH(capacity_of(-1), "WorkingTime: -1 minutes a week; needs 0 to 10080");
  CHECK_THROWS_AS(capacity_of(10'081), std::invalid_argument);
  CHECK_THROWS_WITH(capacity_of(2220, -1), "Capacity: -1 slots taken; needs 0 or more");
  CHECK_THROWS_AS(capacity_of(0, -1), std::invalid_argument);
  CHECK_THROWS_WITH((Capacity{0, 0}), "Capacity: 0 slots; needs 1 or more");
  CHECK_THROWS_AS((Capacity{1, -1}), std::invalid_argument);
}

TEST_CASE("a policy of allocation needs numbers of 1 or more", "[casework]") {
  CHECK(check(AllocationPolicy{}).empty());
  CHECK(check(AllocationPolicy{.full_time_minutes = 1, .full_time_slots = 1}).empty());
  const std::vector<Issue> both{{"full_time_minutes", "0; has to be 1 or more"},
                                {"full_time_slots", "-2; has to be 1 or more"}};
  CHECK((check(AllocationPolicy{.full_time_minutes = 0, .full_time_slots = -2}) == both));
  const AllocationPolicy many{.full_time_minutes = 1, .full_time_slots = std::numeric_limits<int>::max()};
  CHECK(capacity_on({.minutes_a_week = 10'080}, 0, many, monday).free() == std::numeric_limits<int>::max());
}
