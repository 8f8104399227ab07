#include <earlyhelp/statistics/control_chart.hpp>

#include "argument.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace earlyhelp {
namespace {

using Points = std::span<ChartPoint>;

/// 1 when `value` is above `line`, -1 when below, 0 when on it as far as can be told.
int side(double value, double line, double resolution) {
  const auto distance = value - line;
  if (std::abs(distance) <= resolution) return 0;
  return distance > 0 ? 1 : -1;
}

bool is_beyond(double value, double lower, double upper, double resolution) {
  return side(value, lower, resolution) < 0 || side(value, upper, resolution) > 0;
}

void mark_lines(Points points, const ChartBaseline& baseline) {
  const auto& limits = baseline.limits;
  for (auto& point : points) {
    point.side_of_mean = side(point.value, baseline.mean, baseline.resolution);
    if (!limits) continue;
    point.is_outside = is_beyond(point.value, limits->lower, limits->upper, baseline.resolution);
    point.is_beyond_two_sigma =
        is_beyond(point.value, limits->lower_two_sigma, limits->upper_two_sigma, baseline.resolution);
  }
}

int step(const ChartPoint& from, const ChartPoint& to) { return side(to.value, from.value, 0); }

/// A trend goes on while the next step is as the first; the next may begin at its last point.
void mark_trends(Points points, std::size_t length) {
  for (std::size_t begin = 0; begin + 1 < points.size();) {
    const auto direction = step(points[begin], points[begin + 1]);
    auto last = begin + 1;
    while (last + 1 < points.size() && step(points[last], points[last + 1]) == direction) ++last;
    const auto run = points.subspan(begin, last - begin + 1);
    if (direction != 0 && run.size() >= length) {
      for (auto& point : run) point.trend = direction;
    }
    begin = last;
  }
}

void mark_two_in_three(Points points, TwoInThree rule) {
  constexpr std::size_t three = 3;
  const auto counts = [&](const ChartPoint& point) {
    return point.is_beyond_two_sigma && (rule == TwoInThree::also_outside || !point.is_outside);
  };
  for (std::size_t begin = 0; begin + three <= points.size(); ++begin) {
    const auto window = points.subspan(begin, three);
    const auto first = window.front().side_of_mean;
    const auto is_one_sided = first != 0 && std::all_of(window.begin(), window.end(), [&](const ChartPoint& point) {
                                return point.side_of_mean == first;
                              });
    if (!is_one_sided || std::count_if(window.begin(), window.end(), counts) < 2) continue;
    for (auto& point : window) point.is_two_in_three = point.is_two_in_three || counts(point);
  }
}

void mark_shifts(Points points, std::size_t length) {
  for (auto begin = points.begin(); begin != points.end();) {
    const auto end = std::find_if(begin, points.end(),
                                  [&](const ChartPoint& point) { return point.side_of_mean != begin->side_of_mean; });
    if (begin->side_of_mean != 0 && static_cast<std::size_t>(end - begin) >= length) {
      std::for_each(begin, end, [](ChartPoint& point) { point.is_in_shift = true; });
    }
    begin = end;
  }
}

/// The first rule that holds, in the order of their weight.
Cause cause_of(const ChartPoint& point) {
  const auto is_above = point.side_of_mean > 0;
  if (point.is_outside) return is_above ? Cause::above_limit : Cause::below_limit;
  if (point.trend != 0) return point.trend > 0 ? Cause::rising : Cause::falling;
  if (point.is_two_in_three) return is_above ? Cause::two_in_three_above : Cause::two_in_three_below;
  if (point.is_in_shift) return is_above ? Cause::shift_above : Cause::shift_below;
  return Cause::common;
}

bool is_high(Cause cause) {
  return cause == Cause::above_limit || cause == Cause::rising || cause == Cause::two_in_three_above ||
         cause == Cause::shift_above;
}

Variation variation_of(Cause cause, Improvement improvement) {
  if (cause == Cause::common) return Variation::common_cause;
  const auto high = is_high(cause);
  if (improvement == Improvement::neutral) return high ? Variation::neutral_high : Variation::neutral_low;
  if (high) return improvement == Improvement::increase ? Variation::improvement_high : Variation::concern_high;
  return improvement == Improvement::decrease ? Variation::improvement_low : Variation::concern_low;
}

boost::optional<Assurance> assurance_of(const ChartBaseline& baseline, const ChartOptions& options) {
  if (!options.target || !baseline.limits || options.improvement == Improvement::neutral) return {};
  const auto is_above = side(*options.target, baseline.limits->upper, baseline.resolution) > 0;
  const auto is_below = side(*options.target, baseline.limits->lower, baseline.resolution) < 0;
  if (!is_above && !is_below) return Assurance::inconsistent;
  const auto passes = is_below == (options.improvement == Improvement::increase);
  return passes ? Assurance::consistent_pass : Assurance::consistent_fail;
}

void check(const ChartOptions& options) {
  constexpr std::size_t fewest = 2;
  require_argument(std::isfinite(options.target.value_or(0)), "target", "a finite number", options.target.value_or(0));
  for (const auto& [length, name] :
       {std::pair{options.fix_after.value_or(fewest), "fix after"}, std::pair{options.trend_length, "trend length"},
        std::pair{options.shift_length, "shift length"}}) {
    require_argument(length >= fewest, name, "2 points or more", static_cast<double>(length));
  }
}

/// Adds the stretch of `values` that begins where the points so far end.
void add_segment(ControlChart& chart, std::span<const ChartValue> values) {
  const auto& options = chart.options;
  std::vector<double> numbers;
  for (const auto& value : values) numbers.push_back(value.value);
  const auto begin = chart.points.size();
  chart.segments.push_back(
      {.begin = begin,
       .points = numbers.size(),
       .baseline = chart_baseline(numbers, options.fix_after.value_or(numbers.size()), options.screens_outliers)});
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    chart.points.push_back({.value = numbers[i],
                            .segment = chart.segments.size() - 1,
                            .moving_range = {},
                            .side_of_mean = 0,
                            .is_outside = false,
                            .is_beyond_two_sigma = false,
                            .trend = 0,
                            .is_two_in_three = false,
                            .is_in_shift = false,
                            .cause = Cause::common,
                            .variation = Variation::common_cause});
    if (i > 0) chart.points.back().moving_range = std::abs(numbers[i] - numbers[i - 1]);
  }
  const auto points = Points{chart.points}.subspan(begin);
  mark_lines(points, chart.segments.back().baseline);
  mark_trends(points, options.trend_length);
  mark_two_in_three(points, options.two_in_three);
  mark_shifts(points, options.shift_length);
  for (auto& point : points) {
    point.cause = cause_of(point);
    point.variation = variation_of(point.cause, options.improvement);
  }
}

}  // namespace

ControlChart control_chart(std::span<const ChartValue> values, const ChartOptions& options) {
  check(options);
  ControlChart chart{
      .options = options, .points = {}, .segments = {}, .special_causes = 0, .variation = {}, .assurance = {}};
  while (!values.empty()) {
    const auto next = std::find_if(values.begin() + 1, values.end(), [](const auto& value) { return value.rebases; });
    const auto size = static_cast<std::size_t>(next - values.begin());
    add_segment(chart, values.first(size));
    values = values.subspan(size);
  }
  chart.special_causes = static_cast<std::size_t>(std::count_if(
      chart.points.begin(), chart.points.end(), [](const auto& point) { return point.cause != Cause::common; }));
  if (chart.points.empty()) return chart;
  chart.variation = chart.points.back().variation;
  chart.assurance = assurance_of(chart.segments.back().baseline, options);
  return chart;
}

}  // namespace earlyhelp
