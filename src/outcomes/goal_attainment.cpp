#include <earlyhelp/outcomes/goal_attainment.hpp>

#include "statistics/argument.hpp"

#include <algorithm>
#include <cmath>

namespace earlyhelp {

boost::optional<double> goal_attainment(std::span<const ScaledGoal> goals, double correlation) {
  constexpr auto furthest_level = 2;
  constexpr auto as_expected = 50;
  constexpr auto spread = 10;
  require_argument(correlation >= 0 && correlation <= 1, "correlation", "0 to 1", correlation);
  double greatest = 0;
  for (const auto& goal : goals) {
    require_argument(goal.level >= -furthest_level && goal.level <= furthest_level, "level", "-2 to 2", goal.level);
    require_positive("weight", goal.weight);
    greatest = std::max(greatest, goal.weight);
  }
  if (goals.empty()) return {};
  // Weights as shares of the greatest: the score is the same, and none of the sums is beyond a number.
  double weighted = 0;
  double weights = 0;
  double squares = 0;
  for (const auto& goal : goals) {
    const auto weight = goal.weight / greatest;
    weighted += weight * goal.level;
    weights += weight;
    squares += weight * weight;
  }
  return as_expected + spread * weighted / std::sqrt((1 - correlation) * squares + correlation * weights * weights);
}

}  // namespace earlyhelp
