#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/outcomes/yes_no_answers.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// The factors of the five-item danger screen (DA-5), of both its versions, by names of our own.
///
/// Source: Snider and others (2009); Messing, Campbell and Snider (2017), Journal of Advanced
/// Nursing, 10.1111/jan.13459.
enum class DangerFactor : std::uint8_t {
  escalation,  ///< in six months
  weapon,      ///< used, or threatened with
  believes_may_be_killed,
  violent_jealousy,
  beaten_in_pregnancy,  ///< of the version of 2009 alone
  strangulation,        ///< in its place in that of 2017
};

template <>
struct Names<DangerFactor> {
  static constexpr std::array<std::string_view, 6> ids = {
      "escalation", "weapon", "believes_may_be_killed", "violent_jealousy", "beaten_in_pregnancy", "strangulation"};
};

/// Which five factors were asked about.
enum class DangerScreenVersion : std::uint8_t { pregnancy_2009, strangulation_2017 };

template <>
struct Names<DangerScreenVersion> {
  static constexpr std::array<std::string_view, 2> ids = {"pregnancy_2009", "strangulation_2017"};
};

/// How many of the five factors are there. From which count on somebody is at high risk could not be verified: bands
/// are for the user to bring.
///
/// Throws: std::invalid_argument for a factor that `version` does not ask about, for answers that contradict each
///         other, and for what is no version.
/// Source: Snider and others (2009); Messing, Campbell and Snider (2017): one point for each factor.
ScoreRange danger_score(const YesNoAnswers<DangerFactor>& answers, DangerScreenVersion version);

}  // namespace earlyhelp
