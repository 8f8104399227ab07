#include "indicators/promised_contact.hpp"

#include "indicators/subject_cases.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

/// Whether of two duties of contact `duty` is the one to ask about: the one that is owed, else that which is due first.
bool goes_before(const DutyOutcome& duty, const DutyOutcome& other) noexcept {
  const bool stands = is_owed_still(duty);
  const bool other_stands = is_owed_still(other);
  if (stands != other_stands) return stands;
  return duty.due && (!other.due || *duty.due < *other.due);
}

/// The first of `times`, which are in order; since `from`, where that is given.
boost::optional<Instant> first_since(const std::vector<Instant>& times, const boost::optional<Instant>& from) {
  const auto first = from ? std::lower_bound(times.begin(), times.end(), *from) : times.begin();
  if (first == times.end()) return {};
  return *first;
}

boost::optional<Instant> first_reached(Reached what, const CaseRecord& record, const boost::optional<Instant>& from) {
  boost::optional<Instant> first;
  for (const auto& person : record.people) {
    if (person.role != FamilyRole::victim) continue;
    first = earlier(first, first_since(person.contacts, from));
    if (what == Reached::tried_or_spoken_with) first = earlier(first, first_since(person.attempts, from));
  }
  return first;
}

boost::optional<Instant> reached_too_early(Reached what, const CaseRecord& record, const DutyOutcome& promise) {
  const auto is_before = [](const boost::optional<Instant>& at, const boost::optional<Instant>& end) {
    return at && end && *at < *end;
  };
  auto since_report = first_reached(what, record, promise.opened_at);
  if (is_before(since_report, promise.runs_from)) return since_report;
  auto ever = first_reached(what, record, boost::none);
  if (is_before(ever, record.began_at) && is_before(ever, promise.runs_from)) return ever;
  return {};
}

}  // namespace

bool is_superseded(const DutyOutcome& duty) noexcept {
  return duty.why_not == NotApplicable::superseded && !duty.is_ended_late();
}

bool is_owed_still(const DutyOutcome& duty) noexcept {
  return duty.status != DutyStatus::not_applicable || duty.is_ended_late();
}

boost::optional<const DutyOutcome&> promised_contact(const IncidentRecord& incident) noexcept {
  boost::optional<const DutyOutcome&> found;
  for (const auto& duty : incident.duties) {
    const bool is_contact = duty.duty == CaseDuty::contact_family || duty.duty == CaseDuty::contact_victim_safely;
    if (!is_contact || is_superseded(duty)) continue;
    if (!found || goes_before(duty, *found)) found = duty;
  }
  return found;
}

boost::optional<Instant> reached_since_report(Reached what, const CaseRecord& record, const DutyOutcome& promise) {
  return first_reached(what, record, earlier(promise.runs_from, promise.opened_at));
}

boost::optional<Instant> reached_for(Reached what, const CaseRecord& record, const DutyOutcome& promise) {
  auto since_start = first_reached(what, record, promise.runs_from);
  if (since_start && (!promise.due || *since_start <= *promise.due)) return since_start;
  const auto too_early = reached_too_early(what, record, promise);
  return too_early ? too_early : since_start;
}

boost::optional<Instant> closed_since_report(const CaseRecord& record, const DutyOutcome& promise) noexcept {
  if (!record.closed_at || *record.closed_at < promise.opened_at) return {};
  return record.closed_at;
}

}  // namespace earlyhelp
