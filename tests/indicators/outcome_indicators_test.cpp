#include <earlyhelp/indicators/outcome_indicators.hpp>

#include "support/make_register.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

Date day(const std::string& text) { return parse_date(text).value(); }

/// A child's sessions over some days, recorded a week after the last.
void attended(FamilyLog& log, const std::string& first, const std::string& last, int attended, int possible) {
  log.add(to_string(day(last) + Days{7}),
          AttendanceRecorded{
              .child = log.child(), .days = Period{day(first), day(last)}, .possible = possible, .attended = attended});
}

FamilyLog family(const std::string& name) {
  FamilyLog log{name};
  log.referred("2025-01-15");
  return log;
}

/// The spring terms of two years, before and after a case that began in January.
FamilyLog two_springs(const std::string& name, int before, int after, int possible = 100) {
  auto log = family(name);
  attended(log, "2024-01-08", "2024-03-28", before, possible);
  attended(log, "2026-01-05", "2026-03-27", 100, 100);  // of two years later: of no matched term by itself
  attended(log, "2025-01-20", "2025-03-28", after, possible);
  return log;
}

Measurement measured(const Indicator& indicator, const std::vector<FamilyLog>& logs,
                     const std::string& cut_off = "2026-06-01") {
  return measure(indicator, make_register(logs, cut_off), the_year());
}

}  // namespace

TEST_CASE("a record of attendance is of the term in whose middle it lies", "[indicators]") {
  const auto term = [](const std::string& first, const std::string& last) {
    return term_of(Period{day(first), day(last)});
  };
  CHECK(term("2025-09-03", "2025-12-19") == SchoolTerm::autumn);
  CHECK(term("2025-11-03", "2026-01-15") == SchoolTerm::autumn);
  CHECK(term("2026-01-05", "2026-03-27") == SchoolTerm::spring);
  CHECK(term("2026-02-23", "2026-04-10") == SchoolTerm::spring);
  CHECK(term("2026-04-13", "2026-07-21") == SchoolTerm::summer);
  CHECK(term("2026-04-13", "2026-05-22") == SchoolTerm::summer);
  CHECK(term("2026-01-01", "2026-05-21").has_value());        // 140 days
  CHECK_FALSE(term("2026-01-01", "2026-05-22").has_value());  // a day more
}

TEST_CASE("attendance is improved by three percentage points, of children who had missed a tenth", "[indicators]") {
  const auto standing = [](int before, int after, int possible = 100) {
    return standings_of(measured(attendance_improved, {two_springs("a", before, after, possible)}));
  };
  CHECK(standing(80, 83) == "numerator 1");
  CHECK(standing(80, 82) == "denominator_only 1");
  CHECK(standing(80, 70) == "denominator_only 1");
  CHECK(standing(90, 93) == "numerator 1");           // missed exactly a tenth
  CHECK(standing(91, 100) == "not_in_denominator 1");  // missed less
  CHECK(standing(32, 40, 40) == "numerator 1");
  CHECK(standing(31, 39, 39) == "not_known 1");  // too few sessions to say anything
}

TEST_CASE("attendance is compared with the same term of the year before, and with no other", "[indicators]") {
  auto autumn_after_spring = family("a");
  attended(autumn_after_spring, "2024-01-08", "2024-03-28", 50, 100);
  attended(autumn_after_spring, "2025-09-03", "2025-12-19", 100, 100);
  auto nothing = family("b");
  auto straddling = family("c");  // the autumn term in which the case began is neither before nor after
  attended(straddling, "2025-01-06", "2025-03-28", 50, 100);
  attended(straddling, "2026-01-05", "2026-03-27", 100, 100);
  const auto measurement = measured(attendance_improved, {autumn_after_spring, nothing, straddling});
  CHECK(standings_of(measurement) == "lost 3");
  CHECK(measurement.bounds() == Interval{.lower = 0, .upper = 1});
}

