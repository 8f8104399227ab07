#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/id.hpp>

#include <boost/optional/optional.hpp>

namespace earlyhelp {

/// An age in completed years, as somebody stated it for the day `on`.
struct StatedAge {
  int years;
  Date on;

  friend bool operator==(const StatedAge&, const StatedAge&) = default;
};

/// The highest age that a record may state.
constexpr int max_stated_age_years = 120;

/// A person as a record of an incident names one: an id, and what is known about the age.
struct Person {
  PersonId id;
  boost::optional<Date> born = {};             ///< none: not known
  boost::optional<StatedAge> stated_age = {};  ///< none: not stated

  friend bool operator==(const Person&, const Person&) = default;
};

/// Completed years of `person` on `day`. The birth date wins over a stated age; an age stated for another day says
/// nothing exact about this one.
///
/// Unit: completed years.
/// None: when neither a birth date nor an age stated for `day` is known, and when the birth date is after `day`.
boost::optional<int> age_on(const Person& person, Date day);

/// Whether the birth date and the age stated for a day cannot both be right.
bool age_contradicts_birth_date(const Person& person);

}  // namespace earlyhelp
