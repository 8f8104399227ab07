#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/statistics/chart_limits.hpp>
#include <earlyhelp/statistics/chart_options.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// One value in time order. With `rebases` the chart begins anew at it: for a known cause and after a lasting change,
/// and never by rule.
struct ChartValue {
  double value;
  bool rebases = false;

  friend bool operator==(const ChartValue&, const ChartValue&) = default;
};

/// What a point shows. Where several rules hold, the first of them in this order.
enum class Cause : std::uint8_t {
  common,  ///< no rule holds: the process as it always is
  above_limit,
  below_limit,
  rising,
  falling,
  two_in_three_above,
  two_in_three_below,
  shift_above,
  shift_below,
};

template <>
struct Names<Cause> {
  static constexpr std::array<std::string_view, 9> ids = {
      "common",      "above_limit", "below_limit", "rising", "falling", "two_in_three_above", "two_in_three_below",
      "shift_above", "shift_below"};
};

/// What that means, by which way the measure gets better; of the last point it is the chart's variation icon.
enum class Variation : std::uint8_t {
  common_cause,
  improvement_high,
  improvement_low,
  concern_high,
  concern_low,
  neutral_high,
  neutral_low,
};

template <>
struct Names<Variation> {
  static constexpr std::array<std::string_view, 7> ids = {"common_cause", "improvement_high", "improvement_low",
                                                          "concern_high", "concern_low",      "neutral_high",
                                                          "neutral_low"};
};

/// Whether the process, left alone, meets its target: always, now and then, or never.
enum class Assurance : std::uint8_t { consistent_pass, inconsistent, consistent_fail };

template <>
struct Names<Assurance> {
  static constexpr std::array<std::string_view, 3> ids = {"consistent_pass", "inconsistent", "consistent_fail"};
};

/// A point, and every rule that holds of it.
struct ChartPoint {
  double value;
  std::size_t segment;                   ///< from 0
  boost::optional<double> moving_range;  ///< none: at the first point of a segment
  int side_of_mean;                      ///< 1 above, -1 below, 0 on it
  bool is_outside;                       ///< strictly beyond a limit
  bool is_beyond_two_sigma;              ///< strictly; outside as well
  int trend;                             ///< 1 in a rising trend, -1 in a falling one; of two it takes the later
  bool is_two_in_three;                  ///< one of those that are far, and not the third with them
  bool is_in_shift;
  Cause cause;
  Variation variation;

  friend bool operator==(const ChartPoint&, const ChartPoint&) = default;
};

/// A stretch of a chart from one rebase to the next.
struct ChartSegment {
  std::size_t begin;  ///< its first point
  std::size_t points;
  ChartBaseline baseline;

  friend bool operator==(const ChartSegment&, const ChartSegment&) = default;
};

/// A chart of single values and their moving ranges ("XmR"), with all that can be said of it.
struct ControlChart {
  ChartOptions options;
  std::vector<ChartPoint> points;
  std::vector<ChartSegment> segments;
  std::size_t special_causes;            ///< points whose cause is not common
  boost::optional<Variation> variation;  ///< that of the last point. None: without points
  boost::optional<Assurance> assurance;  ///< by the limits of the last segment, whatever happened before. None: without
                                         ///< a target, an improvement or limits

  friend bool operator==(const ControlChart&, const ControlChart&) = default;
};

/// Draws the chart of `values`, given in time order; rules and moving ranges never look across a rebase. A point
/// exactly on the mean ends a run, two equal points end a trend, and two points of three are far only when all three
/// are on the same side. A target on a limit is met now and then.
///
/// Throws: std::invalid_argument as chart_baseline; for a target that is no finite number, `fix_after` below 2 and
///         lengths below 2.
/// Source: NHS England, Making Data Count; package NHSRplotthedots 0.2.2, whose labels these are.
/// Differs: a chart of equal values has its limits on them, where the package has none; the last point of a trend keeps
///          its direction when another trend begins at the next.
ControlChart control_chart(std::span<const ChartValue> values, const ChartOptions& options);

}  // namespace earlyhelp
