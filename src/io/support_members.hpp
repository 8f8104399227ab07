#pragma once

#include "listed_record.hpp"

#include <earlyhelp/casework/assessment.hpp>
#include <earlyhelp/casework/need.hpp>
#include <earlyhelp/casework/support.hpp>

#include <tuple>

// What a case log has of events of assessing and helping.
namespace earlyhelp::io {

template <>
struct Members<DailyReviewed> {
  static constexpr std::tuple all{member("grade", &DailyReviewed::grade),
                                  member("contact_by", &DailyReviewed::contact_by)};
};
template <>
struct Members<SuitabilityDecided> {
  static constexpr std::tuple all{member("is_suitable", &SuitabilityDecided::is_suitable),
                                  member("reason", &SuitabilityDecided::reason)};
};
template <>
struct Members<ConsentStated> {
  static constexpr std::tuple all{member("person", &ConsentStated::person), member("consent", &ConsentStated::consent)};
};
template <>
struct Members<NeedIdentified> {
  static constexpr std::tuple all{member("person", &NeedIdentified::person), member("need", &NeedIdentified::need)};
};
template <>
struct Members<AdverseExperienceObserved> {
  static constexpr std::tuple all{member("child", &AdverseExperienceObserved::child),
                                  member("experience", &AdverseExperienceObserved::experience)};
};
template <>
struct Members<ReasonFound> {
  static constexpr std::tuple all{member("reason", &ReasonFound::reason)};
};
template <>
struct Members<Intervention> {
  static constexpr std::tuple all{member("person", &Intervention::person), member("kind", &Intervention::kind)};
};
template <>
struct Members<RiskReassessed> {
  static constexpr std::tuple all{member("grade", &RiskReassessed::grade), member("reason", &RiskReassessed::reason),
                                  member("decision", &RiskReassessed::decision)};
};
template <>
struct Members<GradeLowered> {
  static constexpr std::tuple all{member("to", &GradeLowered::to), member("by", &GradeLowered::by),
                                  member("reason", &GradeLowered::reason)};
};
template <>
struct Members<IncidentDisclosed> {
  static constexpr std::tuple all{member("incident", &IncidentDisclosed::incident),
                                  member("by", &IncidentDisclosed::by)};
};
template <>
struct Members<CrimeRecorded> {
  static constexpr std::tuple all{member("incident", &CrimeRecorded::incident)};
};
template <>
struct Members<Notified> {
  static constexpr std::tuple all{member("notice", &Notified::notice), member("child", &Notified::child),
                                  member("recipient", &Notified::recipient)};
};
template <>
struct Members<MashConsidered> {
  static constexpr std::tuple all{member("reason", &MashConsidered::reason)};
};
template <>
struct Members<PerpetratorReviewed> {
  static constexpr std::tuple all{member("person", &PerpetratorReviewed::person)};
};
template <>
struct Members<ChildSupportOffered> {
  static constexpr std::tuple all{member("child", &ChildSupportOffered::child)};
};
template <>
struct Members<DutyWaived> {
  static constexpr std::tuple all{member("duty", &DutyWaived::duty), member("by", &DutyWaived::by),
                                  member("reason", &DutyWaived::reason)};
};
template <>
struct Members<AttendanceRecorded> {
  static constexpr std::tuple all{
      member("child", &AttendanceRecorded::child), member("days", &AttendanceRecorded::days),
      member("possible", &AttendanceRecorded::possible), member("attended", &AttendanceRecorded::attended)};
};
template <>
struct Members<OutcomeMetric> {
  static constexpr std::tuple all{member("person", &OutcomeMetric::person),
                                  member("instrument", &OutcomeMetric::instrument),
                                  member("version", &OutcomeMetric::version), member("score", &OutcomeMetric::score)};
};
template <>
struct Members<FeedbackAsked> {
  static constexpr std::tuple all{member("person", &FeedbackAsked::person)};
};
template <>
struct Members<FeedbackAnswered> {
  static constexpr std::tuple all{member("person", &FeedbackAnswered::person),
                                  member("is_satisfied", &FeedbackAnswered::is_satisfied),
                                  member("is_in_better_place", &FeedbackAnswered::is_in_better_place)};
};

}  // namespace earlyhelp::io
