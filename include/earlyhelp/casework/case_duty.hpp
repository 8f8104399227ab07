#pragma once

#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/casework/casework_policy.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/duty.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// What somebody has to do in a case: the duties of a decision, and those that a disclosure opens.
enum class CaseDuty : std::uint8_t {
  daily_review,
  obtain_grade,
  review_decision,
  contact_family,
  contact_victim_safely,
  victim_services_referral,
  idva_offer,
  marac_referral,
  mash_referral,
  mash_consideration,
  child_support_offer,
  notify_social_worker,
  notify_school,
  perpetrator_review,
  record_crime,      ///< of an incident that was disclosed
  triage_disclosed,  ///< an incident that was disclosed
};

template <>
struct Names<CaseDuty> {
  static constexpr std::array<std::string_view, 16> ids = {
      "daily_review",       "obtain_grade",          "review_decision",
      "contact_family",     "contact_victim_safely", "victim_services_referral",
      "idva_offer",         "marac_referral",        "mash_referral",
      "mash_consideration", "child_support_offer",   "notify_social_worker",
      "notify_school",      "perpetrator_review",    "record_crime",
      "triage_disclosed"};
};

/// How a duty stands.
enum class DutyStatus : std::uint8_t {
  open,
  done_in_time,  ///< at the due instant too
  done_late,
  overdue,
  not_covered,      ///< the calendar does not say when it is due; it is a duty all the same
  not_applicable,   ///< see DutyRecord::why_not
  no_safe_channel,  ///< contact that nobody could make safely: neither kept nor missed
};

template <>
struct Names<DutyStatus> {
  static constexpr std::array<std::string_view, 7> ids = {"open",        "done_in_time",   "done_late",      "overdue",
                                                          "not_covered", "not_applicable", "no_safe_channel"};
};

/// Why a duty does not apply.
enum class NotApplicable : std::uint8_t {
  waived,             ///< by a named person
  superseded,         ///< a later decision on the same incident asks for something else in its place
  closed_before_due,  ///< the case ended first
};

template <>
struct Names<NotApplicable> {
  static constexpr std::array<std::string_view, 3> ids = {"waived", "superseded", "closed_before_due"};
};

/// One duty of a case, for one incident.
struct DutyRecord {
  CaseDuty duty;
  IncidentId incident;
  DutyStatus status;
  Instant opened_at;
  boost::optional<Instant> runs_from = {};  ///< when the clock that ends first started; none: not covered
  boost::optional<Instant> due = {};        ///< none: not covered
  boost::optional<Instant> done_at = {};
  boost::optional<CaseEventId> done_by = {};  ///< the event that did it, or waived it
  boost::optional<NotApplicable> why_not = {};
  boost::optional<Instant> ended_at = {};  ///< when it ceased to apply; past its due time it had been missed by then

  friend bool operator==(const DutyRecord&, const DutyRecord&) = default;
};

/// How every duty of `case_file` stands at `now`, by incident in the order in which they were decided, then in the
/// order of CaseDuty. Events after `now` do not count, neither do withdrawn ones.
///
/// A decision opens its duties; a later decision on the same incident opens those that it adds, from its own time on,
/// and what it no longer asks for is superseded unless it was done. A duty is done by the first event that does it, at
/// or after the report of its incident: contact by two-way contact with the victim (or an attempt, where the policy
/// says so; of a victim who is to be contacted safely, never), a referral by one to that service, a notice by that
/// notice. Closing a case ends what is not due yet; what was overdue by then stays overdue.
///
/// Requires: check(policy) has no objection.
/// Source: default triage policy, sections 5 and 6; crime recording within 24 hours: Home Office Counting Rules (not
/// verified).
std::vector<DutyRecord> duties(const CaseFile& case_file, const CaseworkPolicy& policy, const Calendar& calendar,
                               Instant now);

}  // namespace earlyhelp
