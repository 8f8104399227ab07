#pragma once

#include <boost/optional/optional.hpp>

#include <span>

namespace earlyhelp {

/// How far one goal was attained, on a scale that was agreed beforehand.
struct ScaledGoal {
  int level;          ///< -2, much less than expected, to 2; 0 is what was expected
  double weight = 1;  ///< above 0
};

/// The attainment of all goals as one score: 50 when each came out as expected, with a spread of about 10.
///
/// `correlation` is that of the goals with each other; 0.3 is what is usually taken.
///
/// None:   there is no goal.
/// Throws: std::invalid_argument for a level that is not -2 to 2, a weight that is not finite and above 0, and unless
///         0 <= `correlation` <= 1.
/// Source: Kiresuk and Sherman (1968), goal attainment scaling, T score; the formula is not verified with the paper.
boost::optional<double> goal_attainment(std::span<const ScaledGoal> goals, double correlation);

}  // namespace earlyhelp
