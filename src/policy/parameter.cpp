#include <earlyhelp/policy/parameter.hpp>

namespace earlyhelp {

Unit unit_of(Parameter parameter) noexcept {
  switch (parameter) {
    case Parameter::visible_high_risk_dash_2009:
    case Parameter::visible_high_risk_dash_ric:
    case Parameter::visible_high_risk_dara:
      return Unit::yes_answers;
    case Parameter::escalation_events:
    case Parameter::cumulative_child_events:
      return Unit::incidents;
    case Parameter::escalation_window:
    case Parameter::marac_repeat_window:
      return Unit::calendar_months;
    case Parameter::serial_victims:
      return Unit::victims;
    case Parameter::young_child_under_years:
      return Unit::years;
    case Parameter::school_notification_from:
      return Unit::date;
    case Parameter::contact_within:
    case Parameter::daily_review_at:
    case Parameter::review_decision_within:
    case Parameter::obtain_grade_within:
    case Parameter::marac_referral_within:
    case Parameter::idva_offer_within:
    case Parameter::mash_referral_within:
    case Parameter::mash_referral_if_child_harmed_within:
    case Parameter::mash_consideration_within:
    case Parameter::child_support_offer_within:
    case Parameter::notify_social_worker_within:
    case Parameter::notify_school_by:
    case Parameter::victim_services_referral_within:
    case Parameter::perpetrator_review_within:
      break;
  }
  return Unit::clock;
}

Parameter visible_high_risk_of(Instrument instrument) noexcept {
  switch (instrument) {
    case Instrument::dash_2009:
      return Parameter::visible_high_risk_dash_2009;
    case Instrument::dash_ric:
      return Parameter::visible_high_risk_dash_ric;
    case Instrument::dara:
      break;
  }
  return Parameter::visible_high_risk_dara;
}

bool is_optional(Parameter parameter) noexcept { return unit_of(parameter) == Unit::yes_answers; }

}  // namespace earlyhelp
