#pragma once

#include <boost/optional/optional.hpp>

#include <array>

namespace earlyhelp {

/// The seven answers of the short Warwick-Edinburgh Mental Wellbeing Scale, in its order; its wording is licensed and
/// no part of this library.
///
/// Unit: 1 to 5; none: missing.
using SwemwbsAnswers = std::array<boost::optional<int>, 7>;

/// The sum of the answers, 7 to 35. More is better.
///
/// None:   an answer is missing; none is filled in.
/// Throws: std::invalid_argument, naming the item, for an answer that is not 1 to 5.
/// Source: Short Warwick-Edinburgh Mental Wellbeing Scale, scoring; complete answers alone, as public scoring code
/// does.
boost::optional<int> swemwbs_raw(const SwemwbsAnswers& answers);

/// The metric score that the sum stands for: the one to compare, from 7 to 35. There is no agreed clinical cut: bands
/// are for the user to bring, as ScoreBands.
///
/// Throws: std::invalid_argument unless 7 <= `raw` <= 35.
/// Source: Short Warwick-Edinburgh Mental Wellbeing Scale, table from raw to metric score; as two public scoring
///         programs have it.
double swemwbs_metric(int raw);

}  // namespace earlyhelp
