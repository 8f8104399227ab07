#pragma once

#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// Who answered a Strengths and Difficulties Questionnaire. Their scores do not compare.
enum class SdqInformant : std::uint8_t { parent, teacher, self };

template <>
struct Names<SdqInformant> {
  static constexpr std::array<std::string_view, 3> ids = {"parent", "teacher", "self"};
};

/// A scale of the questionnaire. More is worse, but in `prosocial`.
enum class SdqScale : std::uint8_t {
  emotional,
  conduct,
  hyperactivity,
  peer,
  prosocial,      ///< the last of the five of 0 to 10
  externalising,  ///< conduct and hyperactivity, 0 to 20
  internalising,  ///< emotional and peer, 0 to 20
  total,          ///< the four difficulties, 0 to 40
};

template <>
struct Names<SdqScale> {
  static constexpr std::array<std::string_view, 8> ids = {"emotional", "conduct",       "hyperactivity", "peer",
                                                          "prosocial", "externalising", "internalising", "total"};
};

/// The highest score of `scale`.
///
/// Throws: std::invalid_argument for what is no scale.
/// Source: Strengths and Difficulties Questionnaire, scoring instructions.
int sdq_most(SdqScale scale);

/// The 25 answers of a questionnaire, in its order, by number: its wording is licensed and no part of this library.
///
/// Unit: 0, 1 or 2 as ticked, before any item is turned round; none: missing.
using SdqAnswers = std::array<boost::optional<int>, 25>;

/// The score of `scale`: of five items, five times the mean of those answered, a half rounded up; of several scales,
/// their sum. Items 7, 11, 14, 21 and 25 count the other way round.
///
/// None:   fewer than three of five items are answered, in any scale of the sum.
/// Throws: std::invalid_argument, naming the item, for an answer that is not 0, 1 or 2; and for what is no scale.
/// Source: Strengths and Difficulties Questionnaire, scoring syntax of its owners.
boost::optional<int> sdq_score(const SdqAnswers& answers, SdqScale scale);

/// How much the difficulties weigh on the child.
struct SdqImpact {
  bool has_difficulties;                      ///< the question that opens the supplement; a no makes the score 0
  std::vector<boost::optional<int>> answers;  ///< by place, 0 the mildest of four and 3 the gravest; none: missing
};

/// The sum of the answers, of which the first two places count 0, the third 1 and the fourth 2: 0 to 10 by a parent or
/// the child, 0 to 6 by a teacher.
///
/// None:   an answer is missing; nothing is known of how to fill it.
/// Throws: std::invalid_argument unless every answer is 0 to 3 and there are five, of a teacher three; without
///         difficulties there may be none.
/// Source: Strengths and Difficulties Questionnaire, scoring of the impact supplement.
boost::optional<int> sdq_impact(const SdqImpact& impact, SdqInformant informant);

}  // namespace earlyhelp
