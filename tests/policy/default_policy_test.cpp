#include <earlyhelp/policy/default_policy.hpp>

#include "support/policy.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// A row of the published rule table, but for the condition.
struct Published {
  std::string_view id;
  Duties duties = {};
  Route route_at_least = Route::record_only;
  std::optional<GradeAsked> grade_at_least = {};
  bool is_starred = false;
};

std::vector<Published> published_rules() {
  using enum Duty;
  using enum Route;
  constexpr Duties conference{marac_referral, idva_offer};
  constexpr Duties referral{victim_services_referral};
  return {
      {"not-domestic", {}, record_only, {}, true},
      {"conflicting-record", {daily_review, review_decision}, multi_agency_review, {}, true},
      {"definition-undetermined", {}, multi_agency_review},
      {"party-under-16", {mash_referral}, multi_agency_review},
      {"domestic-incident", {daily_review}, early_intervention},
      {"officer-grade", {}, record_only, GradeAsked::officers, true},
      {"ungraded", {obtain_grade}, multi_agency_review},
      {"professional-judgement", {}, record_only, GradeAsked::judged, true},
      {"visible-high-risk", {}, record_only, GradeAsked::high},
      {"incomplete-checklist", {}, multi_agency_review},
      {"escalation", conference, high_risk_panel},
      {"repeated-conflict", {}, multi_agency_review},
      {"marac-repeat", conference, high_risk_panel},
      {"strangulation", referral, multi_agency_review},
      {"threat-to-kill", referral, multi_agency_review},
      {"stalking", referral, multi_agency_review},
      {"sexual-harm", referral, multi_agency_review},
      {"coercive-control", referral, multi_agency_review},
      {"honour-or-forced-marriage", referral, multi_agency_review},
      {"victim-very-frightened", {}, multi_agency_review},
      {"victim-suicidal", referral, multi_agency_review},
      {"rising-abuse", {}, multi_agency_review},
      {"weapon", {}, multi_agency_review},
      {"order-breached", {}, multi_agency_review},
      {"suspect-suicidal", {}, multi_agency_review},
      {"cluster-of-three", conference, high_risk_panel},
      {"serial-perpetrator", {perpetrator_review}, multi_agency_review},
      {"prosecution-likely", referral, victim_services},
      {"child-harmed", {mash_referral}, multi_agency_review, {}, true},
      {"medium-grade", {}, multi_agency_review},
      {"high-grade", conference, high_risk_panel},
      {"child-in-high-risk-home", {mash_referral}},
      {"child-cumulative", {mash_consideration}},
      {"young-child", {mash_consideration}},
      {"party-under-18", {mash_consideration}},
      {"child-victim", {child_support_offer}},
      {"childrens-case-open", {notify_social_worker}},
      {"school-notification", {notify_school}},
      {"review-decision", {review_decision}},
      {"first-contact", {contact_victim_safely, contact_family}},
  };
}

}  // namespace

TEST_CASE("the shipped rules are those of the published table, in its order", "[policy]") {
  const auto published = published_rules();
  const auto rules = default_rules();

  REQUIRE(rules.size() == published.size());
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto& rule = rules[i];
    const auto& expected = published[i];
    CAPTURE(expected.id);
    CHECK(rule.id.view() == expected.id);
    CHECK((rule.duties[0].duties | rule.duties[1].duties) == expected.duties);
    CHECK(rule.route_at_least == expected.route_at_least);
    CHECK(rule.grade_at_least == expected.grade_at_least);
    CHECK((rule.scope == Scope::every_incident) == expected.is_starred);
  }
}

TEST_CASE("every shipped rule and number says where it comes from", "[policy]") {
  for (const auto& rule : default_rules()) {
    CAPTURE(rule.id.view());
    CHECK(!rule.title.empty());
    CHECK(!rule.source.title.empty());
    CHECK(!rule.source.section.empty());
  }
  for (const auto& row : default_policy_book().parameters) {
    CAPTURE(to_string(row.parameter));
    CHECK(!row.source.title.empty());
    CHECK(!row.source.section.empty());
  }
}

TEST_CASE("the shipped book has an id, a version, and nothing retired", "[policy]") {
  const auto book = default_policy_book();

  CHECK(book.id == PolicyId{"earlyhelp-default"});
  CHECK(book.version == 1);
  CHECK(book.retired_rules.empty());
  CHECK(book.terms == default_terms());
}

