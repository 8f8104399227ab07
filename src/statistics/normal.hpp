#pragma once

namespace earlyhelp {

/// How many standard deviations reach so far that a share `confidence` of a normal distribution lies within.
///
/// Throws: std::invalid_argument unless 0 < `confidence` < 1.
double normal_reach(double confidence);

/// The share of a standard normal distribution that lies further out than `z`, on both sides.
double two_sided_p(double z) noexcept;

/// The share of a chi-square distribution that is more than `statistic`.
///
/// Requires: statistic >= 0, degrees_of_freedom >= 1.
double chi_square_p(double statistic, int degrees_of_freedom = 1);

}  // namespace earlyhelp
