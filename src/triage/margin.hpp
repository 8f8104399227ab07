#pragma once

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/explain.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <vector>

namespace earlyhelp {

/// How far `decision` on `facts` is from another, the nearest first.
std::vector<Margin> margins_of(const Decision& decision, const Facts& facts, const Policy& policy,
                               const Wording& wording);

}  // namespace earlyhelp
