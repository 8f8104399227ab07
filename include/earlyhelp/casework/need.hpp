#pragma once

#include <earlyhelp/id.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/outcomes/adverse_experience.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// What a person of the family needs help with.
///
/// Source: the service's annual report 2020-21.
enum class Need : std::uint8_t {
  domestic_abuse,
  healthy_relationships,
  parenting,
  online_safety,
  mental_health_of_parent,
  mental_health_of_young_person,
  substance_misuse,
  school_exclusion,
  housing,
  money,
  other,
};

template <>
struct Names<Need> {
  static constexpr std::array<std::string_view, 11> ids = {"domestic_abuse",
                                                           "healthy_relationships",
                                                           "parenting",
                                                           "online_safety",
                                                           "mental_health_of_parent",
                                                           "mental_health_of_young_person",
                                                           "substance_misuse",
                                                           "school_exclusion",
                                                           "housing",
                                                           "money",
                                                           "other"};
};

/// A need was found.
struct NeedIdentified {
  PersonId person;
  Need need;

  friend bool operator==(const NeedIdentified&, const NeedIdentified&) = default;
};

/// What lies under an incident.
///
/// Source: library default; the service's practitioners "learn what lies under the incident", without a list.
enum class UnderlyingReason : std::uint8_t {
  abuse_of_power,
  separation_or_contact_dispute,
  substance_misuse,
  mental_health,
  money_or_housing,
  parenting_conflict,
  child_to_parent_abuse,
  bereavement_or_illness,
  other,
  not_found,
};

template <>
struct Names<UnderlyingReason> {
  static constexpr std::array<std::string_view, 10> ids = {"abuse_of_power",
                                                           "separation_or_contact_dispute",
                                                           "substance_misuse",
                                                           "mental_health",
                                                           "money_or_housing",
                                                           "parenting_conflict",
                                                           "child_to_parent_abuse",
                                                           "bereavement_or_illness",
                                                           "other",
                                                           "not_found"};
};

/// The team learned why it came to an incident.
struct ReasonFound {
  UnderlyingReason reason;

  friend bool operator==(const ReasonFound&, const ReasonFound&) = default;
};

/// Somebody observed, or was told of, an adverse experience of a child.
struct AdverseExperienceObserved {
  PersonId child;
  AdverseExperience experience;

  friend bool operator==(const AdverseExperienceObserved&, const AdverseExperienceObserved&) = default;
};

}  // namespace earlyhelp
