#include <earlyhelp/people/person.hpp>

namespace earlyhelp {

boost::optional<int> age_on(const Person& person, Date day) {
  if (person.born) {
    if (day < *person.born) return {};
    return completed_years(*person.born, day);
  }
  if (person.stated_age && person.stated_age->on == day) return person.stated_age->years;
  return {};
}

bool age_contradicts_birth_date(const Person& person) {
  if (!person.born || !person.stated_age) return false;
  return age_on(person, person.stated_age->on) != person.stated_age->years;
}

}  // namespace earlyhelp
