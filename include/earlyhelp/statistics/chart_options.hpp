#pragma once

#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// Which points the rule "two of three are far from the mean" counts; bodies differ in it.
enum class TwoInThree : std::uint8_t {
  within_limits,  ///< only those between a two-sigma line and the limit: package NHSRplotthedots
  also_outside,   ///< those outside the limit too: the tools of NHS England since the end of 2023
};

template <>
struct Names<TwoInThree> {
  static constexpr std::array<std::string_view, 2> ids = {"within_limits", "also_outside"};
};

/// Which way a measure gets better; `neutral` when neither way is good by itself.
enum class Improvement : std::uint8_t { increase, decrease, neutral };

template <>
struct Names<Improvement> {
  static constexpr std::array<std::string_view, 3> ids = {"increase", "decrease", "neutral"};
};

/// How a control chart is made. Other choices give other signals: write them down with the chart.
///
/// Source: package NHSRplotthedots 0.2.2, vignette "Deviations"; NHS England, Making Data Count.
struct ChartOptions {
  Improvement improvement;
  boost::optional<double> target = {};
  /// Whether moving ranges of 3.267 times their mean or more are left out, once, before limits are made of the others.
  bool screens_outliers = true;
  /// The first so many points of each segment make its limits, and all after them are judged by these; from 2 on, by
  /// custom 12 or more. None: all points of the segment.
  boost::optional<std::size_t> fix_after = {};
  TwoInThree two_in_three = TwoInThree::within_limits;
  std::size_t trend_length = 7;  ///< points, each above or each below the one before; from 2 on
  std::size_t shift_length = 7;  ///< points on one side of the mean; from 2 on

  friend bool operator==(const ChartOptions&, const ChartOptions&) = default;
};

}  // namespace earlyhelp
