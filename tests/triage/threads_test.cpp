#include <earlyhelp/triage/columns.hpp>
#include <earlyhelp/triage/difference.hpp>
#include <earlyhelp/triage/fact_table.hpp>
#include <earlyhelp/triage/triage.hpp>
#include <earlyhelp/triage/verify.hpp>

#include "support/columns.hpp"
#include "support/policy.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

PolicyBook later_book() {
  auto book = default_policy_book();
  set(book, Parameter::escalation_events, 4);
  return book;
}

}  // namespace

TEST_CASE("threads decide slices of the same columns at the same time", "[triage][columns][threads]") {
  RandomFacts random{6};
  const auto policy = policy_of(default_policy_book());
  const auto facts = make_rows(5000, random, true);
  const FactTable table{facts};
  DecisionTable decisions{facts.size()};
  const auto decide = [&](std::size_t first, std::size_t count) {
    triage(table.columns().slice(first, count), policy, decisions.columns().slice(first, count));
  };

  std::thread other{decide, 0, 2501};
  decide(2501, 2499);
  other.join();

  std::size_t wrong = 0;
  for (std::size_t i = 0; i < facts.size(); ++i) wrong += decisions.holds(triage(facts[i], policy), i) ? 0U : 1U;
  CHECK(wrong == 0);
}

TEST_CASE("threads may decide by one policy at the same time", "[triage][properties][threads]") {
  RandomFacts random{30};
  const auto facts = make_rows(5000, random, false);
  const auto policy = policy_of(default_policy_book());
  const auto decide = [&] {
    std::vector<Decision> decisions;
    decisions.reserve(facts.size());
    for (const auto& each : facts) decisions.push_back(triage(each, policy));
    return decisions;
  };
  const auto expected = decide();

  std::vector<std::vector<Decision>> decided(4);
  std::vector<std::thread> threads;
  threads.reserve(decided.size());
  for (auto& decisions : decided) threads.emplace_back([&] { decisions = decide(); });
  for (auto& thread : threads) thread.join();

  for (const auto& decisions : decided) CHECK((decisions == expected));
}

TEST_CASE("threads may verify and compare the same policies at the same time", "[triage][verify][threads]") {
  const auto a = policy_of(default_policy_book());
  const auto b = policy_of(later_book());
  struct Found {
    std::uint64_t fires_in;
    std::uint64_t differing;
    std::uint64_t unmoved;
    bool holds;

    bool operator==(const Found&) const = default;
  };
  const auto look = [&] {
    const auto found = verify(a);
    return Found{.fires_in = found.rules.front().fires_in,
                 .differing = difference(a, b).value().cases,
                 .unmoved = compare(a, b).unmoved,
                 .holds = found.holds()};
  };
  const auto alone = look();
  std::array<Found, 4> together = {};
  std::vector<std::thread> threads;
  threads.reserve(together.size());
  for (auto& found : together) threads.emplace_back([&] { found = look(); });
  for (auto& thread : threads) thread.join();

  for (const auto& found : together) CHECK((found == alone));
}
