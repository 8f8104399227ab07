#pragma once

#include <earlyhelp/id.hpp>
#include <earlyhelp/indicators/case_register.hpp>
#include <earlyhelp/people/person.hpp>
#include <earlyhelp/period.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace earlyhelp {

/// Whom one incident was about.
struct Reached {
  HouseholdId family;
  std::vector<PersonId> children = {};
};

/// How many families and children were reached: each once, however often they came. Sums over months, or over families,
/// are other numbers, and larger.
struct Reach {
  std::int64_t incidents = 0;
  std::int64_t families = 0;               ///< distinct
  std::int64_t children = 0;               ///< distinct; a child of two families once
  std::int64_t children_at_incidents = 0;  ///< a child once for each incident
  std::int64_t children_of_families = 0;   ///< distinct in each family, and added up

  /// None: no incident, no family.
  boost::optional<double> children_per_incident() const noexcept;
  boost::optional<double> children_per_family() const noexcept;

  friend bool operator==(const Reach&, const Reach&) = default;
};

/// The order does not matter.
///
/// Source: library default: distinct ids, as annual reports name families and children.
Reach reach_of(std::span<const Reached> incidents);

/// Whom the team spoke with in a period, whenever they were referred: each once.
struct PeriodReach {
  std::int64_t families = 0;  ///< anybody of them but a perpetrator was spoken with, once the case had begun
  std::int64_t children = 0;  ///< of these families, wherever else they are; whether they were spoken with or not
  std::int64_t children_spoken_with = 0;

  friend bool operator==(const PeriodReach&, const PeriodReach&) = default;
};

/// By the local days of two-way contacts up to the cut-off.
///
/// Source: the service's annual report 2020-21, families and children supported.
PeriodReach reach_in(const CaseRegister& all, const Period& period);

}  // namespace earlyhelp
