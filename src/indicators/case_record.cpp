#include <earlyhelp/indicators/case_record.hpp>

#include "casework/effective_events.hpp"

#include <algorithm>
#include <variant>

namespace earlyhelp {
namespace {

template <class T>
void keep_first(boost::optional<T>& first, const T& value) {
  if (!first) first = value;
}

bool begins_a_case(const CaseEvent& event) noexcept {
  return std::holds_alternative<Referred>(event.body) || std::holds_alternative<Triaged>(event.body);
}

/// Takes the events of a case one after the other, as they occurred.
class Recorder {
 public:
  /// `begins_at` is when the case will begin. None: it does not.
  Recorder(const CaseFile& case_file, boost::optional<Instant> begins_at)
      : record_{.id = case_file.id}, begins_at_{begins_at} {
    record_.people.reserve(case_file.members.size());
    for (const auto& member : case_file.members) {
      record_.people.push_back({.id = member.person.id, .role = member.role});
    }
  }

  void take(const CaseEvent& event) {
    at_ = event.occurred_at;
    std::visit(*this, event.body);
  }
  /// Keeps how each duty stood with its incident.
  void take(const DutyRecord& duty) {
    incident(duty.incident)
        .duties.push_back({.duty = duty.duty,
                           .status = duty.status,
                           .opened_at = duty.opened_at,
                           .runs_from = duty.runs_from,
                           .due = duty.due,
                           .done_at = duty.done_at,
                           .why_not = duty.why_not,
                           .ended_at = duty.ended_at});
  }
  CaseRecord record() && { return std::move(record_); }

  void operator()(const Referred& referred) {
    begin();
    keep_first(record_.source, referred.source);
  }
  void operator()(const Triaged& triaged) {
    const auto& decision = triaged.decision();
    begin();
    auto& decided = incident(decision.incident);
    raise_to(decision.grade);
    if (decided.reported_at) return;
    decided.reported_at = decision.starts.reported_at;
    decided.grade = decision.grade;
    decided.route = decision.route;
  }
  void operator()(const DailyReviewed& review) { raise_to(review.grade); }
  void operator()(const RiskReassessed& reassessed) {
    if (grade_ && reassessed.grade > *grade_) record_.escalations.push_back(at_);
    raise_to(reassessed.grade);
    raise_to(reassessed.decision.decision().grade);
  }
  void operator()(const GradeLowered& lowered) { grade_ = lowered.to; }
  void operator()(const Allocated& allocated) {
    keep_first(record_.allocated_at, at_);
    worked_with_.push_back(allocated);
    name_workers();
  }
  void operator()(const AllocationEnded& ended) {
    std::erase_if(worked_with_, [&](const Allocated& allocated) {
      return allocated.worker == ended.worker && allocated.person == ended.person;
    });
    name_workers();
  }
  void operator()(const ContactAttempted& attempt) {
    if (auto* person = find(attempt.person)) person->attempts.push_back(at_);
  }
  void operator()(const ContactMade& contact) {
    auto* person = find(contact.person);
    if (person == nullptr) return;
    person->contacts.push_back(at_);
    if (person->role != FamilyRole::perpetrator) keep_first_of_case(record_.first_contact);
  }
  void operator()(const ConsentStated& stated) {
    auto* person = find(stated.person);
    if (person != nullptr && stated.consent == Consent::given) keep_first_of_case(person->consented_at);
  }
  void operator()(const NeedIdentified& identified) {
    auto* person = find(identified.person);
    if (person == nullptr) return;
    person->needs.insert(identified.need);
    keep_first(person->need_found_at, at_);
  }
  void operator()(const AdverseExperienceObserved& observed) {
    auto* child = find(observed.child);
    if (child == nullptr) return;
    child->experiences.insert(observed.experience);
    keep_first(child->experience_seen_at, at_);
  }
  void operator()(const Intervention& intervention) {
    auto* person = find(intervention.person);
    if (person == nullptr) return;
    person->interventions.insert(intervention.kind);
    keep_first_of_case(person->helped_at);
  }
  void operator()(const ReferredOn& referral) {
    auto* person = find(referral.person);
    if (person == nullptr) return;
    const auto same = std::find_if(person->onward.begin(), person->onward.end(),
                                   [&](const OnwardRecord& onward) { return onward.id == referral.referral; });
    auto& onward =
        same != person->onward.end()
            ? *same
            : person->onward.emplace_back(OnwardRecord{
                  .id = referral.referral, .service = referral.service, .state = referral.state, .made_at = at_});
    onward.state = referral.state;
    const bool has_begun = referral.state == OnwardState::engaged || referral.state == OnwardState::completed ||
                           referral.state == OnwardState::ended_early;
    if (has_begun) keep_first(onward.taken_up_at, at_);
  }
  void operator()(const IncidentDisclosed& disclosed) { keep_first(incident(disclosed.incident).disclosed_at, at_); }
  void operator()(const AttendanceRecorded& attendance) {
    if (auto* child = find(attendance.child)) child->attendance.push_back(attendance);
  }
  void operator()(const OutcomeMetric& metric) {
    if (auto* person = find(metric.person)) person->scores.push_back({.metric = metric, .at = at_});
  }
  void operator()(const FeedbackAsked& asked) {
    if (auto* person = find(asked.person)) keep_first(person->asked_feedback, at_);
  }
  void operator()(const FeedbackAnswered& answered) {
    if (auto* person = find(answered.person)) person->feedback.push_back({.answer = answered, .at = at_});
  }
  void operator()(const Closed& closed) {
    if (record_.spells.empty() || record_.closed_at) return;
    record_.spells.back().closed_at = at_;
    record_.closed_at = at_;
    record_.closed_for = closed.reason;
    worked_with_.clear();
    name_workers();
  }
  void operator()(const Reopened&) {
    if (!record_.closed_at) return;
    record_.spells.push_back({.opened_at = at_});
    record_.closed_at = boost::none;
    record_.closed_for = boost::none;
  }
  /// No indicator reads the others, but through the duties that they do.
  template <class Other>
  void operator()(const Other&) {}

