// A count is published by a policy, and never as it is.
// error: (is private|calling a private constructor)
#include <earlyhelp/statistics/disclosure_control.hpp>

#ifdef EXPECT_FAILURE
const earlyhelp::PublishedCount three{3};
#else
const auto three = earlyhelp::publish(3, earlyhelp::disclosure_policies.front());
#endif
