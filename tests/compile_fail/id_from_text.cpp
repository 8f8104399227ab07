// Text becomes an id only where somebody says so.
// error: (no viable conversion|conversion from|could not convert|no known conversion)
#include <earlyhelp/id.hpp>

#ifdef EXPECT_FAILURE
const earlyhelp::FamilyId family = std::string{"fam-1"};
#else
const auto family = earlyhelp::FamilyId{std::string{"fam-1"}};
#endif
