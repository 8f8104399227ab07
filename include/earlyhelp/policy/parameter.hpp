#pragma once

#include <earlyhelp/calendar/clock.hpp>
#include <earlyhelp/date.hpp>
#include <earlyhelp/incident/instrument.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/source.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <variant>

namespace earlyhelp {

/// A number that differs by place or by year. Thresholds are lower bounds: a value on the threshold is over it.
///
/// Source: default triage policy, section 5.
enum class Parameter : std::uint8_t {
  visible_high_risk_dash_2009,  ///< yes answers; without a row the instrument has no threshold
  visible_high_risk_dash_ric,
  visible_high_risk_dara,
  escalation_events,
  escalation_window,
  marac_repeat_window,
  serial_victims,
  cumulative_child_events,
  young_child_under_years,
  school_notification_from,
  contact_within,
  daily_review_at,
  review_decision_within,
  obtain_grade_within,
  marac_referral_within,
  idva_offer_within,
  mash_referral_within,
  mash_referral_if_child_harmed_within,
  mash_consideration_within,
  child_support_offer_within,
  notify_social_worker_within,
  notify_school_by,
  victim_services_referral_within,
  perpetrator_review_within,
};

template <>
struct Names<Parameter> {
  static constexpr std::array<std::string_view, 24> ids = {"visible_high_risk_dash_2009",
                                                           "visible_high_risk_dash_ric",
                                                           "visible_high_risk_dara",
                                                           "escalation_events",
                                                           "escalation_window",
                                                           "marac_repeat_window",
                                                           "serial_victims",
                                                           "cumulative_child_events",
                                                           "young_child_under_years",
                                                           "school_notification_from",
                                                           "contact_within",
                                                           "daily_review_at",
                                                           "review_decision_within",
                                                           "obtain_grade_within",
                                                           "marac_referral_within",
                                                           "idva_offer_within",
                                                           "mash_referral_within",
                                                           "mash_referral_if_child_harmed_within",
                                                           "mash_consideration_within",
                                                           "child_support_offer_within",
                                                           "notify_social_worker_within",
                                                           "notify_school_by",
                                                           "victim_services_referral_within",
                                                           "perpetrator_review_within"};
};

/// Where the clock of a duty starts.
enum class ClockStart : std::uint8_t {
  report,
  attendance,    ///< the report when nobody attended
  daily_review,  ///< when the daily review of the incident is due
};

template <>
struct Names<ClockStart> {
  static constexpr std::array<std::string_view, 3> ids = {"report", "attendance", "daily_review"};
};

/// How long a duty may take, and from when.
struct DutyClock {
  Clock clock;
  ClockStart start = ClockStart::report;

  friend constexpr bool operator==(const DutyClock&, const DutyClock&) = default;
};

/// What a parameter counts, or that it is a day or a clock.
enum class Unit : std::uint8_t { yes_answers, incidents, calendar_months, victims, years, date, clock };

template <>
struct Names<Unit> {
  static constexpr std::array<std::string_view, 7> ids = {
      "yes_answers", "incidents", "calendar_months", "victims", "years", "date", "clock"};
};

/// What the values of `parameter` count.
Unit unit_of(Parameter parameter) noexcept;

/// Whether a policy may go without `parameter`; only a threshold of an instrument can be missing.
bool is_optional(Parameter parameter) noexcept;

/// The threshold of `instrument`.
Parameter visible_high_risk_of(Instrument instrument) noexcept;

/// A whole number of the parameter's unit, a day, or a clock.
using ParameterValue = std::variant<int, Date, DutyClock>;

/// The value of one parameter from one day on, until a later row of the same parameter. A change of law or of local
/// protocol is a new row, never an edit.
struct ParameterRow {
  Parameter parameter;
  Date in_force_from;
  ParameterValue value;
  Source source;

  friend bool operator==(const ParameterRow&, const ParameterRow&) = default;
};

}  // namespace earlyhelp
