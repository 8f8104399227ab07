#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/calendar/clock.hpp>

#include "support/differs.hpp"
#include "support/make_calendar.hpp"
#include "support/make_incident.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;
using boost::posix_time::hours;

TEST_CASE("civil times that differ in anything are not equal", "[calendar]") {
  const auto noon = make_written("2025-06-01T12:00:00Z").instant;
  const auto night = make_written("2025-06-01T00:00:00Z").instant;
  check_differs(
      CivilTime{.day = {2025, 6, 1}, .since_midnight = hours{12}, .offset = hours{1}},
      [](CivilTime& it) {
        it.day = Date{2025, 6, 2};
      },
      [](CivilTime& it) { it.since_midnight = hours{13}; }, [](CivilTime& it) { it.offset = hours{0}; });
  check_differs(
      WallTime{.kind = WallKind::unique, .first = noon, .second = noon},
      [](WallTime& it) { it.kind = WallKind::skipped; }, [&](WallTime& it) { it.first = night; },
      [&](WallTime& it) { it.second = night; });
}

TEST_CASE("calendars that differ in anything are not equal", "[calendar]") {
  const Period year{Date{2025, 1, 1}, Date{2025, 12, 31}};
  const Period half{Date{2025, 1, 1}, Date{2025, 6, 30}};
  const Holidays holidays{.known = year, .days = {Date{2025, 1, 1}}};
  const SchoolTerms terms{.known = year, .terms = {half}};
  const TimeZone utc{"UTC0"};
  check_differs(
      holidays, [&](Holidays& it) { it.known = half; }, [](Holidays& it) { it.days.clear(); });
  check_differs(
      terms, [&](SchoolTerms& it) { it.known = half; }, [](SchoolTerms& it) { it.terms.clear(); });
  check_differs(
      OfficeHours{}, [](OfficeHours& it) { it.open = hours{8}; }, [](OfficeHours& it) { it.close = hours{16}; },
      [](OfficeHours& it) { it.school = hours{9}; });
  check_differs(
      Calendar{utc, holidays, terms},
      [&](Calendar& it) {
        it = Calendar{TimeZone{"GMT0BST,M3.5.0/1,M10.5.0/2"}, holidays, terms};
      },
      [&](Calendar& it) {
        it = Calendar{utc, {.known = year, .days = {}}, terms};
      },
      [&](Calendar& it) {
        it = Calendar{utc, holidays};
      },
      [&](Calendar& it) {
        it = Calendar{utc, holidays, terms, {.open = hours{8}}};
      });
}

TEST_CASE("clocks are ordered by kind, then by amount", "[calendar]") {
  const Clock two_days{.kind = ClockKind::clock_days, .amount = 2};
  const Clock three_days{.kind = ClockKind::clock_days, .amount = 3};
  const Clock nine_hours{.kind = ClockKind::clock_hours, .amount = 9};
  CHECK((two_days < three_days && three_days > two_days && nine_hours < two_days && two_days > nine_hours));
  CHECK_FALSE((two_days < two_days || two_days > two_days || three_days < two_days || two_days < nine_hours));
  CHECK((two_days <= two_days && two_days >= two_days && two_days <= three_days && two_days >= nine_hours));
}
