// One has to say what the answers are until set: silence is never a no.
// error: (is private within this context|calling a private constructor)
#include <earlyhelp/incident/finding.hpp>

#ifdef EXPECT_FAILURE
constexpr earlyhelp::Findings findings;
#else
[[maybe_unused]] constexpr auto findings = earlyhelp::Findings::all(earlyhelp::Answer::unknown);
#endif
