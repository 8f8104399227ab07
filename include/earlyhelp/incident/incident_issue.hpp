#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/incident/parties.hpp>
#include <earlyhelp/names.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace earlyhelp {

/// Facts of one record that contradict each other or cannot count. They are computed as written, and a person has to
/// look at them; the incident is triaged all the same.
enum class IncidentIssue : std::uint8_t {
  judgement_without_reason,          ///< it has no effect
  judgement_below_officer_grade,     ///< it has no effect
  conflicting_roles,                 ///< somebody is victim and suspect, here or in an earlier incident of the two
  conflicting_relationships,         ///< connected and unconnected at once
  conflicting_checklist_answers,     ///< one question, different answers
  conflicting_person_records,        ///< one id, different birth dates or ages
  age_contradicts_birth_date,        ///< the birth date counts
  under_18_contradicts_ages,         ///< party_under_18 is answered otherwise than the ages say
  violence_in_family_conflict,       ///< abuse was found, and no abusive behaviour recorded
  unborn_child_without_pregnancy,    ///< unborn_child y, pregnancy_or_new_baby n
  unborn_child_contradicts_finding,  ///< a mother is named, unborn_child n
  adult_recorded_as_child,           ///< 18 or older on the day: not linked
  party_recorded_as_child,           ///< a victim or suspect is listed as a child: not linked
  child_not_born_yet,                ///< the birth date is after the day of the incident: not linked
  death_before_birth,                ///< of a child
  attended_before_incident,
  reported_before_incident,
};

template <>
struct Names<IncidentIssue> {
  static constexpr std::array<std::string_view, 17> ids = {"judgement_without_reason",
                                                           "judgement_below_officer_grade",
                                                           "conflicting_roles",
                                                           "conflicting_relationships",
                                                           "conflicting_checklist_answers",
                                                           "conflicting_person_records",
                                                           "age_contradicts_birth_date",
                                                           "under_18_contradicts_ages",
                                                           "violence_in_family_conflict",
                                                           "unborn_child_without_pregnancy",
                                                           "unborn_child_contradicts_finding",
                                                           "adult_recorded_as_child",
                                                           "party_recorded_as_child",
                                                           "child_not_born_yet",
                                                           "death_before_birth",
                                                           "attended_before_incident",
                                                           "reported_before_incident"};
};

/// Every issue that the record of `incident` shows by itself. What only earlier records show is in PairHistory.
EnumSet<IncidentIssue> issues(const Incident& incident);

/// The same for who has pairs(incident) at hand already.
EnumSet<IncidentIssue> issues(const Incident& incident, std::span<const Parties> all);

}  // namespace earlyhelp
