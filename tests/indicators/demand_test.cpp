#include <earlyhelp/indicators/demand.hpp>

#include "support/make_register.hpp"
#include "support/random_register.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

const Period january{Date{2025, 1, 1}, Date{2025, 1, 31}};  // Wednesday to Friday: three whole weeks

std::vector<WeekOfDemand> weeks_of(const std::vector<FamilyLog>& logs, const std::string& cut_off = "2025-12-31",
                                   const Period& period = january) {
  return weekly_demand(make_register(logs, cut_off), period);
}

/// How many cases were open at the end of `day`.
std::int64_t open_on(const CaseRegister& all, Date day) {
  std::int64_t open = 0;
  for (const auto& record : all.cases()) {
    for (const auto& spell : record.spells) {
      const bool is_opened = all.day_of(spell.opened_at) <= day;
      const bool is_closed = spell.closed_at && all.day_of(*spell.closed_at) <= day;
      open += is_opened && !is_closed ? 1 : 0;
    }
  }
  return open;
}

}  // namespace

TEST_CASE("weeks are whole, from Monday to Sunday, and wholly known", "[indicators]") {
  const auto mondays = [](const Period& period, const std::string& cut_off) {
    std::vector<Date> days;
    for (const auto& week : weeks_of({}, cut_off, period)) days.push_back(week.monday);
    return days;
  };
  const std::vector three{Date{2025, 1, 6}, Date{2025, 1, 13}, Date{2025, 1, 20}};
  CHECK(mondays(january, "2025-12-31") == three);
  CHECK(mondays(Period{Date{2025, 1, 6}, Date{2025, 1, 26}}, "2025-12-31") == three);
  CHECK(mondays(Period{Date{2025, 1, 7}, Date{2025, 1, 25}}, "2025-12-31") == std::vector{Date{2025, 1, 13}});
  CHECK(mondays(Period{Date{2025, 1, 7}, Date{2025, 1, 18}}, "2025-12-31").empty());
  CHECK(mondays(january, "2025-01-27T00:00:00Z") == three);  // Sunday is over
  CHECK(mondays(january, "2025-01-26T23:59:59Z").size() == 2);
  CHECK(mondays(january, "2024-12-31").empty());
}

TEST_CASE("what opened, was allocated and closed in a week, and what was open around it", "[indicators]") {
  auto anna = FamilyLog{"anna"}.referred("2024-12-20");
  anna.add("2025-01-06T00:00:00Z", Allocated{.worker = worker, .person = anna.victim()});
  anna.closed("2025-01-12T23:59:59Z").add("2025-01-20", Reopened{});
  const auto berta = FamilyLog{"berta"}.referred("2025-01-13").closed("2025-01-14");
  const auto clara = FamilyLog{"clara"}.referred("2024-11-01").closed("2024-12-01");
  const auto weeks = weeks_of({anna, berta, clara});
  REQUIRE(weeks.size() == 3);
  CHECK((weeks[0] == WeekOfDemand{.monday = Date{2025, 1, 6}, .open_at_start = 1, .allocated = 1, .closed = 1}));
  CHECK((weeks[1] == WeekOfDemand{.monday = Date{2025, 1, 13}, .opened = 1, .closed = 1}));
  CHECK((weeks[2] == WeekOfDemand{.monday = Date{2025, 1, 20}, .opened = 1, .open_at_end = 1}));
}

TEST_CASE("a week begins at midnight of the place, in summer time too", "[indicators]") {
  const Period july{Date{2025, 7, 1}, Date{2025, 7, 31}};
  const auto weeks = weeks_of({FamilyLog{"anna"}.referred("2025-07-06T23:00:00Z"),   // Monday 7 July, 00:00
                               FamilyLog{"berta"}.referred("2025-07-06T22:59:59Z"),  // Sunday
                               FamilyLog{"clara"}.referred("2025-07-13T23:00:00Z")},
                              "2025-12-31", july);
  REQUIRE(weeks.size() == 3);
  CHECK(weeks[0].open_at_start == 1);
  CHECK(weeks[0].opened == 1);
  CHECK(weeks[1].opened == 1);
  CHECK(weeks[2].opened == 0);
}

