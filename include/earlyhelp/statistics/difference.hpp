#pragma once

#include <earlyhelp/statistics/interval.hpp>
#include <earlyhelp/statistics/proportion.hpp>

#include <boost/optional/optional.hpp>

// Two groups of different people. The same people before and after are compared in paired.hpp, never here. That two
// intervals overlap says nothing of their difference.

namespace earlyhelp {

/// The share of `one` less that of `other`.
///
/// None:   when either is of nobody.
/// Throws: std::invalid_argument as share(); so do all below.
boost::optional<double> difference(const Proportion& one, const Proportion& other);

/// The interval of a difference, made of the two Wilson intervals, without continuity correction; within [-1, 1].
///
/// None:   as difference.
/// Throws: also unless 0 < `confidence` < 1.
/// Source: Newcombe, R. G. (1998), Interval estimation for the difference between independent proportions, Statistics
///         in Medicine 17, method 10.
boost::optional<Interval> newcombe(const Proportion& one, const Proportion& other, double confidence);

/// z with a pooled share, without correction.
///
/// None:   when either is of nobody, and when nobody or everybody counts.
/// Source: Armitage, P., Berry, G. and Matthews, J. N. S. (2002), Statistical Methods in Medical Research, section 4.5.
boost::optional<TestResult> pooled_test(const Proportion& one, const Proportion& other);

/// Chi-square on one degree of freedom with a continuity correction of a half, or of less where the difference is less.
///
/// None:   as pooled_test.
/// Source: Yates, F. (1934), Contingency tables involving small numbers and the chi-square test.
boost::optional<TestResult> yates_test(const Proportion& one, const Proportion& other);

/// Fisher's exact test, two-sided: the probability of all tables with the same margins that are no likelier than this
/// one (a table counts as no likelier up to a factor of 1 + 10^-7). 1 when either is of nobody. It takes time linear in
/// the smallest margin.
///
/// Source: Fisher, R. A. (1935), The logic of inductive inference.
double fisher_p(const Proportion& one, const Proportion& other);

/// A ratio, and where it lies.
struct RatioEstimate {
  double ratio;
  boost::optional<Interval> interval;  ///< none: a count of nought leaves it without limits

  friend bool operator==(const RatioEstimate&, const RatioEstimate&) = default;
};

/// The share of `one` over that of `other`, with limits on the scale of logarithms.
///
/// None:   when either is of nobody, and when nobody counts in `other`.
/// Throws: also unless 0 < `confidence` < 1.
/// Source: Katz, D. and others (1978), Obtaining confidence intervals for the risk ratio in cohort studies, Biometrics
///         34.
boost::optional<RatioEstimate> risk_ratio(const Proportion& one, const Proportion& other, double confidence);

/// The odds of `one` over those of `other`.
///
/// None:   when any of the four cells is 0: nothing is added to make one up.
/// Throws: also unless 0 < `confidence` < 1.
/// Source: Woolf, B. (1955), On estimating the relation between blood group and disease, Annals of Human Genetics 19.
boost::optional<RatioEstimate> odds_ratio(const Proportion& one, const Proportion& other, double confidence);

}  // namespace earlyhelp
