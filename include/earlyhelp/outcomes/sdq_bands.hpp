#pragma once

#include <earlyhelp/outcomes/score_bands.hpp>
#include <earlyhelp/outcomes/sdq.hpp>
#include <earlyhelp/text.hpp>

#include <boost/optional/optional.hpp>

#include <vector>

namespace earlyhelp {

/// The bands of one scale.
struct SdqScaleBands {
  SdqScale scale;
  ScoreBands bands;
};

/// The bands of the questionnaires of one kind of informant, in one country. Those of a parent are not a teacher's, and
/// those with three bands do not mix with those of four.
struct SdqScheme {
  Text<31> name;
  SdqInformant informant;
  std::vector<SdqScaleBands> scales;
};

/// Three bands for questionnaires of parents in the United Kingdom: the five scales of items, and the total.
///
/// Source: Strengths and Difficulties Questionnaire, original three bands; as printed by the Newcastle Safeguarding
///         Children Partnership, and in BMC Psychiatry 2021, 03218-x, table 2 (but for its prosocial band).
SdqScheme sdq_parent_three_bands();

/// Four bands for questionnaires of teachers: the five scales of items, and the total.
///
/// Source: Strengths and Difficulties Questionnaire, newer four bands; as printed in PMC4830858, table 1.
SdqScheme sdq_teacher_four_bands();

/// The band of `score` on `scale` when `informant` answered.
///
/// None:   the scheme has no bands for the scale, or none so low.
/// Throws: std::invalid_argument when the scheme is for another informant, for a scheme that has a scale twice, and
///         unless 0 <= `score` <= sdq_most(scale).
/// Source: as the scheme says.
boost::optional<Text<31>> sdq_band(int score, SdqScale scale, SdqInformant informant, const SdqScheme& scheme);

}  // namespace earlyhelp
