#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/outcomes/yes_no_answers.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// The eleven factors of the lethality screen, in the order of the form, by names of our own: its wording is the
/// Maryland Network Against Domestic Violence's.
///
/// Source: Lethality Assessment Program, Maryland model; the screen as printed by the police of Draper, Utah.
enum class LethalityFactor : std::uint8_t {
  weapon,                  ///< used, or threatened with
  threat_to_kill,          ///< the victim or the children
  believes_may_be_killed,  ///< the victim does; the last of the three that suffice alone
  gun_access,
  strangulation,    ///< ever
  jealous_control,  ///< violent jealousy, or control of daily life
  separation,       ///< after living together or marriage
  unemployed,
  suicide_attempt,
  child_of_another,  ///< a child that the abuser knows not to be theirs
  stalking,          ///< or threatening messages
};

template <>
struct Names<LethalityFactor> {
  static constexpr std::array<std::string_view, 11> ids = {
      "weapon",     "threat_to_kill", "believes_may_be_killed", "gun_access",       "strangulation", "jealous_control",
      "separation", "unemployed",     "suicide_attempt",        "child_of_another", "stalking"};
};

/// A screen as it was filled in.
struct LethalityScreen {
  YesNoAnswers<LethalityFactor> answers;
  bool declined;          ///< the victim would not answer: what was not answered yes is unknown
  bool officer_believes;  ///< in danger, from what else was said or seen, the open question included
};

/// What makes the screen one for a referral. The first that holds is the one given.
enum class LethalityTrigger : std::uint8_t {
  primary,    ///< any of the first three factors
  secondary,  ///< at least four of the other eight
  officers_belief,
};

template <>
struct Names<LethalityTrigger> {
  static constexpr std::array<std::string_view, 3> ids = {"primary", "secondary", "officers_belief"};
};

/// What a screen says. It is a reason to refer, and never a certificate of low risk: it is very sensitive, and so far
/// from specific.
struct LethalityOutcome {
  boost::optional<LethalityTrigger> known;            ///< none: what is known asks for no referral
  boost::optional<LethalityTrigger> if_unknowns_yes;  ///< the same if every unknown factor were there

  friend bool operator==(const LethalityOutcome&, const LethalityOutcome&) = default;
};

/// Whether `screen` asks for a referral, and why.
///
/// None:   not scoreable: the victim declined, and nothing that is known asks for a referral. That is not a no.
/// Throws: std::invalid_argument for answers that contradict each other.
/// Source: Lethality Assessment Program, Maryland model; Utah SB 117 (2023), the same thresholds; manual NCJ 233643.
boost::optional<LethalityOutcome> lethality_outcome(const LethalityScreen& screen);

}  // namespace earlyhelp