 private:
  void begin() {
    if (record_.began_at) return;
    record_.began_at = at_;
    record_.spells.push_back({.opened_at = at_});
  }
  /// Keeps when it happened, unless the case had not begun then.
  void keep_first_of_case(boost::optional<Instant>& first) const {
    if (begins_at_ && *begins_at_ <= at_) keep_first(first, at_);
  }
  IncidentRecord& incident(const IncidentId& id) {
    auto& incidents = record_.incidents;
    const auto same =
        std::find_if(incidents.begin(), incidents.end(), [&](const IncidentRecord& known) { return known.id == id; });
    return same == incidents.end() ? incidents.emplace_back(IncidentRecord{.id = id}) : *same;
  }
  PersonRecord* find(const PersonId& id) {
    auto& people = record_.people;
    const auto same =
        std::find_if(people.begin(), people.end(), [&](const PersonRecord& person) { return person.id == id; });
    return same == people.end() ? nullptr : &*same;
  }
  void raise_to(boost::optional<RiskGrade> grade) {
    if (grade && (!grade_ || *grade > *grade_)) grade_ = grade;
  }
  void name_workers() {
    auto& workers = record_.workers;
    workers.clear();
    for (const auto& allocated : worked_with_) {
      if (std::find(workers.begin(), workers.end(), allocated.worker) == workers.end()) {
        workers.push_back(allocated.worker);
      }
    }
  }

  CaseRecord record_;
  boost::optional<Instant> begins_at_;
  std::vector<Allocated> worked_with_;
  boost::optional<RiskGrade> grade_;
  Instant at_ = Instant::of_microseconds(0);
};

/// The duties of the case where only two-way contact keeps a promise of contact.
std::vector<DutyRecord> duties_by_contact(const CaseFile& known, const CaseworkPolicy& policy, const Calendar& calendar,
                                          Instant cut_off) {
  if (policy.promise_kept == PromiseKept::by_contact) return duties(known, policy, calendar, cut_off);
  auto by_contact = policy;
  by_contact.promise_kept = PromiseKept::by_contact;
  return duties(known, by_contact, calendar, cut_off);
}

CaseRecord record_of(const CaseFile& known, const CaseworkPolicy& policy, const Calendar& calendar, Instant cut_off) {
  const EffectiveEvents events{known};
  const auto& all = events.in_order();
  const auto counts = [&](const CaseEvent* event) {
    return event->occurred_at <= cut_off && !events.is_withdrawn(event);
  };
  const auto first = std::find_if(all.begin(), all.end(),
                                  [&](const CaseEvent* event) { return begins_a_case(*event) && counts(event); });
  Recorder recorder{known, first == all.end() ? boost::none : boost::make_optional((*first)->occurred_at)};
  for (const auto* event : all) {
    if (counts(event)) recorder.take(*event);
  }
  for (const auto& duty : duties_by_contact(known, policy, calendar, cut_off)) recorder.take(duty);
  return std::move(recorder).record();
}

}  // namespace

boost::optional<const DutyOutcome&> IncidentRecord::duty(CaseDuty duty) const noexcept {
  const auto found =
      std::find_if(duties.begin(), duties.end(), [&](const DutyOutcome& outcome) { return outcome.duty == duty; });
  if (found == duties.end()) return {};
  return *found;
}

CaseRecord case_record(const CaseFile& case_file, const CaseworkPolicy& policy, const Calendar& calendar,
                       Instant cut_off) {
  const auto is_known = [&](const auto& recorded) { return recorded.recorded_at <= cut_off; };
  const bool is_all_known = std::all_of(case_file.events.begin(), case_file.events.end(), is_known) &&
                            std::all_of(case_file.members.begin(), case_file.members.end(), is_known);
  if (is_all_known) return record_of(case_file, policy, calendar, cut_off);
  return record_of(as_of(case_file, cut_off), policy, calendar, cut_off);
}

}  // namespace earlyhelp
