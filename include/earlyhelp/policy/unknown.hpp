#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/signal.hpp>

#include <array>
#include <cstddef>
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

/// The place of the first finding among the unknowns.
constexpr unsigned first_finding = static_cast<unsigned>(Unknown::injury);

/// The signals that turn on `unknown`. No signal turns on two unknowns; none turns on the definition, which cannot be
/// read as a yes.
constexpr EnumSet<Signal> signals_of(Unknown unknown) noexcept {
  using enum Signal;
  if (unknown == Unknown::definition) return {};
  if (unknown == Unknown::officer_grade) return {officer_graded, officer_medium_or_above, officer_high};
  if (unknown == Unknown::checklist) return {checklist_at_threshold, checklist_may_reach_threshold};
  if (unknown == Unknown::history) {
    return {repeated_event, events_at_escalation, events_at_cumulative, marac_referral_in_window, victims_at_serial};
  }
  if (unknown == Unknown::children) return {child_linked, school_age_child, young_child};
  return {signal_of(static_cast<Finding>(static_cast<unsigned>(unknown) - first_finding))};
}

}  // namespace earlyhelp
