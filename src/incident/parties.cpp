#include <earlyhelp/incident/parties.hpp>

#include <algorithm>

namespace earlyhelp {
namespace {

constexpr int young_party_from_years = 16;

/// The people of one role, each id once.
std::vector<const Person*> each_once(const std::vector<Person>& people) {
  std::vector<const Person*> once;
  for (const auto& person : people) {
    const bool is_new =
        std::none_of(once.begin(), once.end(), [&](const Person* each) { return each->id == person.id; });
    if (is_new) once.push_back(&person);
  }
  return once;
}

bool is_young_party(boost::optional<int> age_years) noexcept {
  return age_years && *age_years >= young_party_from_years && *age_years < adult_from_years;
}

}  // namespace

std::vector<Parties> pairs(const Incident& incident) {
  std::vector<Parties> found;
  const auto suspects = each_once(incident.suspects);
  for (const auto* victim : each_once(incident.victims)) {
    for (const auto* suspect : suspects) {
      if (victim->id != suspect->id) found.push_back({.victim = *victim, .suspect = *suspect});
    }
  }
  return found;
}

Definition incident_definition(const Incident& incident, const Parties& parties) noexcept {
  const auto day = incident.occurred_at.day;
  return define_incident(relationship_between(incident.family, parties.victim.id, parties.suspect.id),
                         age_on(parties.victim, day), age_on(parties.suspect, day), incident.behaviours);
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
