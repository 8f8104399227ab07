#include <earlyhelp/io/period_page.hpp>

#include <catch2/catch.hpp>

using namespace earlyhelp;
using Catch::Contains;

TEST_CASE("a period ends with feedback, reach and the flow of cases", "[io][indicators]") {
  const io::PeriodNumbers numbers = {
      .feedback = {.supported = 12, .asked = 8, .answered = 5, .positive = 4, .pending = 3},
      .reach = {.families = 7, .children = 15, .children_spoken_with = 3},
      .weeks = {{.monday = Date{2026, 1, 5}, .open_at_start = 4, .opened = 6, .closed = 1, .open_at_end = 9},
                {.monday = Date{2026, 1, 12}, .open_at_start = 9, .opened = 3, .closed = 2, .open_at_end = 10}},
      .open = {.caseloads = {}, .open = 11, .waiting = 2}};
  CHECK(io::period_page(numbers) ==
        "Feedback, of the families of the period\n"
        "    12 supported, 8 asked, 5 answered, 4 satisfied; 3 pending\n"
        "    satisfied of those who answered: 80 %\n"
        "    bounds, if none or all of the silent were satisfied: of those asked 50 % to 88 %, of those supported 33 % "
        "to 92 %\n"
        "Spoken with in the period, whenever they came\n"
        "    7 families with 15 children, of these 3 spoken with themselves\n"
        "Cases in the 2 whole weeks from 2026-01-05\n"
        "    4 open at the start, 9 opened, 3 closed, 10 open at the end\n"
        "Cases at the cut-off\n"
        "    11 open, 2 of them with nobody who works with the family\n");
}

TEST_CASE("of a period with nobody and without a whole week no share and no flow is told", "[io][indicators]") {
  const auto page =
      io::period_page({.feedback = {.supported = 0, .asked = 0, .answered = 0, .positive = 0}, .reach = {}});
  CHECK_THAT(page, Contains("satisfied of those who answered: nobody\n"));
  CHECK_THAT(page, Contains("of those asked nobody, of those supported nobody\n"));
  CHECK_THAT(page, !Contains("whole weeks"));
  CHECK_THAT(page, Contains("    0 open, 0 of them"));
}
