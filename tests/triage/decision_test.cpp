#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "support/make_facts.hpp"
#include "support/policy.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

// A decision copies like a number, and nothing of it is there by default.
static_assert(std::is_trivially_copyable_v<Decision> && std::is_trivially_destructible_v<Decision>);
static_assert(std::is_trivially_copyable_v<Outcome>);
static_assert(std::is_aggregate_v<Decision> && std::is_aggregate_v<Outcome> && std::is_aggregate_v<Facts>);
static_assert(noexcept(triage(std::declval<const Facts&>(), std::declval<const Policy&>())));

namespace {

std::vector<Facts> many_facts() {
  RandomFacts random{30};
  std::vector<Facts> facts;
  for (int i = 0; i < 20'000; ++i) facts.push_back(random.next());
  return facts;
}

std::vector<Decision> decide(const std::vector<Facts>& facts, const Policy& policy) {
  std::vector<Decision> decisions;
  decisions.reserve(facts.size());
  for (const auto& each : facts) decisions.push_back(triage(each, policy));
  return decisions;
}

}  // namespace

TEST_CASE("a decision carries the stamp of the policy that made it", "[triage]") {
  const auto policy = make_policy();

  CHECK(triage(make_facts(), policy).policy == policy.stamp());
}

TEST_CASE("the same facts and policy have the same decision, in any order", "[triage][properties]") {
  auto facts = many_facts();
  const auto policy = make_policy();
  const auto decisions = decide(facts, policy);

  std::vector<Decision> backwards(decisions.size(), decisions.front());
  for (std::size_t i = facts.size(); i-- > 0;) backwards[i] = triage(facts[i], policy);

  CHECK((backwards == decisions));
  CHECK((decide(facts, Policy{policy}) == decisions));
}
