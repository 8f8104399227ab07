#pragma once

#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/people/definition.hpp>
#include <earlyhelp/people/person.hpp>

#include <algorithm>
#include <vector>

namespace earlyhelp {

/// Calls `take(person)` for the people of one role, each id once.
template <class Take>
void each_once(const std::vector<Person>& people, Take take) {
  for (auto person = people.begin(); person != people.end(); ++person) {
    const bool is_new =
        std::none_of(people.begin(), person, [&](const Person& before) { return before.id == person->id; });
    if (is_new) take(*person);
  }
}

/// Calls `take(victim, suspect)` for each of pairs(incident), without a copy of the people.
template <class Take>
void each_pair(const Incident& incident, Take take) {
  each_once(incident.victims, [&](const Person& victim) {
    each_once(incident.suspects, [&](const Person& suspect) {
      if (victim.id != suspect.id) take(victim, suspect);
    });
  });
}

/// incident_definition() between two people of `incident`.
Definition definition_between(const Incident& incident, const Person& victim, const Person& suspect) noexcept;

}  // namespace earlyhelp
