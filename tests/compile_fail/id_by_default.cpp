// An id has no default: nothing is identified by accident.
// error: no matching (function for call to|constructor for initialization)
#include <earlyhelp/id.hpp>

#ifdef EXPECT_FAILURE
const earlyhelp::FamilyId family;
#else
const earlyhelp::FamilyId family{"fam-1"};
#endif
