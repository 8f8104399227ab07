// A decision that nobody looks at is a mistake.
// error: ignoring return(ed)? value
#include <earlyhelp/triage/triage.hpp>

void decide(const earlyhelp::Facts& facts, const earlyhelp::Policy& policy) {
#ifndef EXPECT_FAILURE
  const auto decision =
#endif
      triage(facts, policy);
#ifndef EXPECT_FAILURE
  static_cast<void>(decision);
#endif
}
