#include <earlyhelp/outcomes/goal_progress.hpp>

#include "statistics/argument.hpp"

namespace earlyhelp {
namespace {

void require_rating(const char* name, const boost::optional<int>& rating) {
  constexpr auto reached = 10;
  if (rating) require_argument(*rating >= 0 && *rating <= reached, name, "0 to 10", *rating);
}

}  // namespace

boost::optional<GoalProgress> goal_progress(std::span<const GoalRating> goals) {
  constexpr std::size_t most_goals = 3;
  require_argument(goals.size() <= most_goals, "goals", "three at most", static_cast<double>(goals.size()));
  GoalProgress progress{.points = 0, .goals = 0};
  for (const auto& goal : goals) {
    require_rating("before", goal.before);
    require_rating("after", goal.after);
    if (!goal.before || !goal.after) continue;
    progress.points += *goal.after - *goal.before;
    ++progress.goals;
  }
  if (progress.goals == 0) return {};
  return progress;
}

}  // namespace earlyhelp
