#include <earlyhelp/indicators/contact_indicators.hpp>

#include "indicators/subject_cases.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

constexpr Source service = {.title = "Northamptonshire Police, early intervention team: contact within 48 hours",
                            .section = "the promise; who is left out of the count: library default"};

/// Whether another duty took its place before it had been missed.
bool is_superseded(const DutyOutcome& duty) noexcept {
  return duty.why_not == NotApplicable::superseded && !duty.is_ended_late();
}

/// Whether it is to be kept, was kept, or was missed before it ceased to apply.
bool is_owed_still(const DutyOutcome& duty) noexcept {
  return duty.status != DutyStatus::not_applicable || duty.is_ended_late();
}

/// Whether of two duties of contact `duty` is the one to ask about: the one that is owed, else that which is due first.
bool goes_before(const DutyOutcome& duty, const DutyOutcome& other) noexcept {
  const bool stands = is_owed_still(duty);
  const bool other_stands = is_owed_still(other);
  if (stands != other_stands) return stands;
  return duty.due && (!other.due || *duty.due < *other.due);
}

/// The promise of contact: of the two duties that can hold it, the one that stands and is due first.
boost::optional<const DutyOutcome&> promise(const Subject& subject) {
  boost::optional<const DutyOutcome&> found;
  for (const auto& duty : incident_of(subject).duties) {
    const bool is_contact = duty.duty == CaseDuty::contact_family || duty.duty == CaseDuty::contact_victim_safely;
    if (!is_contact || is_superseded(duty)) continue;
    if (!found || goes_before(duty, *found)) found = duty;
  }
  return found;
}

template <CaseDuty duty>
boost::optional<const DutyOutcome&> standing_duty(const Subject& subject) {
  const auto found = incident_of(subject).duty(duty);
  if (found && is_superseded(*found)) return {};
  return found;
}

using DutyOf = boost::optional<const DutyOutcome&> (*)(const Subject&);

template <DutyOf duty_of>
Reply is_owed(const Subject& subject) {
  return reply(duty_of(subject).has_value());
}

template <DutyOf duty_of>
Reply no_longer_applies(const Subject& subject) {
  return reply(!is_owed_still(*duty_of(subject)));
}

template <DutyOf duty_of>
Reply is_done_in_time(const Subject& subject) {
  switch (duty_of(subject)->status) {
    case DutyStatus::done_in_time:
      return Reply::yes;
    case DutyStatus::open:
      return Reply::not_yet;
    case DutyStatus::not_covered:
      return Reply::not_known;
    case DutyStatus::done_late:
    case DutyStatus::overdue:
    case DutyStatus::not_applicable:
    case DutyStatus::no_safe_channel:
      break;
  }
  return Reply::no;
}

template <DutyOf duty_of>
Reply is_not_safe(const Subject& subject) {
  return reply(duty_of(subject)->status == DutyStatus::no_safe_channel);
}

Reply is_tried_in_time(const Subject& subject) {
  const auto& duty = *promise(subject);
  if (!duty.due) return Reply::not_known;
  const auto& people = case_of(subject).people;
  const bool is_tried = std::any_of(people.begin(), people.end(), [&](const PersonRecord& person) {
    const auto is_in_time = [&](Instant at) { return duty.opened_at <= at && at <= *duty.due; };
    return std::any_of(person.attempts.begin(), person.attempts.end(), is_in_time) ||
           std::any_of(person.contacts.begin(), person.contacts.end(), is_in_time);
  });
  if (is_tried) return Reply::yes;
  return subject.all.cut_off() <= *duty.due ? Reply::not_yet : Reply::no;
}

/// Minutes that have begun from when the duty was opened until it was done; or for which nobody has seen it done.
template <DutyOf duty_of>
std::optional<FollowUp> minutes_taken(const Subject& subject) {
  const auto& duty = *duty_of(subject);
  const auto minutes = [&](Instant until) {
    constexpr std::int64_t a_minute = 60'000'000;
    return std::max<std::int64_t>(0, (until.microseconds() - duty.opened_at.microseconds() + a_minute - 1) / a_minute);
  };
  if (duty.done_at) return FollowUp{.time = minutes(*duty.done_at), .has_event = true};
  const auto closed_at = case_of(subject).closed_at;
  const bool is_ended = closed_at && *closed_at >= duty.opened_at;
  return FollowUp{.time = minutes(is_ended ? *closed_at : subject.all.cut_off()), .has_event = false};
}

