#include <earlyhelp/date.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/period.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>
#include <string>

using namespace earlyhelp;

TEST_CASE("a date is read strictly", "[ground]") {
  CHECK(parse_date("2024-02-29") == Date{2024, 2, 29});
  const std::string bad =
      GENERATE(as<std::string>{}, "2025-02-29", "2025-13-01", "2025-00-01", "2025-01-00", "2025-1-01", "2025-01-01 ",
               "20250101", "", "1399-12-31", "2025-01-0a", "-025-01-01");
  CAPTURE(bad);
  CHECK(parse_date(bad) == boost::none);
}

TEST_CASE("months are added on the calendar and clamped to the month's end", "[ground]") {
  CHECK(add_months(Date{2024, 2, 29}, -12) == Date{2023, 2, 28});
  CHECK(add_months(Date{2023, 2, 28}, 12) == Date{2024, 2, 28});
  CHECK(add_months(Date{2024, 8, 31}, -6) == Date{2024, 2, 29});
  CHECK(add_months(Date{2024, 12, 31}, 2) == Date{2025, 2, 28});
  CHECK(add_months(Date{2024, 1, 15}, -1) == Date{2023, 12, 15});
  CHECK(add_months(Date{1401, 2, 3}, -13) == Date{1400, 1, 3});
  CHECK(add_months(Date{1401, 2, 3}, -14) == Date{1400, 1, 1});
  CHECK(add_months(Date{1401, 2, 3}, -1200) == Date{1400, 1, 1});
}

TEST_CASE("age rises on the birthday, on 1 March for a leap-day birthday in a common year", "[ground]") {
  CHECK(completed_years(Date{2018, 3, 1}, Date{2024, 2, 29}) == 5);
  CHECK(completed_years(Date{2018, 3, 1}, Date{2024, 3, 1}) == 6);
  CHECK(completed_years(Date{2020, 2, 29}, Date{2021, 2, 28}) == 0);
  CHECK(completed_years(Date{2020, 2, 29}, Date{2021, 3, 1}) == 1);
  CHECK(completed_years(Date{2020, 2, 29}, Date{2024, 2, 29}) == 4);
}

TEST_CASE("an instant keeps the local day that stands in the record", "[ground]") {
  const auto written = parse_instant("2025-03-30T00:30:00+01:00");

  REQUIRE(written);
  CHECK(to_string(written->instant) == "2025-03-29T23:30:00Z");
  CHECK(written->day == Date{2025, 3, 30});
}

TEST_CASE("an instant is read strictly", "[ground]") {
  CHECK(parse_instant("2025-01-01T24:00:00Z") == boost::none);
  const std::string bad =
      GENERATE(as<std::string>{}, "2025-01-01T25:61:61Z", "2025-01-01T12:00:00", "2025-01-01 12:00:00Z",
               "2025-01-01T12:00:60Z", "2025-01-01T12Z", "2025-01-01T12:00:00+15:00", "2025-01-01T12:00:00+1:00",
               "2025-01-01T12:00:00.Z", "2025-01-01T12:00:00.1234567Z", "2025-01-01T12:00:00ZZ", "2025-02-30T12:00:00Z",
               "2025-01-01T12:00:00z", "2025-01-01T1a:00:00Z", "2025-01-01T", "9999-12-31T23:00:00-02:00");
  CAPTURE(bad);
  CHECK(parse_instant(bad) == boost::none);
}

TEST_CASE("an instant is written as it was read", "[ground]") {
  const std::string text = GENERATE(as<std::string>{}, "1969-12-31T23:59:59Z", "2025-03-30T01:00:00Z",
                                    "2025-03-30T01:00:00.5Z", "2025-03-30T01:00:00.000001Z");
  CHECK(to_string(parse_instant(text)->instant) == text);
  CHECK(Instant{parse_instant(text)->instant.utc()} == parse_instant(text)->instant);
}

TEST_CASE("an instant is never a special value", "[ground]") {
  CHECK_THROWS_AS(Instant{boost::posix_time::ptime{}}, std::invalid_argument);
  CHECK_THROWS_AS(Instant{boost::posix_time::ptime{boost::posix_time::pos_infin}}, std::invalid_argument);
}

TEST_CASE("an id is a reference and not a sentence", "[ground]") {
  CHECK(PersonId{"p-1"}.value() == "p-1");
  CHECK(PersonId{std::string(128, 'x')}.value().size() == 128);
  CHECK_THROWS_AS(PersonId{std::string(129, 'x')}, std::invalid_argument);
  CHECK_THROWS_AS(PersonId{""}, std::invalid_argument);
  CHECK_THROWS_AS(PersonId{"he came back"}, std::invalid_argument);
  CHECK_THROWS_AS(PersonId{"a\nb"}, std::invalid_argument);
}

TEST_CASE("a period needs its first day not after its last", "[ground]") {
  CHECK(Period{Date{2024, 1, 1}, Date{2024, 1, 1}}.contains(Date{2024, 1, 1}));
  CHECK_THROWS_AS((Period{Date{2024, 1, 2}, Date{2024, 1, 1}}), std::invalid_argument);
}
