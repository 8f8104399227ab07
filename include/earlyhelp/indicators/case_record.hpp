#pragma once

#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/casework/case_duty.hpp>
#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/casework/casework_policy.hpp>
#include <earlyhelp/date.hpp>
#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/policy/route.hpp>

#include <boost/optional/optional.hpp>

#include <vector>

namespace earlyhelp {

/// How one duty of an incident stood. An attempt is no contact here, whatever a place lets keep its promise: figures
/// say what was done.
struct DutyOutcome {
  CaseDuty duty;
  DutyStatus status;
  Instant opened_at;
  boost::optional<Instant> runs_from = {};  ///< when the clock that ends first started; none: not covered
  boost::optional<Instant> due = {};        ///< none: not covered
  boost::optional<Instant> done_at = {};
  boost::optional<NotApplicable> why_not = {};
  boost::optional<Instant> ended_at = {};  ///< when it ceased to apply

  /// Whether it ceased to apply only after it had been missed: whoever waives or replaces it then makes no promise
  /// kept.
  bool is_ended_late() const noexcept { return ended_at && due && *due < *ended_at; }

  friend bool operator==(const DutyOutcome&, const DutyOutcome&) = default;
};

/// One incident of a case: decided, told of by the family, or both.
struct IncidentRecord {
  IncidentId id;
  boost::optional<Instant> reported_at = {};   ///< none: not decided
  boost::optional<Instant> disclosed_at = {};  ///< none: nobody of the family had to tell of it
  boost::optional<RiskGrade> grade = {};       ///< of the first decision
  boost::optional<Route> route = {};           ///< of the first decision
  std::vector<DutyOutcome> duties = {};        ///< in the order of duties

  /// None: the incident never had that duty.
  boost::optional<const DutyOutcome&> duty(CaseDuty duty) const noexcept;

  friend bool operator==(const IncidentRecord&, const IncidentRecord&) = default;
};

/// How far a referral of a person to a service has come.
struct OnwardRecord {
  OnwardReferralId id;
  Service service;
  OnwardState state;  ///< the last
  Instant made_at;
  boost::optional<Instant> taken_up_at = {};  ///< when the service began to work with them; none: it has not

  friend bool operator==(const OnwardRecord&, const OnwardRecord&) = default;
};

/// One score of a person, and when it was taken.
struct ScoreRecord {
  OutcomeMetric metric;
  Instant at;

  friend bool operator==(const ScoreRecord&, const ScoreRecord&) = default;
};

/// What a person answered when asked what the help was worth, and when.
struct FeedbackRecord {
  FeedbackAnswered answer;
  Instant at;

  friend bool operator==(const FeedbackRecord&, const FeedbackRecord&) = default;
};

/// What was done with one person of a family.
struct PersonRecord {
  PersonId id;
  FamilyRole role;
  std::vector<Instant> attempts = {};          ///< in order
  std::vector<Instant> contacts = {};          ///< when both sides spoke; in order
  boost::optional<Instant> consented_at = {};  ///< first agreed to be worked with, once the case had begun
  EnumSet<InterventionKind> interventions = {};
  boost::optional<Instant> helped_at = {};  ///< the first of them once the case had begun
  EnumSet<Need> needs = {};
  boost::optional<Instant> need_found_at = {};  ///< the first of them
  EnumSet<AdverseExperience> experiences = {};
  boost::optional<Instant> experience_seen_at = {};  ///< the first of them
  std::vector<OnwardRecord> onward = {};             ///< in the order in which they were made
  std::vector<AttendanceRecorded> attendance = {};
  std::vector<ScoreRecord> scores = {};          ///< in the order in which they were taken
  boost::optional<Instant> asked_feedback = {};  ///< the first time
  std::vector<FeedbackRecord> feedback = {};     ///< in the order in which they answered

  friend bool operator==(const PersonRecord&, const PersonRecord&) = default;
};

/// From when until when a case was open.
struct CaseSpell {
  Instant opened_at;
  boost::optional<Instant> closed_at = {};  ///< none: open

  friend bool operator==(const CaseSpell&, const CaseSpell&) = default;
};

/// One case as indicators read it: what its events come to, as it was known at one moment.
struct CaseRecord {
  CaseId id;
  std::vector<CaseSpell> spells = {};      ///< one, and one more for each time it was reopened
  boost::optional<Instant> began_at = {};  ///< referred or first decided, whichever was first; none: neither
  boost::optional<ReferralSource> source = {};
  boost::optional<Instant> allocated_at = {};  ///< for the first time
  /// When somebody of the family who is not a perpetrator was first spoken with, once the case had begun: contact
  /// before that is a mistake in the record, and to have spoken with a perpetrator is not to have reached those who
  /// were harmed.
  boost::optional<Instant> first_contact = {};
  boost::optional<Instant> closed_at = {};  ///< none: open
  boost::optional<ClosingReason> closed_for = {};
  std::vector<Instant> escalations = {};       ///< when a practitioner graded it higher than it stood; in order
  std::vector<WorkerId> workers = {};          ///< who work with the family now, each once
  std::vector<PersonRecord> people = {};       ///< the members of the family, in their order
  std::vector<IncidentRecord> incidents = {};  ///< in the order in which they came up

  friend bool operator==(const CaseRecord&, const CaseRecord&) = default;
};

/// `case_file` as it was known at `cut_off`: what was recorded later does not count, neither does what was withdrawn.
///
/// Requires: check(policy) has no objection.
/// Source:   library default: every figure is of what was known at its cut-off (NHS and eCQM snapshot convention).
CaseRecord case_record(const CaseFile& case_file, const CaseworkPolicy& policy, const Calendar& calendar,
                       Instant cut_off);

}  // namespace earlyhelp
