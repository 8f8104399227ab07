#include <earlyhelp/casework/case_duty.hpp>

#include "casework/duty_opener.hpp"
#include "casework/effective_events.hpp"
#include "casework/event_people.hpp"
#include "casework/protecting_duties.hpp"

#include <utility>
#include <variant>

namespace earlyhelp {
namespace {

/// Lets the events of a case do its duties, or end them.
class Discharger {
 public:
  Discharger(const CaseFile& case_file, const CaseworkPolicy& policy, std::vector<OpenedDuty> opened)
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
    for (const auto duty : duties_done_by(referral.service)) done.insert(case_duty(duty));
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
      if (record.duty == case_duty(waived.duty)) end(record, NotApplicable::waived);
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
  std::vector<OpenedDuty> opened_;
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
  DutyOpener opener{policy, calendar};
  for_each(opener);
  Discharger discharger{case_file, policy, std::move(opener).opened()};
  for_each(discharger);
  return std::move(discharger).records(now);
}

}  // namespace earlyhelp
