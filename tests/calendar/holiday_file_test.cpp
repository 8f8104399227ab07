#include <earlyhelp/date.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

using namespace earlyhelp;
namespace bg = boost::gregorian;

namespace {

/// Every quoted date of the list of days in the file that ships.
std::set<Date> shipped_days() {
  std::ostringstream content;
  content << std::ifstream{EARLYHELP_HOLIDAY_FILE}.rdbuf();
  const auto text = content.str();
  std::set<Date> days;
  for (auto at = text.find("\"days\""); at < text.size(); ++at) {
    const auto day = text[at] == '"' ? parse_date(std::string_view{text}.substr(at + 1, 10)) : boost::none;
    if (day) days.insert(*day);
  }
  return days;
}

/// The anonymous Gregorian algorithm.
Date easter_sunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  return Date{static_cast<unsigned short>(year), 3, 1} + Days{h + l - 7 * m + 21};
}

void add_or_substitute(std::set<Date>& days, Date day) {
  while (day.day_of_week() == bg::Saturday || day.day_of_week() == bg::Sunday || days.contains(day)) day += Days{1};
  days.insert(day);
}

/// What the Act, custom and the yearly proclamations make of an ordinary year.
std::set<Date> ordinary_days(unsigned short year) {
  const auto easter = easter_sunday(year);
  std::set<Date> days = {
      easter - Days{2}, easter + Days{1},
      bg::nth_day_of_the_week_in_month{bg::nth_day_of_the_week_in_month::first, bg::Monday, bg::May}.get_date(year),
      bg::last_day_of_the_week_in_month{bg::Monday, bg::May}.get_date(year),
      bg::last_day_of_the_week_in_month{bg::Monday, bg::Aug}.get_date(year)};
  add_or_substitute(days, Date{year, 1, 1});
  add_or_substitute(days, Date{year, 12, 25});
  add_or_substitute(days, Date{year, 12, 26});
  return days;
}

}  // namespace

TEST_CASE("the bank holidays that ship are the ordinary ones and the proclaimed exceptions", "[calendar]") {
  std::set<Date> expected;
  for (unsigned short year = 2012; year <= 2028; ++year) expected.merge(ordinary_days(year));
  const std::set<Date> moved_away = {Date{2012, 5, 28}, Date{2020, 5, 4}, Date{2022, 5, 30}};
  for (const auto& day : moved_away) REQUIRE(expected.erase(day) == 1);
  expected.merge(std::set<Date>{
      Date{2012, 6, 4}, Date{2012, 6, 5},  // Diamond Jubilee
      Date{2020, 5, 8},                    // 75 years of VE Day
      Date{2022, 6, 2}, Date{2022, 6, 3},  // Platinum Jubilee
      Date{2022, 9, 19},                   // state funeral of Queen Elizabeth II
      Date{2023, 5, 8},                    // coronation of King Charles III
  });

  CHECK(shipped_days() == expected);
}
