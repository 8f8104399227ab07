#pragma once

#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/names.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// A yes/no question about an incident that rules are written in. Each is answered once, before the rules run; what
/// needs a number of the policy is compared with it then, so that a rule holds no number.
///
/// The findings come first, in the order of `Finding`.
///
/// Source: default triage policy, section 3.
enum class Signal : std::uint8_t {
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
  honour_possible,  ///< honour_or_forced_marriage is yes or unknown
  domestic,         ///< anything but not_domestic
  family_conflict,
  party_under_16,
  definition_undetermined,
  officer_graded,
  officer_medium_or_above,
  officer_high,
  judged,
  judged_medium_or_above,
  judged_high,
  // The checklist against its instrument's threshold.
  checklist_at_threshold,
  checklist_may_reach_threshold,  ///< below it, and not if the unanswered items were yes
  // The history against the policy.
  repeated_event,  ///< more than one event in the window
  events_at_escalation,
  events_at_cumulative,
  marac_referral_in_window,
  victims_at_serial,
  child_linked,
  school_age_child,
  young_child,
  school_notification_in_force,
  // Terms: named conditions over the signals above, which the policy defines.
  graded,
  act,
  abuse,
  child,
  // What the rules so far have asked for; final once no later rule asks for a grade, or a route.
  grade_standard_or_above,
  grade_medium_or_above,
  grade_high,
  route_early_intervention_or_above,
  route_victim_services_or_above,
  route_multi_agency_review_or_above,
  route_high_risk_panel,
};

template <>
struct Names<Signal> {
  static constexpr std::array<std::string_view, 54> ids = [] {
    constexpr std::array<std::string_view, 33> others = {"honour_possible",
                                                         "domestic",
                                                         "family_conflict",
                                                         "party_under_16",
                                                         "definition_undetermined",
                                                         "officer_graded",
                                                         "officer_medium_or_above",
                                                         "officer_high",
                                                         "judged",
                                                         "judged_medium_or_above",
                                                         "judged_high",
                                                         "checklist_at_threshold",
                                                         "checklist_may_reach_threshold",
                                                         "repeated_event",
                                                         "events_at_escalation",
                                                         "events_at_cumulative",
                                                         "marac_referral_in_window",
                                                         "victims_at_serial",
                                                         "child_linked",
                                                         "school_age_child",
                                                         "young_child",
                                                         "school_notification_in_force",
                                                         "graded",
                                                         "act",
                                                         "abuse",
                                                         "child",
                                                         "grade_standard_or_above",
                                                         "grade_medium_or_above",
                                                         "grade_high",
                                                         "route_early_intervention_or_above",
                                                         "route_victim_services_or_above",
                                                         "route_multi_agency_review_or_above",
                                                         "route_high_risk_panel"};
    std::array<std::string_view, 54> all{};
    std::copy(others.begin(), others.end(),
              std::copy(Names<Finding>::ids.begin(), Names<Finding>::ids.end(), all.begin()));
    return all;
  }();
};

/// The signal that says yes to `finding`.
constexpr Signal signal_of(Finding finding) noexcept { return static_cast<Signal>(finding); }

/// Whether `signal` is a named condition that the policy defines.
constexpr bool is_term(Signal signal) noexcept { return signal >= Signal::graded && signal <= Signal::child; }

/// Whether `signal` tells the grade, or the route, that the rules so far have asked for.
constexpr bool is_grade_so_far(Signal signal) noexcept {
  return signal >= Signal::grade_standard_or_above && signal <= Signal::grade_high;
}
constexpr bool is_route_so_far(Signal signal) noexcept {
  return signal >= Signal::route_early_intervention_or_above && signal <= Signal::route_high_risk_panel;
}

}  // namespace earlyhelp
