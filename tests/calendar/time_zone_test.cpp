#include <earlyhelp/calendar/time_zone.hpp>

#include "support/make_calendar.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <tuple>

using namespace earlyhelp;

namespace {

std::string wall(const TimeZone& zone, const std::string& utc) {
  const auto civil = zone.civil(make_instant(utc));
  return to_string(Instant{civil.day, civil.since_midnight});
}

}  // namespace

TEST_CASE("London goes forward at 01:00 UTC on the last Sunday of March and back on that of October", "[time_zone]") {
  const auto [utc, on_the_wall] = GENERATE(table<std::string, std::string>({
      {"2025-03-30T00:59:59.999999Z", "2025-03-30T00:59:59.999999Z"},
      {"2025-03-30T01:00:00Z", "2025-03-30T02:00:00Z"},
      {"2025-03-30T01:00:00.000001Z", "2025-03-30T02:00:00.000001Z"},
      {"2025-10-26T00:59:59.999999Z", "2025-10-26T01:59:59.999999Z"},
      {"2025-10-26T01:00:00Z", "2025-10-26T01:00:00Z"},
      {"2025-10-26T01:00:00.000001Z", "2025-10-26T01:00:00.000001Z"},
      {"2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z"},
      {"2025-06-30T23:00:00Z", "2025-07-01T00:00:00Z"},
      {"2025-12-31T23:59:59Z", "2025-12-31T23:59:59Z"},
  }));
  CAPTURE(utc);
  CHECK(wall(london(), utc) == on_the_wall);
}

TEST_CASE("a civil time says how far it is from UTC", "[time_zone]") {
  const auto summer = london().civil(make_instant("2025-07-01T11:30:00Z"));
  CHECK(summer == CivilTime{.day = Date{2025, 7, 1}, .since_midnight = make_time(12, 30), .offset = make_time(1)});
  CHECK(TimeZone{"CST6CDT,M3.2.0,M11.1.0"}.civil(make_instant("2022-01-01T05:59:00Z")) ==
        CivilTime{.day = Date{2021, 12, 31}, .since_midnight = make_time(23, 59), .offset = -make_time(6)});
}

TEST_CASE("a wall time in the spring gap never comes: first is later by the gap", "[time_zone]") {
  const auto zone = london();
  const auto [time, kind, first, second] = GENERATE(table<Duration, WallKind, std::string, std::string>({
      {Duration{0, 59, 59}, WallKind::unique, "2025-03-30T00:59:59Z", "2025-03-30T00:59:59Z"},
      {Duration{1, 0, 0}, WallKind::skipped, "2025-03-30T01:00:00Z", "2025-03-30T00:00:00Z"},
      {Duration{1, 59, 59}, WallKind::skipped, "2025-03-30T01:59:59Z", "2025-03-30T00:59:59Z"},
      {Duration{2, 0, 0}, WallKind::unique, "2025-03-30T01:00:00Z", "2025-03-30T01:00:00Z"},
  }));
  CHECK(zone.resolve(Date{2025, 3, 30}, time) ==
        WallTime{.kind = kind, .first = make_instant(first), .second = make_instant(second)});
}

TEST_CASE("a wall time in the autumn hour comes twice", "[time_zone]") {
  const auto zone = london();
  const auto [time, kind, first, second] = GENERATE(table<Duration, WallKind, std::string, std::string>({
      {Duration{0, 59, 59}, WallKind::unique, "2025-10-25T23:59:59Z", "2025-10-25T23:59:59Z"},
      {Duration{1, 0, 0}, WallKind::ambiguous, "2025-10-26T00:00:00Z", "2025-10-26T01:00:00Z"},
      {Duration{1, 59, 59}, WallKind::ambiguous, "2025-10-26T00:59:59Z", "2025-10-26T01:59:59Z"},
      {Duration{2, 0, 0}, WallKind::unique, "2025-10-26T02:00:00Z", "2025-10-26T02:00:00Z"},
  }));
  CHECK(zone.resolve(Date{2025, 10, 26}, time) ==
        WallTime{.kind = kind, .first = make_instant(first), .second = make_instant(second)});
}

