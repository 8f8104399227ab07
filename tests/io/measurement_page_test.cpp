#include <earlyhelp/io/measurement_page.hpp>

#include "support/coded_indicator.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;
using Catch::Contains;
using Catch::EndsWith;

namespace {

const std::string yes = "yynynn";
const std::string no = "yynnnn";
const std::string taken_out = "yynyyn";

io::MeasuredIndicator measured(const std::vector<std::string>& codes, std::int64_t minimum = 1) {
  return {.indicator = coded_indicator(),
          .strata = {{.group = std::string{"all"}, .measurement = measure_codes(codes, minimum)}}};
}
std::string page_of(const io::MeasuredIndicator& indicator) {
  return io::measurement_page(std::vector{indicator}, usual_confidence);
}
std::string page_of(const std::vector<std::string>& codes, std::int64_t minimum = 1) {
  return page_of(measured(codes, minimum));
}

/// Done after 10 days by the first, 20 by the second and so on; the fourth is waited for, others are not timed.
std::optional<FollowUp> ten_days_each(const Subject& subject) {
  constexpr std::size_t timed = 4;
  if (subject.place >= timed) return {};
  const auto number = static_cast<std::int64_t>(subject.place) + 1;
  return FollowUp{.time = 10 * number, .has_event = subject.place + 1 < timed};
}
std::string time_line(const std::vector<std::string>& codes, std::int64_t minimum) {
  auto timed = coded_indicator();
  timed.time = {.measures = "from here to there", .unit = "days", .of = ten_days_each};
  timed.minimum = minimum;
  auto indicator = measured(codes);
  indicator.time = time_taken(timed, coded_register(codes), the_year());
  return page_of(indicator);
}

std::string follow_up_of(std::int64_t at_risk, const boost::optional<SurvivalAt>& survival,
                         const boost::optional<double>& expected = 0.614) {
  auto indicator = measured({yes});
  indicator.follow_up = CalloutFollowUp{.measurement = measure_codes({yes}),
                                        .window = {.days = 30,
                                                   .subjects = 12,
                                                   .eligible = 11,
                                                   .repeated = 4,
                                                   .lost = 1,
                                                   .at_risk = at_risk,
                                                   .survival = survival},
                                        .expected = expected};
  return page_of(indicator);
}
SurvivalAt survival_of(double survival, const boost::optional<Interval>& interval, bool is_beyond_last = false) {
  return {.at_risk = 12, .survival = survival, .interval = interval, .is_beyond_last = is_beyond_last};
}

}  // namespace

TEST_CASE("who is taken out of the numerator stays in it: the page says so", "[io][indicators]") {
  CHECK(page_of({yes, no, taken_out, "ynnnnn", "yyntnn"}) ==
        "What is written in the ids\n"
        "  coded, by family\n"
        "    all: 1 of 3, 33 % (6 % to 79 %)\n"
        "      in it, and taken out of the numerator: 1\n"
        "      and not in it: not_in_denominator 1, pending 1\n"
        "      bounds: 25 % to 50 %, if none or all of the undecided came to count\n");
}

TEST_CASE("bounds stand under every share of which somebody is undecided, and under no other", "[io][indicators]") {
  for (const char* const letter : {"t", "l", "u"}) {
    CHECK_THAT(page_of({yes, no, std::string{"yyn"} + letter + "nn"}), Contains("      bounds: 33 % to 67 %, if"));
    CHECK_THAT(page_of({std::string{"yyn"} + letter + "nn"}), Contains("      bounds: 0 % to 100 %, if"));
  }
  CHECK(page_of({yes, no, "ynnnnn", "yyynnn", "yynnny"}).find("bounds") == std::string::npos);
}

TEST_CASE("less than all is never 100 %, and more than none never 0 %", "[io][indicators]") {
  const auto share_of = [](std::size_t count, std::size_t total) {
    const auto page = page_of(both(times(count, yes), times(total - count, no)));
    const auto begin = page.find(", ", page.find("all: ")) + 2;
    return page.substr(begin, page.find(" (", begin) - begin);
  };
  CHECK(share_of(250, 250) == "100 %");
  CHECK(share_of(249, 250) == "over 99 %");
  CHECK(share_of(199, 200) == "over 99 %");
  CHECK(share_of(198, 200) == "99 %");
  CHECK(share_of(2, 200) == "1 %");
  CHECK(share_of(1, 200) == "1 %");
  CHECK(share_of(1, 250) == "under 1 %");
  CHECK(share_of(0, 250) == "0 %");
  CHECK_THAT(page_of(times(250, yes)), Contains("250 of 250, 100 % (98 % to 100 %)\n"));
}

