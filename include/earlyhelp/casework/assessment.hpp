#pragma once

#include <earlyhelp/casework/case_decision.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/duty.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// The daily multi-agency review looked at the incident. With a grade and who contacts the victim it is decided.
struct DailyReviewed {
  boost::optional<RiskGrade> grade = {};      ///< none: the review did not settle it
  boost::optional<WorkerId> contact_by = {};  ///< who contacts the victim; none: not settled

  friend bool operator==(const DailyReviewed&, const DailyReviewed&) = default;
};

/// Whether the family is one for the early-help practitioners.
struct SuitabilityDecided {
  bool is_suitable;
  boost::optional<ReasonId> reason = {};

  friend bool operator==(const SuitabilityDecided&, const SuitabilityDecided&) = default;
};

/// A practitioner grades the risk at least as high as it stood; what follows from it is decided at once.
struct RiskReassessed {
  RiskGrade grade;
  ReasonId reason;
  Triaged decision;  ///< see regraded()

  friend bool operator==(const RiskReassessed&, const RiskReassessed&) = default;
};

/// A named person lowers the grade. The library never does, and nobody may while the MARAC criteria are met.
///
/// Source: SafeLives, MARAC referral criteria; default triage policy, "it may only raise".
struct GradeLowered {
  RiskGrade to;
  WorkerId by;
  ReasonId reason;

  friend bool operator==(const GradeLowered&, const GradeLowered&) = default;
};

/// Somebody of the family told of an incident that was never reported. The crime has to be recorded, and the incident
/// goes through triage like any other.
struct IncidentDisclosed {
  IncidentId incident;
  PersonId by;

  friend bool operator==(const IncidentDisclosed&, const IncidentDisclosed&) = default;
};

/// The police recorded the crime that was disclosed.
struct CrimeRecorded {
  IncidentId incident;

  friend bool operator==(const CrimeRecorded&, const CrimeRecorded&) = default;
};

/// Whom the team tells.
enum class Notice : std::uint8_t { social_worker, school };

template <>
struct Names<Notice> {
  static constexpr std::array<std::string_view, 2> ids = {"social_worker", "school"};
};

/// Somebody who has to know was told about a child.
struct Notified {
  Notice notice;
  PersonId child;
  PersonId recipient;

  friend bool operator==(const Notified&, const Notified&) = default;
};

/// The safeguarding hub's threshold was considered, and no referral made.
struct MashConsidered {
  ReasonId reason;

  friend bool operator==(const MashConsidered&, const MashConsidered&) = default;
};

/// What is done about a suspect with several victims was reviewed.
struct PerpetratorReviewed {
  PersonId person;

  friend bool operator==(const PerpetratorReviewed&, const PerpetratorReviewed&) = default;
};

/// A child was offered support of their own.
struct ChildSupportOffered {
  PersonId child;

  friend bool operator==(const ChildSupportOffered&, const ChildSupportOffered&) = default;
};

/// A named person says that a duty does not apply here, and why.
struct DutyWaived {
  Duty duty;
  WorkerId by;
  ReasonId reason;

  friend bool operator==(const DutyWaived&, const DutyWaived&) = default;
};

}  // namespace earlyhelp
