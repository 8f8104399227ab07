#include <earlyhelp/outcomes/sdq_bands.hpp>

#include "statistics/argument.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace earlyhelp {
namespace {

/// From 0, then from each of `starts`.
ScoreBands bands(const std::vector<Text<31>>& names, const std::vector<int>& starts, const Source& source) {
  std::vector<ScoreBand> bands = {{.name = names.front(), .from = 0}};
  for (std::size_t i = 0; i < starts.size(); ++i) {
    bands.push_back({.name = names[i + 1], .from = static_cast<double>(starts[i])});
  }
  return ScoreBands{bands, source};
}

}  // namespace

SdqScheme sdq_parent_three_bands() {
  const std::vector<Text<31>> names = {"normal", "borderline", "abnormal"};
  const Source source{.title = "Strengths and Difficulties Questionnaire, original three bands",
                      .section = "parents; as printed by the Newcastle Safeguarding Children Partnership"};
  return {.name = "parent_three_bands",
          .informant = SdqInformant::parent,
          .scales = {{SdqScale::total, bands(names, {14, 17}, source)},
                     {SdqScale::emotional, bands(names, {4, 5}, source)},
                     {SdqScale::conduct, bands(names, {3, 4}, source)},
                     {SdqScale::hyperactivity, bands(names, {6, 7}, source)},
                     {SdqScale::peer, bands(names, {3, 4}, source)},
                     {SdqScale::prosocial, bands({"abnormal", "borderline", "normal"}, {5, 6}, source)}}};
}

SdqScheme sdq_teacher_four_bands() {
  const std::vector<Text<31>> names = {"close_to_average", "slightly_raised", "high", "very_high"};
  const Source source{.title = "Strengths and Difficulties Questionnaire, newer four bands",
                      .section = "teachers; as printed in PMC4830858, table 1"};
  return {.name = "teacher_four_bands",
          .informant = SdqInformant::teacher,
          .scales = {{SdqScale::total, bands(names, {12, 16, 19}, source)},
                     {SdqScale::emotional, bands(names, {4, 5, 6}, source)},
                     {SdqScale::conduct, bands(names, {3, 4, 5}, source)},
                     {SdqScale::hyperactivity, bands(names, {6, 8, 9}, source)},
                     {SdqScale::peer, bands(names, {3, 5, 6}, source)},
                     {SdqScale::prosocial,
                      bands({"very_low", "low", "slightly_lowered", "close_to_average"}, {4, 5, 6}, source)}}};
}

boost::optional<Text<31>> sdq_band(int score, SdqScale scale, SdqInformant informant, const SdqScheme& scheme) {
  const auto name = std::string{scheme.name.view()};
  if (informant != scheme.informant) {
    throw std::invalid_argument{"informant: needs " + std::string{to_string(scheme.informant)} + " for bands " + name +
                                ", not " + std::string{to_string(informant)}};
  }
  const auto most = sdq_most(scale);
  require_argument(score >= 0 && score <= most, "score", ("0 to " + std::to_string(most)).c_str(), score);
  const auto is_of_scale = [scale](const SdqScaleBands& bands) { return bands.scale == scale; };
  const auto found = std::find_if(scheme.scales.begin(), scheme.scales.end(), is_of_scale);
  if (found == scheme.scales.end()) return {};
  if (std::any_of(found + 1, scheme.scales.end(), is_of_scale)) {
    throw std::invalid_argument{"scheme " + name + ": needs one table for " + std::string{to_string(scale)}};
  }
  return found->bands.name(score);
}

}  // namespace earlyhelp
