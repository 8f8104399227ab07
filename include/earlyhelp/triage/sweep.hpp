#pragma once

#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/policy/duty.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/policy/route.hpp>
#include <earlyhelp/triage/fact_columns.hpp>
#include <earlyhelp/triage/vector_level.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace earlyhelp {

/// How many incidents there are of each kind, from what is known of them: what a policy asks of those who have to act.
struct Workload {
  std::array<std::uint64_t, count_of<RiskGrade>> by_grade = {};  ///< the others have none
  std::array<std::uint64_t, count_of<Route>> by_route = {};
  std::array<std::uint64_t, count_of<Duty>> by_duty = {};
  std::uint64_t provisional = 0;

  friend bool operator==(const Workload&, const Workload&) = default;
};

/// The workload of `facts` under the rules of `policy` and each of `thresholds` in place of its own.
///
/// Thresholds that follow each other are best alike in all but one number: only what that one changes is read again.
/// The windows in which events were counted are those of the facts.
///
///   auto thresholds = policy.thresholds();
///   std::vector<Thresholds> variants;
///   for (thresholds.escalation_events = 2; thresholds.escalation_events <= 6; ++thresholds.escalation_events) {
///     variants.push_back(thresholds);
///   }
///   const auto workloads = sweep(policy, variants, columns);
///
/// Throws: std::invalid_argument naming column and row of the first issue that check(facts) finds.
/// Source: default triage policy, sections 3 and 5.
std::vector<Workload> sweep(const Policy& policy, std::span<const Thresholds> thresholds, const FactColumns& facts,
                            VectorLevel level = highest_vector_level());

}  // namespace earlyhelp
