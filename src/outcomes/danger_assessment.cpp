#include <earlyhelp/outcomes/danger_assessment.hpp>

#include <limits>
#include <stdexcept>

namespace earlyhelp {

ScoreBands danger_assessment_bands() {
  return ScoreBands{{{.name = "variable", .from = -std::numeric_limits<double>::infinity()},
                     {.name = "increased", .from = 8},
                     {.name = "severe", .from = 14},
                     {.name = "extreme", .from = 18}},
                    {.title = "ACEP Now, The Danger Assessment tool determines patients' risk of domestic abuse",
                     .section = "bands of the weighted version; two slips of print there read as 13 and 18"}};
}

boost::optional<Text<31>> danger_band(const DangerAssessment& assessment) {
  if (!is_declared(assessment.version)) throw std::invalid_argument{"version: needs weighted_20 or unweighted_15"};
  if (assessment.version != DangerAssessmentVersion::weighted_20) return {};
  return danger_assessment_bands().name(assessment.score);
}

}  // namespace earlyhelp
