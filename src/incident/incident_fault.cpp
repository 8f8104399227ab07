#include <earlyhelp/incident/incident_fault.hpp>

#include <earlyhelp/incident/parties.hpp>

namespace earlyhelp {
namespace {

bool has_impossible_age(const Person& person) noexcept {
  return person.stated_age && (person.stated_age->years < 0 || person.stated_age->years > max_stated_age_years);
}

bool has_negative_count(const Checklist& checklist) {
  const auto* counts = std::get_if<ChecklistCounts>(&checklist.content);
  return counts != nullptr && (counts->yes_count < 0 || counts->unanswered_count < 0);
}

bool names_too_many(const Incident& incident) noexcept {
  const auto& family = incident.family;
  return incident.victims.size() > max_people || incident.suspects.size() > max_people ||
         family.children.size() > max_people || family.unborn.size() > max_people ||
         family.relationships.size() > max_relationships;
}

}  // namespace

EnumSet<IncidentFault> faults(const Incident& incident) {
  EnumSet<IncidentFault> found;
  const auto note = [&found](bool is_so, IncidentFault fault) {
    if (is_so) found.insert(fault);
  };
  note(incident.victims.empty(), IncidentFault::no_victim);
  note(incident.suspects.empty(), IncidentFault::no_suspect);
  note(names_too_many(incident), IncidentFault::too_many_people);
  note(found.empty() && pairs(incident).empty(), IncidentFault::no_pair);
  note(incident.recorded_at.instant < incident.occurred_at.instant, IncidentFault::occurred_after_recorded);
  for (const auto* people : {&incident.victims, &incident.suspects}) {
    for (const auto& person : *people) {
      note(person.born && incident.occurred_at.day < *person.born, IncidentFault::born_after_incident);
      note(has_impossible_age(person), IncidentFault::impossible_age);
    }
  }
  for (const auto& child : incident.family.children) {
    note(has_impossible_age(child.person), IncidentFault::impossible_age);
  }
  note(incident.checklist && has_negative_count(*incident.checklist), IncidentFault::negative_count);
  return found;
}

}  // namespace earlyhelp
