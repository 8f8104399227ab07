#include <earlyhelp/policy/mutant.hpp>
#include <earlyhelp/policy/policy_timeline.hpp>
#include <earlyhelp/triage/realisable.hpp>
#include <earlyhelp/triage/scenario_coverage.hpp>

#include "support/random_facts.hpp"
#include "support/scenario.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <vector>

using namespace earlyhelp;

namespace {

const Date today{2026, 1, 5};

/// Of its mutants at most two are apart, and two cases do not kill all.
PolicyBook book_with_few_apart() {
  return test::book_of(
      {"domestic-incident", "officer-grade", "ungraded", "professional-judgement", "marac-repeat", "victim-suicidal"});
}

std::vector<Scenario> scenarios_of(const std::vector<Facts>& cases, const PolicyBook& book) {
  std::vector<Scenario> scenarios;
  for (const auto& facts : cases) scenarios.push_back(test::scenario_of(facts, book));
  return scenarios;
}

/// Incidents that there can be, of days before and after the duty to tell schools began, and of `today`.
std::vector<Facts> random_incidents(std::size_t count, std::uint64_t seed) {
  test::RandomFacts random{seed};
  std::vector<Facts> incidents;
  while (incidents.size() < count) {
    auto facts = random.next();
    facts.reported_on = std::array{Date{2025, 11, 6}, Date{2025, 11, 7}, today}[incidents.size() % 3];
    if (is_realisable(facts)) incidents.push_back(facts);
  }
  return incidents;
}

/// Which mutants a case kills.
using Killed = std::vector<bool>;

class Killing {
 public:
  explicit Killing(const PolicyBook& book) : book_{book} {
    for (const auto& mutant : mutants_of(book, today)) mutants_.emplace_back(mutant.book);
  }
  Killed by(const Facts& facts) const {
    const auto scenario = test::scenario_of(facts, book_);
    Killed killed;
    for (const auto& mutant : mutants_) killed.push_back(!mismatches(scenario, *mutant.on(facts.reported_on)).empty());
    return killed;
  }

 private:
  const PolicyBook& book_;
  std::vector<PolicyTimeline> mutants_;
};

bool kill_all(const Killed& a, const Killed& b, const Killed& all) {
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] && !a[i] && !b[i]) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("the killing cases kill all that can be killed", "[triage]") {
  for (const auto& book : {test::small_book(), book_with_few_apart(), test::dated_book()}) {
    const auto found = killing_cases(book, today);

    const auto all = coverage(book, scenarios_of(found.cases, book), today);

    CHECK(all.failing == 0);
    CHECK(all.count(MutantEnd::survived) == 0);
    CHECK(all.count(MutantEnd::killed) > found.cases.size());
  }
}

TEST_CASE("no case kills two of the mutants that are apart, so no fewer cases kill all", "[triage][property]") {
  const auto book = GENERATE(test::small_book(), test::dated_book());
  const auto found = killing_cases(book, today);
  REQUIRE(found.apart.size() == found.cases.size());
  CHECK(found.at_least == found.cases.size());
  const Killing killing{book};
  const auto apart_killed_by = [&](const Facts& facts) {
    const auto killed = killing.by(facts);
    return std::count_if(found.apart.begin(), found.apart.end(), [&](auto place) { return killed[place]; });
  };

  for (const auto& facts : found.cases) CHECK(apart_killed_by(facts) == 1);
  for (const auto& facts : random_incidents(500, 11)) CHECK(apart_killed_by(facts) <= 1);
}

TEST_CASE("what only an earlier policy of the book shows is killed by a case of its days", "[triage]") {
  const auto found = killing_cases(test::dated_book(), today);

  const auto is_reported_on = [&](Date day) {
    return std::any_of(found.cases.begin(), found.cases.end(),
                       [day](const Facts& facts) { return facts.reported_on == day; });
  };
  CHECK(is_reported_on(Date{2025, 11, 6}));
  CHECK(is_reported_on(Date{2025, 11, 7}));
  CHECK(is_reported_on(Date{2026, 1, 1}));  // the number that is in force from then on
}

TEST_CASE("where few mutants are apart, more cases are needed if no way to do with fewer is left",
          "[triage][property]") {
  const auto book = book_with_few_apart();
  const auto found = killing_cases(book, today);
  REQUIRE(found.apart.size() == 2);
  CHECK(found.cases.size() == 3);
  CHECK(found.at_least == 3);

  // Not two of all these cases, and those that were found, kill what all together kill.
  const Killing killing{book};
  auto incidents = random_incidents(600, 12);
  incidents.insert(incidents.end(), found.cases.begin(), found.cases.end());
  std::set<Killed> kinds;
  for (const auto& facts : incidents) kinds.insert(killing.by(facts));
  Killed all(kinds.begin()->size());
  for (const auto& killed : kinds)
    std::transform(all.begin(), all.end(), killed.begin(), all.begin(), std::logical_or{});
  for (const auto& one : kinds) {
    CHECK(std::none_of(kinds.begin(), kinds.end(), [&](const Killed& other) { return kill_all(one, other, all); }));
  }
}

TEST_CASE("the killing cases expect what to ask next, so that one case can kill what needs many without", "[triage]") {
  // Six rules ask for a review, and for what a likely prosecution asks for too. That one of them asks for a lower route
  // shows in what is decided when it alone fires: a case for each. In what to ask next it shows for all of them in one
  // case, where none of their signals is known.
  const auto book = test::book_of({"threat-to-kill", "stalking", "strangulation", "sexual-harm", "coercive-control",
                                   "victim-suicidal", "prosecution-likely", "weapon"});

  const auto found = killing_cases(book, today);

  CHECK(found.cases.size() < 6);
  CHECK(found.at_least == found.cases.size());
  CHECK(coverage(book, scenarios_of(found.cases, book), today).count(MutantEnd::survived) == 0);
}
