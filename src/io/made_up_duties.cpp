#include "case_shares.hpp"
#include "made_up_case.hpp"

#include <earlyhelp/triage/incident_decision.hpp>

#include <utility>

namespace earlyhelp::io {

void MadeUpCase::do_duty(Duty duty, Instant at) {
  const auto by = family_.worker.value();
  const auto child = family_.children.empty() ? boost::none : boost::make_optional(family_.children.front());
  const auto refer = [&](const PersonId& person, Service service) {
    const auto id = family_.referrals + "-duty-" + std::to_string(++referrals_);
    add(at,
        ReferredOn{.referral = OnwardReferralId{id}, .person = person, .service = service, .state = OnwardState::made},
        by);
  };
  const auto waive = [&] {
    add(at, DutyWaived{.duty = duty, .by = family_.manager, .reason = reason()}, family_.manager.value());
  };
  constexpr Duties about_children{Duty::child_support_offer, Duty::notify_social_worker, Duty::notify_school};
  if (about_children.contains(duty) && !child) return waive();
  switch (duty) {
    case Duty::victim_services_referral:
      return refer(family_.victim, Service::victim_services);
    case Duty::idva_offer:
      return refer(family_.victim, Service::idva);
    case Duty::marac_referral:
      return refer(family_.victim, Service::marac);
    case Duty::mash_referral:
      return refer(child ? *child : family_.victim, Service::mash);
    case Duty::mash_consideration:
      return add(at, MashConsidered{.reason = reason()}, by);
    case Duty::child_support_offer:
      return add(at, ChildSupportOffered{.child = *child}, by);
    case Duty::notify_social_worker:
      return add(
          at, Notified{.notice = Notice::social_worker, .child = *child, .recipient = PersonId{"social-worker-1"}}, by);
    case Duty::notify_school:
      return add(at, Notified{.notice = Notice::school, .child = *child, .recipient = PersonId{"teacher-2"}}, by);
    case Duty::perpetrator_review:
      if (chance_.out_of_thousand(100)) return waive();
      return add(at, PerpetratorReviewed{.person = *family_.suspect}, by);
    case Duty::daily_review:
    case Duty::obtain_grade:
    case Duty::review_decision:
    case Duty::contact_family:
    case Duty::contact_victim_safely:
      return;  // by the review, and by contact
  }
}

void MadeUpCase::grade_again(const CaseDecision& kept, Instant contact, const MadeUpService& service) {
  const auto at = after(contact, chance_.between(1, 12) * minutes_a_day);
  const auto grade = kept.grade.value_or(RiskGrade::standard);
  if (happens(CaseShare::reassessed, chance_) && grade != RiskGrade::high) {
    const auto policy = service.policies.on(service.casework.zone.civil(at).day);
    if (!policy) return;
    const auto higher = grade == RiskGrade::standard ? RiskGrade::medium : RiskGrade::high;
    add(at,
        RiskReassessed{.grade = higher, .reason = reason(), .decision = Triaged{regraded(kept, higher, at, *policy)}},
        family_.worker.value());
  } else if (happens(CaseShare::lowered, chance_)) {
    add(at, GradeLowered{.to = RiskGrade::standard, .by = family_.manager, .reason = reason()},
        family_.manager.value());
  }
}

/// An incident of some weeks before that nobody reported: the crime is recorded, and it is decided like any other.
void MadeUpCase::tell_of_another(const Incident& incident, Instant contact, const MadeUpService& service) {
  const auto& zone = service.casework.zone;
  const auto at = after(contact, chance_.between(1, 20) * minutes_a_day);
  auto told = incident;
  told.id = IncidentId{incident.id.value() + "-told"};
  const auto day = zone.civil(at).day;
  const auto earlier = Days{chance_.between(20, 90)};
  told.occurred_at = {.instant = after(at, -static_cast<int>(earlier.days()) * minutes_a_day), .day = day - earlier};
  told.recorded_at = told.reported_at = {.instant = after(at, 30), .day = zone.civil(after(at, 30)).day};
  told.attended_at = boost::none;
  const auto policy = service.policies.on(told.reported_at.day);
  if (!policy) return;
  add(at, IncidentDisclosed{.incident = told.id, .by = family_.victim}, family_.worker.value());
  add(after(at, chance_.between(1, 30) * minutes_an_hour), CrimeRecorded{.incident = told.id}, "officer");
  const auto decided = case_decision(told, triage(told, service.history, *policy), *policy);
  const auto decided_at = after(at, chance_.between(2, 20) * minutes_an_hour);
  add(decided_at, Triaged{decided}, family_.worker.value());
  do_duties(decided, decided_at, decided_at, zone);
}

}  // namespace earlyhelp::io
