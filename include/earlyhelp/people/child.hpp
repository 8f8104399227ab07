#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/people/person.hpp>

#include <boost/optional/optional.hpp>

#include <vector>

namespace earlyhelp {

/// A child as a record of an incident names one, and to whom the child belongs. Whether the child was there when it
/// happened is not asked: growing up with abuse is harm, seen or not.
///
/// Source: Domestic Abuse Act 2021, s. 3.
struct Child {
  Person person;
  boost::optional<Date> died = {};        ///< none: not known to have died
  std::vector<PersonId> related_to = {};  ///< of the people in the incident
  std::vector<PersonId> lives_with = {};  ///< of the people in the incident

  friend bool operator==(const Child&, const Child&) = default;
};

/// A child that is not born yet.
struct UnbornChild {
  PersonId mother;

  friend bool operator==(const UnbornChild&, const UnbornChild&) = default;
};

}  // namespace earlyhelp