TEST_CASE("what is open before a week, with what opens, is what closes and what stays", "[indicators][property]") {
  RandomRegister random{64};
  for (int round = 0; round < 80; ++round) {
    const CaseRegister all{random.cases(30), {}, make_casework_policy(), make_calendar(), random.instant()};
    const Date first = Date{2025, 1, 1} + Days{random.below(60)};
    const auto weeks = weekly_demand(all, Period{first, first + Days{random.below(300)}});
    for (std::size_t i = 0; i < weeks.size(); ++i) {
      const auto& week = weeks[i];
      CHECK(week.monday.day_of_week() == boost::gregorian::Monday);
      CHECK(week.open_at_start + week.opened == week.closed + week.open_at_end);
      CHECK(week.open_at_start == open_on(all, week.monday - Days{1}));
      CHECK(week.open_at_end == open_on(all, week.monday + Days{6}));
      CHECK(week.open_at_start >= 0);
      if (i > 0) CHECK(week.open_at_start == weeks[i - 1].open_at_end);
      if (i > 0) CHECK(week.monday == weeks[i - 1].monday + Days{7});
    }
  }
}

TEST_CASE("referrals are counted in the month in which the case began, by where it came from", "[indicators]") {
  const auto all = make_register(
      std::vector{FamilyLog{"anna"}.referred("2025-06-30T22:59:59Z", ReferralSource::school),
                  FamilyLog{"berta"}.referred("2025-06-30T23:00:00Z", ReferralSource::school),  // July in London
                  FamilyLog{"clara"}
                      .referred("2025-08-15", ReferralSource::police)
                      .closed("2025-08-16")
                      .add("2025-09-01", Reopened{}),
                  FamilyLog{"doris"}.add("2025-08-20", make_decided("i-1", "2025-08-20")),
                  FamilyLog{"emma"}.referred("2025-06-09", ReferralSource::self),
                  FamilyLog{"frida"}.referred("2025-09-11", ReferralSource::self)},
      "2025-12-31");
  const auto months = monthly_referrals(all, Period{Date{2025, 6, 10}, Date{2025, 9, 10}});
  REQUIRE(months.size() == 4);
  CHECK(months[0].first_day == Date{2025, 6, 1});
  CHECK(months[0].of(ReferralSource::school) == 1);
  CHECK(months[0].all() == 1);
  CHECK(months[1].of(ReferralSource::school) == 1);
  CHECK(months[2].of(ReferralSource::police) == 1);
  CHECK(months[2].not_recorded == 1);
  CHECK(months[2].all() == 2);
  CHECK(months[3].first_day == Date{2025, 9, 1});
  CHECK(months[3].all() == 0);
  CHECK(months[0].is_whole == false);
  CHECK(months[1].is_whole);
  CHECK(months[2].is_whole);
  CHECK(months[3].is_whole == false);
  CHECK(monthly_referrals(all, Period{Date{2025, 6, 30}, Date{2025, 6, 30}}).size() == 1);
}

