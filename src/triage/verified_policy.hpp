#pragma once

#include "triage/cells.hpp"
#include "triage/decided_policy.hpp"

#include <earlyhelp/triage/verify.hpp>

#include <string>
#include <vector>

namespace earlyhelp {

/// A policy and what it decides in all cells: what every property is looked for in.
struct VerifiedPolicy {
  const Policy& policy;
  Cells cells;
  CellSet realisable;
  DecidedPolicy decided;

  /// `also` are facts that are told apart whatever the policy looks at.
  VerifiedPolicy(const Policy& verified, EnumSet<Fact> also);

  /// A failure with the smallest incident of `cases`. Requires: not empty.
  Failure failure(std::string subject, std::string sentence, CellSet cases) const;
  /// The cells in which `condition` holds, as known; grade and route are the final ones.
  CellSet where(const Condition& condition);
};

/// A report on every case.
PropertyReport every_case(Property property, const VerifiedPolicy& verified);

// Each looks for what breaks its property.
PropertyReport find_gaps(VerifiedPolicy& verified);
PropertyReport find_contradictions(VerifiedPolicy& verified);
PropertyReport find_lowering(VerifiedPolicy& verified);
PropertyReport find_delays(VerifiedPolicy& verified);
PropertyReport find_people_lowered(VerifiedPolicy& verified);
PropertyReport find_unbounded(VerifiedPolicy& verified);
PropertyReport find_broken(VerifiedPolicy& verified, const std::vector<Invariant>& invariants);

/// What one rule does, and then what that says of them all.
RuleReport look_at(RuleIndex rule, VerifiedPolicy& verified);
PropertyReport find_dead_rules(const VerifiedPolicy& verified, const std::vector<RuleReport>& rules);
PropertyReport find_idle_rules(const VerifiedPolicy& verified, const std::vector<RuleReport>& rules);

}  // namespace earlyhelp
