#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/route.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// Who leads contact with a family.
enum class Lead : std::uint8_t {
  nobody,  ///< the incident is only recorded
  early_help_team,
  victim_services,
  daily_review,  ///< until it has decided who does
  idva,
};

template <>
struct Names<Lead> {
  static constexpr std::array<std::string_view, 5> ids = {"nobody", "early_help_team", "victim_services",
                                                          "daily_review", "idva"};
};

/// Who leads contact with a family on `route`: to whom a family goes when a reassessment reroutes it.
///
/// Source: default triage policy, section 3, "what the duties ask" (on high_risk_panel the IDVA leads contact).
constexpr Lead lead_of(Route route) noexcept {
  switch (route) {
    case Route::record_only:
      return Lead::nobody;
    case Route::early_intervention:
      return Lead::early_help_team;
    case Route::victim_services:
      return Lead::victim_services;
    case Route::multi_agency_review:
      return Lead::daily_review;
    case Route::high_risk_panel:
      return Lead::idva;
  }
  return Lead::nobody;
}

}  // namespace earlyhelp
