#include <earlyhelp/incident/incident_issue.hpp>

#include <algorithm>
#include <span>
#include <vector>

namespace earlyhelp {
namespace {

using Issues = EnumSet<IncidentIssue>;

void note(Issues& issues, bool is_so, IncidentIssue issue) {
  if (is_so) issues.insert(issue);
}

/// Findings that are abusive behaviour of the suspect towards the victim.
constexpr EnumSet<Finding> abuse = {
    Finding::injury,   Finding::strangulation, Finding::weapon,           Finding::threat_to_kill,
    Finding::stalking, Finding::sexual_harm,   Finding::coercive_control, Finding::honour_or_forced_marriage};

void note_judgement(Issues& issues, const Incident& incident) {
  if (!incident.judgement) return;
  const auto& judgement = *incident.judgement;
  note(issues, !judgement.reason, IncidentIssue::judgement_without_reason);
  note(issues, incident.officer_grade && judgement.grade < *incident.officer_grade,
       IncidentIssue::judgement_below_officer_grade);
}

/// Everybody in the incident, in the order of their ids.
std::vector<const Person*> involved(const Incident& incident) {
  std::vector<const Person*> people;
  people.reserve(incident.victims.size() + incident.suspects.size());
  for (const auto* role : {&incident.victims, &incident.suspects}) {
    for (const auto& person : *role) people.push_back(&person);
  }
  std::sort(people.begin(), people.end(), [](const Person* a, const Person* b) { return a->id < b->id; });
  return people;
}

/// Whether two records of people, those of one person beside each other, say different things of one.
bool has_conflicting_records(const std::vector<const Person*>& people) {
  return std::adjacent_find(people.begin(), people.end(), [](const Person* a, const Person* b) {
           return a->id == b->id && (a->born != b->born || a->stated_age != b->stated_age);
         }) != people.end();
}

void note_people(Issues& issues, const Incident& incident, const std::vector<const Person*>& people) {
  note(issues, has_conflicting_records(people), IncidentIssue::conflicting_person_records);
  for (const auto* person : people) {
    note(issues, age_contradicts_birth_date(*person), IncidentIssue::age_contradicts_birth_date);
  }
  for (const auto& victim : incident.victims) {
    const bool is_suspect = std::any_of(incident.suspects.begin(), incident.suspects.end(),
                                        [&](const Person& suspect) { return suspect.id == victim.id; });
    note(issues, is_suspect, IncidentIssue::conflicting_roles);
  }
}

void note_children(Issues& issues, const Incident& incident, const std::vector<const Person*>& parties) {
  const auto day = incident.occurred_at.day;
  std::vector<const Person*> children;
  children.reserve(incident.family.children.size());
  for (const auto& child : incident.family.children) {
    children.push_back(&child.person);
    const auto age = age_on(child.person, day);
    const bool is_party =
        std::any_of(parties.begin(), parties.end(), [&](const Person* party) { return party->id == child.person.id; });
    note(issues, is_party, IncidentIssue::party_recorded_as_child);
    note(issues, age_contradicts_birth_date(child.person), IncidentIssue::age_contradicts_birth_date);
    note(issues, age && *age >= adult_from_years, IncidentIssue::adult_recorded_as_child);
    note(issues, child.person.born && day < *child.person.born, IncidentIssue::child_not_born_yet);
    note(issues, child.person.born && child.died && *child.died < *child.person.born,
         IncidentIssue::death_before_birth);
  }
  std::sort(children.begin(), children.end(), [](const Person* a, const Person* b) { return a->id < b->id; });
  note(issues, has_conflicting_records(children), IncidentIssue::conflicting_person_records);
}

void note_findings(Issues& issues, const Incident& incident, const Parties& parties) {
  const auto recorded = incident.findings;
  const auto findings = incident_findings(incident, parties);
  const bool is_conflict = incident_definition(incident, parties) == Definition::family_conflict;
  note(issues, is_conflict && !(findings.yes() & abuse).empty(), IncidentIssue::violence_in_family_conflict);
  note(issues, findings[Finding::unborn_child] == Answer::yes && findings[Finding::pregnancy_or_new_baby] == Answer::no,
       IncidentIssue::unborn_child_without_pregnancy);
  note(issues, recorded[Finding::unborn_child] == Answer::no && findings[Finding::unborn_child] == Answer::yes,
       IncidentIssue::unborn_child_contradicts_finding);
}

/// What the ages alone say of party_under_18, of all pairs together.
Answer under_18_by_ages(const Incident& incident, std::span<const Parties> all) {
  auto answer = Answer::no;
  for (const auto& parties : all) {
    const auto one = under_18_by_ages(incident, parties);
    if (one == Answer::yes) return Answer::yes;
    if (one == Answer::unknown) answer = Answer::unknown;
  }
  return answer;
}

void note_relationships(Issues& issues, const Family& family, const Parties& parties) {
  const auto kind = relationship_between(family, parties.victim.id, parties.suspect.id);
  if (!kind || !is_personally_connected(*kind)) return;
  const auto contradicts = [&](const Relationship& each) {
    const bool is_theirs = (each.one == parties.victim.id && each.other == parties.suspect.id) ||
                           (each.one == parties.suspect.id && each.other == parties.victim.id);
    return is_theirs && !is_personally_connected(each.kind);
  };
  const bool is_contradicted = std::any_of(family.relationships.begin(), family.relationships.end(), contradicts);
  note(issues, is_contradicted, IncidentIssue::conflicting_relationships);
}

void note_times(Issues& issues, const Incident& incident) {
  const auto occurred = incident.occurred_at.instant;
  note(issues, incident.attended_at && incident.attended_at->instant < occurred,
       IncidentIssue::attended_before_incident);
  note(issues, incident.reported_at.instant < occurred, IncidentIssue::reported_before_incident);
}

}  // namespace

EnumSet<IncidentIssue> issues(const Incident& incident) { return issues(incident, pairs(incident)); }

EnumSet<IncidentIssue> issues(const Incident& incident, std::span<const Parties> all) {
  Issues found;
  note_judgement(found, incident);
  const auto people = involved(incident);
  note_people(found, incident, people);
  note_children(found, incident, people);
  note_times(found, incident);
  for (const auto& parties : all) {
    note_relationships(found, incident.family, parties);
    note_findings(found, incident, parties);
  }
  note(found, incident.checklist && has_conflicting_answers(*incident.checklist),
       IncidentIssue::conflicting_checklist_answers);
  const auto recorded = incident.findings[Finding::party_under_18];
  const auto by_ages = under_18_by_ages(incident, all);
  note(found, recorded != Answer::unknown && by_ages != Answer::unknown && recorded != by_ages,
       IncidentIssue::under_18_contradicts_ages);
  return found;
}

}  // namespace earlyhelp