TEST_CASE("a local day has 23, 24 or 25 hours", "[time_zone]") {
  const auto zone = london();
  const auto hours = [&zone](Date day) {
    constexpr std::int64_t hour = 3'600'000'000;
    return (zone.day_start(day + Days{1}).microseconds() - zone.day_start(day).microseconds()) / hour;
  };
  CHECK(hours(Date{2025, 3, 29}) == 24);
  CHECK(hours(Date{2025, 3, 30}) == 23);
  CHECK(hours(Date{2025, 10, 26}) == 25);
  CHECK(zone.day_start(Date{2025, 7, 1}) == make_instant("2025-06-30T23:00:00Z"));
}

TEST_CASE("a day whose midnight is skipped starts at the change", "[time_zone]") {
  const TimeZone at_midnight{"AAA0BBB,M3.5.0/0,M10.5.0/0"};
  CHECK(at_midnight.day_start(Date{2025, 3, 30}) == make_instant("2025-03-30T00:00:00Z"));
  CHECK(at_midnight.day_start(Date{2025, 10, 26}) == make_instant("2025-10-26T00:00:00Z"));
  const TimeZone across_midnight{"AAA0BBB,M3.5.6/23:30,M10.5.0/0:30"};
  CHECK(across_midnight.day_start(Date{2025, 3, 30}) == make_instant("2025-03-29T23:30:00Z"));
  CHECK(across_midnight.day_start(Date{2025, 10, 26}) == make_instant("2025-10-25T23:00:00Z"));
}

TEST_CASE("a rule is read with the sign and the defaults of POSIX", "[time_zone]") {
  const auto [rule, utc, on_the_wall] = GENERATE(table<std::string, std::string, std::string>({
      {"UTC0", "2025-07-01T12:00:00Z", "2025-07-01T12:00:00Z"},
      {"<+03>-3", "2025-07-01T12:00:00Z", "2025-07-01T15:00:00Z"},
      {"NST+3:30", "2025-07-01T12:00:00Z", "2025-07-01T08:30:00Z"},
      {"YYY-5:45:30", "2025-07-01T12:00:00Z", "2025-07-01T17:45:30Z"},
      {"CST6CDT,M3.2.0,M11.1.0", "2022-03-13T07:59:59Z", "2022-03-13T01:59:59Z"},
      {"CST6CDT,M3.2.0,M11.1.0", "2022-03-13T08:00:00Z", "2022-03-13T03:00:00Z"},
      {"CST6CDT,M3.2.0,M11.1.0", "2022-11-06T06:59:59Z", "2022-11-06T01:59:59Z"},
      {"CST6CDT,M3.2.0,M11.1.0", "2022-11-06T07:00:00Z", "2022-11-06T01:00:00Z"},
      {"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2025-01-01T00:00:00Z", "2025-01-01T11:00:00Z"},
      {"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2025-07-01T00:00:00Z", "2025-07-01T10:30:00Z"},
      {"IST-1GMT0,M10.5.0,M3.5.0/1", "2025-07-01T00:00:00Z", "2025-07-01T01:00:00Z"},
      {"IST-1GMT0,M10.5.0,M3.5.0/1", "2025-12-01T00:00:00Z", "2025-12-01T00:00:00Z"},
      {"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2025-03-30T01:00:00Z", "2025-03-30T00:00:00Z"},
      {"IST-2IDT,M3.4.4/26,M10.5.0", "2025-03-28T00:00:00Z", "2025-03-28T03:00:00Z"},
      {"AAA0BBB,J60/0,J300/0", "2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z"},
      {"AAA0BBB,J60/0,J300/0", "2024-03-01T00:00:00Z", "2024-03-01T01:00:00Z"},
      {"AAA0BBB,J59/0,J300/0", "2024-02-28T00:00:00Z", "2024-02-28T01:00:00Z"},
      {"AAA0BBB,59/0,300/0", "2024-02-29T00:00:00Z", "2024-02-29T01:00:00Z"},
      {"AAA0BBB,59/0,300/0", "2025-02-28T23:59:59Z", "2025-02-28T23:59:59Z"},
      {"AAA0BBB,59/0,300/0", "2025-03-01T00:00:00Z", "2025-03-01T01:00:00Z"},
  }));
  CAPTURE(rule, utc);
  CHECK(wall(TimeZone{rule}, utc) == on_the_wall);
}

