#pragma once

#include <earlyhelp/casework/assessment.hpp>
#include <earlyhelp/casework/case_decision.hpp>
#include <earlyhelp/casework/contact.hpp>
#include <earlyhelp/casework/lifecycle.hpp>
#include <earlyhelp/casework/need.hpp>
#include <earlyhelp/casework/referral.hpp>
#include <earlyhelp/casework/support.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/names.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <variant>

namespace earlyhelp {

/// What can happen in a case, in the order of EventKind.
using CaseEventBody =
    std::variant<Referred, Triaged, DailyReviewed, SuitabilityDecided, Allocated, AllocationEnded, SeparationWaived,
                 ChannelConfirmed, ChannelShared, MustNotReceive, ContactAttempted, ContactMade, ConsentStated,
                 NeedIdentified, AdverseExperienceObserved, ReasonFound, Intervention, ReferredOn, RiskReassessed,
                 GradeLowered, IncidentDisclosed, CrimeRecorded, Notified, MashConsidered, PerpetratorReviewed,
                 ChildSupportOffered, DutyWaived, AttendanceRecorded, OutcomeMetric, FeedbackAsked, FeedbackAnswered,
                 Closed, Reopened, Withdrawn>;

/// The same as one word, as case logs say it.
enum class EventKind : std::uint8_t {
  referred,
  triaged,
  daily_reviewed,
  suitability_decided,
  allocated,
  allocation_ended,
  separation_waived,
  channel_confirmed,
  channel_shared,
  must_not_receive,
  contact_attempted,
  contact_made,
  consent_stated,
  need_identified,
  adverse_experience_observed,
  reason_found,
  intervention,
  referred_on,
  risk_reassessed,
  grade_lowered,
  incident_disclosed,
  crime_recorded,
  notified,
  mash_considered,
  perpetrator_reviewed,
  child_support_offered,
  duty_waived,
  attendance_recorded,
  outcome_measured,
  feedback_asked,
  feedback_answered,
  closed,
  reopened,
  withdrawn,
};

template <>
struct Names<EventKind> {
  static constexpr std::array<std::string_view, 34> ids = {"referred",
                                                           "triaged",
                                                           "daily_reviewed",
                                                           "suitability_decided",
                                                           "allocated",
                                                           "allocation_ended",
                                                           "separation_waived",
                                                           "channel_confirmed",
                                                           "channel_shared",
                                                           "must_not_receive",
                                                           "contact_attempted",
                                                           "contact_made",
                                                           "consent_stated",
                                                           "need_identified",
                                                           "adverse_experience_observed",
                                                           "reason_found",
                                                           "intervention",
                                                           "referred_on",
                                                           "risk_reassessed",
                                                           "grade_lowered",
                                                           "incident_disclosed",
                                                           "crime_recorded",
                                                           "notified",
                                                           "mash_considered",
                                                           "perpetrator_reviewed",
                                                           "child_support_offered",
                                                           "duty_waived",
                                                           "attendance_recorded",
                                                           "outcome_measured",
                                                           "feedback_asked",
                                                           "feedback_answered",
                                                           "closed",
                                                           "reopened",
                                                           "withdrawn"};
};
static_assert(std::variant_size_v<CaseEventBody> == count_of<EventKind>);

/// Something that happened in a case, when it did, and who recorded it when. Events are never changed; one that is
/// wrong is withdrawn, and what was right is recorded beside it.
struct CaseEvent {
  CaseEventId id;
  Instant occurred_at;
  Instant recorded_at;  ///< not before it occurred
  WorkerId recorded_by;
  CaseEventBody body;

  EventKind kind() const noexcept { return static_cast<EventKind>(body.index()); }

  friend bool operator==(const CaseEvent&, const CaseEvent&) = default;
};

}  // namespace earlyhelp
