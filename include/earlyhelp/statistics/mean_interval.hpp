#pragma once

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <span>

namespace earlyhelp {

/// The mean of independent values, and where the mean of all that might have been drawn lies.
///
/// Source: Student (1908), The probable error of a mean.
struct MeanInterval {
  double mean;
  double lower;
  double upper;
  std::size_t values;  ///< how many it is made of

  friend bool operator==(const MeanInterval&, const MeanInterval&) = default;
};

/// Student's interval: mean -+ t s / sqrt(n), t on n - 1 degrees of freedom. The values must be independent of each
/// other, such as the results of separate runs; of values that follow each other in one run it is far too narrow.
///
/// Equal values give an interval without width: it says that the runs agreed, not that nothing else can happen.
///
/// Unit:   that of the values.
/// None:   when there are fewer than two values: one says nothing of how far others lie.
/// Throws: std::invalid_argument unless every value is finite and 0 < `confidence` < 1.
/// Source: Student (1908), The probable error of a mean, Biometrika 6.
boost::optional<MeanInterval> mean_interval(std::span<const double> values, double confidence);

}  // namespace earlyhelp
