#include <earlyhelp/casework/case_duty.hpp>

#include "casework/effective_events.hpp"
#include "casework/event_people.hpp"
#include "casework/protecting_duties.hpp"
#include "triage/duty_clocks.hpp"

#include <earlyhelp/calendar/due.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace earlyhelp {
namespace {

constexpr CaseDuty of(Duty duty) noexcept { return static_cast<CaseDuty>(duty); }
static_assert(of(Duty::perpetrator_review) == CaseDuty::perpetrator_review);
static_assert(count_of<Duty> == static_cast<std::size_t>(CaseDuty::record_crime));

/// From when until when there is time for a duty. None: the calendar does not cover it.
struct Allowed {
  boost::optional<Instant> from = {};
  boost::optional<Instant> due = {};
};

/// By the clock of the duty that ends first of those that the calendar covers; without one, from when the first runs.
Allowed allowed_for(Duty duty, const CaseDecision& decision, const Calendar& calendar) {
  Allowed allowed;
  for (const auto& term : decision.terms) {
    if (term.duty != duty) continue;
    const auto from = start_of(term.clock.start, decision.starts, decision.daily_review, calendar);
    if (!from) continue;
    const auto due = due_by(term.clock.clock, *from, calendar);
    if (!allowed.from || (due && (!allowed.due || *due < *allowed.due))) allowed = {.from = from, .due = due};
  }
  return allowed;
}

/// A duty, and from when on a later decision asks for something else in its place.
struct Opened {
  DutyRecord record;
  boost::optional<Instant> superseded_at = {};
};

/// Finds out which duties a case has, from its decisions and disclosures.
class Opener {
 public:
  Opener(const CaseworkPolicy& policy, const Calendar& calendar) noexcept : policy_{policy}, calendar_{calendar} {}

  void take(const CaseEvent& event) {
    if (const auto* triaged = std::get_if<Triaged>(&event.body)) open(triaged->decision(), event.occurred_at);
    if (const auto* reassessed = std::get_if<RiskReassessed>(&event.body)) {
      open(reassessed->decision.decision(), event.occurred_at);
    }
    if (const auto* disclosed = std::get_if<IncidentDisclosed>(&event.body)) {
      open(CaseDuty::record_crime, disclosed->incident, policy_.record_crime_within, event.occurred_at);
      open(CaseDuty::triage_disclosed, disclosed->incident, policy_.triage_disclosed_within, event.occurred_at);
    }
  }
  std::vector<Opened> opened() && { return std::move(opened_); }

 private:
  void open(const CaseDecision& decision, Instant at) {
    for (auto& [record, superseded_at] : opened_) {
      const bool is_of_decision = record.duty < CaseDuty::record_crime && record.incident == decision.incident;
      if (!is_of_decision || superseded_at) continue;
      if (!decision.duties.contains(static_cast<Duty>(record.duty))) superseded_at = at;
    }
    for (const auto duty : decision.duties) {
      const auto allowed = allowed_for(duty, decision, calendar_);
      auto* same = find(decision.incident, of(duty));
      if (same == nullptr) {
        add(of(duty), decision.incident, decision.starts.reported_at, allowed);
      } else if (same->superseded_at) {
        same->superseded_at = boost::none;
        same->record.opened_at = decision.starts.reported_at;
        allow(same->record, allowed);
      } else if (allowed.due && (!same->record.due || *allowed.due < *same->record.due)) {
        allow(same->record, allowed);
      }
    }
  }
  void open(CaseDuty duty, const IncidentId& incident, const DutyClock& within, Instant at) {
    if (find(incident, duty) != nullptr) return;
    add(duty, incident, at, {.from = at, .due = due_by(within.clock, at, calendar_)});
  }
  static void allow(DutyRecord& record, const Allowed& allowed) noexcept {
    record.runs_from = allowed.from;
    record.due = allowed.due;
  }
  /// By incident in the order in which each came up, then in the order of duties.
  void add(CaseDuty duty, const IncidentId& incident, Instant at, const Allowed& allowed) {
    const auto is_same = [&](const Opened& other) { return other.record.incident == incident; };
    const auto first = std::find_if(opened_.begin(), opened_.end(), is_same);
    const auto end = std::find_if_not(first, opened_.end(), is_same);
    const auto place = std::find_if(first, end, [&](const Opened& other) { return duty < other.record.duty; });
    const DutyRecord record{.duty = duty,
                            .incident = incident,
                            .status = DutyStatus::open,
                            .opened_at = at,
                            .runs_from = allowed.from,
                            .due = allowed.due};
    opened_.insert(place, {.record = record});
  }
  Opened* find(const IncidentId& incident, CaseDuty duty) {
    const auto found = std::find_if(opened_.begin(), opened_.end(), [&](const Opened& opened) {
      return opened.record.incident == incident && opened.record.duty == duty;
    });
    return found == opened_.end() ? nullptr : &*found;
  }

  const CaseworkPolicy& policy_;
  const Calendar& calendar_;
  std::vector<Opened> opened_;
};

/// Lets the events of a case do its duties, or end them.
class Discharger {
 public:
  Discharger(const CaseFile& case_file, const CaseworkPolicy& policy, std::vector<Opened> opened)
      : case_file_{case_file}, policy_{policy}, opened_{std::move(opened)} {}

