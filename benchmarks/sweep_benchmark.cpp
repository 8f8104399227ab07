#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/triage/compare.hpp>
#include <earlyhelp/triage/fact_table.hpp>
#include <earlyhelp/triage/sweep.hpp>

#include "feed_facts.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <cstddef>
#include <iostream>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr std::size_t incidents = 1'000'000;

FactTable make_table() {
  benchmarks::FeedFacts feed;
  FactTable table;
  table.reserve(incidents);
  for (std::size_t i = 0; i < incidents; ++i) table.append(feed.next());
  return table;
}

/// Ten values of each of three thresholds.
std::vector<Thresholds> make_variants(Thresholds thresholds) {
  std::vector<Thresholds> variants;
  for (int yes = 10; yes < 20; ++yes) {
    thresholds.visible_high_risk.front() = yes;
    for (int victims = 2; victims < 12; ++victims) {
      thresholds.serial_victims = victims;
      for (int events = 2; events < 12; ++events) {
        thresholds.escalation_events = events;
        variants.push_back(thresholds);
      }
    }
  }
  return variants;
}

template <class Work>
double seconds(Work work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("a thousand variants of the thresholds over a million incidents", "[sweep]") {
  const auto policy = policy_on(default_policy_book(), Date{2026, 1, 5}).value();
  const auto table = make_table();
  const auto variants = make_variants(policy.thresholds());
  std::vector<Workload> workloads;
  const auto swept = seconds([&] { workloads = sweep(policy, variants, table.columns()); });
  std::vector<Workload> one;
  const auto once = seconds([&] { one = sweep(policy, std::vector{variants.front()}, table.columns()); });
  CHECK((one.front() == workloads.front()));
  Comparison comparison{};
  const auto compared = seconds([&] { comparison = compare(policy, policy, table.columns()); });
  CHECK(comparison.unmoved == incidents);
  std::cout << variants.size() << " variants over " << incidents << " incidents: " << swept << " s, "
            << static_cast<double>(incidents) * static_cast<double>(variants.size()) / swept / 1e6
            << " million decisions/s; one variant from columns " << once << " s; two policies compared " << compared
            << " s\n";
}