TEST_CASE("attendance is pending for 450 days, of everybody alike", "[indicators]") {
  const std::vector<FamilyLog> logs = {two_springs("a", 80, 95), family("b")};
  CHECK(standings_of(measured(attendance_improved, logs, "2026-04-10")) == "pending 2");  // the 450th day
  CHECK(standings_of(measured(attendance_improved, logs, "2026-04-11")) == "numerator 1, lost 1");
}

TEST_CASE("several records of one term are one term, and one that two cases hold is one record", "[indicators]") {
  auto log = family("a");
  attended(log, "2024-01-08", "2024-02-16", 30, 50);
  attended(log, "2024-02-26", "2024-03-28", 50, 50);  // 80 of 100 together
  attended(log, "2025-01-20", "2025-03-28", 82, 100);
  FamilyLog again = log;
  again.file.id = CaseId{"second"};
  CHECK(standings_of(measured(attendance_improved, {log, again})) == "denominator_only 1");
}

TEST_CASE("persistent absence ends below a tenth, and severe is half or more", "[indicators]") {
  CHECK(standings_of(measured(persistent_absence_ended, {two_springs("a", 80, 90)})) == "denominator_only 1");
  CHECK(standings_of(measured(persistent_absence_ended, {two_springs("a", 80, 91)})) == "numerator 1");

  const auto after = [](const Indicator& indicator, int attended_sessions, int possible) {
    auto log = family("a");
    if (possible > 0) attended(log, "2025-01-20", "2025-03-28", attended_sessions, possible);
    return standings_of(measured(indicator, {log}));
  };
  CHECK(after(persistently_absent_after, 90, 100) == "numerator 1");
  CHECK(after(persistently_absent_after, 91, 100) == "denominator_only 1");
  CHECK(after(severely_absent_after, 50, 100) == "numerator 1");
  CHECK(after(severely_absent_after, 51, 100) == "denominator_only 1");
  CHECK(after(severely_absent_after, 0, 39) == "not_known 1");
  CHECK(after(severely_absent_after, 0, 40) == "numerator 1");
  CHECK(after(severely_absent_after, 0, 0) == "lost 1");
}

TEST_CASE("families are reliably better by the first and the last score of one person", "[indicators]") {
  // Of the short wellbeing scale more is better; a deviation of 5 and a reliability of 0.9 make 4.38 the least change.
  const ScoreRule rule{.instrument = "swemwbs",
                       .version = 1,
                       .of = FamilyRole::victim,
                       .spread = {.deviation = 5, .reliability = 0.9}};
  const auto better = reliably_better("wellbeing_better", "Victims whose wellbeing is reliably better", rule,
                                      {.title = "an example"});
  const auto with = [&](std::initializer_list<double> scores, bool is_closed = true) {
    auto log = family("a");
    int month = 2;
    for (const auto score : scores) {
      log.add("2025-0" + std::to_string(month++) + "-10",
              OutcomeMetric{
                  .person = log.victim(), .instrument = "swemwbs", .version = rule.version, .score = score});
    }
    if (is_closed) log.closed("2025-12-01");
    return standings_of(measured(better, {log}));
  };
  CHECK(with({15.32, 19.98}) == "numerator 1");
  CHECK(with({15.32, 19.25}) == "denominator_only 1");
  CHECK(with({19.98, 15.32}) == "denominator_only 1");
  CHECK(with({15.32, 30.7, 15.32}) == "denominator_only 1");  // the last counts
  CHECK(with({15.32}) == "lost 1");
  CHECK(with({}) == "not_in_denominator 1");
  CHECK(with({15.32, 19.98}, false) == "pending 1");
  CHECK(with({15.32, 99}) == "not_known 1");  // no score of this instrument
}

TEST_CASE("of what is neither good nor bad by itself, or not known, nobody is reliably better", "[indicators]") {
  const ScoreRule rule{
      .instrument = "no_such", .version = 1, .of = FamilyRole::child, .spread = {.deviation = 5, .reliability = 0.9}};
  CHECK_THROWS_AS(reliably_better("x", "x", rule, {.title = "x"}), std::invalid_argument);
}
