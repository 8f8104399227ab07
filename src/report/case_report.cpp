#include "report/case_report.hpp"

#include "casework/case_step.hpp"
#include "casework/effective_events.hpp"
#include "report/contact_outlook.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace earlyhelp {
namespace {

std::vector<WorkerId> workers_of(const CaseState& state) {
  std::vector<WorkerId> workers;
  for (const auto& allocation : state.allocations) workers.push_back(allocation.worker);
  std::sort(workers.begin(), workers.end());
  workers.erase(std::unique(workers.begin(), workers.end()), workers.end());
  return workers;
}

NotCoveredBecause why_not_covered(const DutyRecord& record, const CaseState& state, const Calendar& calendar) {
  const bool is_by_school_day =
      std::any_of(state.decisions.begin(), state.decisions.end(), [&](const Triaged& triaged) {
        const auto& terms = triaged.decision().terms;
        return triaged.decision().incident == record.incident &&
               std::any_of(terms.begin(), terms.end(), [&](const DutyTerm& term) {
                 return static_cast<CaseDuty>(term.duty) == record.duty &&
                        term.clock.clock.kind == ClockKind::next_school_day;
               });
      });
  return is_by_school_day && !calendar.school_terms() ? NotCoveredBecause::no_school_terms
                                                      : NotCoveredBecause::day_not_known;
}

/// When the case came to how it stands.
Instant standing_since(const CaseFile& known, const CaseworkPolicy& policy, Instant otherwise) {
  const EffectiveEvents events{known};
  CaseState state;
  auto since = otherwise;
  for (const auto* event : events.in_order()) {
    if (events.is_withdrawn(event)) continue;
    const auto before = state.status;
    apply(*event, policy, state);
    if (state.status != before) since = event->occurred_at;
  }
  return since;
}

/// The earliest due time first, none last.
bool is_due_before(const boost::optional<Instant>& a, const boost::optional<Instant>& b) {
  return a && (!b || *a < *b);
}

boost::optional<Instant> earliest_due(const std::vector<OpenDuty>& duties) {
  const auto earliest = std::min_element(
      duties.begin(), duties.end(), [](const OpenDuty& a, const OpenDuty& b) { return is_due_before(a.due, b.due); });
  return earliest == duties.end() ? boost::none : earliest->due;
}

bool is_contact(CaseDuty duty) noexcept {
  return duty == CaseDuty::contact_family || duty == CaseDuty::contact_victim_safely;
}

bool is_perpetrator(const CaseState& state, const PersonId& id) {
  const auto person = state.person(id);
  return person && person->role == FamilyRole::perpetrator;
}

Viewer viewer_of(const std::vector<PersonId>& people, const CaseState& state) {
  const bool is_victims = std::any_of(people.begin(), people.end(), [&](const PersonId& id) {
    const auto person = state.person(id);
    return person && (person->role == FamilyRole::victim || person->role == FamilyRole::child);
  });
  return is_victims ? Viewer::victim_worker : Viewer::perpetrator_worker;
}

/// What could not be read may be what speaks against contact.
PersonToContact contact_of_incomplete(const CaseState& state, const PersonId& id) {
  const auto member = state.person(id);
  return {.person = id,
          .role = member ? boost::make_optional(member->role) : boost::none,
          .outlook = ContactOutlook::case_incomplete};
}

}  // namespace

std::vector<DutyRecord> CaseReporter::add(const CaseFile& known, bool is_incomplete) {
  ++list_.cases;
  const auto [state, violations] = replay(known, policy_);
  for (const auto& violation : violations) list_.violations.push_back({.in_case = known.id, .violation = violation});
  auto records = duties(known, policy_, calendar_, list_.now);
  const auto open = open_duties(known, state, records);
  for (const auto& duty : open) add_duty(duty);
  add_waiting(known, state, open);
  add_without_safe_channel(known, state, open);
  add_retention(known);
  add_practitioners(known, state, is_incomplete);
  return records;
}

std::vector<OpenDuty> CaseReporter::open_duties(const CaseFile& file, const CaseState& state,
                                                const std::vector<DutyRecord>& records) const {
  std::vector<OpenDuty> open;
  for (const auto& record : records) {
    if (!is_open(record)) continue;
    OpenDuty duty{.in_case = file.id,
                  .duty = record.duty,
                  .incident = record.incident,
                  .opened_at = record.opened_at,
                  .due = record.due,
                  .is_case_closed = state.status == CaseStatus::closed,
                  .allocated = workers_of(state)};
    if (!record.due) duty.why_not = why_not_covered(record, state, calendar_);
    open.push_back(std::move(duty));
  }
  return open;
}

