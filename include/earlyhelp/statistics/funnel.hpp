#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/statistics/interval.hpp>
#include <earlyhelp/statistics/proportion.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// Where a unit stands to the lines of a funnel: beyond the line that one in 40 passes by chance, or one in 1,000. It
/// is no rank, and a baseline that has the unit in it draws the lines towards it.
enum class FunnelPosition : std::uint8_t { low_0001, low_0025, not_significant, high_0025, high_0001 };

template <>
struct Names<FunnelPosition> {
  static constexpr std::array<std::string_view, 5> ids = {"low_0001", "low_0025", "not_significant", "high_0025",
                                                          "high_0001"};
};

/// The lines beyond which a share of 0.025, and of 0.001, lie by chance on each side.
struct FunnelLines {
  Interval at_0025;
  Interval at_0001;
};

/// Where `value` stands to `lines`: beyond a line, not on it.
FunnelPosition position(double value, const FunnelLines& lines) noexcept;

/// The lines for the share of a unit of `total`, about the share `baseline` of all: not cut to [0, 1], which is for
/// drawing alone.
///
/// Throws: std::invalid_argument unless 0 <= `baseline` <= 1 and `total` >= 1.
/// Source: Spiegelhalter, D. J. (2005), Funnel plots for comparing institutional performance, Statistics in Medicine
///         24; Fingertips technical guidance. No example was found printed in numbers: held to the test data of
///         package PHEindicatormethods instead.
FunnelLines share_funnel(double baseline, std::int64_t total);

/// `lines` as they are drawn: within [0, 1].
FunnelLines drawn(const FunnelLines& lines) noexcept;

/// Between which expected counts an observed one is not unusual: fewer expected than `least` make it high, more than
/// `most` low.
struct ExpectedCounts {
  boost::optional<double> least;  ///< none: nothing observed is never high
  double most;
};

/// The lines of a funnel of ratios, observed over expected, for `observed` at one tail.
///
/// Unit:   expected events.
/// Throws: std::invalid_argument unless `observed` >= 0 and 0 < `tail` < 1/2.
/// Source: Fingertips technical guidance, funnel plots for ratios (gamma quantiles). Held to package
///         PHEindicatormethods, as share_funnel.
ExpectedCounts ratio_funnel(std::int64_t observed, double tail);

/// Observed over expected, and where it lies.
struct ObservedRatio {
  double ratio;
  Interval at_0025;
  Interval at_0001;
  FunnelPosition position;  ///< of 1 to the intervals: high when all of one lies above
};

/// Compares a count with what was expected. The limits of the count are those of rate_limits().
///
/// Throws: std::invalid_argument unless `observed` >= 0 and `expected` is finite and above 0.
/// Source: as ratio_funnel.
ObservedRatio observed_ratio(std::int64_t observed, double expected);

}  // namespace earlyhelp
