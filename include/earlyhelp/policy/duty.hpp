#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// What somebody now has to do. In the order in which duties are listed.
///
/// Source: default triage policy, section 3.
enum class Duty : std::uint8_t {
  daily_review,
  obtain_grade,
  review_decision,        ///< the daily review records a grade, who contacts the victim, and when
  contact_family,         ///< first contact: the victim first and alone, by a channel confirmed safe
  contact_victim_safely,  ///< the same, and nobody else in the family is told
  victim_services_referral,
  idva_offer,
  marac_referral,
  mash_referral,
  mash_consideration,
  child_support_offer,
  notify_social_worker,
  notify_school,
  perpetrator_review,
};

template <>
struct Names<Duty> {
  static constexpr std::array<std::string_view, 14> ids = {
      "daily_review",       "obtain_grade",          "review_decision",
      "contact_family",     "contact_victim_safely", "victim_services_referral",
      "idva_offer",         "marac_referral",        "mash_referral",
      "mash_consideration", "child_support_offer",   "notify_social_worker",
      "notify_school",      "perpetrator_review"};
};

/// What somebody has to do, in the order in which duties are listed.
using Duties = EnumSet<Duty>;

}  // namespace earlyhelp
