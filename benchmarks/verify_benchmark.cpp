#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/triage/difference.hpp>
#include <earlyhelp/triage/verify.hpp>

#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <catch2/catch.hpp>

#include <iostream>
#include <vector>

using namespace earlyhelp;

namespace {

Policy policy_of(const PolicyBook& book) { return policy_on(book, Date{2026, 1, 5}).value(); }

/// The shipped table with one rule less, for each rule.
std::vector<Policy> tables_without_a_rule() {
  const auto book = default_policy_book();
  std::vector<Policy> policies;
  for (std::size_t i = 0; i < book.rules.size(); ++i) {
    auto without = book;
    without.rules.erase(without.rules.begin() + static_cast<std::ptrdiff_t>(i));
    policies.push_back(policy_of(without));
  }
  return policies;
}

}  // namespace

TEST_CASE("every case of the shipped policy, and its neighbours") {
  const auto policy = policy_of(default_policy_book());
  const auto others = tables_without_a_rule();
  const auto found = verify(policy);
  std::cout << found.cases << " cases, " << found.of(Property::graver_never_lowers).cases << " pairs\n";

  BENCHMARK("verify the shipped policy, with the invariants that ship") { return verify(policy).holds(); };
  BENCHMARK("tell 40 tables, each without one rule, from the shipped one") {
    std::size_t differing = 0;
    for (const auto& other : others) differing += difference(policy, other) ? 1U : 0U;
    return differing;
  };
}
