#include <earlyhelp/indicators/outcome_indicators.hpp>

#include <earlyhelp/indicators/measurement.hpp>

#include "support/make_register.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

const Period autumn_before{Date{2024, 9, 4}, Date{2024, 12, 20}};
const Period spring_after{Date{2025, 1, 8}, Date{2025, 4, 4}};
const Period autumn_after{Date{2025, 9, 3}, Date{2025, 12, 19}};

/// A case that began on 6 January 2025: its 450 days end on 1 April 2026.
FamilyLog referred_family() { return FamilyLog{"anna"}.referred("2025-01-06"); }

FamilyLog& attended(FamilyLog& log, const Period& days, int attended, int possible = 100) {
  return log.add("2026-01-10",
                 AttendanceRecorded{.child = log.child(), .days = days, .possible = possible, .attended = attended});
}
FamilyLog attended_both(int before, int after, int possible = 100) {
  auto log = referred_family();
  attended(log, autumn_before, before, possible);
  return attended(log, autumn_after, after, possible);
}

std::string standing(const Indicator& indicator, const std::vector<FamilyLog>& logs,
                     const std::string& cut_off = "2026-04-02") {
  return standings_of(measure(indicator, make_register(logs, cut_off), the_year()));
}
std::string improved(const FamilyLog& log, const std::string& cut_off = "2026-04-02") {
  return standing(attendance_improved, {log}, cut_off);
}

OutcomeMetric score(const PersonId& person, double value) {
  return {.person = person, .instrument = "swemwbs", .version = 1, .score = value};
}

}  // namespace

TEST_CASE("attendance is improved by three points of the possible sessions, of children who missed a tenth",
          "[indicators]") {
  CHECK(improved(attended_both(80, 83)) == "numerator 1");
  CHECK(improved(attended_both(80, 82)) == "denominator_only 1");
  CHECK(improved(attended_both(80, 70)) == "denominator_only 1");
  CHECK(improved(attended_both(90, 93)) == "numerator 1");
  CHECK(improved(attended_both(91, 99)) == "not_in_denominator 1");
  CHECK(improved(attended_both(20, 30, 39)) == "not_known 1");
  CHECK(improved(attended_both(20, 30, 40)) == "numerator 1");
}

TEST_CASE("attendance is compared when 450 days have passed, of all alike", "[indicators]") {
  CHECK(improved(attended_both(80, 90), "2026-04-01T22:59:59Z") == "pending 1");
  CHECK(improved(attended_both(80, 90), "2026-04-01T23:00:00Z") == "numerator 1");
  CHECK(improved(referred_family()) == "lost 1");
  auto only_after = referred_family();
  CHECK(improved(attended(only_after, autumn_after, 90)) == "lost 1");
}

TEST_CASE("only the same term of the year before is compared, and a term in which the case began is neither",
          "[indicators]") {
  auto other_term = referred_family();
  attended(other_term, autumn_before, 80);
  CHECK(improved(attended(other_term, spring_after, 95)) == "lost 1");
  auto during = referred_family();
  attended(during, Period{Date{2024, 12, 21}, Date{2025, 1, 7}}, 30, 30);
  attended(during, autumn_before, 80);
  CHECK(improved(attended(during, autumn_after, 83)) == "numerator 1");
  auto that_day = referred_family();
  attended(that_day, Period{Date{2024, 1, 8}, Date{2024, 3, 28}}, 80);
  CHECK(improved(attended(that_day, Period{Date{2025, 1, 6}, Date{2025, 4, 4}}, 90)) == "lost 1");
  CHECK(term_of(Period{Date{2024, 9, 1}, Date{2025, 1, 19}}) == SchoolTerm::autumn);  // 140 days
  CHECK_FALSE(term_of(Period{Date{2024, 9, 1}, Date{2025, 1, 20}}).has_value());
  CHECK(term_of(Period{Date{2025, 8, 31}, Date{2025, 8, 31}}) == SchoolTerm::summer);
  CHECK(term_of(Period{Date{2025, 9, 1}, Date{2025, 9, 1}}) == SchoolTerm::autumn);
  CHECK(term_of(Period{Date{2025, 3, 31}, Date{2025, 3, 31}}) == SchoolTerm::spring);
  CHECK(term_of(Period{Date{2025, 4, 1}, Date{2025, 4, 1}}) == SchoolTerm::summer);
}

TEST_CASE("of several years the first is compared", "[indicators]") {
  auto log = attended_both(80, 83);
  log.add(
      "2027-01-10",
      AttendanceRecorded{
          .child = log.child(), .days = Period{Date{2026, 9, 2}, Date{2026, 12, 18}}, .possible = 100, .attended = 10});
  CHECK(improved(log, "2027-06-01") == "numerator 1");
  attended(log, Period{Date{2025, 4, 22}, Date{2025, 7, 22}}, 70);
  attended(log, Period{Date{2024, 4, 16}, Date{2024, 7, 23}}, 90);
  CHECK(improved(log, "2027-06-01") == "denominator_only 1");  // this summer came before that autumn
}

