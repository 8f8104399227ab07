#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/policy.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// What is not known about an incident, in the order in which to ask.
///
/// Source: default triage policy, section 4.
enum class Unknown : std::uint8_t {
  definition,
  officer_grade,
  // The findings, in the order of `Finding`.
  injury,
  strangulation,
  weapon,
  threat_to_kill,
  stalking,
  sexual_harm,
  coercive_control,
  separation,
  pregnancy_or_new_baby,
  honour_or_forced_marriage,
  victim_very_frightened,
  victim_suicidal,
  frequency_rising,
  severity_rising,
  order_breached,
  suspect_suicidal,
  child_harmed_or_threatened,
  prosecution_likely,
  unborn_child,
  childrens_case_open,
  party_under_18,
  checklist,
  history,
  children,
};

template <>
struct Names<Unknown> {
  static constexpr std::array<std::string_view, 26> ids = [] {
    std::array<std::string_view, 26> all{"definition", "officer_grade"};
    for (std::size_t i = 0; i < count_of<Finding>; ++i) all[i + 2] = Names<Finding>::ids[i];
    all[23] = "checklist";
    all[24] = "history";
    all[25] = "children";
    return all;
  }();
};

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
