// Nothing is decided without saying under which policy.
// error: (too few arguments to function|no matching function for call to 'triage)
#include <earlyhelp/triage/triage.hpp>

earlyhelp::Decision decide(const earlyhelp::Facts& facts, const earlyhelp::Policy& policy) {
#ifdef EXPECT_FAILURE
  return triage(facts);
#else
  return triage(facts, policy);
#endif
}
