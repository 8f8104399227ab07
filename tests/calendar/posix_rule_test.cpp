#include <earlyhelp/calendar/time_zone.hpp>

#include <catch2/catch.hpp>

#include <stdexcept>
#include <string>

using namespace earlyhelp;

namespace {

std::string complaint(const std::string& rule) {
  try {
    const TimeZone zone{rule};
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("a rule that is none is refused, saying what was expected and where", "[time_zone]") {
  const auto [rule, expected] = GENERATE(table<std::string, std::string>({
      {"", "a name of standard time, three letters or more at byte 1"},
      {"Europe/London", "an offset such as 0 or -5:30 at byte 7"},
      {"GM{0", "a name of standard time, three letters or more at byte 3"},
      {"GM0", "a name of standard time, three letters or more at byte 3"},
      {"<+3>-3", "a name of standard time, three letters or more at byte 4"},
      {"<+03-3", "'>' after a quoted name at byte 7"},
      {"GMT", "an offset such as 0 or -5:30 at byte 4"},
      {"GMT25", "from 0 to 24 at byte 5"},
      {"GMT0:60", "minutes from 0 to 59"},
      {"GMT0:00:60", "seconds from 0 to 59"},
      {"GMT0:", "minutes at byte 6"},
      {"GMT0 ", "a name of summer time"},
      {"GMT0B", "a name of summer time"},
      {"GMT0BST", "',' and the day on which summer time starts at byte 8"},
      {"GMT0BST25,M3.5.0,M10.5.0", "an offset of summer time from 0 to 24"},
      {"GMT0BST,M3.5.0", "',' and the day on which summer time ends at byte 15"},
      {"GMT0BST,M0.5.0,M10.5.0", "a month from 1 to 12"},
      {"GMT0BST,M13.5.0,M10.5.0", "a month from 1 to 12"},
      {"GMT0BST,M3.0.0,M10.5.0", "a week of the month from 1 to 5"},
      {"GMT0BST,M3.6.0,M10.5.0", "a week of the month from 1 to 5"},
      {"GMT0BST,M3.5.7,M10.5.0", "a weekday from 0 to 6"},
      {"GMT0BST,M3,M10.5.0", "'.' and a week"},
      {"GMT0BST,M3.5,M10.5.0", "'.' and a weekday"},
      {"GMT0BST,J0,J300", "a day of the year from 1 to 365"},
      {"GMT0BST,J366,J300", "a day of the year from 1 to 365"},
      {"GMT0BST,366,300", "a day such as M3.5.0, J60 or 59 from 0 to 365"},
      {"GMT0BST,x,300", "a day such as M3.5.0, J60 or 59 at byte 9"},
      {"GMT0BST,M3.5.0/168,M10.5.0", "a time of day such as 2 or 1:30 from 0 to 167"},
      {"GMT0BST,M3.5.0/,M10.5.0", "a time of day such as 2 or 1:30 at byte 16"},
      {"GMT0BST,M3.5.0,M10.5.0 ", "the end of the rule at byte 23"},
      {"GMT99999999999999999999", "from 0 to 24"},
      {"AAA12BBB-12,M3.5.0,M10.5.0", "less than a day from standard time"},
      {"GMT0BST,M3.5.0,M3.5.0", "a week or more apart"},
      {"GMT0BST,0/0,J365/25", "a week or more apart"},
      {"GMT0BST,J1/-167,J365/167", "in turn"},
      {"GMT0BST,M3.5.0/+x,M10.5.0", "a time of day such as 2 or 1:30 at byte 17"},
      {std::string{"GMT0\0", 5}, "a name of summer time"},
      {"<G_T>0", "three letters or more at byte 3"},
      {"A9C0", "three letters or more at byte 2"},
  }));
  CAPTURE(rule);
  CHECK_THAT(complaint(rule), Catch::Contains(expected));
}

TEST_CASE("the bounds of a rule are inside it", "[time_zone]") {
  const std::string rule =
      GENERATE(as<std::string>{}, "GMT24", "GMT-24:59:59", "ABCDEFGHIJKLMN0", "<A-1>0",
               "GMT0BST,M3.5.0/167,M10.5.6/-167", "GMT0BST,M1.1.0,M11.4.6", "GMT0BST,M3.5.0,M12.5.6",
               "GMT0BST,J1/-1,J358/2", "GMT0BST,31,365", "AAA12BBB-11:59,M3.5.0,M10.5.0");
  CAPTURE(rule);
  CHECK(complaint(rule).empty());
}

TEST_CASE("summer time and standard time can be neighbours by a week and no less", "[time_zone]") {
  CHECK(complaint("AAA0BBB0,J60/2,J67/2").empty());
  CHECK_THAT(complaint("AAA0BBB0,J60/2:00:01,J67/2"), Catch::Contains("a week or more apart"));
}
