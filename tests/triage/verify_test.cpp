#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/triage.hpp>
#include <earlyhelp/triage/verify.hpp>

#include "support/make_calendar.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

TEST_CASE("the shipped policy is verified over every case, and only one thing is found", "[triage][verify]") {
  const auto found = verify(make_policy());

  CHECK(found.policy == make_policy().stamp());
  CHECK(found.rules.size() == make_policy().rules().size());
  REQUIRE(found.properties.size() == count_of<Property>);
  for (const auto& report : found.properties) {
    CAPTURE(to_string(report.property));
    CHECK(found.of(report.property).property == report.property);
    CHECK(report.cases >= found.cases);
    CHECK(report.undecided.empty());
    CHECK(report.failures.empty() == (report.property != Property::graver_never_delays));
  }
  CHECK_FALSE(found.holds());
}

TEST_CASE("the published clocks let a graver incident reach the safeguarding hub later, when it is reported after work",
          "[triage][verify]") {
  // A consideration is due at the end of the next working day, the referral that takes its place 24 hours after the
  // report: after 17:00 on the eve of a working day that is later.
  const auto failures = verify(make_policy()).of(Property::graver_never_delays).failures;
  REQUIRE(failures.size() == 1);
  const auto& failure = failures.front();
  CHECK(failure.subject == "mash");
  CHECK(failure.sentence ==
        "A graver fact (officer grade from standard to high) delays what the safeguarding hub (MASH) is asked: due 24 "
        "clock hours from the report, not 1 working day from the report. Reported 2026-01-05T17:30:00Z, it is due "
        "2026-01-06T17:30:00Z instead of 2026-01-06T17:00:00Z.");
  REQUIRE(failure.starts.has_value());
  CHECK(failure.starts->reported_at == make_instant("2026-01-05T17:30:00Z"));
  CHECK(failure.facts->reported_on == Date{2026, 1, 5});

  const auto policy = make_policy();
  const auto before = due_times(triage(*failure.facts, policy), *failure.starts, policy, make_calendar());
  const auto after = due_times(triage(*failure.other, policy), *failure.starts, policy, make_calendar());
  CHECK(before[Duty::mash_consideration] == make_instant("2026-01-06T17:00:00Z"));
  CHECK(after[Duty::mash_referral] == make_instant("2026-01-06T17:30:00Z"));
}

TEST_CASE("with a referral due within four hours the shipped policy has nothing to find", "[triage][verify]") {
  auto book = default_policy_book();
  set(book, Parameter::mash_referral_within, DutyClock{.clock = {.kind = ClockKind::clock_hours, .amount = 4}});
  CHECK(verify(policy_of(book)).holds());
}

TEST_CASE("the number of cases follows from the cuts", "[triage][verify]") {
  const auto found = verify(make_policy());
  std::uint64_t product = 1;
  for (const auto& cut : found.cuts) {
    CAPTURE(cut.name);
    product *= cut.values.size();
    CHECK_FALSE(cut.values.empty());
  }
  CHECK(found.combinations == product);
  CHECK(found.combinations == 1'767'381'277'178'880U);  // 5 4 4 4 3^21 2 3 2 2 11 2
  CHECK(found.cases == 1'595'998'850'300'928U);
}

TEST_CASE("where a policy does not look nothing is cut", "[triage][verify]") {
  auto book = default_policy_book();
  book.rules = {rule_of(book, "domestic-incident"), rule_of(book, "not-domestic")};
  const auto found = verify(policy_of(book), {.invariants = {}});
  CHECK(found.combinations == 5 * 4 * 4);
  for (const auto& cut : found.cuts) CHECK((cut.values.size() == 1) == (cut.values.size() < 4));
}

TEST_CASE("every rule of the shipped policy matters, but the one that says why there is nothing to do",
          "[triage][verify]") {
  const auto policy = make_policy();
  for (const auto& rule : verify(policy).rules) {
    CAPTURE(rule.id.view());
    CHECK(policy.rule(rule.rule).id == rule.id);
    CHECK(rule.fires_in > 0);
    REQUIRE(rule.example.has_value());
    CHECK(triage(*rule.example, policy).known.reasons.contains(rule.rule));
    CHECK((rule.matters_in == 0) == (rule.id.view() == "not-domestic"));
    CHECK((rule.only_reason_in > 0) == (rule.id.view() == "not-domestic"));
  }
}

TEST_CASE("of examples that depart as little, the one whose first facts are quiet is shown", "[triage][verify]") {
  const auto found = verify(make_policy(), {.invariants = {}});
  for (const auto& rule : found.rules) {
    if (rule.id.view() != "rising-abuse") continue;
    CHECK(differing(*rule.example, found.quiet) == EnumSet{Fact::severity_rising});
    CHECK(rule.example->findings[Finding::severity_rising] == Answer::yes);
  }
}

TEST_CASE("progress is told after each property", "[triage][verify]") {
  std::vector<std::pair<std::size_t, std::size_t>> told;
  const auto note = [&](std::size_t done, std::size_t of) { told.emplace_back(done, of); };
  const auto found = verify(make_policy(), {.progress = note});
  REQUIRE(told.size() == found.properties.size());
  for (std::size_t i = 0; i < told.size(); ++i) CHECK(told[i] == std::pair{i + 1, told.size()});
}
