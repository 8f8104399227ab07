#include <earlyhelp/report/review_list.hpp>

#include "support/make_worklist.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

std::string last_at_nine(const std::string& now) {
  const Clock nine{.kind = ClockKind::daily_at, .amount = 9 * 60};
  return to_string(last_daily_review(nine, london(), make_instant(now)).value());
}

void on_panel(Incident& incident) { incident.officer_grade = RiskGrade::high; }
void standard(Incident& incident) { incident.officer_grade = RiskGrade::standard; }
void ungraded(Incident& incident) { incident.officer_grade = boost::none; }

}  // namespace

TEST_CASE("the last daily review is the one before, also at the very time of a review", "[report]") {
  CHECK(last_at_nine("2026-01-05T08:59:59Z") == "2026-01-04T09:00:00Z");
  CHECK(last_at_nine("2026-01-05T09:00:00Z") == "2026-01-04T09:00:00Z");
  CHECK(last_at_nine("2026-01-05T09:00:01Z") == "2026-01-05T09:00:00Z");
  CHECK(last_at_nine("2025-06-01T08:00:01Z") == "2025-06-01T08:00:00Z");  // summer time
  CHECK(last_at_nine("2025-03-30T07:59:00Z") == "2025-03-29T09:00:00Z");  // across the night of change
  CHECK(last_at_nine("2025-06-30T23:30:00Z") == "2025-06-30T08:00:00Z");  // 1 July in London
}

TEST_CASE("a review at a time that the night of change skips is held when the clock goes on", "[report]") {
  const Clock half_past_one{.kind = ClockKind::daily_at, .amount = 90};
  CHECK(last_daily_review(half_past_one, london(), make_instant("2025-03-30T12:00:00Z")) ==
        make_instant("2025-03-30T01:30:00Z"));
}

TEST_CASE("there is no last review by a clock that is no time of day", "[report]") {
  const auto now = make_instant("2026-01-05T09:00:00Z");
  CHECK_FALSE(last_daily_review({.kind = ClockKind::clock_hours, .amount = 24}, london(), now));
  CHECK_FALSE(last_daily_review({.kind = ClockKind::daily_at, .amount = 24 * 60}, london(), now));
}

TEST_CASE("the gravest incident comes first: by route, grade, due time, then id", "[report]") {
  const std::vector<IncidentForReview> in_order{
      make_for_review("i-7", 5, on_panel), make_for_review("i-1", 20, on_panel),  // due later
      make_for_review("i-3", 2),                                                  // medium
      make_for_review("i-8", 2),                                                  // the same, by id
  };
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    for (std::size_t j = 0; j < in_order.size(); ++j) CHECK(is_graver(in_order[i], in_order[j]) == (i < j));
  }
}

TEST_CASE("not graded never means safe: it comes before what was graded standard on the same route", "[report]") {
  auto none = make_for_review("i-9", 1, ungraded);
  auto low = make_for_review("i-1", 1, standard);
  REQUIRE_FALSE(none.decision.known.grade);
  none.decision.known.route = low.decision.known.route;
  CHECK(is_graver(none, low));
  CHECK_FALSE(is_graver(low, none));
}

TEST_CASE("an incident without any due time comes last among its equals", "[report]") {
  auto without = make_for_review("i-1", 1);
  without.due = DueTimes{.duties = without.due.duties};
  CHECK(is_graver(make_for_review("i-2", 1), without));
  CHECK_FALSE(is_graver(without, make_for_review("i-2", 1)));
}

TEST_CASE("what a review is told is what was decided, with the reasons by their ids", "[report]") {
  const auto incident = make_incident();
  const auto decided = make_decided(incident);
  const auto told = for_review(incident, decided.decision, decided.due, decided.policy);
  CHECK((told.decision == decided.decision.decision));
  CHECK((told.due == decided.due));
  CHECK(told.recorded_at == incident.recorded_at.instant);
  std::vector<std::string> reasons;
  for (const auto& rule : told.reasons) reasons.emplace_back(rule.view());
  CHECK(reasons == ids_of(decided.decision.decision.known.reasons, decided.policy));
  CHECK_FALSE(reasons.empty());
}
