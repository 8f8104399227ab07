// The id of a person is not the id of a family, and the two do not compare.
// error: (no match for 'operator=='|invalid operands to binary expression)
#include <earlyhelp/id.hpp>

bool is_same(const earlyhelp::PersonId& person, const earlyhelp::FamilyId& family) {
#ifdef EXPECT_FAILURE
  return person == family;
#else
  return person.value() == family.value();
#endif
}
