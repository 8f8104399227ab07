#pragma once

#include <earlyhelp/incident/history.hpp>
#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/incident/incident_issue.hpp>
#include <earlyhelp/incident/parties.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/due_times.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <cstddef>
#include <span>
#include <vector>

namespace earlyhelp {

/// What was decided between one victim and one suspect of an incident, and from what.
struct PairDecision {
  Parties parties;
  Facts facts;
  Decision decision;
};

/// A rule that fired, and for which pair.
struct PairReason {
  RuleIndex rule;
  std::size_t pair;  ///< its place in IncidentDecision::pairs

  friend bool operator==(const PairReason&, const PairReason&) = default;
};

/// What is decided about an incident: the join of the decisions on its pairs, with what each was made of.
struct [[nodiscard]] IncidentDecision {
  Decision decision;
  std::vector<PairDecision> pairs;  ///< in the order of the record; at least one
  EnumSet<IncidentIssue> issues;    ///< contradictions that a person has to look at

  /// The reasons as known, in rule order, then by pair.
  std::vector<PairReason> reasons() const;
};

/// The facts of `incident` between `parties`, with the history before it.
///
/// Source: default triage policy, section 1.
Facts facts_of(const Incident& incident, const Parties& parties, const HistoryFacts& history);

/// The gravest grade and route of `decisions`, all their duties and reasons, whatever any of them asks next;
/// provisional when any is. A duty that another covers is dropped: contact_victim_safely covers contact_family,
/// mash_referral covers mash_consideration, and on high_risk_panel neither review_decision nor contact_family stays.
///
/// Requires: at least one decision, all of one policy.
/// Source: default triage policy, section 1, "several victims or suspects".
Decision join(std::span<const Decision> decisions) noexcept;

/// Decides on `incident` with the records of `history` that count for it.
///
/// Requires: a valid incident (see incident_fault.hpp); a policy of the day of its report.
/// Source: default triage policy, sections 1 to 4.
IncidentDecision triage(const Incident& incident, const History& history, const Policy& policy);

/// Decides every one of `incidents` under one policy, into the decision at the same place of `decided`, which becomes
/// as long as they are: the same answers as one at a time, faster when they are a few hundred. What `decided` held
/// before means nothing; its memory is used again.
///
/// Requires: as above, for each.
/// Source: default triage policy, sections 1 to 4.
void triage(std::span<const Incident> incidents, const History& history, const Policy& policy,
            std::vector<IncidentDecision>& decided);

/// The moments of `incident` that the clocks of its duties start from.
ClockStarts clock_starts(const Incident& incident) noexcept;

}  // namespace earlyhelp
