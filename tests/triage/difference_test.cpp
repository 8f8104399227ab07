#include <earlyhelp/triage/difference.hpp>
#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/triage.hpp>
#include <earlyhelp/triage/verify.hpp>

#include "support/policy.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <utility>

using namespace earlyhelp;
using namespace earlyhelp::test;

TEST_CASE("a policy without one of its rules differs from it just where the rule matters", "[triage][verify]") {
  const auto book = default_policy_book();
  const auto policy = policy_of(book);
  for (const auto& rule : verify(policy, {.invariants = {}}).rules) {
    CAPTURE(rule.id.view());
    auto without = book;
    std::erase_if(without.rules, [&](const Rule& each) { return each.id == rule.id; });
    const auto other = policy_of(without);

    const auto found = difference(policy, other);

    REQUIRE(found.has_value() == (rule.matters_in > 0));
    CHECK(difference(policy, other, {DecisionPart::reasons})->cases == rule.fires_in);
    if (!found) continue;
    CHECK(found->cases <= rule.matters_in);  // a clock alone may matter too
    CHECK(found->of == 1'595'998'850'300'928U);
    const auto before = triage(found->facts, policy).known;
    const auto after = triage(found->facts, other).known;
    const bool is_same = before.grade == after.grade && before.route == after.route && before.duties == after.duties;
    CHECK_FALSE(is_same);
  }
}

TEST_CASE("every duty that a row no longer opens is a difference", "[triage][verify]") {
  for (const auto duty : values_of<Duty>) {
    CAPTURE(duty);
    auto book = default_policy_book();
    book.rules.push_back({.id = "last",
                          .title = "A test",
                          .when = Signal::separation && Signal::route_early_intervention_or_above,
                          .duties = {DutyClause{.duties = {duty}}},
                          .source = {"test", ""}});
    const auto with_duty = policy_of(book);
    book.rules.back().duties = {};

    const auto found = difference(with_duty, policy_of(book));

    // Every domestic incident has its daily review already.
    REQUIRE(found.has_value() == (duty != Duty::daily_review));
    if (found) CHECK(triage(found->facts, with_duty).known.duties.contains(duty));
  }
}

TEST_CASE("what only one of two policies looks at tells them apart", "[triage][verify]") {
  auto book = default_policy_book();
  book.rules = {rule_of(book, "domestic-incident")};
  const auto narrow = policy_of(book);
  book.rules.push_back(rule_of(book, "domestic-incident"));
  book.rules.back().id = "weapon";
  book.rules.back().when = Signal::weapon;
  book.rules.back().route_at_least = Route::multi_agency_review;
  const auto wide = policy_of(book);

  for (const auto& [a, b] : {std::pair{narrow, wide}, std::pair{wide, narrow}}) {
    const auto found = difference(a, b);
    REQUIRE(found.has_value());
    CHECK(found->facts.findings[Finding::weapon] == Answer::yes);
    CHECK(found->cases == 4 * 4 * 4);  // of each domestic definition, both grades; one of three answers
    CHECK(found->of == 5 * 4 * 4 * 3);
  }
}

TEST_CASE("policies of different days are compared on the days of both", "[triage][verify]") {
  auto book = default_policy_book();
  const auto old = policy_of(book, Date{2020, 1, 1});
  book.parameters.push_back({.parameter = Parameter::serial_victims,
                             .in_force_from = Date{2026, 1, 1},
                             .value = 3,
                             .source = {"A test", ""}});
  const auto found = difference(old, policy_of(book, Date{2026, 6, 1}));
  REQUIRE(found.has_value());
  CHECK(found->facts.history.suspect_other_victims == 1);
}

TEST_CASE("who moves when a threshold falls is counted over every case", "[triage][verify]") {
  auto book = default_policy_book();
  set(book, Parameter::escalation_events, 2);
  const auto a = make_policy();
  const auto b = policy_of(book);

  const auto all = compare(a, b).moves;
  const auto found = difference(a, b, {DecisionPart::grade, DecisionPart::route});

  REQUIRE(found.has_value());
  std::uint64_t cases = 0;
  for (const auto& move : all) {
    cases += move.cases;
    CHECK(move.route_after > move.route_before);
    CHECK(move.grade_after == move.grade_before);
    const auto before = triage(move.example, a).known;
    const auto after = triage(move.example, b).known;
    CHECK(std::pair{before.grade, before.route} == std::pair{move.grade_before, move.route_before});
    CHECK(std::pair{after.grade, after.route} == std::pair{move.grade_after, move.route_after});
  }
  CHECK(cases == found->cases);
  CHECK(found->facts.history.events_in_window == 2);
  CHECK(compare(a, a).moves.empty());
  CHECK_FALSE(difference(a, a).has_value());
}
