#include <earlyhelp/outcomes/attendance_change.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <random>
#include <stdexcept>

using namespace earlyhelp;

namespace {

using Verdict = AttendanceVerdict;
using Why = NoAttendanceChange;

const AttendanceRule three_points{.improvement = ByPoints{.hundredths = 300}};
const AttendanceRule leaving{.improvement = ByLeavingPersistence{}};

AttendanceWindow window(int year, std::int64_t attended, std::int64_t possible) {
  return {.school_year = year,
          .terms = {SchoolTerm::autumn, SchoolTerm::spring},
          .sessions = {.possible = possible, .attended = attended}};
}

/// Of 200 possible sessions in each of two years.
AttendanceChange from_to(std::int64_t before, std::int64_t after, const AttendanceRule& rule) {
  return attendance_change(window(2022, before, 200), window(2023, after, 200), rule);
}

}  // namespace

TEST_CASE("attendance improved by at least the points that were fixed beforehand", "[outcomes]") {
  CHECK(from_to(160, 165, three_points).verdict == Verdict::same);
  CHECK(from_to(160, 166, three_points).verdict == Verdict::improved);
  CHECK(from_to(160, 167, three_points).verdict == Verdict::improved);
  CHECK(from_to(160, 160, three_points).verdict == Verdict::same);
  CHECK(from_to(160, 155, three_points).verdict == Verdict::same);
  CHECK(from_to(160, 154, three_points).verdict == Verdict::worse);
  CHECK(from_to(160, 166, three_points).points.value() == Approx(3.0));
  CHECK(from_to(160, 154, three_points).points.value() == Approx(-3.0));
}

TEST_CASE("points are compared exactly where the totals differ", "[outcomes]") {
  const AttendanceRule a_third_of_a_point{.improvement = ByPoints{.hundredths = 3334}};
  const AttendanceRule less{.improvement = ByPoints{.hundredths = 3333}};
  const auto before = window(2022, 60, 90);
  const auto after = window(2023, 60, 60);
  CHECK(attendance_change(before, after, a_third_of_a_point).verdict == Verdict::same);
  CHECK(attendance_change(before, after, less).verdict == Verdict::improved);
}