TEST_CASE("the shipped numbers are those of the published table", "[policy]") {
  using enum Parameter;
  using enum ClockKind;
  const auto clock = [](ClockKind kind, int amount, ClockStart start = ClockStart::report) {
    return DutyClock{.clock = {.kind = kind, .amount = amount}, .start = start};
  };
  const std::vector<std::pair<Parameter, ParameterValue>> published = {
      {visible_high_risk_dash_2009, 14},
      {visible_high_risk_dash_ric, 14},
      {escalation_events, 3},
      {escalation_window, 12},
      {marac_repeat_window, 12},
      {serial_victims, 2},
      {cumulative_child_events, 3},
      {young_child_under_years, 1},
      {school_notification_from, Date{2025, 11, 7}},
      {contact_within, clock(clock_hours, 48, ClockStart::attendance)},
      {daily_review_at, clock(daily_at, 9 * 60)},
      {review_decision_within, clock(clock_hours, 24, ClockStart::daily_review)},
      {obtain_grade_within, clock(clock_hours, 24)},
      {marac_referral_within, clock(working_days, 1)},
      {idva_offer_within, clock(clock_hours, 24)},
      {mash_referral_within, clock(clock_hours, 24)},
      {mash_referral_if_child_harmed_within, clock(clock_hours, 4)},
      {mash_consideration_within, clock(working_days, 1)},
      {child_support_offer_within, clock(clock_hours, 48)},
      {notify_social_worker_within, clock(working_days, 1)},
      {notify_school_by, clock(next_school_day, 0)},
      {victim_services_referral_within, clock(working_days, 2)},
      {perpetrator_review_within, clock(clock_days, 28)},
  };
  const auto book = default_policy_book();

  REQUIRE(book.parameters.size() == published.size());
  for (std::size_t i = 0; i < published.size(); ++i) {
    CAPTURE(to_string(published[i].first));
    CHECK(book.parameters[i].parameter == published[i].first);
    CHECK(book.parameters[i].value == published[i].second);
    CHECK(book.parameters[i].in_force_from == Date{2009, 3, 1});
  }
}

TEST_CASE("only a harmed child shortens the time of a duty", "[policy]") {
  for (const auto& rule : default_rules()) {
    CAPTURE(rule.id.view());
    const auto expected = rule.id == RuleId{"child-harmed"}
                              ? std::optional{Parameter::mash_referral_if_child_harmed_within}
                              : std::nullopt;
    CHECK(rule.duties[0].within == expected);
    CHECK(rule.duties[1].within == std::nullopt);
  }
}

TEST_CASE("each instrument has its own threshold, and each number its unit", "[policy]") {
  CHECK(visible_high_risk_of(Instrument::dash_2009) == Parameter::visible_high_risk_dash_2009);
  CHECK(visible_high_risk_of(Instrument::dash_ric) == Parameter::visible_high_risk_dash_ric);
  CHECK(visible_high_risk_of(Instrument::dara) == Parameter::visible_high_risk_dara);
  CHECK(unit_of(Parameter::visible_high_risk_dara) == Unit::yes_answers);
  CHECK(unit_of(Parameter::escalation_events) == Unit::incidents);
  CHECK(unit_of(Parameter::cumulative_child_events) == Unit::incidents);
  CHECK(unit_of(Parameter::escalation_window) == Unit::calendar_months);
  CHECK(unit_of(Parameter::marac_repeat_window) == Unit::calendar_months);
  CHECK(unit_of(Parameter::serial_victims) == Unit::victims);
  CHECK(unit_of(Parameter::young_child_under_years) == Unit::years);
  CHECK(unit_of(Parameter::school_notification_from) == Unit::date);
  CHECK(unit_of(Parameter::contact_within) == Unit::clock);
  CHECK(unit_of(Parameter::perpetrator_review_within) == Unit::clock);
}

TEST_CASE("the thresholds are the numbers of the book", "[policy]") {
  CHECK(make_policy().thresholds() == Thresholds{.visible_high_risk = {14, 14, boost::none},
                                                 .escalation_events = 3,
                                                 .serial_victims = 2,
                                                 .cumulative_child_events = 3,
                                                 .young_child_under_years = 1,
                                                 .school_notification_from = Date{2025, 11, 7}});
}
