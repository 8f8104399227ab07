#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/outcomes/score_bands.hpp>
#include <earlyhelp/text.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// Which Danger Assessment a score is of. A score of 8 is another thing in each.
///
/// Source: Campbell, J. C., Webster, D. W. and Glass, N. (2009), The Danger Assessment.
enum class DangerAssessmentVersion : std::uint8_t { weighted_20, unweighted_15 };

template <>
struct Names<DangerAssessmentVersion> {
  static constexpr std::array<std::string_view, 2> ids = {"weighted_20", "unweighted_15"};
};

/// A score that somebody made with the instrument itself. Its weights are for certified assessors and not published, so
/// that this library computes none, and does not know which scores there are.
struct DangerAssessment {
  int score;
  DangerAssessmentVersion version;
  bool assessor_certified;

  friend bool operator==(const DangerAssessment&, const DangerAssessment&) = default;
};

/// The bands of the weighted version: variable, increased from 8, severe from 14, extreme from 18.
///
/// Source: ACEP Now, The Danger Assessment tool determines patients' risk of domestic abuse, quoting the instrument.
ScoreBands danger_assessment_bands();

/// The band of `assessment`. Whether the assessor was certified stays beside it.
///
/// None:   the version is another than the bands are for.
/// Throws: std::invalid_argument for what is no version.
/// Source: as danger_assessment_bands.
boost::optional<Text<31>> danger_band(const DangerAssessment& assessment);

}  // namespace earlyhelp
