#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/people/relationship.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// Abusive behaviour of the suspect towards the victim, as section 1(3) of the Domestic Abuse Act 2021 lists it.
/// No such behaviour is an empty set; behaviour not known is `boost::none`.
enum class Behaviour : std::uint8_t {
  physical_or_sexual,
  violent_or_threatening,
  controlling_or_coercive,
  economic,
  psychological_emotional_or_other,
};

template <>
struct Names<Behaviour> {
  static constexpr std::array<std::string_view, 5> ids = {"physical_or_sexual", "violent_or_threatening",
                                                          "controlling_or_coercive", "economic",
                                                          "psychological_emotional_or_other"};
};

/// What an incident is in law.
enum class Definition : std::uint8_t { domestic_abuse, family_conflict, party_under_16, undetermined, not_domestic };

template <>
struct Names<Definition> {
  static constexpr std::array<std::string_view, 5> ids = {"domestic_abuse", "family_conflict", "party_under_16",
                                                          "undetermined", "not_domestic"};
};

/// What an incident between two people is, from their ages in completed years on its day, their relationship and the
/// behaviour; the first that applies:
///
///   1. either party known to be under 16: party_under_16, whatever the relationship
///   2. known not to be personally connected: not_domestic
///   3. relationship, either age or behaviour unknown: undetermined
///   4. any abusive behaviour: domestic_abuse (one incident is enough, no shared home is required)
///   5. otherwise: family_conflict
///
/// Source: Domestic Abuse Act 2021, ss. 1 and 2.
Definition define_incident(boost::optional<RelationshipKind> relationship, boost::optional<int> victim_age_years,
                           boost::optional<int> suspect_age_years,
                           boost::optional<EnumSet<Behaviour>> behaviours) noexcept;

}  // namespace earlyhelp
