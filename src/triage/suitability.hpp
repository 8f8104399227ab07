#pragma once

#include <earlyhelp/policy/route.hpp>
#include <earlyhelp/triage/decision.hpp>

namespace earlyhelp {

/// Whether an incident on `route` is for the early-help practitioners.
constexpr Suitability suitability(Route route, bool is_provisional) noexcept {
  if (route == Route::multi_agency_review) return Suitability::not_yet;
  if (route != Route::early_intervention) return Suitability::not_suitable;
  return is_provisional ? Suitability::not_yet : Suitability::suitable;
}

}  // namespace earlyhelp
