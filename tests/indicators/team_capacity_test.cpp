#include <earlyhelp/indicators/team_capacity.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>
#include <vector>

using namespace earlyhelp;

namespace {

const OpenCases open_cases_of_three{.caseloads = {{.worker = WorkerId{"ann"}, .cases = 10},
                                                  {.worker = WorkerId{"bea"}, .cases = 9},
                                                  {.worker = WorkerId{"eve"}, .cases = 2}},
                                    .open = 20,
                                    .waiting = 1};

TeamMember member(const char* id, int minutes, std::vector<Period> absences = {}) {
  return {.worker = WorkerId{id}, .time = {.minutes_a_week = minutes, .absences = std::move(absences)}};
}

constexpr int full_time = 37 * 60;

}  // namespace

TEST_CASE("a team's capacity is that of those who work", "[indicators]") {
  const Date day{2026, 1, 5};
  const std::vector<TeamMember> team = {member("ann", full_time), member("bea", full_time / 2),
                                        member("cat", full_time, {Period{day, day}}), member("dot", 0)};
  const auto capacity = team_capacity(open_cases_of_three, team, {}, day);
  CHECK(capacity.slots == 15 + 7);
  CHECK(capacity.taken == 10 + 9);
  CHECK(capacity.free == 5);  // two too many of one leave no room with another
  CHECK(capacity.load().value() == Approx(19.0 / 22));
  CHECK(capacity.not_of_team == std::vector{WorkerId{"eve"}});
  REQUIRE(capacity.members.size() == 4);
  CHECK(capacity.members[1].capacity.load().value() == Approx(9.0 / 7));
  CHECK(capacity.members[2].capacity.why_none() == NoCapacity::absent);
  CHECK(capacity.members[3].capacity.why_none() == NoCapacity::no_hours);

  const auto the_day_after = team_capacity(open_cases_of_three, team, {}, day + Days{1});
  CHECK(the_day_after.free == 5 + 15);
  CHECK(team_capacity(open_cases_of_three, team, {}, day, 2).taken == 2 * 19);
}

TEST_CASE("a team of nobody has no load", "[indicators]") {
  const auto capacity = team_capacity(open_cases_of_three, {}, {}, Date{2026, 1, 5});
  CHECK_FALSE(capacity.load());
  CHECK(capacity.not_of_team.size() == 3);
}

TEST_CASE("a team in which somebody is twice has no capacity", "[indicators]") {
  const std::vector<TeamMember> twice = {member("ann", full_time), member("ann", full_time)};
  const Date day{2026, 1, 5};
  CHECK_THROWS_WITH(team_capacity({}, twice, {}, day), Catch::Contains("ann is twice"));
  CHECK_THROWS_AS(team_capacity({}, {}, {}, day, 0), std::invalid_argument);
  CHECK_THROWS_AS(team_capacity({}, {}, {}, day, 1001), std::invalid_argument);
  const std::vector<TeamMember> no_week = {member("ann", -1)};
  CHECK_THROWS_AS(team_capacity({}, no_week, {}, day), std::invalid_argument);
}
