#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/statistics/interval.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace earlyhelp {

/// Events over what they could have happened in: person-time, area, families. The unit of a rate is events in one unit
/// of exposure; the caller multiplies for "in 1,000".
struct Rate {
  std::int64_t events;
  double exposure;

  friend bool operator==(const Rate&, const Rate&) = default;
};

/// Events over exposure.
///
/// Throws: std::invalid_argument unless events >= 0 and exposure is finite and above 0.
double value(const Rate& rate);

/// The exact limits of a Poisson count; 0 below when there is no event.
///
/// Unit:   events.
/// Throws: std::invalid_argument unless `events` >= 0 and 0 < `confidence` < 1.
/// Source: Garwood, F. (1936), Fiducial limits for the Poisson distribution, Biometrika 28.
Interval exact_count_limits(std::int64_t events, double confidence);

/// Byar's approximation of a Poisson count's limits, from `events` below and `events` + 1 above.
struct ByarLimits {
  boost::optional<double> lower;  ///< none: without events, and where the formula gives less than nothing
  double upper;
};

/// Unit:   events.
/// Throws: as exact_count_limits.
/// Source: Breslow, N. E. and Day, N. E. (1987), Statistical Methods in Cancer Research II, page 69.
ByarLimits byar_count_limits(std::int64_t events, double confidence);

/// How the limits of a rate were made.
enum class RateMethod : std::uint8_t { exact, byar };

template <>
struct Names<RateMethod> {
  static constexpr std::array<std::string_view, 2> ids = {"exact", "byar"};
};

/// The limits of a rate, and their method.
struct RateLimits {
  RateMethod method;
  Interval interval;
};

/// The convention of English public health: exact below ten events, Byar from ten on. Events of one family are not
/// independent of each other, and these limits are too narrow for them: count families instead.
///
/// Unit:   that of value().
/// Throws: as value and exact_count_limits.
/// Source: UK Health Security Agency, Fingertips technical guidance, confidence intervals (rates); package
///         PHEindicatormethods.
RateLimits rate_limits(const Rate& rate, double confidence);

/// How many families had so many events each.
struct EventsOfFamily {
  std::int64_t events;  ///< of each; 1 or more
  std::int64_t families;

  friend bool operator==(const EventsOfFamily&, const EventsOfFamily&) = default;
};

/// The limits of a count of events that come in families: those of rate_limits() for the same count, moved away from it
/// as much as the variance of the count is more than a Poisson count's. Where every family has one event they are
/// the same.
///
/// Unit:   events.
/// Throws: std::invalid_argument unless every `events` is 1 or more, no `families` below 0 and 0 < `confidence` < 1.
/// Source: Dobson, A. J. and others (1991), Confidence intervals for weighted sums of Poisson parameters; UK Health
///         Security Agency, Fingertips technical guidance, non-independent events.
Interval clustered_count_limits(std::span<const EventsOfFamily> families, double confidence);

/// One rate over another.
struct RateRatio {
  boost::optional<double> ratio;  ///< none: nothing happened in the other
  boost::optional<double> lower;  ///< none: nothing happened at all
  boost::optional<double> upper;  ///< none: without bound, as nothing happened in the other
  double p;                       ///< two-sided: the sum of all outcomes that are no likelier; 1 when nothing happened
};

/// Compares two rates, given how many events there were in both together.
///
/// Throws: as value and exact_count_limits.
/// Source: Clopper and Pearson's limits for the share of events that fall into the first; Przyborowski, J. and
///         Wilenski, H. (1940), Homogeneity of results in testing samples from Poisson series, Biometrika 31.
RateRatio rate_ratio(const Rate& one, const Rate& other, double confidence);

}  // namespace earlyhelp
