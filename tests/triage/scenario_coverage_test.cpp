#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/realisable.hpp>
#include <earlyhelp/triage/scenario_coverage.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "support/policy.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

using namespace earlyhelp;

namespace {

const Date today{2026, 1, 5};

/// Some rules of the shipped book: enough for every kind of slip, few enough to try them all one by one.
PolicyBook small_book() {
  constexpr std::array<std::string_view, 7> kept = {"domestic-incident", "officer-grade", "escalation",   "weapon",
                                                    "child-harmed",      "young-child",   "first-contact"};
  auto book = default_policy_book();
  std::erase_if(book.rules,
                [&](const Rule& rule) { return std::find(kept.begin(), kept.end(), rule.id.view()) == kept.end(); });
  return book;
}

/// A case that expects whatever `book` decides.
Scenario scenario_of(const Facts& facts, const PolicyBook& book, EnumSet<DecisionPart> parts = all_parts) {
  const auto policy = test::policy_of(book, facts.reported_on);
  const auto decision = triage(facts, policy);
  Scenario scenario{.id = "", .line = 1, .facts = facts};
  for (const auto part : parts) {
    scenario.expected.push_back({.part = part, .words = words_in(part, decision, policy)});
  }
  return scenario;
}

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
  const auto book = small_book();
  const std::vector scenarios{scenario_of(with_finding(Finding::weapon), book)};

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
  const auto book = small_book();
  auto scenario = scenario_of(with_finding(Finding::weapon), book);
  scenario.expected = {{.part = DecisionPart::route, .words = {"multi_agency_review"}}};

  const auto found = coverage(book, std::vector{scenario}, today);

  CHECK(mutant(found, "weapon", "without the rule").end == MutantEnd::killed);
  CHECK(mutant(found, "weapon: when", "not weapon instead of weapon").end == MutantEnd::killed);
  CHECK(mutant(found, "first-contact", "without contact_family").end == MutantEnd::survived);
  CHECK(mutant(found, "escalation", "without the rule").end == MutantEnd::survived);
}

TEST_CASE("a case that the policy itself does not meet counts for nothing but itself", "[triage]") {
  const auto book = small_book();
  auto scenario = scenario_of(with_finding(Finding::weapon), book);
  scenario.expected = {{.part = DecisionPart::route, .words = {"record_only"}}};

  const auto found = coverage(book, std::vector{scenario}, today);

  CHECK(found.scenarios == 1);
  CHECK(found.failing == 1);
  CHECK(found.count(MutantEnd::killed) == 0);
  CHECK(std::none_of(found.rules.begin(), found.rules.end(), [](const auto& rule) { return rule.fires; }));
}

TEST_CASE("the case named for a survivor kills it", "[triage]") {
  const auto book = small_book();
  const auto found = coverage(book, {}, today);
  std::vector<Scenario> killers;
  for (const auto& each : found.mutants) {
    CHECK((each.end == MutantEnd::survived) == each.killer.has_value());
    if (each.killer) killers.push_back(scenario_of(*each.killer, book));
  }

  const auto with_killers = coverage(book, killers, today);

  CHECK(with_killers.count(MutantEnd::survived) == 0);
  CHECK(with_killers.count(MutantEnd::killed) == found.count(MutantEnd::survived));
  CHECK(with_killers.count(MutantEnd::equivalent) == found.count(MutantEnd::equivalent));
}

TEST_CASE("no random incident tells an equivalent mutant from its policy", "[triage][property]") {
  const auto book = small_book();
  const auto found = coverage(book, {}, today);
  const auto mutants = mutants_of(book, today);
  const auto policy = test::policy_of(book);
  REQUIRE(found.count(MutantEnd::equivalent) > 0);
  REQUIRE(mutants.size() == found.mutants.size());
  test::RandomFacts random{5};
  std::vector<Facts> facts;
  for (int i = 0; i < 3'000; ++i) facts.push_back(random.next());

  for (std::size_t m = 0; m < mutants.size(); ++m) {
    if (found.mutants[m].end != MutantEnd::equivalent) continue;
    const auto mutated = test::policy_of(mutants[m].book);
    const bool is_told_apart = std::any_of(facts.begin(), facts.end(), [&](const Facts& each) {
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

TEST_CASE("the killing cases kill all that can be killed, and no fewer can", "[triage]") {
  const auto book = small_book();
  const auto found = killing_cases(book, today);
  std::vector<Scenario> cases;
  for (const auto& facts : found.cases) cases.push_back(scenario_of(facts, book, found.parts));
  const auto all = coverage(book, cases, today);
  CHECK(all.count(MutantEnd::survived) == 0);
  CHECK(all.count(MutantEnd::killed) > found.cases.size());
  CHECK_FALSE(found.parts.contains(DecisionPart::ask_next));

  // As many mutants as there are cases, and no case kills two of them.
  CHECK(found.apart.size() == found.cases.size());
  const auto mutants = mutants_of(book, today);
  std::vector<Policy> apart;
  for (const auto place : found.apart) apart.push_back(test::policy_of(mutants[place].book));
  const auto killed_by = [&](const Scenario& scenario) {
    return std::count_if(apart.begin(), apart.end(),
                         [&](const Policy& mutant) { return !mismatches(scenario, mutant).empty(); });
  };
  for (const auto& scenario : cases) CHECK(killed_by(scenario) == 1);
  test::RandomFacts random{11};
  for (int i = 0; i < 2000; ++i) {
    auto facts = random.next();
    facts.reported_on = today;
    if (is_realisable(facts)) CHECK(killed_by(scenario_of(facts, book, found.parts)) <= 1);
  }
}
