#include <earlyhelp/policy/policy_timeline.hpp>
#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/scenario_coverage.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "support/random_facts.hpp"
#include "support/scenario.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace earlyhelp;

namespace {

const Date today{2026, 1, 5};

Facts with_finding(Finding finding) {
  auto facts = quiet_facts(today);
  facts.findings.set(finding, Answer::yes);
  return facts;
}

const MutantCoverage& mutant(const ScenarioCoverage& found, std::string_view place, std::string_view what) {
  return *std::find_if(found.mutants.begin(), found.mutants.end(),
                       [&](const MutantCoverage& each) { return each.place == place && each.what == what; });
}

}  // namespace

TEST_CASE("coverage says which rules fire and which signals have both answers", "[triage]") {
  const auto book = test::small_book();
  const std::vector scenarios{test::scenario_of(with_finding(Finding::weapon), book)};

  const auto found = coverage(book, scenarios, today);

  const auto fires = [&](std::string_view id) {
    return std::find_if(found.rules.begin(), found.rules.end(), [&](const auto& rule) { return rule.id.view() == id; })
        ->fires;
  };
  CHECK(fires("weapon"));
  CHECK(fires("domestic-incident"));
  CHECK_FALSE(fires("escalation"));
  const auto reach_of = [&](Signal signal) {
    return *std::find_if(found.signals.begin(), found.signals.end(),
                         [&](const auto& each) { return each.signal == signal; });
  };
  CHECK((reach_of(Signal::weapon) == SignalCoverage{Signal::weapon, true, false}));
  CHECK((reach_of(Signal::young_child) == SignalCoverage{Signal::young_child, false, true}));
}

TEST_CASE("a mutant is killed by a case that expects what it does not decide", "[triage]") {
  const auto book = test::small_book();
  auto scenario = test::scenario_of(with_finding(Finding::weapon), book);
  scenario.expected = {{.part = DecisionPart::route, .words = {"multi_agency_review"}}};

  const auto found = coverage(book, std::vector{scenario}, today);

  CHECK(mutant(found, "weapon", "without the rule").end == MutantEnd::killed);
  CHECK(mutant(found, "weapon: when", "not weapon instead of weapon").end == MutantEnd::killed);
  CHECK(mutant(found, "first-contact", "without contact_family").end == MutantEnd::survived);
  CHECK(mutant(found, "escalation", "without the rule").end == MutantEnd::survived);
}

TEST_CASE("a case that the policy itself does not meet counts for nothing but itself", "[triage]") {
  const auto book = test::small_book();
  auto scenario = test::scenario_of(with_finding(Finding::weapon), book);
  scenario.expected = {{.part = DecisionPart::route, .words = {"record_only"}}};

  const auto found = coverage(book, std::vector{scenario}, today);

  CHECK(found.scenarios == 1);
  CHECK(found.failing == 1);
  CHECK(found.count(MutantEnd::killed) == 0);
  CHECK(std::none_of(found.rules.begin(), found.rules.end(), [](const auto& rule) { return rule.fires; }));
}

TEST_CASE("a case of which nothing is expected, or that no incident can be, shows nothing", "[triage]") {
  const auto book = test::small_book();
  auto without_expectation = test::scenario_of(with_finding(Finding::weapon), book);
  without_expectation.expected.clear();
  auto facts = with_finding(Finding::weapon);
  facts.children.youngest_age_years = 0;  // of no linked child
  const std::vector scenarios{without_expectation, test::scenario_of(facts, book)};

  const auto found = coverage(book, scenarios, today);

  CHECK(found.failing == 2);
  CHECK(found.count(MutantEnd::killed) == 0);
  CHECK(std::none_of(found.rules.begin(), found.rules.end(), [](const auto& rule) { return rule.fires; }));
}

TEST_CASE("a mutant is equivalent only if no policy that the book ever makes tells it", "[triage]") {
  const auto book = test::dated_book();

  const auto found = coverage(book, {}, today);

  for (const auto& [what, day] : {std::pair{"2025-11-08 instead of 2025-11-07", Date{2025, 11, 7}},
                                  std::pair{"2025-11-06 instead of 2025-11-07", Date{2025, 11, 6}}}) {
    const auto& slip = mutant(found, "school_notification_from", what);
    REQUIRE(slip.end == MutantEnd::survived);
    CHECK(slip.killer->reported_on == day);
  }
  // What the newest policy shows is shown by it.
  const auto& number = mutant(found, "escalation_events", "6 instead of 5");
  REQUIRE(number.end == MutantEnd::survived);
  CHECK(number.killer->reported_on >= Date{2026, 1, 1});
  CHECK(mutant(found, "weapon", "without the rule").killer->reported_on >= Date{2026, 1, 1});
}

TEST_CASE("the case named for a survivor kills it", "[triage]") {
  const auto book = GENERATE(test::small_book(), test::dated_book());
  const auto found = coverage(book, {}, today);
  std::vector<Scenario> killers;
  for (const auto& each : found.mutants) {
    CHECK((each.end == MutantEnd::survived) == each.killer.has_value());
    if (each.killer) killers.push_back(test::scenario_of(*each.killer, book));
  }

  const auto with_killers = coverage(book, killers, today);

  CHECK(with_killers.count(MutantEnd::survived) == 0);
  CHECK(with_killers.count(MutantEnd::killed) == found.count(MutantEnd::survived));
  CHECK(with_killers.count(MutantEnd::equivalent) == found.count(MutantEnd::equivalent));
}

TEST_CASE("no random incident tells an equivalent mutant from its policy", "[triage][property]") {
  const auto book = GENERATE(test::small_book(), test::dated_book());
  const auto found = coverage(book, {}, today);
  const auto mutants = mutants_of(book, today);
  const PolicyTimeline policies{book};
  REQUIRE(found.count(MutantEnd::equivalent) > 0);
  REQUIRE(mutants.size() == found.mutants.size());
  test::RandomFacts random{5};
  std::vector<Facts> facts;
  for (int i = 0; i < 3'000; ++i) {
    facts.push_back(random.next());
    facts.back().reported_on = Date{2025, 11, 1} + Days{i % 100};
  }

  for (std::size_t m = 0; m < mutants.size(); ++m) {
    if (found.mutants[m].end != MutantEnd::equivalent) continue;
    const PolicyTimeline all_mutated{mutants[m].book};
    const bool is_told_apart = std::any_of(facts.begin(), facts.end(), [&](const Facts& each) {
      const auto& policy = *policies.on(each.reported_on);
      const auto& mutated = *all_mutated.on(each.reported_on);
      const auto before = triage(each, policy);
      const auto after = triage(each, mutated);
      return std::any_of(values_of<DecisionPart>.begin(), values_of<DecisionPart>.end(), [&](DecisionPart part) {
        return words_in(part, before, policy) != words_in(part, after, mutated);
      });
    });
    INFO(mutants[m].place << ": " << mutants[m].what);
    CHECK_FALSE(is_told_apart);
  }
}
