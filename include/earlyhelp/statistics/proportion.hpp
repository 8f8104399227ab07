#pragma once

#include <earlyhelp/statistics/interval.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>

namespace earlyhelp {

/// How many of how many: 23 of 24 who answered were satisfied.
struct Proportion {
  std::int64_t count;
  std::int64_t total;

  friend bool operator==(const Proportion&, const Proportion&) = default;
};

/// Count over total, in [0, 1].
///
/// None:   of nobody: there is no such share, and it is not 0.
/// Throws: std::invalid_argument unless 0 <= count <= total.
boost::optional<double> share(const Proportion& proportion);

/// Wilson's score interval, without continuity correction: the one to print. It lies in [0, 1], is exactly 0 below
/// when nobody counts and exactly 1 above when all do.
///
/// None:   of nobody.
/// Throws: as share, and unless 0 < `confidence` < 1.
/// Source: Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference; recommended by
///         Newcombe (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17.
boost::optional<Interval> wilson(const Proportion& proportion, double confidence);

/// The exact interval of Clopper and Pearson: never too narrow, and so wider than it need be.
///
/// None:   of nobody.
/// Throws: as wilson.
/// Source: Clopper, C. J. and Pearson, E. S. (1934), The use of confidence or fiducial limits illustrated in the case
///         of the binomial, Biometrika 26.
boost::optional<Interval> clopper_pearson(const Proportion& proportion, double confidence);

}  // namespace earlyhelp
