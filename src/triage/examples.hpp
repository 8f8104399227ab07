#pragma once

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <vector>

namespace earlyhelp {

/// Incidents that are `quiet` but for `facts`, one for every way in which these can lie to the numbers of `policies`:
/// those that depart least come first. What a constraint within `facts` rules out is no example.
///
/// An answer, a definition or a grade has few values, and each has an example. A number is compared with the thresholds
/// of the policies, with 1 and 2, and with the ages that constraints name: between two neighbours of these nothing
/// changes, so the numbers on and one below each stand for all.
std::vector<Facts> examples(EnumSet<Fact> facts, const std::vector<const Policy*>& policies, const Facts& quiet);

}  // namespace earlyhelp
