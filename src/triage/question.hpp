#pragma once

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/explain.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <string>

namespace earlyhelp {

/// What stands behind the answer to `signal` in `facts` and in what was decided on them.
SeenValue look_at(Signal signal, bool answer, const Facts& facts, const Outcome& outcome, const Policy& policy);

/// "4 incidents in the window (escalation_events 3)"
std::string in_words(const SeenValue& seen);

}  // namespace earlyhelp
