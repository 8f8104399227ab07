// A source names its document; the section may stay open.
// error: missing initializer for member 'earlyhelp::Source::title'
#include <earlyhelp/source.hpp>

#ifdef EXPECT_FAILURE
constexpr earlyhelp::Source source{.section = "s. 1"};
#else
constexpr earlyhelp::Source source{.title = "Domestic Abuse Act 2021"};
#endif