TEST_CASE("months end with the one in which the cut-off lies, which is a part of one", "[indicators]") {
  const std::vector logs{FamilyLog{"anna"}.referred("2025-01-31T12:00:00Z"),
                         FamilyLog{"berta"}.referred("2025-02-01T08:00:00Z")};
  auto foreseen = FamilyLog{"clara"};  // written down before it happens, which cannot be
  foreseen.add("2025-02-20", Referred{.source = ReferralSource::school}, "2025-01-10");
  const auto whole = [&](const std::string& cut_off,
                         const Period& period = Period{Date{2025, 1, 1}, Date{2025, 12, 31}}) {
    std::string text;
    for (const auto& month :
         monthly_referrals(make_register(std::vector{logs[0], logs[1], foreseen}, cut_off), period)) {
      text += std::to_string(month.all()) + (month.is_whole ? " whole, " : " part, ");
    }
    return text;
  };
  CHECK(whole("2025-01-31T23:59:59Z") == "1 part, ");
  CHECK(whole("2025-02-01T00:00:00Z") == "1 whole, 0 part, ");
  CHECK(whole("2025-02-01T09:00:00Z") == "1 whole, 1 part, ");
  CHECK(whole("2025-02-28T23:59:59Z") == "1 whole, 2 part, ");
  CHECK(whole("2025-03-01T00:00:00Z") == "1 whole, 2 whole, 0 part, ");
  CHECK(whole("2024-12-31").empty());
  CHECK(whole("2025-06-30T22:59:59Z", Period{Date{2025, 6, 1}, Date{2025, 7, 31}}) == "0 part, ");
  CHECK(whole("2025-06-30T23:00:00Z", Period{Date{2025, 6, 1}, Date{2025, 7, 31}}) == "0 whole, 0 part, ");
  CHECK(whole("2025-12-31", Period{Date{2025, 2, 1}, Date{2025, 2, 28}}) == "2 whole, ");
  CHECK(whole("2025-12-31", Period{Date{2025, 2, 2}, Date{2025, 2, 28}}) == "1 part, ");
  CHECK(whole("2025-12-31", Period{Date{2025, 2, 1}, Date{2025, 2, 27}}) == "2 part, ");
}

TEST_CASE("caseloads are those of the open cases, and a case of two workers is in both", "[indicators]") {
  auto anna = FamilyLog{"anna"}.referred("2025-01-06");
  anna.add("2025-01-07", Allocated{.worker = worker, .person = anna.victim()});
  anna.add("2025-01-07", Allocated{.worker = other_worker, .person = anna.suspect()});
  auto berta = FamilyLog{"berta"}.referred("2025-01-06");
  berta.add("2025-01-07", Allocated{.worker = worker, .person = berta.victim()});
  auto ended = FamilyLog{"ended"}.referred("2025-01-06");
  ended.add("2025-01-07", Allocated{.worker = worker, .person = ended.victim()}).closed("2025-02-01");
  const FamilyLog not_begun{"not-begun"};
  const auto open = open_cases(make_register(
      std::vector{anna, berta, ended, not_begun, FamilyLog{"waiting"}.referred("2025-01-06")}, "2025-12-31"));
  CHECK(open.open == 3);
  CHECK(open.waiting == 1);
  REQUIRE(open.caseloads.size() == 2);
  CHECK((open.caseloads[0] == Caseload{.worker = other_worker, .cases = 1}));
  CHECK((open.caseloads[1] == Caseload{.worker = worker, .cases = 2}));
  CHECK((open_cases(make_register(std::vector<CaseFile>{}, "2025-12-31")) == OpenCases{}));
}

TEST_CASE("a period may reach to the first and the last day that there is", "[indicators]") {
  const auto all = make_register(std::vector{FamilyLog{"anna"}.referred("2025-06-02")}, "2025-06-30");
  const Period ever{Date{1400, 1, 1}, Date{9999, 12, 31}};
  const auto weeks = weekly_demand(all, ever);
  CHECK(weeks.front().monday == Date{1400, 1, 6});
  CHECK(weeks.back().monday == Date{2025, 6, 23});
  CHECK(weeks.back().open_at_end == 1);
  CHECK(monthly_referrals(all, ever).size() == 12 * 625 + 6);
  CHECK(monthly_referrals(all, Period{Date{9999, 12, 31}, Date{9999, 12, 31}}).empty());
  const CaseRegister late{
      {}, {}, make_casework_policy(), make_calendar(), Instant{Date{9999, 12, 30}, boost::posix_time::hours{12}}};
  CHECK(monthly_referrals(late, ever).size() == 12 * 8600);
  CHECK(weekly_demand(all, Period{Date{9999, 12, 28}, Date{9999, 12, 31}}).empty());
  CHECK(weekly_demand(all, Period{Date{9999, 12, 20}, Date{9999, 12, 31}}).empty());
}
