#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/outcomes/score_bands.hpp>
#include <earlyhelp/outcomes/yes_no_answers.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// An adverse experience of a child, as a coded observation. It is never an input of triage: a count of experiences
/// says nothing about the risk to one child.
///
/// Source: Felitti and others 1998 (the ten categories; names are this library's own).
enum class AdverseExperience : std::uint8_t {
  physical_abuse,
  emotional_abuse,
  sexual_abuse,
  physical_neglect,
  emotional_neglect,
  domestic_abuse_at_home,
  substance_misuse_at_home,
  mental_illness_at_home,
  parents_separated,
  family_member_in_prison,
};

template <>
struct Names<AdverseExperience> {
  static constexpr std::array<std::string_view, 10> ids = {
      "physical_abuse",           "emotional_abuse",        "sexual_abuse",
      "physical_neglect",         "emotional_neglect",      "domestic_abuse_at_home",
      "substance_misuse_at_home", "mental_illness_at_home", "parents_separated",
      "family_member_in_prison"};
};

/// What is known of a child's adverse experiences, each ever before the age of 18; however often, it counts once.
/// count_yes() of it is the score, 0 to 10. Two children with one score have had different childhoods.
using AdverseExperiences = YesNoAnswers<AdverseExperience>;

/// The bands 0, 1, 2 to 3, and 4 or more.
///
/// Source: studies in the United Kingdom; not verified with any of them.
ScoreBands adverse_experience_bands();

}  // namespace earlyhelp
