#pragma once

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <span>

namespace earlyhelp {

/// Decides: the gravest grade and route that any rule asks for, every duty that one opens, the same if every unknown
/// were a yes, and what to ask next.
///
/// Total: every value of `facts` has an answer, contradictory ones too. Nothing is read from a clock, nothing kept.
/// `policy` is the one of the day of the report: `policy_on(book, facts.reported_on)`.
///
/// Source: default triage policy, sections 3 and 4.
Decision triage(const Facts& facts, const Policy& policy) noexcept;

/// Decides every one of `facts` under one policy, into the decision at the same place: the same answers as one at a
/// time, several times faster when they are many.
///
/// Requires: as many decisions as facts.
void triage(std::span<const Facts> facts, const Policy& policy, std::span<Decision> decisions) noexcept;

}  // namespace earlyhelp