constexpr Question promised = {.asks = "Does the decision ask for contact with the family or the victim?",
                               .of = is_owed<promise>};
constexpr Question promise_ended = {.asks = "Did the case end before it was due, or did a named person waive it?",
                                    .of = no_longer_applies<promise>};
constexpr Question not_safe = {.asks = "Did the case end because there was no safe way of contact?",
                               .of = is_not_safe<promise>};

}  // namespace

constexpr Indicator contact_in_time = {
    .id = "contact_in_time",
    .version = 1,
    .title = "Families spoken with by the time promised",
    .unit = CountedUnit::incident,
    .index = IndexDate::reported,
    .denominator = promised,
    .denominator_exclusion = promise_ended,
    .numerator = {.asks = "Did both sides speak by the time it was due, exactly then included?",
                  .of = is_done_in_time<promise>},
    .denominator_exception = not_safe,
    .time = {.measures = "from the report to two-way contact", .unit = "minutes", .of = minutes_taken<promise>},
    .direction = Improvement::increase,
    .source = service};

constexpr Indicator attempt_in_time = {
    .id = "attempt_in_time",
    .version = 1,
    .title = "Families whom somebody tried to reach by the time promised",
    .unit = CountedUnit::incident,
    .index = IndexDate::reported,
    .denominator = promised,
    .denominator_exclusion = promise_ended,
    .numerator = {.asks = "Was anybody of the family tried, reached or not, by the time contact was due?",
                  .of = is_tried_in_time},
    .denominator_exception = not_safe,
    .direction = Improvement::increase,
    .source = service};

constexpr Indicator no_safe_channel = {
    .id = "no_safe_channel",
    .version = 1,
    .title = "Families who could not be contacted safely",
    .unit = CountedUnit::incident,
    .index = IndexDate::reported,
    .denominator = promised,
    .denominator_exclusion = promise_ended,
    .numerator = {.asks = "Did the case end because there was no safe way of contact?",
                  .of =
                      [](const Subject& subject) {
                        const auto status = promise(subject)->status;
                        return status == DutyStatus::open ? Reply::not_yet
                                                          : reply(status == DutyStatus::no_safe_channel);
                      }},
    .direction = Improvement::decrease,
    .source = {.title = "library default", .section = "safe contact comes before the promise"}};

constexpr Indicator school_told_in_time = {
    .id = "school_told_in_time",
    .version = 1,
    .title = "Incidents of which the children's school was told in time",
    .unit = CountedUnit::incident,
    .index = IndexDate::reported,
    .denominator = {.asks = "Does the decision ask to tell the school?",
                    .of = is_owed<standing_duty<CaseDuty::notify_school>>},
    .denominator_exclusion = {.asks = "Did the case end before it was due, or did a named person waive it?",
                              .of = no_longer_applies<standing_duty<CaseDuty::notify_school>>},
    .numerator = {.asks = "Was the school told by the time it was due?",
                  .of = is_done_in_time<standing_duty<CaseDuty::notify_school>>},
    .direction = Improvement::increase,
    .source = {.title = "Operation Encompass", .section = "the school knows before the next school day"}};

constexpr Indicator disclosure_recorded_in_time = {
    .id = "disclosure_recorded_in_time",
    .version = 1,
    .title = "Unreported incidents that the family told of, recorded in time",
    .unit = CountedUnit::incident,
    .index = IndexDate::disclosed,
    .denominator = {.asks = "Does it have to be recorded?", .of = is_owed<standing_duty<CaseDuty::record_crime>>},
    .denominator_exclusion = {.asks = "Did the case end before it was due, or did a named person waive it?",
                              .of = no_longer_applies<standing_duty<CaseDuty::record_crime>>},
    .numerator = {.asks = "Was the crime recorded by the time it was due?",
                  .of = is_done_in_time<standing_duty<CaseDuty::record_crime>>},
    .direction = Improvement::increase,
    .source = {.title = "Home Office Counting Rules", .section = "recording within 24 hours (not verified)"}};

}  // namespace earlyhelp
