// An issue says what is the matter, not only where.
// error: missing initializer for member 'earlyhelp::Issue::what'
#include <earlyhelp/issue.hpp>

const earlyhelp::Issue issue{.where = "rules: cluster-of-three",
#ifndef EXPECT_FAILURE
                             .what = "names an unknown signal"
#endif
};
