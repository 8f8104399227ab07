// A day alone is not a moment.
// error: (could not convert .* to|no matching constructor for initialization of) 'earlyhelp::Instant'
#include <earlyhelp/instant.hpp>

[[maybe_unused]] const earlyhelp::WrittenInstant written{
#ifndef EXPECT_FAILURE
    .instant = earlyhelp::Instant::of_microseconds(0),
#endif
    .day = earlyhelp::Date{1970, 1, 1}};
