#include <earlyhelp/statistics/interrupted_series.hpp>

#include "argument.hpp"

#include <Eigen/Cholesky>
#include <Eigen/QR>
#include <boost/math/distributions/students_t.hpp>

#include <cmath>

namespace earlyhelp {
namespace {

constexpr Eigen::Index terms = 4;
using Design = Eigen::Matrix<double, Eigen::Dynamic, terms>;
using Square = Eigen::Matrix<double, terms, terms>;
using Vector = Eigen::VectorXd;

/// A row for each value: 1, its time, and after the interruption 1 and the time since.
Design design_of(Eigen::Index size, Eigen::Index before) {
  Design design{size, terms};
  for (Eigen::Index i = 0; i < size; ++i) {
    const auto since = static_cast<double>(i - before);
    const auto is_after = i >= before;
    design.row(i) << 1, static_cast<double>(i + 1), is_after ? 1 : 0, is_after ? since : 0;
  }
  return design;
}

/// What the errors of neighbours have in common, weighted by how near they are.
Square common_error(const Design& design, const Vector& errors, std::size_t lag) {
  const Design scores = errors.asDiagonal() * design;
  Square sum = scores.transpose() * scores;
  for (std::size_t l = 1; l <= lag; ++l) {
    const auto weight = 1 - static_cast<double>(l) / static_cast<double>(lag + 1);
    const auto overlap = scores.rows() - static_cast<Eigen::Index>(l);
    const Square with_earlier = scores.bottomRows(overlap).transpose() * scores.topRows(overlap);
    sum += weight * (with_earlier + with_earlier.transpose());
  }
  return sum;
}

boost::optional<double> ratio(double numerator, double denominator) {
  if (denominator <= 0) return {};
  return numerator / denominator;
}

double mean_of(std::span<const double> values) {
  auto sum = 0.0;
  for (const auto value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

}  // namespace

boost::optional<InterruptedSeries> interrupted_series(std::span<const double> values, std::size_t first_after,
                                                      std::size_t lag) {
  for (const auto value : values) require_argument(std::isfinite(value), "values", "finite numbers", value);
  require_argument(first_after >= 1 && first_after <= values.size(), "first_after", "the place of a value",
                   static_cast<double>(first_after));
  require_argument(lag < values.size(), "lag", "less than there are values", static_cast<double>(lag));
  const auto before = first_after - 1;
  const auto after = values.size() - before;
  if (before < 2 || after < 2 || values.size() <= static_cast<std::size_t>(terms)) return {};

  const auto size = static_cast<Eigen::Index>(values.size());
  const Eigen::Map<const Vector> y{values.data(), size};
  const auto design = design_of(size, static_cast<Eigen::Index>(before));
  const Vector estimates = design.householderQr().solve(y);
  const Vector errors = y - design * estimates;
  const Square inverse = Square{design.transpose() * design}.ldlt().solve(Square::Identity());
  const Square robust = inverse * common_error(design, errors, lag) * inverse;
  const auto degrees = static_cast<int>(size - terms);
  const auto square_sum = errors.squaredNorm();
  const auto sigma = std::sqrt(square_sum / degrees);

  const auto term = [&](Eigen::Index i) {
    RegressionTerm result{.estimate = estimates(i),
                          .error = sigma * std::sqrt(inverse(i, i)),
                          .newey_west_error = std::sqrt(std::max(0.0, robust(i, i))),
                          .t = {},
                          .p = {}};
    result.t = ratio(result.estimate, result.error);
    if (result.t) {
      const boost::math::students_t_distribution<double> student{static_cast<double>(degrees)};
      result.p = 2 * boost::math::cdf(complement(student, std::abs(*result.t)));
    }
    return result;
  };
  const Vector steps = errors.tail(size - 1) - errors.head(size - 1);
  const auto spread = (y.array() - y.mean()).matrix().squaredNorm();
  const auto unexplained = ratio(square_sum, spread);
  return InterruptedSeries{.intercept = term(0),
                           .trend = term(1),
                           .level_change = term(2),
                           .slope_change = term(3),
                           .sigma = sigma,
                           .degrees_of_freedom = degrees,
                           .r_squared = unexplained ? boost::make_optional(1 - *unexplained) : boost::none,
                           .durbin_watson = ratio(steps.squaredNorm(), square_sum),
                           .error_autocorrelation = ratio(errors.tail(size - 1).dot(errors.head(size - 1)), square_sum),
                           .difference_of_means = mean_of(values.subspan(before)) - mean_of(values.first(before)),
                           .last_period_effect = estimates(2) + estimates(3) * static_cast<double>(after - 1)};
}

}  // namespace earlyhelp
