#pragma once

#include <earlyhelp/names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// Who acts on an incident. Ordered: a later route is for graver incidents than an earlier one.
///
/// Source: default triage policy, section 3.
enum class Route : std::uint8_t {
  record_only,
  early_intervention,   ///< the early-help practitioners contact the family
  victim_services,      ///< a crime with a likely prosecution
  multi_agency_review,  ///< the daily multi-agency meeting decides
  high_risk_panel,      ///< the conference (MARAC), with an advocate (IDVA)
};

template <>
struct Names<Route> {
  static constexpr std::array<std::string_view, 5> ids = {"record_only", "early_intervention", "victim_services",
                                                          "multi_agency_review", "high_risk_panel"};
};

}  // namespace earlyhelp
