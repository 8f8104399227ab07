#pragma once

#include <earlyhelp/casework/lifecycle.hpp>
#include <earlyhelp/names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// What an event of a case must not break.
///
/// Source: library default, unless another is named.
enum class CaseRule : std::uint8_t {
  referral_comes_first,
  closed_case_stays_closed,  ///< it is reopened first
  only_closed_case_reopens,
  suitable_before_allocated,  ///< found suitable, or settled by the daily review
  allocated_before_contact,
  contact_before_work,
  person_of_the_family,
  child_of_the_family,
  consent_before_work,
  consent_before_onward_referral,  ///< but for what protects somebody
  onward_referral_in_order,
  mode_permitted,          ///< on that day
  separate_practitioners,  ///< for victim and perpetrator (Respect, SafeLives: sector practice, not verified)
  manager_is_another,
  victim_safety_first,        ///< nobody speaks with a perpetrator before the victim was spoken with
  no_contact_through_family,  ///< while honour or a forced marriage is a concern, nobody but the victim is told
  channel_of_the_person,
  channel_safe,        ///< as the person said
  channel_not_shared,  ///< with a perpetrator, or seen by one
  channel_confirmed_lately,
  within_safe_hours,
  message_agreed,          ///< nothing that stays behind, unless the person said it may
  one_call_while_unknown,  ///< a live, neutral call, once
  recipient_allowed,       ///< not on the register of those who must not receive
  reassessment_raises,
  lowering_lowers,
  marac_criteria_stand,  ///< SafeLives, MARAC referral criteria
  feedback_asked_first,
  crime_was_disclosed,
  duty_of_the_case,
  allocation_exists,
  attempts_before_not_reached,
  safeguarding_before_closing,  ///< what protects somebody is done or waived before a case is closed
  withdraws_an_event,           ///< one that was recorded before, once, and not a withdrawal
};

template <>
struct Names<CaseRule> {
  static constexpr std::array<std::string_view, 34> ids = {
      "referral_comes_first",        "closed_case_stays_closed",
      "only_closed_case_reopens",    "suitable_before_allocated",
      "allocated_before_contact",    "contact_before_work",
      "person_of_the_family",        "child_of_the_family",
      "consent_before_work",         "consent_before_onward_referral",
      "onward_referral_in_order",    "mode_permitted",
      "separate_practitioners",      "manager_is_another",
      "victim_safety_first",         "no_contact_through_family",
      "channel_of_the_person",       "channel_safe",
      "channel_not_shared",          "channel_confirmed_lately",
      "within_safe_hours",           "message_agreed",
      "one_call_while_unknown",      "recipient_allowed",
      "reassessment_raises",         "lowering_lowers",
      "marac_criteria_stand",        "feedback_asked_first",
      "crime_was_disclosed",         "duty_of_the_case",
      "allocation_exists",           "attempts_before_not_reached",
      "safeguarding_before_closing", "withdraws_an_event"};
};

/// A rule that an event breaks.
struct Violation {
  CaseEventId event;
  CaseRule rule;

  friend bool operator==(const Violation&, const Violation&) = default;
};

}  // namespace earlyhelp
