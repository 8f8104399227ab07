#include <earlyhelp/triage/incident_decision.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "incident/each_pair.hpp"

#include <cassert>
#include <span>

namespace earlyhelp {
namespace {

/// Holds the place of a decision until it is made.
Decision not_yet_decided(const Policy& policy) {
  const Outcome nothing{.grade = {}, .route = {}, .duties = {}, .reasons = {}};
  return {.policy = policy.stamp(),
          .known = nothing,
          .if_unknowns_yes = nothing,
          .provisional = true,
          .ask_next = {},
          .suitability = Suitability::not_yet};
}

/// Collects the facts of incidents, pair after pair, and hands the decisions on them back out.
class Bulk {
 public:
  Bulk(std::span<const Incident> incidents, const History& history, const Policy& policy,
       std::vector<IncidentDecision>& decided)
      : incidents_{incidents}, history_{history}, policy_{policy}, decided_{decided}, blank_{not_yet_decided(policy)} {
    facts_.reserve(incidents.size());
  }

  void decide() {
    while (decided_.size() > incidents_.size()) decided_.pop_back();
    decided_.reserve(incidents_.size());
    while (decided_.size() < incidents_.size()) decided_.push_back({.decision = blank_, .pairs = {}, .issues = {}});
    for (std::size_t i = 0; i < incidents_.size(); ++i) collect(incidents_[i], decided_[i]);
    std::vector<Decision> decisions(facts_.size(), blank_);
    triage(facts_, policy_, decisions);
    std::size_t at = 0;
    for (auto& incident : decided_) {
      assert(!incident.pairs.empty());
      for (auto& pair : incident.pairs) pair.decision = decisions[at++];
      incident.decision = joined(incident);
    }
  }

 private:
  /// The memory of an earlier decision at the same place is used again.
  void collect(const Incident& incident, IncidentDecision& decided) {
    std::size_t count = 0;
    bool has_reversed_roles = false;
    each_pair(incident, [&](const Person& victim, const Person& suspect) {
      if (count < decided.pairs.size()) {
        auto& pair = decided.pairs[count];
        pair.parties.victim = victim;
        pair.parties.suspect = suspect;
        has_reversed_roles = note_facts(incident, pair.parties) || has_reversed_roles;
        pair.facts = facts_.back();
      } else {
        Parties parties{.victim = victim, .suspect = suspect};
        has_reversed_roles = note_facts(incident, parties) || has_reversed_roles;
        decided.pairs.push_back({.parties = std::move(parties), .facts = facts_.back(), .decision = blank_});
      }
      ++count;
    });
    while (decided.pairs.size() > count) decided.pairs.pop_back();
    decided.issues = count == 1 ? issues(incident, std::span{&decided.pairs.front().parties, 1}) : issues(incident);
    if (has_reversed_roles) decided.issues.insert(IncidentIssue::conflicting_roles);
  }

  /// Whether the roles were reversed before.
  bool note_facts(const Incident& incident, const Parties& parties) {
    const auto before = history_.before(incident, parties, windows_);
    facts_.push_back(facts_of(incident, parties, before.facts));
    return before.roles_reversed;
  }

  static Decision joined(const IncidentDecision& incident) {
    auto all = incident.pairs.front().decision;
    for (const auto& pair : std::span{incident.pairs}.subspan(1)) all = join(std::array{all, pair.decision});
    return all;
  }

  std::span<const Incident> incidents_;
  const History& history_;
  const Policy& policy_;
  std::vector<IncidentDecision>& decided_;
  Decision blank_;
  HistoryWindows windows_{.escalation_months = policy_.number(Parameter::escalation_window),
                          .marac_repeat_months = policy_.number(Parameter::marac_repeat_window)};
  std::vector<Facts> facts_;
};

}  // namespace

void triage(std::span<const Incident> incidents, const History& history, const Policy& policy,
            std::vector<IncidentDecision>& decided) {
  Bulk{incidents, history, policy, decided}.decide();
}

}  // namespace earlyhelp
