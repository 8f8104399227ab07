#pragma once

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// What one or more policies look at.
struct Gaze {
  std::vector<const Policy*> policies;  ///< at least one
  EnumSet<Signal> signals;              ///< that any of their tables turns on
  EnumSet<Fact> facts;                  ///< told apart whatever the tables turn on; a day by whose days it is one of
};

/// The facts of an incident that nobody looks at twice: values between which no policy tells any difference.
///
/// Each of `members` is an incident that is quiet but for the facts of the aspect. They are examples, at least one for
/// each way to get in or out of the values by one fact; the first departs least from a quiet incident.
struct AspectValue {
  std::vector<Facts> members;
  unsigned departures;  ///< in how many facts the first member is not quiet
};

/// Facts that are cut into values together, because constraints tie them or one signal turns on several: the checklist,
/// the children; any other fact is an aspect by itself.
struct Aspect {
  std::string_view name;
  EnumSet<Fact> facts;
  std::vector<AspectValue> values;  ///< the quiet one first
};

/// The quiet incident on which all examples are built: on the first day of the first policy on which every policy has
/// the school told, or the first one there is.
Facts quiet_facts_of(const Gaze& gaze);

/// Every aspect, cut where `gaze` sees a difference; one that it does not look at has one value.
///
/// The examples of an aspect that have the same signals, as known and if unknown, under every policy are one value.
std::vector<Aspect> aspects_of(const Gaze& gaze);

}  // namespace earlyhelp
