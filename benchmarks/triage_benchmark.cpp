#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "feed_facts.hpp"
#include "repeats.hpp"

#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <catch2/catch.hpp>

#include <cstddef>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr std::size_t incidents = 4096;

std::vector<Facts> make_facts() {
  benchmarks::FeedFacts feed;
  std::vector<Facts> facts;
  for (std::size_t i = 0; i < incidents; ++i) facts.push_back(feed.next());
  return facts;
}

}  // namespace

TEST_CASE("decisions from facts, with bounds and what to ask next") {
  const auto facts = make_facts();
  const auto policy = policy_on(default_policy_book(), Date{2026, 1, 5}).value();
  std::vector<Decision> decisions(facts.size(), triage(facts.front(), policy));

  BENCHMARK("4096 decisions, one at a time") {
    for (std::size_t i = 0; i < facts.size(); ++i) decisions[i] = triage(facts[i], policy);
    return decisions.back();
  };
  BENCHMARK("4096 decisions, in bulk") {
    triage(facts, policy, decisions);
    return decisions.back();
  };
}

TEST_CASE("instructions: 4096 decisions one at a time", "[.instructions]") {
  const auto facts = make_facts();
  const auto policy = policy_on(default_policy_book(), Date{2026, 1, 5}).value();
  std::vector<Decision> decisions(facts.size(), triage(facts.front(), policy));
  for (std::size_t repeat = 0; repeat < benchmarks::repeats(); ++repeat) {
    for (std::size_t i = 0; i < facts.size(); ++i) decisions[i] = triage(facts[i], policy);
  }
  CHECK((decisions.back() == triage(facts.back(), policy)));
}

TEST_CASE("instructions: 4096 decisions in bulk", "[.instructions]") {
  const auto facts = make_facts();
  const auto policy = policy_on(default_policy_book(), Date{2026, 1, 5}).value();
  std::vector<Decision> decisions(facts.size(), triage(facts.front(), policy));
  for (std::size_t repeat = 0; repeat < benchmarks::repeats(); ++repeat) triage(facts, policy, decisions);
  CHECK((decisions.back() == triage(facts.back(), policy)));
}
