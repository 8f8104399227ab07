#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/people/family.hpp>
#include <earlyhelp/people/person.hpp>

#include <boost/optional/optional.hpp>

#include <span>

namespace earlyhelp {

/// The ages that the published rule names, in completed years.
///
/// Source: Children Act 1989, s. 105(1) (child); library default (school age: reception to the end of sixth form).
constexpr int adult_from_years = 18;
constexpr int school_age_from_years = 4;
constexpr int school_age_to_years = 17;

/// The children linked to a victim and a suspect on the day of an incident.
struct ChildrenFacts {
  bool known;                                    ///< whether it is known which children are linked, and the age of each
  int linked;                                    ///< living children related to either or living with either
  boost::optional<int> youngest_age_years = {};  ///< of those whose age is known; none: there is none
  int of_school_age;                             ///< linked children, and the two themselves, each person once

  friend bool operator==(const ChildrenFacts&, const ChildrenFacts&) = default;
};

/// The children linked to `victim` or `suspect` on `day`, the day of the incident.
///
/// Linked is who is named as a child of the family, is under 18 or of unknown age, was not dead by the end of that
/// day, and is related to or lives with either of the two. Presence is not required. Nobody in `parties`, the people
/// involved in the incident, is ever a linked child. A child named twice counts once. An unborn child is not yet
/// linked: see incident_findings().
///
/// A linked child of unknown age makes `known` false.
ChildrenFacts children_facts(const Family& family, const Person& victim, const Person& suspect,
                             std::span<const PersonId> parties, Date day);

}  // namespace earlyhelp