TEST_CASE("the least difference may be a hundredth of a point, or the whole", "[outcomes]") {
  const AttendanceRule least{.improvement = ByPoints{.hundredths = 1}};
  const auto of_10000 = [&](std::int64_t before, std::int64_t after) {
    return attendance_change(window(2022, before, 10'000), window(2023, after, 10'000), least).verdict;
  };
  CHECK(of_10000(500, 501) == Verdict::improved);
  CHECK(of_10000(500, 500) == Verdict::same);
  CHECK(of_10000(500, 499) == Verdict::worse);
  const AttendanceRule all{.improvement = ByPoints{.hundredths = 10'000}};
  CHECK(from_to(0, 200, all).verdict == Verdict::improved);
  CHECK(from_to(1, 200, all).verdict == Verdict::same);
  const auto most = std::int64_t{1'000'000};
  CHECK(attendance_change(window(2022, most, most), window(2023, 0, most), all).verdict == Verdict::worse);
}

TEST_CASE("attendance improved by leaving the persistently absent", "[outcomes]") {
  CHECK(from_to(180, 181, leaving).verdict == Verdict::improved);
  CHECK(from_to(100, 180, leaving).verdict == Verdict::same);
  CHECK(from_to(181, 200, leaving).verdict == Verdict::same);
  CHECK(from_to(181, 180, leaving).verdict == Verdict::worse);
  const AttendanceRule by_15{.improvement = ByLeavingPersistence{.persistent_percent = 15}};
  CHECK(from_to(170, 171, by_15).verdict == Verdict::improved);
  CHECK(from_to(180, 181, by_15).verdict == Verdict::same);
}

TEST_CASE("too few possible sessions in either window compare with nothing", "[outcomes]") {
  const auto change = attendance_change(window(2022, 20, 39), window(2023, 39, 39), three_points);
  CHECK((change ==
         AttendanceChange{.verdict = {}, .why_not = {Why::too_short_before, Why::too_short_after}, .points = {}}));
  CHECK(attendance_change(window(2022, 20, 40), window(2023, 40, 40), three_points).verdict == Verdict::improved);
  CHECK((attendance_change(window(2022, 20, 40), window(2023, 0, 0), three_points).why_not ==
         EnumSet<Why>{Why::too_short_after}));
}

TEST_CASE("only the same terms of a later year compare", "[outcomes]") {
  auto after = window(2023, 180, 200);
  after.terms = {SchoolTerm::autumn, SchoolTerm::summer};
  CHECK((attendance_change(window(2022, 160, 200), after, three_points).why_not == EnumSet<Why>{Why::other_terms}));
  CHECK((attendance_change(window(2023, 160, 200), window(2023, 180, 200), three_points).why_not ==
         EnumSet<Why>{Why::not_a_later_year}));
  CHECK((attendance_change(window(2024, 160, 200), after, three_points).why_not ==
         EnumSet<Why>{Why::other_terms, Why::not_a_later_year}));
  CHECK(attendance_change(window(2021, 160, 200), window(2023, 180, 200), three_points).verdict == Verdict::improved);
}

TEST_CASE("a rule may be about those alone who missed much before", "[outcomes]") {
  auto rule = three_points;
  rule.least_missed_percent = 10;
  CHECK((from_to(181, 200, rule).why_not == EnumSet<Why>{Why::missed_too_little}));
  CHECK(from_to(180, 200, rule).verdict == Verdict::improved);
}

TEST_CASE("turning the windows round turns the verdict round", "[outcomes]") {
  std::mt19937_64 random{23};
  const auto any_window = [&](int year) {
    const auto possible = static_cast<std::int64_t>(40 + random() % 200);
    return window(year, possible - static_cast<std::int64_t>(random() % 40), possible);
  };
  for (int i = 0; i < 5000; ++i) {
    auto before = any_window(2022);
    auto after = any_window(2023);
    for (const auto& rule : {three_points, leaving}) {
      const auto there = attendance_change(before, after, rule);
      std::swap(before.sessions, after.sessions);
      const auto back = attendance_change(before, after, rule);
      std::swap(before.sessions, after.sessions);
      const auto turned = there.verdict == Verdict::improved ? Verdict::worse
                          : there.verdict == Verdict::worse  ? Verdict::improved
                                                             : Verdict::same;
      CHECK(back.verdict == turned);
      CHECK(back.points.value() == Approx(-there.points.value()));
    }
  }
}

TEST_CASE("windows and rules of attendance that cannot be are refused", "[outcomes]") {
  const auto with = [](AttendanceRule rule) { return from_to(160, 180, rule); };
  CHECK_THROWS_WITH(with({.improvement = ByPoints{.hundredths = 0}}), Catch::Contains("hundredths: needs 1 to 10,000"));
  CHECK_THROWS_AS(with({.improvement = ByPoints{.hundredths = 10'001}}), std::invalid_argument);
  CHECK_THROWS_AS(with({.improvement = ByLeavingPersistence{.persistent_percent = 0}}), std::invalid_argument);
  CHECK_THROWS_AS(with({.improvement = ByPoints{.hundredths = 1}, .least_possible = 0}), std::invalid_argument);
  CHECK_THROWS_AS(with({.improvement = ByPoints{.hundredths = 1}, .least_possible = 1, .least_missed_percent = 101}),
                  std::invalid_argument);
  auto without_terms = window(2022, 160, 200);
  without_terms.terms = {};
  CHECK_THROWS_WITH(attendance_change(without_terms, window(2023, 160, 200), leaving), "terms: needs at least one");
  without_terms.terms = EnumSet<SchoolTerm>::of_bits(8);
  CHECK_THROWS_AS(attendance_change(window(2021, 160, 200), without_terms, leaving), std::invalid_argument);
  CHECK_THROWS_AS(from_to(201, 160, leaving), std::invalid_argument);
}
