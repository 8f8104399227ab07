#pragma once

#include <earlyhelp/casework/case_rule.hpp>
#include <earlyhelp/casework/casework_policy.hpp>
#include <earlyhelp/casework/data_protection.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/report/practitioner_list.hpp>
#include <earlyhelp/report/review_list.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// What a case waits for.
enum class WaitsFor : std::uint8_t {
  suitability,  ///< nobody has decided whether it is one for the early-help practitioners
  allocation,   ///< it is, and nobody works with the family
};

template <>
struct Names<WaitsFor> {
  static constexpr std::array<std::string_view, 2> ids = {"suitability", "allocation"};
};

/// A case that waits.
struct WaitingCase {
  CaseId in_case;
  WaitsFor waits_for;
  Instant since;                      ///< when it came to this
  boost::optional<Instant> due = {};  ///< of its earliest open duty; none: it has none, or none with a due time

  friend bool operator==(const WaitingCase&, const WaitingCase&) = default;
};

/// A rule that an event of a case breaks.
struct CaseViolation {
  CaseId in_case;
  Violation violation;

  friend bool operator==(const CaseViolation&, const CaseViolation&) = default;
};

/// A victim who is to be contacted, and of whom no channel is confirmed as safe.
struct NoSafeChannel {
  CaseId in_case;
  PersonId person;

  friend bool operator==(const NoSafeChannel&, const NoSafeChannel&) = default;
};

/// A case whose keeping is to be reviewed.
struct CaseRetention {
  CaseId in_case;
  RetentionReview review;

  friend bool operator==(const CaseRetention&, const CaseRetention&) = default;
};

/// What a day's list is made from.
struct WorklistInput {
  std::span<const CaseFile> cases;               ///< each id once
  std::span<const IncidentForReview> incidents;  ///< of the feed, decided; each id once
  std::span<const CaseId> incomplete = {};       ///< cases of which something that was recorded could not be read; of
                                                 ///< these no way of contact is named
  Instant last_review;                           ///< the daily review before
};

/// Everything that the service has to do on a day, and what it has to know. It holds ids, times and words of this
/// library, and no other text. What is in it is for a manager; a practitioner gets their own list.
struct Worklist {
  Instant now;
  Instant last_review;
  std::size_t cases;                                 ///< that had anything recorded by now
  std::vector<ReviewItem> daily_review = {};         ///< as is_graver() has them
  std::vector<PractitionerList> practitioners = {};  ///< by id
  std::vector<OpenDuty> overdue = {};                ///< by due time, case, incident, duty, as the next two
  std::vector<OpenDuty> due_today = {};
  std::vector<OpenDuty> later = {};
  std::vector<OpenDuty> not_covered = {};           ///< by case, incident, duty
  std::vector<WaitingCase> waiting = {};            ///< earliest due first, none last; then since when, and id
  std::vector<NoSafeChannel> no_safe_channel = {};  ///< by case, then person
  std::vector<CaseId> incomplete = {};              ///< by id, each once
  std::vector<CaseViolation> violations = {};       ///< by case, then in the order of its events
  std::vector<CaseRetention> retention = {};        ///< by the day on which the review is due, then case

  friend bool operator==(const Worklist&, const Worklist&) = default;
};

/// The list of the day of `now`: only of what was recorded by then, whatever the order of cases, events and incidents.
///
/// The daily review has every incident that was recorded after the last review and by now, and every earlier one with
/// the duty of a daily review, unless by the case files it was done in one of them, or is open in none (waived,
/// superseded, ended with the case). Every open duty of every case stands in exactly one of overdue, due today, later
/// and not covered, also of incidents that are not among those of the feed. Days are those of the calendar's zone.
///
/// Requires: check(policy) has no objection.
/// Throws: std::invalid_argument when the last review is after `now`; std::out_of_range when `now` is outside the years
///         1401 to 9998.
Worklist worklist(const WorklistInput& input, const CaseworkPolicy& policy, const Calendar& calendar, Instant now);

}  // namespace earlyhelp
