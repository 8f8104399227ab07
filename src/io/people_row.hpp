#pragma once

#include "row_value.hpp"

#include <earlyhelp/date.hpp>
#include <earlyhelp/people/child.hpp>
#include <earlyhelp/people/family.hpp>
#include <earlyhelp/people/person.hpp>

#include <vector>

namespace earlyhelp::io {

/// The day for which an age of a row is stated is known only when the row is read to its end; until then it is this.
inline const Date& day_not_yet_read() {
  static const Date day{1400, 1, 1};
  return day;
}

/// A victim or a suspect: {"id", "born"?, "age"?}.
Person person_of(JsonRow& value);
/// {"id", "born"?, "age"?, "died"?, "related_to"?: [person ...], "lives_with"?: [person ...]}.
Child child_of(JsonRow& value);
/// {"between": [person, person], "kind"}.
Relationship relationship_of(JsonRow& value);
/// {"mother"}.
UnbornChild unborn_child_of(JsonRow& value);

}  // namespace earlyhelp::io