void CaseReporter::add_duty(const OpenDuty& duty) {
  switch (due_when(duty.due, calendar_.zone(), list_.now)) {
    case DueWhen::overdue:
      return list_.overdue.push_back(duty);
    case DueWhen::today:
      return list_.due_today.push_back(duty);
    case DueWhen::later:
      return list_.later.push_back(duty);
    case DueWhen::not_covered:
      return list_.not_covered.push_back(duty);
  }
}

void CaseReporter::add_waiting(const CaseFile& known, const CaseState& state, const std::vector<OpenDuty>& open) {
  const auto lead = state.lead();
  const bool is_anothers = lead && *lead != Lead::early_help_team && *lead != Lead::daily_review;
  const bool is_undecided = state.status == CaseStatus::referred && !is_anothers;
  if (!is_undecided && state.status != CaseStatus::suitable) return;
  list_.waiting.push_back({.in_case = known.id,
                           .waits_for = is_undecided ? WaitsFor::suitability : WaitsFor::allocation,
                           .since = standing_since(known, policy_, list_.now),
                           .due = earliest_due(open)});
}

void CaseReporter::add_without_safe_channel(const CaseFile& known, const CaseState& state,
                                            const std::vector<OpenDuty>& open) {
  if (std::none_of(open.begin(), open.end(), [](const OpenDuty& duty) { return is_contact(duty.duty); })) return;
  const SeenCase all{.case_file = known, .state = state, .seen = state, .viewer = Viewer::manager};
  for (const auto& person : state.people) {
    if (person.role != FamilyRole::victim || has_safe_channel(all, person.person, policy_, list_.now)) continue;
    list_.no_safe_channel.push_back({.in_case = known.id, .person = person.person});
  }
}

void CaseReporter::add_retention(const CaseFile& known) {
  const auto occurs_before = [](const CaseEvent& a, const CaseEvent& b) { return a.occurred_at < b.occurred_at; };
  const auto first = std::min_element(known.events.begin(), known.events.end(), occurs_before);
  if (first == known.events.end()) return;
  constexpr int months_a_year = 12;
  const auto least = std::min(policy_.keep_years, policy_.keep_high_risk_years);
  if (today_ < add_months(policy_.zone.civil(first->occurred_at).day, months_a_year * least)) return;
  const auto review = retention_review(known, policy_, today_);
  if (review) list_.retention.push_back({.in_case = known.id, .review = *review});
}

void CaseReporter::add_practitioners(const CaseFile& known, const CaseState& state, bool is_incomplete) {
  for (const auto& worker : workers_of(state)) {
    std::vector<PersonId> people;
    for (const auto& allocation : state.allocations) {
      if (allocation.worker == worker) people.push_back(allocation.person);
    }
    std::sort(people.begin(), people.end());
    const auto viewer = viewer_of(people, state);
    const auto view = view_for(viewer, known);
    const auto seen = replay(view, policy_).state;
    PractitionerCase on_list{.in_case = known.id,
                             .seen_as = viewer,
                             .lead = seen.lead(),
                             .people = {},
                             .duties = open_duties(view, seen, duties(view, policy_, calendar_, list_.now))};
    for (const auto& person : people) {
      if (is_incomplete) {
        on_list.people.push_back(contact_of_incomplete(state, person));
        continue;
      }
      // Whoever may work with both sides reaches a perpetrator as any perpetrator's worker does.
      const bool is_of_other_side = viewer != Viewer::perpetrator_worker && is_perpetrator(state, person);
      const auto own = is_of_other_side ? replay(view_for(Viewer::perpetrator_worker, known), policy_).state : seen;
      const SeenCase seen_case{.case_file = known, .state = state, .seen = own, .viewer = viewer};
      on_list.people.push_back(contact_outlook(seen_case, person, worker, policy_, list_.now));
    }
    std::stable_sort(on_list.duties.begin(), on_list.duties.end(),
                     [](const OpenDuty& a, const OpenDuty& b) { return is_due_before(a.due, b.due); });
    practitioners_[worker].push_back(std::move(on_list));
  }
}

std::vector<PractitionerList> CaseReporter::practitioners() && {
  std::vector<PractitionerList> lists;
  for (auto& [worker, cases] : practitioners_) {
    std::sort(cases.begin(), cases.end(), [](const PractitionerCase& a, const PractitionerCase& b) {
      const auto due_of_a = earliest_due(a.duties);
      const auto due_of_b = earliest_due(b.duties);
      if (is_due_before(due_of_a, due_of_b) || is_due_before(due_of_b, due_of_a))
        return is_due_before(due_of_a, due_of_b);
      return a.in_case < b.in_case;
    });
    lists.push_back({.worker = worker, .cases = std::move(cases)});
  }
  return lists;
}

}  // namespace earlyhelp
