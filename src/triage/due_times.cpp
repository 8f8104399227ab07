#include "triage/duty_clocks.hpp"

#include <earlyhelp/calendar/due.hpp>
#include <earlyhelp/triage/due_times.hpp>

namespace earlyhelp {
namespace {

Instant attendance(const ClockStarts& starts) { return starts.attended_at ? *starts.attended_at : starts.reported_at; }

}  // namespace

boost::optional<Instant> start_of(ClockStart start, const ClockStarts& starts, const DutyClock& review,
                                  const Calendar& calendar) {
  switch (start) {
    case ClockStart::report:
      return starts.reported_at;
    case ClockStart::attendance:
      return attendance(starts);
    case ClockStart::daily_review:
      break;
  }
  const auto from = review.start == ClockStart::attendance ? attendance(starts) : starts.reported_at;
  return due_by(review.clock, from, calendar);
}

Parameter usual_clock(Duty duty) noexcept {
  switch (duty) {
    case Duty::daily_review:
      return Parameter::daily_review_at;
    case Duty::obtain_grade:
      return Parameter::obtain_grade_within;
    case Duty::review_decision:
      return Parameter::review_decision_within;
    case Duty::contact_family:
    case Duty::contact_victim_safely:
      return Parameter::contact_within;
    case Duty::victim_services_referral:
      return Parameter::victim_services_referral_within;
    case Duty::idva_offer:
      return Parameter::idva_offer_within;
    case Duty::marac_referral:
      return Parameter::marac_referral_within;
    case Duty::mash_referral:
      return Parameter::mash_referral_within;
    case Duty::mash_consideration:
      return Parameter::mash_consideration_within;
    case Duty::child_support_offer:
      return Parameter::child_support_offer_within;
    case Duty::notify_social_worker:
      return Parameter::notify_social_worker_within;
    case Duty::notify_school:
      return Parameter::notify_school_by;
    case Duty::perpetrator_review:
      return Parameter::perpetrator_review_within;
  }
  return Parameter::daily_review_at;
}

boost::optional<Instant> end_of(const DutyClock& clock, const ClockStarts& starts, const DutyClock& review,
                                const Calendar& calendar) {
  const auto start = start_of(clock.start, starts, review, calendar);
  if (!start) return {};
  return due_by(clock.clock, *start, calendar);
}

boost::optional<Instant> earliest(boost::optional<Instant> a, boost::optional<Instant> b) noexcept {
  if (!a || (b && *b < *a)) return b;
  return a;
}

DueTimes due_times(const Decision& decision, const ClockStarts& starts, const Policy& policy,
                   const Calendar& calendar) {
  const auto review = policy.clock(Parameter::daily_review_at);
  DueTimes times{.duties = decision.known.duties};
  for_each_clock_of(decision, policy, [&](Duty duty, Parameter within) {
    auto& so_far = times.due[static_cast<std::size_t>(duty)];
    so_far = earliest(so_far, end_of(policy.clock(within), starts, review, calendar));
  });
  return times;
}

}  // namespace earlyhelp
