#include "casework/duty_opener.hpp"

#include "triage/duty_clocks.hpp"

#include <earlyhelp/calendar/due.hpp>

#include <algorithm>
#include <variant>

namespace earlyhelp {

void DutyOpener::take(const CaseEvent& event) {
  if (const auto* triaged = std::get_if<Triaged>(&event.body)) open(triaged->decision(), event.occurred_at);
  if (const auto* reassessed = std::get_if<RiskReassessed>(&event.body)) {
    open(reassessed->decision.decision(), event.occurred_at);
  }
  if (const auto* disclosed = std::get_if<IncidentDisclosed>(&event.body)) {
    open(CaseDuty::record_crime, disclosed->incident, policy_.record_crime_within, event.occurred_at);
    open(CaseDuty::triage_disclosed, disclosed->incident, policy_.triage_disclosed_within, event.occurred_at);
  }
}

// By the clock of the duty that ends first of those that the calendar covers; without one, from when the first runs.
DutyOpener::Allowed DutyOpener::allowed_for(Duty duty, const CaseDecision& decision) const {
  Allowed allowed;
  for (const auto& term : decision.terms) {
    if (term.duty != duty) continue;
    const auto from = start_of(term.clock.start, decision.starts, decision.daily_review, calendar_);
    if (!from) continue;
    const auto due = due_by(term.clock.clock, *from, calendar_);
    if (!allowed.from || (due && (!allowed.due || *due < *allowed.due))) allowed = {.from = from, .due = due};
  }
  return allowed;
}

void DutyOpener::allow(DutyRecord& record, const Allowed& allowed) noexcept {
  record.runs_from = allowed.from;
  record.due = allowed.due;
}

void DutyOpener::open(const CaseDecision& decision, Instant at) {
  for (auto& [record, superseded_at] : opened_) {
    const bool is_of_decision = record.duty < CaseDuty::record_crime && record.incident == decision.incident;
    if (!is_of_decision || superseded_at) continue;
    if (!decision.duties.contains(static_cast<Duty>(record.duty))) superseded_at = at;
  }
  for (const auto duty : decision.duties) {
    const auto allowed = allowed_for(duty, decision);
    auto* same = find(decision.incident, case_duty(duty));
    if (same == nullptr) {
      add(case_duty(duty), decision.incident, decision.starts.reported_at, allowed);
    } else if (same->superseded_at) {
      same->superseded_at = boost::none;
      same->record.opened_at = decision.starts.reported_at;
      allow(same->record, allowed);
    } else if (allowed.due && (!same->record.due || *allowed.due < *same->record.due)) {
      allow(same->record, allowed);
    }
  }
}

void DutyOpener::open(CaseDuty duty, const IncidentId& incident, const DutyClock& within, Instant at) {
  if (find(incident, duty) != nullptr) return;
  add(duty, incident, at, {.from = at, .due = due_by(within.clock, at, calendar_)});
}

void DutyOpener::add(CaseDuty duty, const IncidentId& incident, Instant at, const Allowed& allowed) {
  const auto is_same = [&](const OpenedDuty& other) { return other.record.incident == incident; };
  const auto first = std::find_if(opened_.begin(), opened_.end(), is_same);
  const auto end = std::find_if_not(first, opened_.end(), is_same);
  const auto place = std::find_if(first, end, [&](const OpenedDuty& other) { return duty < other.record.duty; });
  const DutyRecord record{.duty = duty,
                          .incident = incident,
                          .status = DutyStatus::open,
                          .opened_at = at,
                          .runs_from = allowed.from,
                          .due = allowed.due};
  opened_.insert(place, {.record = record});
}

OpenedDuty* DutyOpener::find(const IncidentId& incident, CaseDuty duty) {
  const auto found = std::find_if(opened_.begin(), opened_.end(), [&](const OpenedDuty& opened) {
    return opened.record.incident == incident && opened.record.duty == duty;
  });
  return found == opened_.end() ? nullptr : &*found;
}

}  // namespace earlyhelp
