#include <earlyhelp/indicators/contact_indicators.hpp>

#include "indicators/promised_contact.hpp"
#include "indicators/subject_cases.hpp"

#include <earlyhelp/indicators/prompt_contact.hpp>

#include <algorithm>

namespace earlyhelp {
namespace {

constexpr Source service = {.title = "Northamptonshire Police, early intervention team: contact within 48 hours",
                            .section = "the promise; who is left out of the count: library default"};

boost::optional<const DutyOutcome&> promise(const Subject& subject) { return promised_contact(incident_of(subject)); }

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

Reply has_no_safe_way(const Subject& subject) { return reply(promise(subject)->status == DutyStatus::no_safe_channel); }

template <Reached what>
Reply is_kept(const Subject& subject) {
  const auto& duty = *promise(subject);
  const auto& record = case_of(subject);
  if (!duty.runs_from || !duty.due) return Reply::not_known;
  const ContactRecord contact{.start = *duty.runs_from,
                              .due = *duty.due,
                              .contacted = reached_for(what, record, duty),
                              .closed = closed_since_report(record, duty)};
  switch (prompt_contact(contact, subject.all.cut_off())) {
    case PromptContact::met:
      return Reply::yes;
    case PromptContact::pending_not_due:
      return Reply::not_yet;
    case PromptContact::invalid_contact_before_start:
      return Reply::not_known;
    case PromptContact::breached_late_contact:
    case PromptContact::breached_closed_uncontacted:
    case PromptContact::breached_open_overdue:
    case PromptContact::excluded_closed_before_due:
      break;
  }
  return Reply::no;
}

/// Nobody knows before the case ends, unless a victim was spoken with after all.
Reply is_closed_as_unsafe(const Subject& subject) {
  const auto& duty = *promise(subject);
  const auto& record = case_of(subject);
  if (reached_since_report(Reached::spoken_with, record, duty)) return Reply::no;
  if (!closed_since_report(record, duty)) return Reply::not_yet;
  return reply(record.closed_for == ClosingReason::no_safe_channel);
}

/// Minutes that have begun from when the clock of the promise started until it was done; or for which nobody has seen
/// it done.
template <Reached what>
std::optional<FollowUp> minutes_taken(const Subject& subject) {
  const auto& duty = *promise(subject);
  const auto& record = case_of(subject);
  if (!duty.runs_from) return {};
  const auto minutes = [&](Instant until) {
    constexpr std::int64_t a_minute = 60'000'000;
    const auto taken = until.microseconds() - duty.runs_from->microseconds();
    return std::max<std::int64_t>(0, (taken + a_minute - 1) / a_minute);
  };
  const auto at = reached_for(what, record, duty);
  if (at && *at < *duty.runs_from) return {};
  if (at) return FollowUp{.time = minutes(*at), .has_event = true};
  return FollowUp{.time = minutes(closed_since_report(record, duty).value_or(subject.all.cut_off())),
                  .has_event = false};
}

constexpr Question promised = {.asks = "Does the decision ask for contact with the family or the victim?",
                               .of = is_owed<promise>};
constexpr Question promise_ended = {.asks = "Did the case end before it was due, or did a named person waive it?",
                                    .of = no_longer_applies<promise>};
constexpr Question not_safe = {.asks = "Did the case end because there was no safe way of contact?",
                               .of = has_no_safe_way};

}  // namespace

constexpr Indicator contact_in_time = {
    .id = "contact_in_time",
    .version = 1,
    .title = "Families spoken with by the time promised",
    .unit = CountedUnit::incident,
    .index = IndexDate::reported,
    .denominator = promised,
    .denominator_exclusion = promise_ended,
    .numerator =
        {.asks = "Did both sides, the victim and the team, speak between the start of its clock and when it was due?",
         .of = is_kept<Reached::spoken_with>},
    .denominator_exception = not_safe,
    .time = {.measures = "from the start of the promise's clock to two-way contact with the victim",
             .unit = "minutes",
             .of = minutes_taken<Reached::spoken_with>},
    .direction = Improvement::increase,
    .source = service};

constexpr Indicator attempt_in_time = {
    .id = "attempt_in_time",
    .version = 1,
    .title = "Families whose victim somebody tried to reach by the time promised",
    .unit = CountedUnit::incident,
    .index = IndexDate::reported,
    .denominator = promised,
    .denominator_exclusion = promise_ended,
    .numerator = {.asks =
                      "Was the victim tried, reached or not, between the start of its clock and when contact was due?",
                  .of = is_kept<Reached::tried_or_spoken_with>},
    .denominator_exception = not_safe,
    .time = {.measures = "from the start of the promise's clock to the first attempt, or contact, with the victim",
             .unit = "minutes",
             .of = minutes_taken<Reached::tried_or_spoken_with>},
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
    .numerator = {.asks = "Did the case end, early or late, because there was no safe way, and without contact?",
                  .of = is_closed_as_unsafe},
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
