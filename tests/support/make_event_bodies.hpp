#pragma once

#include <earlyhelp/casework/case_file.hpp>

#include "support/make_case.hpp"

#include <limits>
#include <vector>

namespace earlyhelp::test {

/// A decision with two pairs, with every member of its facts known or with none that need not be.
inline Triaged make_decision_of(bool is_all_known) {
  auto decision = make_triaged().decision();
  if (!is_all_known)
    return Triaged{[&decision] {
      decision.grade = boost::none;
      decision.starts.attended_at = boost::none;
      decision.duties = {};
      decision.terms.clear();
      for (auto& facts : decision.facts) {
        facts.officer_grade = facts.judgement = boost::none;
        facts.checklist = {};
        facts.children.youngest_age_years = boost::none;
        facts.findings = Findings::all(Answer::unknown);
      }
      return decision;
    }()};
  decision.grade = RiskGrade::high;
  decision.starts.attended_at = add_hours(reported_at(), 1);
  decision.facts.push_back(decision.facts.front());
  auto& facts = decision.facts.back();
  facts.officer_grade = RiskGrade::medium;
  facts.judgement = RiskGrade::high;
  facts.checklist = {.instrument = Instrument::dara, .yes_count = 27, .unanswered_count = 3};
  for (const auto finding : values_of<Finding>)
    facts.findings.set(finding, values_of<Answer>[static_cast<std::size_t>(finding) % 3]);
  facts.history = {.known = true,
                   .events_in_window = std::numeric_limits<int>::max(),
                   .marac_referral_in_window = true,
                   .suspect_other_victims = 2};
  facts.children = {.known = true, .linked = 4, .youngest_age_years = 17, .of_school_age = 3};
  return Triaged{decision};
}

/// One of each kind, in the order of EventKind, with every member that need not be known known, or not known.
inline std::vector<CaseEventBody> make_event_bodies(bool is_all_known) {
  const auto maybe = [is_all_known](auto value) { return is_all_known ? boost::make_optional(value) : boost::none; };
  const IncidentId incident{"i-2"};
  return {
      Referred{.source = ReferralSource::childrens_services, .incident = maybe(incident)},
      make_decision_of(is_all_known),
      DailyReviewed{.grade = maybe(RiskGrade::medium), .contact_by = maybe(worker)},
      SuitabilityDecided{.is_suitable = false, .reason = maybe(reason)},
      Allocated{.worker = worker, .person = victim},
      AllocationEnded{.worker = worker, .person = victim},
      SeparationWaived{.worker = worker, .manager = manager, .reason = reason},
      ChannelConfirmed{.person = victim,
                       .channel = channel,
                       .safety = ChannelSafety::unsafe,
                       .may_leave_message = is_all_known,
                       .safe_from = static_cast<std::uint16_t>(is_all_known ? 1439 : 0),
                       .safe_until = static_cast<std::uint16_t>(is_all_known ? 0 : 1440)},
      ChannelShared{.channel = channel, .with = suspect},
      MustNotReceive{.recipient = suspect, .reason = reason},
      ContactAttempted{.person = victim,
                       .mode = ContactMode::at_school,
                       .result = AttemptResult::answered_by_another,
                       .channel = maybe(channel)},
      ContactMade{.person = victim, .mode = ContactMode::outdoor_place, .channel = maybe(channel)},
      ConsentStated{.person = victim, .consent = Consent::withdrawn},
      NeedIdentified{.person = child, .need = Need::school_exclusion},
      AdverseExperienceObserved{.child = child, .experience = AdverseExperience::parents_separated},
      ReasonFound{.reason = UnderlyingReason::money_or_housing},
      Intervention{.person = child, .kind = InterventionKind::direct_work},
      ReferredOn{.referral = OnwardReferralId{"r-1"},
                 .person = victim,
                 .service = Service::perpetrator_programme,
                 .state = OnwardState::ended_early},
      RiskReassessed{.grade = RiskGrade::high, .reason = reason, .decision = make_decision_of(is_all_known)},
      GradeLowered{.to = RiskGrade::standard, .by = manager, .reason = reason},
      IncidentDisclosed{.incident = incident, .by = child},
      CrimeRecorded{.incident = incident},
      Notified{.notice = Notice::school, .child = child, .recipient = aunt},
      MashConsidered{.reason = reason},
      PerpetratorReviewed{.person = suspect},
      ChildSupportOffered{.child = child},
      DutyWaived{.duty = Duty::notify_school, .by = manager, .reason = reason},
      AttendanceRecorded{
          .child = child, .days = Period{Date{2025, 9, 1}, Date{2025, 9, 30}}, .possible = 44, .attended = 44},
      OutcomeMetric{.person = victim,
                    .instrument = "core-10",
                    .version = std::numeric_limits<std::uint16_t>::max(),
                    .score = is_all_known ? -1.5e-300 : 17.0},
      FeedbackAsked{.person = victim},
      FeedbackAnswered{.person = victim, .is_satisfied = maybe(true), .is_in_better_place = maybe(false)},
      Closed{.reason = ClosingReason::no_safe_channel},
      Reopened{.incident = maybe(incident)},
      Withdrawn{.event = CaseEventId{"e-7"}, .reason = reason},
  };
}

/// A case with one event of each kind, of a family of which everything is known, or as little as can be.
inline CaseFile make_case_of_every_kind(bool is_all_known, const std::string& id = "case-1") {
  const auto maybe = [is_all_known](auto value) { return is_all_known ? boost::make_optional(value) : boost::none; };
  const auto at = Instant::of_microseconds(reported_at().microseconds() + (is_all_known ? 123'456 : 0));
  CaseFile file{.id = CaseId{id}};
  file.members = {{.person = {.id = victim,
                              .born = maybe(Date{1985, 2, 28}),
                              .stated_age = maybe(StatedAge{.years = 120, .on = Date{2025, 6, 1}})},
                   .role = FamilyRole::victim,
                   .recorded_at = at},
                  {.person = {.id = suspect}, .role = FamilyRole::perpetrator, .recorded_at = at},
                  {.person = {.id = child}, .role = FamilyRole::child, .recorded_at = at}};
  file.ties = {{.one = victim,
                .other = suspect,
                .kind = RelationshipKind::former_spouse,
                .from = maybe(Date{2010, 1, 1}),
                .until = maybe(Date{2020, 1, 1}),
                .recorded_at = at}};
  file.residences = {{.person = victim,
                      .household = HouseholdId{"home-1"},
                      .from = maybe(Date{1400, 1, 1}),
                      .until = maybe(Date{9999, 12, 31}),
                      .recorded_at = at}};
  for (auto& body : make_event_bodies(is_all_known)) {
    const auto number = std::to_string(file.events.size());
    file.events.push_back({.id = CaseEventId{"e-" + number},
                           .occurred_at = at,
                           .recorded_at = add_hours(at, is_all_known ? 1 : 0),
                           .recorded_by = worker,
                           .body = std::move(body)});
  }
  return file;
}

}  // namespace earlyhelp::test
