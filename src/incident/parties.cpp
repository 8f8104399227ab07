#include <earlyhelp/incident/parties.hpp>

#include "each_pair.hpp"

namespace earlyhelp {
namespace {

constexpr int young_party_from_years = 16;

bool is_young_party(boost::optional<int> age_years) noexcept {
  return age_years && *age_years >= young_party_from_years && *age_years < adult_from_years;
}

}  // namespace

std::vector<Parties> pairs(const Incident& incident) {
  std::vector<Parties> found;
  found.reserve(incident.victims.size() * incident.suspects.size());
  each_pair(incident, [&](const Person& victim, const Person& suspect) {
    found.push_back({.victim = victim, .suspect = suspect});
  });
  return found;
}

Definition definition_between(const Incident& incident, const Person& victim, const Person& suspect) noexcept {
  const auto day = incident.occurred_at.day;
  return define_incident(relationship_between(incident.family, victim.id, suspect.id), age_on(victim, day),
                         age_on(suspect, day), incident.behaviours);
}

std::vector<PastIncident> past_incidents(const Incident& incident) {
  std::vector<PastIncident> past;
  for (const auto& parties : pairs(incident)) {
    past.push_back({.id = incident.id,
                    .occurred_at = incident.occurred_at,
                    .recorded_at = incident.recorded_at.instant,
                    .victim = parties.victim.id,
                    .suspect = parties.suspect.id,
                    .definition = incident_definition(incident, parties)});
  }
  return past;
}

Definition incident_definition(const Incident& incident, const Parties& parties) noexcept {
  return definition_between(incident, parties.victim, parties.suspect);
}

Answer under_18_by_ages(const Incident& incident, const Parties& parties) noexcept {
  const auto victim_age_years = age_on(parties.victim, incident.occurred_at.day);
  const auto suspect_age_years = age_on(parties.suspect, incident.occurred_at.day);
  if (is_young_party(victim_age_years) || is_young_party(suspect_age_years)) return Answer::yes;
  return victim_age_years && suspect_age_years ? Answer::no : Answer::unknown;
}

Findings incident_findings(const Incident& incident, const Parties& parties) noexcept {
  auto findings = incident.findings;
  const auto by_ages = under_18_by_ages(incident, parties);
  const bool is_answered = findings[Finding::party_under_18] != Answer::unknown;
  if (by_ages == Answer::yes || !is_answered) findings.set(Finding::party_under_18, by_ages);
  for (const auto& unborn : incident.family.unborn) {
    const bool is_theirs = unborn.mother == parties.victim.id || unborn.mother == parties.suspect.id;
    if (is_theirs) findings.set(Finding::unborn_child, Answer::yes);
  }
  return findings;
}

ChildrenFacts incident_children(const Incident& incident, const Parties& parties) {
  std::vector<PersonId> involved;
  const bool has_children = !incident.family.children.empty();
  for (const auto* people : {&incident.victims, &incident.suspects}) {
    if (!has_children) break;  // nobody to tell from a party
    for (const auto& person : *people) involved.push_back(person.id);
  }
  return children_facts(incident.family, parties.victim, parties.suspect, involved, incident.occurred_at.day);
}

}  // namespace earlyhelp
