#include <earlyhelp/policy/default_policy.hpp>

#include <utility>
#include <vector>

namespace earlyhelp {
namespace {

using enum Parameter;

constexpr Source library_default{"Library default", "this library's own number; replace it by the local protocol"};

/// The police checklist was accredited for all forces in March 2009; before that there is no policy.
Date first_day() { return Date{2009, 3, 1}; }

ParameterRow row(Parameter parameter, ParameterValue value, Source source = library_default) {
  return {.parameter = parameter, .in_force_from = first_day(), .value = value, .source = source};
}

ParameterRow within(Parameter parameter, ClockKind kind, int amount, Source source = library_default,
                    ClockStart start = ClockStart::report) {
  return row(parameter, DutyClock{.clock = {.kind = kind, .amount = amount}, .start = start}, source);
}

std::vector<ParameterRow> thresholds() {
  const Source criteria{"SafeLives MARAC referral criteria", "visible high risk: 14; some areas use 17"};
  const Source repeat{"SafeLives, definition of a repeat case", "within 12 months of any referral; current version"};
  return {
      row(visible_high_risk_dash_2009, 14, criteria),
      row(visible_high_risk_dash_ric, 14, criteria),
      row(escalation_events, 3,
          {"SafeLives MARAC referral criteria", "potential escalation: common practice; some areas 5"}),
      row(escalation_window, 12, {"SafeLives MARAC referral criteria", "potential escalation: 12 months"}),
      row(marac_repeat_window, 12, repeat),
      row(serial_victims, 2, {"ACPO 2009", "serial perpetrator: two or more unconnected victims"}),
      row(cumulative_child_events, 3, {"Library default", "a prompt to a person; no published number was found"}),
      row(young_child_under_years, 1, {"Library default", "a matrix in wide use takes 7"}),
      row(school_notification_from, Date{2025, 11, 7},
          {"Domestic Abuse Act 2021", "s. 49A, commenced that day; voluntary before"}),
  };
}

std::vector<ParameterRow> clocks() {
  using enum ClockKind;
  const Source service{"Northamptonshire early intervention service, annual report 2020-21",
                       "48 hours; clock and start are this library's reading"};
  const Source earlier_than_contact{"Library default",
                                    "never later than the contact it replaces; one area: 2 working days"};
  constexpr int nine_in_the_morning = 9 * 60;
  return {
      within(contact_within, clock_hours, 48, service, ClockStart::attendance),
      within(daily_review_at, daily_at, nine_in_the_morning),
      within(review_decision_within, clock_hours, 24, library_default, ClockStart::daily_review),
      within(obtain_grade_within, clock_hours, 24),
      within(marac_referral_within, working_days, 1),
      within(idva_offer_within, clock_hours, 24, earlier_than_contact),
      within(mash_referral_within, clock_hours, 24),
      within(mash_referral_if_child_harmed_within, clock_hours, 4),
      within(mash_consideration_within, working_days, 1),
      within(child_support_offer_within, clock_hours, 48),
      within(notify_social_worker_within, working_days, 1),
      within(notify_school_by, next_school_day, 0,
             {"Operation Encompass practice", "before the next school day starts"}),
      within(victim_services_referral_within, working_days, 2, {"Victims' Code", "support contact within two days"}),
      within(perpetrator_review_within, clock_days, 28, {"MATAC practice", "meets four-weekly"}),
  };
}

}  // namespace

PolicyBook default_policy_book() {
  auto parameters = thresholds();
  for (const auto& clock : clocks()) parameters.push_back(clock);
  const auto rules = default_rules();
  return {.id = "earlyhelp-default",
          .version = 1,
          .parameters = std::move(parameters),
          .terms = default_terms(),
          .rules = {rules.begin(), rules.end()}};
}

}  // namespace earlyhelp