TEST_CASE("a record that stands in two cases of a child counts once", "[indicators]") {
  const auto first = attended_both(80, 83);
  auto second = FamilyLog{"berta"}.referred("2025-02-01");
  second.file.members.pop_back();
  second.add_member(first.child(), FamilyRole::child);
  const AttendanceRecorded same{.child = first.child(), .days = autumn_after, .possible = 100, .attended = 83};
  second.add("2026-01-11", same);
  CHECK(standing(attendance_improved, {first, second}) == "numerator 1");
}

TEST_CASE("absence is persistent from a tenth and severe from a half", "[indicators]") {
  const auto after = [](int sessions) {
    auto log = referred_family();
    return attended(log, autumn_after, sessions);
  };
  CHECK(standing(persistently_absent_after, {after(90)}) == "numerator 1");
  CHECK(standing(persistently_absent_after, {after(91)}) == "denominator_only 1");
  CHECK(standing(severely_absent_after, {after(50)}) == "numerator 1");
  CHECK(standing(severely_absent_after, {after(51)}) == "denominator_only 1");
  CHECK(standing(severely_absent_after, {referred_family()}) == "lost 1");
  CHECK(standing(persistent_absence_ended, {attended_both(90, 91)}) == "numerator 1");
  CHECK(standing(persistent_absence_ended, {attended_both(80, 90)}) == "denominator_only 1");
  CHECK(standing(persistent_absence_ended, {attended_both(91, 91)}) == "not_in_denominator 1");
}

TEST_CASE("sessions after the window change no figure", "[indicators]") {
  const Period last_days{Date{2026, 2, 1}, Date{2026, 4, 1}};  // the window's last day
  const Period day_more{Date{2026, 2, 1}, Date{2026, 4, 2}};
  const auto after = [](const Period& days) {
    auto log = referred_family();
    attended(log, autumn_after, 95);
    return attended(log, days, 0, 40);
  };
  CHECK(standing(persistently_absent_after, {after(last_days)}) == "numerator 1");
  CHECK(standing(persistently_absent_after, {after(day_more)}, "2028-01-01") == "denominator_only 1");
  auto years_later = attended_both(50, 90);
  attended(years_later, Period{Date{2026, 9, 2}, Date{2026, 12, 18}}, 0);
  CHECK(standing(severely_absent_after, {years_later}, "2028-01-01") == "denominator_only 1");
  const auto until = [](Date last) {
    auto log = FamilyLog{"anna"}.referred("2025-02-06");  // 450 days: until 2 May 2026
    attended(log, Period{Date{2025, 1, 1}, Date{2025, 2, 5}}, 40, 60);
    return improved(attended(log, Period{Date{2026, 1, 5}, last}, 90), "2028-01-01");
  };
  CHECK(until(Date{2026, 5, 2}) == "numerator 1");
  CHECK(until(Date{2026, 5, 3}) == "lost 1");
}

TEST_CASE("somebody is reliably better by the first and the last score, when the cases are closed", "[indicators]") {
  const ScoreRule rule{
      .instrument = "swemwbs", .version = 1, .of = FamilyRole::victim, .spread = {.deviation = 4, .reliability = 0.8}};
  const auto indicator = reliably_better("better", "Victims who are better", rule, {.title = "this test"});
  const auto scored = [&](const std::vector<double>& values) {
    auto log = referred_family();
    for (std::size_t i = 0; i < values.size(); ++i) {
      log.add("2025-02-0" + std::to_string(i + 1), score(log.victim(), values[i]));
    }
    return log.closed("2025-06-01");
  };
  CHECK(indicator.unit == CountedUnit::family);
  CHECK(standing(indicator, {scored({20, 26})}) == "numerator 1");
  CHECK(standing(indicator, {scored({20, 21})}) == "denominator_only 1");
  CHECK(standing(indicator, {scored({26, 20})}) == "denominator_only 1");
  CHECK(standing(indicator, {scored({20, 30, 21})}) == "denominator_only 1");
  CHECK(standing(indicator, {scored({20})}) == "lost 1");
  CHECK(standing(indicator, {scored({})}) == "not_in_denominator 1");
  CHECK(standing(indicator, {scored({20, 99})}) == "not_known 1");
  CHECK(standing(indicator, {scored({20, 26})}, "2025-05-31") == "pending 1");
  auto of_suspect = referred_family();
  of_suspect.add("2025-02-01", score(of_suspect.suspect(), 20)).add("2025-03-01", score(of_suspect.suspect(), 26));
  CHECK(standing(indicator, {of_suspect.closed("2025-06-01")}) == "not_in_denominator 1");

  auto unknown = rule;
  unknown.version = 2;
  CHECK_THROWS_AS(reliably_better("better", "Better", unknown, {.title = "this test"}), std::invalid_argument);
  for (const ScoreSpread spread :
       {ScoreSpread{.deviation = 0, .reliability = 0.8}, {.deviation = 4, .reliability = 1.1}}) {
    auto cannot_be = rule;
    cannot_be.spread = spread;
    CHECK_THROWS_WITH(reliably_better("better", "Better", cannot_be, {.title = "this test"}),
                      Catch::Contains("better: needs a deviation"));
  }
}

