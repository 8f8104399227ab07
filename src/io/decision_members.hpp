#pragma once

#include "listed_record.hpp"

#include <earlyhelp/casework/case_decision.hpp>

#include <limits>
#include <tuple>

// What a case log has of a decision.
namespace earlyhelp::io {

template <>
struct Members<PolicyStamp> {
  static constexpr std::tuple all{
      member("id", &PolicyStamp::id),
      member("version", &PolicyStamp::version),
      member("in_force_from", &PolicyStamp::in_force_from),
  };
};
template <>
struct Members<ClockStarts> {
  static constexpr std::tuple all{
      member("reported_at", &ClockStarts::reported_at),
      member("attended_at", &ClockStarts::attended_at),
  };
};
template <>
struct Members<Clock> {
  static constexpr std::tuple all{
      member("kind", &Clock::kind),
      member("amount", &Clock::amount),
  };
};
template <>
struct Members<DutyClock> {
  static constexpr std::tuple all{
      member("clock", &DutyClock::clock),
      member("start", &DutyClock::start),
  };
};
template <>
struct Members<DutyTerm> {
  static constexpr std::tuple all{
      member("duty", &DutyTerm::duty),
      member("within", &DutyTerm::clock),
  };
};
template <>
struct Members<ChecklistFacts> {
  static constexpr std::tuple all{
      member("instrument", &ChecklistFacts::instrument),
      member("yes_count", &ChecklistFacts::yes_count),
      member("unanswered_count", &ChecklistFacts::unanswered_count),
  };
};
template <>
struct Members<HistoryFacts> {
  static constexpr std::tuple all{
      member("known", &HistoryFacts::known),
      member("events_in_window", &HistoryFacts::events_in_window,
             {.least = 1, .most = std::numeric_limits<int>::max()}),
      member("marac_referral_in_window", &HistoryFacts::marac_referral_in_window),
      member("suspect_other_victims", &HistoryFacts::suspect_other_victims),
  };
};
template <>
struct Members<ChildrenFacts> {
  static constexpr std::tuple all{
      member("known", &ChildrenFacts::known),
      member("linked", &ChildrenFacts::linked),
      member("youngest_age_years", &ChildrenFacts::youngest_age_years, {.least = 0, .most = adult_from_years - 1}),
      member("of_school_age", &ChildrenFacts::of_school_age),
  };
};
template <>
struct Members<Facts> {
  static constexpr std::tuple all{
      member("definition", &Facts::definition), member("officer_grade", &Facts::officer_grade),
      member("judgement", &Facts::judgement),   member("checklist", &Facts::checklist),
      member("findings", &Facts::findings),     member("history", &Facts::history),
      member("children", &Facts::children),     member("reported_on", &Facts::reported_on),
  };
};
template <>
struct Members<CaseDecision> {
  static constexpr std::tuple all{member("incident", &CaseDecision::incident),
                                  member("policy", &CaseDecision::policy),
                                  member("grade", &CaseDecision::grade),
                                  member("route", &CaseDecision::route),
                                  member("duties", &CaseDecision::duties),
                                  member("suitability", &CaseDecision::suitability),
                                  member("is_provisional", &CaseDecision::is_provisional),
                                  member("meets_marac_criteria", &CaseDecision::meets_marac_criteria),
                                  member("starts", &CaseDecision::starts),
                                  member("daily_review", &CaseDecision::daily_review),
                                  member("terms", &CaseDecision::terms),
                                  member("facts", &CaseDecision::facts)};
};

}  // namespace earlyhelp::io
