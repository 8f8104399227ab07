#pragma once

#include <earlyhelp/statistics/interval.hpp>
#include <earlyhelp/statistics/survival.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace earlyhelp {

/// What happened in one group, and what would have if all groups were alike.
struct LogRankGroup {
  std::int64_t people;
  std::int64_t observed;  ///< events
  double expected;        ///< events
  double variance;        ///< of observed less expected
};

/// Whether groups differ in when they had the event.
struct LogRank {
  std::vector<LogRankGroup> groups;
  int degrees_of_freedom;            ///< groups at risk when anything happened, less one; at least 0
  boost::optional<TestResult> test;  ///< none: without an event, and unless two groups were at risk at one
};

/// Compares survival curves. It has no power against curves that cross: a p near 1 says nothing when they visibly
/// differ.
///
/// Source: Mantel, N. (1966), Evaluation of survival data and two new rank order statistics arising in its
///         consideration; with the hypergeometric variance.
LogRank log_rank(std::span<const SurvivalCurve> groups);

}  // namespace earlyhelp
