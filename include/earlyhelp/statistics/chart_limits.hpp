#pragma once

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <span>

namespace earlyhelp {

/// Between which lines a process stays that is left alone. They are not cut off: a percentage may have an upper limit
/// above 100.
struct ChartLimits {
  double average_range_of_all;  ///< mean of all moving ranges
  double average_range;         ///< of those that were not screened out
  double lower;                 ///< mean less 2.66 average ranges
  double upper;
  double lower_two_sigma;  ///< two thirds of the way to the limit
  double upper_two_sigma;
  double upper_range;  ///< 3.267 average ranges: what a moving range stays within

  friend bool operator==(const ChartLimits&, const ChartLimits&) = default;
};

/// What the points of one stretch of a chart are held against.
struct ChartBaseline {
  std::size_t points;  ///< how many points it is made of; limits of fewer than 13 are called trial limits
  double mean;
  boost::optional<ChartLimits> limits;  ///< none: one point has no moving range
  /// A value no farther from a line than this lies on it: 16 units in the last place of the largest value that was
  /// judged by it. Decimals have no exact double, and a mean of them may miss them by that much.
  double resolution;

  friend bool operator==(const ChartBaseline&, const ChartBaseline&) = default;
};

/// The baseline of `values`, made of the first `points` of them or of all when they are fewer. Moving ranges are the
/// distances of neighbours. When all of them are 0, none is screened out.
///
/// Throws: std::invalid_argument for no value, no point, and a value that is not a number of at most 10^200 in size.
/// Source: Nelson, L. S. (1982), Control charts for individual measurements; Provost, L. P. and Murray, S. K. (2011),
///         The Health Care Data Guide (screening); the factors as package NHSRplotthedots 0.2.2 rounds them.
ChartBaseline chart_baseline(std::span<const double> values, std::size_t points, bool screens_outliers);

}  // namespace earlyhelp