TEST_CASE("the first and the last score may stand in two cases of one person, and one in both is one", "[indicators]") {
  const auto better = [](FamilyRole of, const std::vector<FamilyLog>& logs) {
    const ScoreRule rule{
        .instrument = "swemwbs", .version = 1, .of = of, .spread = {.deviation = 4, .reliability = 0.8}};
    return standing(reliably_better("better", "Better", rule, {.title = "this test"}), logs);
  };
  for (const auto of : {FamilyRole::child, FamilyRole::victim}) {
    const auto first = referred_family();
    const auto person = of == FamilyRole::child ? first.child() : first.victim();
    const auto with = [&](const char* id, const char* referred, const char* at, double value) {
      return FamilyLog{"anna", id}.referred(referred).add(at, score(person, value)).closed("2025-12-01");
    };
    const auto before = with("before", "2025-01-06", "2025-02-01", 20);
    CHECK(better(of, {before, with("again", "2025-05-06", "2025-06-01", 30)}) == "numerator 1");
    CHECK(better(of, {with("again", "2025-05-06", "2025-06-01", 30), before}) == "numerator 1");
    CHECK(better(of, {before, with("again", "2025-01-07", "2025-02-01", 20)}) == "lost 1");
    // Of an earlier case nothing is told again.
    const auto earlier = with("earlier", "2024-01-06", "2024-02-01", 20);
    CHECK(better(of, {earlier, with("again", "2025-05-06", "2025-06-01", 30)}) == "lost 1");
    const auto none_since = FamilyLog{"anna", "again"}.referred("2025-05-06").closed("2025-12-01");
    auto earlier_twice = earlier;
    earlier_twice.add("2024-03-01", score(person, 30));
    CHECK(better(of, {earlier_twice, none_since}) == "not_in_denominator 1");
  }
}

TEST_CASE("records of attendance that cannot all be right say nothing", "[indicators]") {
  auto half_term_too = attended_both(80, 90);
  attended(half_term_too, Period{Date{2025, 9, 3}, Date{2025, 10, 24}}, 40, 50);
  CHECK(improved(half_term_too) == "not_known 1");
  auto touching = attended_both(80, 90);
  attended(touching, Period{Date{2025, 12, 19}, Date{2025, 12, 19}}, 2, 2);
  CHECK(standing(persistently_absent_after, {touching}) == "not_known 1");
  CHECK(improved(attended_both(80, 101)) == "not_known 1");
  CHECK(improved(attended_both(-1, 90)) == "not_known 1");
  CHECK(improved(attended_both(80, 90, 1'000'001)) == "not_known 1");
  const Period days{Date{2025, 9, 3}, Date{2025, 9, 22}};  // 20, of 40 sessions
  const auto possible = [&](int sessions) {
    auto log = referred_family();
    return standing(persistently_absent_after, {attended(log, days, sessions, sessions)});
  };
  CHECK(possible(40) == "denominator_only 1");
  CHECK(possible(41) == "not_known 1");
}

TEST_CASE("however many sessions are on record, every figure comes out", "[indicators]") {
  auto ages = referred_family();
  attended(ages, Period{Date{2026, 9, 1}, Date{2900, 1, 1}}, 1, 600'000);
  attended(ages, Period{Date{2900, 1, 2}, Date{3800, 1, 1}}, 1, 600'000);
  CHECK(standing(persistently_absent_after, {ages}) == "not_known 1");
  auto two_records = referred_family();
  attended(two_records, Period{Date{2025, 9, 1}, Date{2025, 9, 1}}, 0, 600'000);
  attended(two_records, Period{Date{2025, 9, 2}, Date{2025, 9, 2}}, 0, 600'000);
  CHECK(standing(persistently_absent_after, {two_records}) == "not_known 1");
  CHECK(improved(two_records) == "not_known 1");
}

TEST_CASE("an indicator without what its questions ask about is refused, by name", "[indicators]") {
  auto no_window = attendance_improved;
  no_window.window_days = {};
  CHECK_THROWS_WITH(standing(no_window, {referred_family()}),
                    Catch::Contains("attendance_improved: asks about a window"));
  const ScoreRule rule{
      .instrument = "swemwbs", .version = 1, .of = FamilyRole::victim, .spread = {.deviation = 5, .reliability = 0.9}};
  auto no_rule = reliably_better("better", "Better", rule, {.title = "this test"});
  no_rule.score = {};
  CHECK_THROWS_WITH(standing(no_rule, {referred_family().closed("2025-06-01")}),
                    Catch::Contains("better: asks about a score"));
  auto unknown = reliably_better("better", "Better", rule, {.title = "this test"});
  unknown.score->version = 2;
  CHECK_THROWS_WITH(standing(unknown, {referred_family().closed("2025-06-01")}),
                    Catch::Contains("better: of the scores of its rule"));
}
