#include <earlyhelp/statistics/chart_limits.hpp>

#include "argument.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace earlyhelp {
namespace {

constexpr auto limit_factor = 2.66;
constexpr auto range_factor = 3.267;
constexpr auto units_in_the_last_place = 16;
constexpr auto most_size = 1e200;

/// The mean of `values`, as if every sum were exact but the last: what each addition loses is kept and added at the
/// end.
double mean_of(std::span<const double> values) {
  auto sum = 0.0;
  auto lost = 0.0;
  for (const auto value : values) {
    const auto next = sum + value;
    lost += std::abs(sum) >= std::abs(value) ? (sum - next) + value : (value - next) + sum;
    sum = next;
  }
  return (sum + lost) / static_cast<double>(values.size());
}

std::vector<double> moving_ranges(std::span<const double> values) {
  std::vector<double> ranges;
  for (std::size_t i = 1; i < values.size(); ++i) ranges.push_back(std::abs(values[i] - values[i - 1]));
  return ranges;
}

/// The mean of those ranges that are not far beyond the others.
double screened_average(std::vector<double> ranges, double average, double resolution) {
  std::erase_if(ranges,
                [&](double range) { return range > resolution && range >= range_factor * average - resolution; });
  return mean_of(ranges);
}

double largest_size(std::span<const double> values) {
  auto largest = 0.0;
  for (const auto value : values) largest = std::max(largest, std::abs(value));
  return largest;
}

}  // namespace

ChartBaseline chart_baseline(std::span<const double> values, std::size_t points, bool screens_outliers) {
  require_argument(!values.empty() && points > 0, "baseline", "at least one point",
                   static_cast<double>(std::min(values.size(), points)));
  for (const auto value : values) {
    require_argument(std::abs(value) <= most_size, "value", "a number from -10^200 to 10^200", value);
  }
  const auto used = values.first(std::min(points, values.size()));
  const auto ranges = moving_ranges(used);
  const auto mean = mean_of(used);
  const auto resolution = units_in_the_last_place * std::numeric_limits<double>::epsilon() * largest_size(values);
  ChartBaseline baseline{.points = used.size(), .mean = mean, .limits = {}, .resolution = resolution};
  if (ranges.empty()) return baseline;

  const auto of_all = mean_of(ranges);
  const auto average = screens_outliers ? screened_average(ranges, of_all, resolution) : of_all;
  const auto reach = limit_factor * average;
  baseline.limits = ChartLimits{.average_range_of_all = of_all,
                                .average_range = average,
                                .lower = mean - reach,
                                .upper = mean + reach,
                                .lower_two_sigma = mean - reach * 2 / 3,
                                .upper_two_sigma = mean + reach * 2 / 3,
                                .upper_range = range_factor * average};
  return baseline;
}

}  // namespace earlyhelp
