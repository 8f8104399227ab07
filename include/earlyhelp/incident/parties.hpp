#pragma once

#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/incident/past_record.hpp>
#include <earlyhelp/people/children_facts.hpp>
#include <earlyhelp/people/definition.hpp>
#include <earlyhelp/people/person.hpp>

#include <vector>

namespace earlyhelp {

/// One victim and one suspect of an incident. An incident with several of either is triaged for each such pair.
struct Parties {
  Person victim;
  Person suspect;

  friend bool operator==(const Parties&, const Parties&) = default;
};

/// Every victim of `incident` with every suspect, in the order of the record, each pair once; nobody with himself.
///
/// Empty when nobody is left: such an incident is invalid (see incident_fault.hpp).
std::vector<Parties> pairs(const Incident& incident);

/// The same, as history keeps each of them.
std::vector<PastIncident> past_incidents(const Incident& incident);

/// What `incident` is in law between `parties`, by their ages on its day.
Definition incident_definition(const Incident& incident, const Parties& parties) noexcept;

/// What the ages of `parties` on the day of `incident` say of the finding party_under_18: yes when either is 16 or 17,
/// no when both ages are known and neither is, otherwise unknown.
Answer under_18_by_ages(const Incident& incident, const Parties& parties) noexcept;

/// The findings of `incident` as they apply to `parties`, with what the record implies:
///
///   party_under_18: yes when either is 16 or 17 on the day; no when both ages are known and neither is, and the record
///                   gives no answer
///   unborn_child:   yes when either is the mother of an unborn child
///
/// A yes of the record stays a yes. A no that the record itself contradicts becomes a yes and is raised as an issue.
Findings incident_findings(const Incident& incident, const Parties& parties) noexcept;

/// The children linked to `parties` on the day of `incident`.
ChildrenFacts incident_children(const Incident& incident, const Parties& parties);

}  // namespace earlyhelp
