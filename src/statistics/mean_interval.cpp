#include <earlyhelp/statistics/mean_interval.hpp>

#include "argument.hpp"

#include <boost/math/distributions/students_t.hpp>

#include <cmath>

namespace earlyhelp {

boost::optional<MeanInterval> mean_interval(std::span<const double> values, double confidence) {
  require_confidence(confidence);
  for (const auto value : values) require_argument(std::isfinite(value), "values", "finite numbers", value);
  if (values.size() < 2) return {};

  const auto n = static_cast<double>(values.size());
  auto above_first = 0.0;  // so that the mean of equal values is that value, to the last bit
  for (const auto value : values) above_first += value - values.front();
  const auto mean = values.front() + above_first / n;
  auto squares = 0.0;
  for (const auto value : values) squares += (value - mean) * (value - mean);
  const boost::math::students_t_distribution<double> student{n - 1};
  const auto reach =
      boost::math::quantile(complement(student, (1 - confidence) / 2)) * std::sqrt(squares / (n - 1) / n);
  return MeanInterval{.mean = mean, .lower = mean - reach, .upper = mean + reach, .values = values.size()};
}

}  // namespace earlyhelp
