#pragma once

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <span>

namespace earlyhelp {

/// One term of a regression.
struct RegressionTerm {
  double estimate;
  double error;               ///< as if errors were independent of each other
  double newey_west_error;    ///< as they depend on their neighbours: the one to report
  boost::optional<double> t;  ///< estimate over error; none: the line fits without error
  boost::optional<double> p;  ///< of t, two-sided; none: as t
};

/// A series that something interrupted, as two straight lines.
struct InterruptedSeries {
  RegressionTerm intercept;     ///< at time 0
  RegressionTerm trend;         ///< before, in one period
  RegressionTerm level_change;  ///< at the first period after
  RegressionTerm slope_change;  ///< in one period
  double sigma;                 ///< standard deviation of the errors
  int degrees_of_freedom;
  boost::optional<double> r_squared;              ///< none: the series does not vary
  boost::optional<double> durbin_watson;          ///< none: the line fits without error
  boost::optional<double> error_autocorrelation;  ///< with the period before; none: as durbin_watson
  double difference_of_means;  ///< after less before: spurious where the series had been falling anyway
  double last_period_effect;   ///< level and slope change together, in the last period
};

/// Fits y = b0 + b1 t + b2 [t >= t0] + b3 (t - t0) [t >= t0] to `values` at t = 1, 2, ..., where t0 is the place of the
/// first value after the interruption, counted from 1. With fewer than some 12 values on either side the result says
/// little; it is given all the same.
///
/// None:   fewer than two values on either side, or fewer than five in all.
/// Throws: std::invalid_argument unless every value is finite, 1 <= `first_after` <= values.size(), and `lag` is below
///         the number of values.
/// Source: Wagner, A. K. and others (2002), Segmented regression analysis of interrupted time series; Newey, W. K. and
///         West, K. D. (1987), for the errors: Bartlett weights up to `lag`, without a factor for small samples.
///         No example of these errors was found printed with its data: they are held to reference values instead.
boost::optional<InterruptedSeries> interrupted_series(std::span<const double> values, std::size_t first_after,
                                                      std::size_t lag = 3);

}  // namespace earlyhelp
