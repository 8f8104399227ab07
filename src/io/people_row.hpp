#pragma once

#include "row_member.hpp"

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
template <class Value>
Person person_of(Value& value);
/// {"id", "born"?, "age"?, "died"?, "related_to"?: [person ...], "lives_with"?: [person ...]}.
template <class Value>
Child child_of(Value& value);
/// {"between": [person, person], "kind"}.
template <class Value>
Relationship relationship_of(Value& value);
/// {"mother"}.
template <class Value>
UnbornChild unborn_child_of(Value& value);

}  // namespace earlyhelp::io
