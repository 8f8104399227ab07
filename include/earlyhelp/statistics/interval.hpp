#pragma once

namespace earlyhelp {

/// Where a quantity lies, with some confidence; both ends belong to it.
///
/// Source: Neyman, J. (1937), Outline of a theory of statistical estimation based on the classical theory of
///         probability.
struct Interval {
  double lower;
  double upper;

  friend bool operator==(const Interval&, const Interval&) = default;
};

/// How often an interval that is printed holds what it is about, unless another is asked for.
///
/// Source: UK Health Security Agency, technical guide to public health indicators (95 %).
inline constexpr double usual_confidence = 0.95;

/// How far data are from what would be expected if there were no difference.
struct TestResult {
  double statistic;
  double p;  ///< two-sided; in [0, 1]

  friend bool operator==(const TestResult&, const TestResult&) = default;
};

}  // namespace earlyhelp
