#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/outcomes/yes_no_answers.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// The thirteen items of the Ontario Domestic Assault Risk Assessment, by names of our own: its criteria are its
/// owners', and scoring it asks for training.
///
/// Source: Ontario Domestic Assault Risk Assessment, as listed by New Jersey's police (2017).
enum class OdaraItem : std::uint8_t {
  domestic_assault_before,  ///< on record
  other_assault_before,     ///< on record
  custody_before,           ///< 30 days or more
  release_breached,
  threat,       ///< to harm or kill, at the incident that is scored
  confinement,  ///< at that incident
  victim_fears_repeat,
  several_children,  ///< more than one between the two
  child_of_another,  ///< the victim has a child by a former partner
  violence_to_others,
  substance_use,  ///< more than one sign of it
  assault_in_pregnancy,
  barrier_to_support,  ///< of the victim
};

template <>
struct Names<OdaraItem> {
  static constexpr std::array<std::string_view, 13> ids = {"domestic_assault_before",
                                                           "other_assault_before",
                                                           "custody_before",
                                                           "release_breached",
                                                           "threat",
                                                           "confinement",
                                                           "victim_fears_repeat",
                                                           "several_children",
                                                           "child_of_another",
                                                           "violence_to_others",
                                                           "substance_use",
                                                           "assault_in_pregnancy",
                                                           "barrier_to_support"};
};

/// How many of the items are there: from those that are, to these and the unknown ones.
///
/// The published table for missing items could not be checked, so nothing is estimated in their place; nor could the
/// limit of five missing items, which is why `most_unknown` has to be given.
///
/// None:   more than `most_unknown` items are unknown: not scoreable.
/// Throws: std::invalid_argument for answers that contradict each other, and unless 0 <= `most_unknown` <= 13.
/// Source: Ontario Domestic Assault Risk Assessment: one point for each item, 0 to 13.
boost::optional<ScoreRange> odara_score(const YesNoAnswers<OdaraItem>& answers, int most_unknown);

}  // namespace earlyhelp
