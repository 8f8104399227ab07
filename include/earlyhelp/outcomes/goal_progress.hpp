#pragma once

#include <boost/optional/optional.hpp>

#include <span>

namespace earlyhelp {

/// How near to one agreed goal somebody is.
///
/// Unit: 0, not at all, to 10, reached; none: not rated.
struct GoalRating {
  boost::optional<int> before;
  boost::optional<int> after;

  friend bool operator==(const GoalRating&, const GoalRating&) = default;
};

/// How far somebody came towards the goals that were rated both times.
struct GoalProgress {
  int points;  ///< of all these goals together; below 0 away from them
  int goals;   ///< at least one

  double mean() const noexcept { return static_cast<double>(points) / goals; }

  friend bool operator==(const GoalProgress&, const GoalProgress&) = default;
};

/// The progress towards up to three goals.
///
/// None:   no goal was rated both times.
/// Throws: std::invalid_argument for more than three goals, and for a rating that is not 0 to 10.
/// Source: Goal Based Outcomes tool, guidance notes (up to three goals, each 0 to 10); a goal without one of its
///         ratings is left out, which is this library's choice.
boost::optional<GoalProgress> goal_progress(std::span<const GoalRating> goals);

}  // namespace earlyhelp
