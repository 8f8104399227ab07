#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/policy/unknown.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// Whether an incident is for the early-help practitioners.
///
/// Source: default triage policy, section 3.
enum class Suitability : std::uint8_t {
  suitable,
  not_yet,  ///< something is still to be found out, or the daily review decides first
  not_suitable,
};

template <>
struct Names<Suitability> {
  static constexpr std::array<std::string_view, 3> ids = {"suitable", "not_yet", "not_suitable"};
};

/// What the rules ask for, and which of them fired.
struct Outcome {
  boost::optional<RiskGrade> grade;  ///< none: nobody has graded, which never means safe
  Route route;
  Duties duties;
  Reasons reasons;

  friend bool operator==(const Outcome&, const Outcome&) = default;
};

/// What is decided about an incident. It fits in place and copies like a number.
///
/// Source: default triage policy, sections 3 and 4.
struct [[nodiscard]] Decision {
  PolicyStamp policy;
  Outcome known;            ///< from what is known
  Outcome if_unknowns_yes;  ///< the same if every unknown were a yes
  bool provisional;         ///< the two differ, or the definition or the grade is missing
  EnumSet<Unknown> ask_next;
  Suitability suitability;

  friend bool operator==(const Decision&, const Decision&) = default;
};

}  // namespace earlyhelp
