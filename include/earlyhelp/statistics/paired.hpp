#pragma once

#include <earlyhelp/statistics/interval.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>

namespace earlyhelp {

/// The same people before and after, by what each was: `yes_no` had it before and not after.
struct PairedCounts {
  std::int64_t yes_yes;
  std::int64_t yes_no;
  std::int64_t no_yes;
  std::int64_t no_no;

  friend bool operator==(const PairedCounts&, const PairedCounts&) = default;
};

/// McNemar's test, which looks at those alone who changed.
///
/// None:   nobody changed: there is no evidence either way.
/// Throws: std::invalid_argument unless no count is negative; so do all below.
/// Source: McNemar, Q. (1947), Note on the sampling error of the difference between correlated proportions.
boost::optional<TestResult> mcnemar(const PairedCounts& counts);

/// The same with a continuity correction of 1.
///
/// None:   as mcnemar.
/// Source: Edwards, A. L. (1948), Note on the correction for continuity.
boost::optional<TestResult> mcnemar_corrected(const PairedCounts& counts);

/// Two-sided p from the binomial distribution of those who changed: for few of them. 1 when nobody changed.
///
/// Source: as mcnemar; Fay, M. P. (2010), Two-sided exact tests, The R Journal 2.
double mcnemar_exact_p(const PairedCounts& counts);

/// The same with half the probability of what was seen; less conservative. 1 when as many changed either way.
///
/// Source: Fagerland, M. W., Lydersen, S. and Laake, P. (2013), The McNemar test for binary matched-pairs data.
double mcnemar_mid_p(const PairedCounts& counts);

/// The share before less the share after.
///
/// None: of nobody.
boost::optional<double> paired_difference(const PairedCounts& counts);

/// The interval of that difference, made of the two Wilson intervals and the correlation of before and after, with its
/// continuity correction.
///
/// None:   of nobody.
/// Throws: also unless 0 < `confidence` < 1.
/// Source: Newcombe, R. G. (1998), Improved confidence intervals for the difference between binomial proportions based
///         on paired data, Statistics in Medicine 17, method 10.
boost::optional<Interval> newcombe_paired(const PairedCounts& counts, double confidence);

}  // namespace earlyhelp
