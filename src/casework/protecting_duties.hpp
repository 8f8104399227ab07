#pragma once

#include <earlyhelp/casework/referral.hpp>
#include <earlyhelp/policy/duty.hpp>

namespace earlyhelp {

/// Duties that protect somebody: a case is not closed over them.
constexpr Duties protecting_duties{Duty::marac_referral, Duty::mash_referral, Duty::mash_consideration};

/// The duties that a referral to `service` does. A referral to the safeguarding hub needs no consideration of one.
constexpr Duties duties_done_by(Service service) noexcept {
  switch (service) {
    case Service::victim_services:
      return {Duty::victim_services_referral};
    case Service::idva:
      return {Duty::idva_offer};
    case Service::marac:
      return {Duty::marac_referral};
    case Service::mash:
      return {Duty::mash_referral, Duty::mash_consideration};
    case Service::specialist_service:
    case Service::mental_health:
    case Service::substance_misuse:
    case Service::perpetrator_programme:
    case Service::early_help_assessment:
    case Service::other:
      return {};
  }
  return {};
}

}  // namespace earlyhelp