  void take(const CaseEvent& event) {
    event_ = &event;
    std::visit(*this, event.body);
  }
  std::vector<DutyRecord> records(Instant now) && {
    std::vector<DutyRecord> records;
    for (auto& [record, superseded_at] : opened_) {
      if (superseded_at && !is_settled(record)) {
        record.why_not = NotApplicable::superseded;
        record.ended_at = superseded_at;
      }
      record.status = status_of(record, now);
      records.push_back(std::move(record));
    }
    return records;
  }

  void operator()(const Triaged& triaged) { finish_for(triaged.decision().incident, CaseDuty::triage_disclosed); }
  void operator()(const DailyReviewed& review) {
    finish({CaseDuty::daily_review});
    if (review.grade) finish({CaseDuty::obtain_grade});
    if (review.grade && review.contact_by) finish({CaseDuty::review_decision});
  }
  void operator()(const ContactAttempted& attempt) {
    if (policy_.promise_kept == PromiseKept::by_attempt && is_victim(attempt.person))
      finish({CaseDuty::contact_family});
  }
  void operator()(const ContactMade& contact) {
    if (is_victim(contact.person)) finish({CaseDuty::contact_family, CaseDuty::contact_victim_safely});
  }
  void operator()(const ReferredOn& referral) {
    EnumSet<CaseDuty> done;
    for (const auto duty : duties_done_by(referral.service)) done.insert(of(duty));
    finish(done);
  }
  void operator()(const MashConsidered&) { finish({CaseDuty::mash_consideration}); }
  void operator()(const ChildSupportOffered&) { finish({CaseDuty::child_support_offer}); }
  void operator()(const Notified& notified) {
    const bool is_school = notified.notice == Notice::school;
    finish({is_school ? CaseDuty::notify_school : CaseDuty::notify_social_worker});
  }
  void operator()(const PerpetratorReviewed&) { finish({CaseDuty::perpetrator_review}); }
  void operator()(const CrimeRecorded& recorded) { finish_for(recorded.incident, CaseDuty::record_crime); }
  void operator()(const DutyWaived& waived) {
    for_each_running([&](DutyRecord& record) {
      if (record.duty == of(waived.duty)) end(record, NotApplicable::waived);
    });
  }
  void operator()(const Closed& closed) {
    for_each_running([&](DutyRecord& record) {
      if (record.due && *record.due < event_->occurred_at) return;
      const bool is_contact = record.duty == CaseDuty::contact_family || record.duty == CaseDuty::contact_victim_safely;
      if (is_contact && closed.reason == ClosingReason::no_safe_channel)
        record.status = DutyStatus::no_safe_channel;
      else
        end(record, NotApplicable::closed_before_due);
    });
  }
  /// What only has to happen does no duty.
  template <class Other>
  void operator()(const Other&) {}

 private:
  static bool is_settled(const DutyRecord& record) noexcept {
    return record.done_at || record.why_not || record.status == DutyStatus::no_safe_channel;
  }
  /// Calls `visit` for each duty that can be done, or ended, by the event.
  template <class Visit>
  void for_each_running(Visit visit) {
    for (auto& [record, superseded_at] : opened_) {
      const auto at = event_->occurred_at;
      if (at >= record.opened_at && !(superseded_at && *superseded_at <= at) && !is_settled(record)) visit(record);
    }
  }
  void finish(EnumSet<CaseDuty> duties) {
    for_each_running([&](DutyRecord& record) {
      if (duties.contains(record.duty)) done(record);
    });
  }
  void finish_for(const IncidentId& incident, CaseDuty duty) {
    for_each_running([&](DutyRecord& record) {
      if (record.duty == duty && record.incident == incident) done(record);
    });
  }
  void done(DutyRecord& record) const {
    record.done_at = event_->occurred_at;
    record.done_by = event_->id;
  }
  void end(DutyRecord& record, NotApplicable why_not) const {
    record.why_not = why_not;
    record.ended_at = event_->occurred_at;
    record.done_by = event_->id;
  }

  bool is_victim(const PersonId& id) const { return role_of(case_file_, id) == FamilyRole::victim; }

  static DutyStatus status_of(const DutyRecord& record, Instant now) noexcept {
    if (record.status == DutyStatus::no_safe_channel) return record.status;
    if (record.why_not) return DutyStatus::not_applicable;
    if (!record.due) return DutyStatus::not_covered;
    if (record.done_at) return *record.done_at <= *record.due ? DutyStatus::done_in_time : DutyStatus::done_late;
    return now <= *record.due ? DutyStatus::open : DutyStatus::overdue;
  }

  const CaseFile& case_file_;
  const CaseworkPolicy& policy_;
  const CaseEvent* event_ = nullptr;
  std::vector<Opened> opened_;
};

}  // namespace

std::vector<DutyRecord> duties(const CaseFile& case_file, const CaseworkPolicy& policy, const Calendar& calendar,
                               Instant now) {
  const EffectiveEvents events{case_file};
  const auto for_each = [&](auto& taker) {
    for (const auto* event : events.in_order()) {
      if (event->occurred_at > now) break;
      if (!events.is_withdrawn(event)) taker.take(*event);
    }
  };
  Opener opener{policy, calendar};
  for_each(opener);
  Discharger discharger{case_file, policy, std::move(opener).opened()};
  for_each(discharger);
  return std::move(discharger).records(now);
}

}  // namespace earlyhelp