TEST_CASE("an indicator of nobody is on the page, and its title stands once above its groups", "[io][indicators]") {
  auto indicator = measured({yes});
  indicator.strata.push_back({.group = {}, .measurement = measure_codes({no}, 20)});
  CHECK(page_of(indicator) ==
        "What is written in the ids\n  coded, by family\n"
        "    all: 1 of 1, 100 % (21 % to 100 %)\n    not recorded: 0 of 1, 0 % (0 % to 79 %), unstable\n");
  CHECK(page_of({.indicator = coded_indicator(), .strata = {}}) ==
        "What is written in the ids\n  coded, by family\n    nobody\n");
}

TEST_CASE("where time is measured, the median and the 95th percentile stand below", "[io][indicators]") {
  CHECK_THAT(time_line(times(4, no), 4),
             EndsWith("    time from here to there: median 20 days, 95th percentile not_reached\n"));
  CHECK_THAT(time_line(times(5, no), 5), EndsWith("median 20 days (unstable), 95th percentile not_reached, 1 without a "
                                                  "time\n"));
  CHECK_THAT(time_line(times(3, no), 3), EndsWith("median 20 days, 95th percentile 30 days\n"));
  CHECK_THAT(time_line({}, 3), EndsWith("median no_denominator, 95th percentile no_denominator\n"));
}

TEST_CASE("callouts stand with the curve and with what is expected with nothing done", "[io][indicators]") {
  const auto curve = survival_of(0.571, Interval{.lower = 0.312, .upper = 0.788});
  CHECK_THAT(
      follow_up_of(10, curve),
      EndsWith("    curve of all who were followed, after 30 days: 57 % without (31 % to 79 %), 10 of 12 at risk\n"
               "    expected with nothing done: 61 %, by a model that is an illustration\n"));
  CHECK_THAT(follow_up_of(9, curve), Contains(", 9 of 12 at risk: few\n"));
  CHECK_THAT(follow_up_of(11, survival_of(1, Interval{.lower = 1, .upper = 1})),
             Contains("days: no events, 11 of 12 at risk\n"));
  CHECK_THAT(follow_up_of(1, survival_of(0, {})), Contains("days: 0 % without, 1 of 12 at risk"));
  CHECK_THAT(follow_up_of(0, survival_of(0.5, {}, true)), Contains("days: nobody was followed so long\n"));
  CHECK_THAT(follow_up_of(0, {}), Contains("days: nobody was followed so long\n"));
  CHECK_THAT(follow_up_of(10, curve, {}), EndsWith("expected with nothing done: no_denominator\n"));
}

TEST_CASE("members of all indicators are one table, each with their group", "[io][indicators]") {
  const std::vector<std::string> codes = {no, yes};
  auto first = measured(codes);
  first.strata.push_back({.group = {}, .measurement = measure_codes(codes)});
  auto second = measured(codes);
  second.strata.front().group = "a, b";
  std::string out;
  io::write_members(std::vector{first, second}, coded_register(codes), out);
  CHECK(out ==
        "indicator,group,standing,ids\n"
        "coded,all,denominator_only,yynnnn\ncoded,all,numerator,yynynn\n"
        "coded,not recorded,denominator_only,yynnnn\ncoded,not recorded,numerator,yynynn\n"
        "coded,\"a, b\",denominator_only,yynnnn\ncoded,\"a, b\",numerator,yynynn\n");
}

TEST_CASE("figures for programs are one row for each group", "[io][indicators]") {
  auto indicator = measured({yes, no, taken_out, "yyntnn"}, 20);
  indicator.strata.push_back({.group = {}, .measurement = measure_codes({})});
  std::string out;
  io::write_csv(std::vector{indicator}, usual_confidence, out);
  CHECK_THAT(out, Catch::StartsWith("indicator,version,unit,group,initial_population,"));
  CHECK_THAT(out, Contains("\ncoded,1,family,all,4,3,0,2,1,0,1,0,0,1,3,0.3333333333333333,0.0614"));
  CHECK_THAT(out, Contains(",0.25,0.5,unstable\n"));
  CHECK_THAT(out, EndsWith("\ncoded,1,family,not recorded,0,0,0,0,0,0,0,0,0,0,0,NA,NA,NA,NA,NA,no_denominator\n"));
}
