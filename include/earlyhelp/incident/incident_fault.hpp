#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/names.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// The most people of one kind, and the most relationships, that one record may name: far above any household, and low
/// enough that no record costs more than a moment.
constexpr std::size_t max_people = 100;
constexpr std::size_t max_relationships = 1000;

/// Why a record is no incident at all. A reader rejects such a record and says why; nothing is repaired.
enum class IncidentFault : std::uint8_t {
  no_victim,
  no_suspect,
  no_pair,  ///< the only victim is the only suspect
  occurred_after_recorded,
  born_after_incident,  ///< a victim or suspect
  impossible_age,       ///< a stated age below 0 or above max_stated_age_years
  negative_count,       ///< of a checklist
  too_many_people,      ///< more than max_people victims, suspects or children, or max_relationships
};

template <>
struct Names<IncidentFault> {
  static constexpr std::array<std::string_view, 8> ids = {
      "no_victim",           "no_suspect",     "no_pair",        "occurred_after_recorded",
      "born_after_incident", "impossible_age", "negative_count", "too_many_people"};
};

/// Everything that makes `incident` invalid; empty for a valid one.
///
/// Everything else in earlyhelp that takes an incident requires a valid one.
EnumSet<IncidentFault> faults(const Incident& incident);

}  // namespace earlyhelp