TEST_CASE("summer may span the new year", "[time_zone]") {
  const TimeZone sydney{"AEST-10AEDT,M10.1.0,M4.1.0/3"};
  CHECK(wall(sydney, "2024-12-31T13:00:00Z") == "2025-01-01T00:00:00Z");
  CHECK(wall(sydney, "2025-04-05T15:59:59Z") == "2025-04-06T02:59:59Z");
  CHECK(wall(sydney, "2025-04-05T16:00:00Z") == "2025-04-06T02:00:00Z");
  CHECK(sydney.resolve(Date{2025, 10, 5}, make_time(2, 30)).kind == WallKind::skipped);
  CHECK(sydney.resolve(Date{2025, 4, 6}, make_time(2, 30)).kind == WallKind::ambiguous);
}

TEST_CASE("without a summer time every wall time comes once", "[time_zone]") {
  const TimeZone zone{"<+0530>-5:30"};
  const auto at = make_instant("2025-03-29T20:00:00Z");
  CHECK(zone.resolve(Date{2025, 3, 30}, make_time(1, 30)) ==
        WallTime{.kind = WallKind::unique, .first = at, .second = at});
  CHECK(zone.day_start(Date{2025, 3, 30}) == make_instant("2025-03-29T18:30:00Z"));
}

TEST_CASE("a rule holds in every year, and its days repeat every 400 years", "[time_zone]") {
  const auto zone = london();
  CHECK(wall(zone, "1625-03-30T00:59:59Z") == "1625-03-30T00:59:59Z");
  CHECK(wall(zone, "1625-03-30T01:00:00Z") == "1625-03-30T02:00:00Z");
  CHECK(wall(zone, "9625-10-26T00:59:59Z") == "9625-10-26T01:59:59Z");
  CHECK(wall(zone, "1969-12-31T23:59:59Z") == "1969-12-31T23:59:59Z");
  CHECK(wall(zone, "2369-12-31T23:59:59Z") == "2369-12-31T23:59:59Z");
  CHECK(zone.resolve(Date{2425, 3, 30}, make_time(1, 30)).kind == WallKind::skipped);
  CHECK(zone.day_start(Date{1400, 1, 1}).utc() == boost::posix_time::ptime{Date{1400, 1, 1}});
}

TEST_CASE("an instant outside the years that a date can hold has no civil time", "[time_zone]") {
  const TimeZone east{"AAA-1"};
  const Instant last{Date{9999, 12, 31}, make_time(22, 59)};
  CHECK(east.civil(last).day == Date{9999, 12, 31});
  CHECK_THROWS_AS(east.civil(add_hours(last, 1)), std::out_of_range);
  const TimeZone west{"AAA1"};
  const Instant first{Date{1400, 1, 1}, make_time(1)};
  CHECK(west.civil(first).day == Date{1400, 1, 1});
  CHECK_THROWS_AS(west.civil(add_hours(first, -1)), std::out_of_range);
  using Limits = std::numeric_limits<std::int64_t>;
  CHECK_THROWS_AS(london().civil(Instant::of_microseconds(Limits::min())), std::out_of_range);
  CHECK_THROWS_AS(london().civil(Instant::of_microseconds(Limits::max())), std::out_of_range);
}

TEST_CASE("a time of day is from 00:00 to before 24:00", "[time_zone]") {
  const auto zone = london();
  CHECK_NOTHROW(zone.resolve(Date{2025, 1, 1}, make_time(0)));
  CHECK_NOTHROW(zone.resolve(Date{2025, 1, 1}, Duration{23, 59, 59}));
  CHECK_THROWS_AS(zone.resolve(Date{2025, 1, 1}, make_time(24)), std::invalid_argument);
  CHECK_THROWS_AS(zone.resolve(Date{2025, 1, 1}, Duration{0, 0, -1}), std::invalid_argument);
  CHECK_THROWS_AS(zone.resolve(Date{2025, 1, 1}, Duration{boost::posix_time::pos_infin}), std::invalid_argument);
}

TEST_CASE("a zone is the rule that it was made from", "[time_zone]") {
  CHECK(london().rule() == "GMT0BST,M3.5.0/1,M10.5.0/2");
  CHECK(london() == TimeZone{"GMT0BST,M3.5.0/1,M10.5.0/2"});
  CHECK_FALSE(london() == TimeZone{"UTC0"});
}
