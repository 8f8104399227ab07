#include <earlyhelp/triage/invariant.hpp>
#include <earlyhelp/triage/triage.hpp>
#include <earlyhelp/triage/verify.hpp>

#include "support/policy.hpp"
#include "support/print.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

std::vector<Failure> broken(const Invariant& invariant) {
  return verify(make_policy(), {.invariants = {invariant}}).of(Property::invariants_hold).failures;
}

}  // namespace

TEST_CASE("ten invariants ship, each with an id of its own and a title", "[triage][verify]") {
  std::set<std::string> ids;
  for (const auto& invariant : shipped_invariants()) {
    ids.insert(invariant.id);
    CHECK_FALSE(invariant.title.empty());
  }
  CHECK(ids.size() == 10);
}

TEST_CASE("the invariants that ship hold for every kind of incident under the shipped policy", "[triage][verify]") {
  const auto policy = make_policy();
  RandomFacts random{9};
  for (int i = 0; i < 20'000; ++i) {
    const auto facts = random.next();
    const auto decision = triage(facts, policy);
    for (const auto& invariant : shipped_invariants()) {
      if (!invariant.holds(facts, decision)) FAIL(invariant.id << ", incident " << i);
    }
  }
}

TEST_CASE("an invariant meets every combination of what it names", "[triage][verify]") {
  using Seen = std::set<std::pair<Definition, std::pair<Answer, Route>>>;
  const auto seen = std::make_shared<Seen>();
  const auto look = [seen](const Facts& facts, const Decision& decision) {
    seen->insert({facts.definition, {facts.findings[Finding::injury], decision.known.route}});
    return true;
  };
  CHECK(broken({.id = "look",
                .title = "It looks",
                .facts = {Fact::definition, Fact::injury},
                .parts = {DecisionPart::route},
                .holds = look})
            .empty());

  Seen possible;
  RandomFacts random{10};
  const auto policy = make_policy();
  for (int i = 0; i < 50'000; ++i) {
    const auto facts = random.next();
    possible.insert({facts.definition, {facts.findings[Finding::injury], triage(facts, policy).known.route}});
  }
  CHECK(std::includes(seen->begin(), seen->end(), possible.begin(), possible.end()));
}

TEST_CASE("a broken invariant is counted and shown on the smallest incident", "[triage][verify]") {
  const auto failures = broken(
      {.id = "no-panel",
       .title = "Nobody goes to the panel",
       .facts = {},
       .parts = {DecisionPart::route},
       .holds = [](const Facts&, const Decision& decision) { return decision.known.route != Route::high_risk_panel; }});
  REQUIRE(failures.size() == 1);
  CHECK(failures.front().subject == "no-panel");
  CHECK(failures.front().cases > 0);
  CHECK(triage(*failures.front().facts, make_policy()).known.route == Route::high_risk_panel);
  CHECK(differing(*failures.front().facts, quiet_facts(Date{2025, 11, 7})).size() == 1);
}

TEST_CASE("an invariant may name what the policy does not look at", "[triage][verify]") {
  auto book = default_policy_book();
  book.rules = {rule_of(book, "domestic-incident")};
  const auto failures =
      verify(policy_of(book), {.invariants = {{.id = "weapons-are-reviewed",
                                               .title = "A weapon is reviewed",
                                               .facts = {Fact::weapon, Fact::definition},
                                               .parts = {DecisionPart::route},
                                               .holds =
                                                   [](const Facts& facts, const Decision& decision) {
                                                     return facts.findings[Finding::weapon] != Answer::yes ||
                                                            decision.known.route >= Route::multi_agency_review;
                                                   }}}})
          .of(Property::invariants_hold)
          .failures;
  REQUIRE(failures.size() == 1);
  CHECK(failures.front().cases == 5 * 4 * 4);
  CHECK(failures.front().facts->findings[Finding::weapon] == Answer::yes);
}

TEST_CASE("an invariant that looks at more than it names is told of", "[triage][verify]") {
  const auto failures = broken(
      {.id = "sly",
       .title = "Nobody is stalked",
       .facts = {},
       .parts = {},
       .holds = [](const Facts& facts, const Decision&) { return facts.findings[Finding::stalking] != Answer::yes; }});
  REQUIRE(failures.size() == 1);
  CHECK(failures.front().sentence.find("more than it names") != std::string::npos);
}
