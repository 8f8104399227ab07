#include <earlyhelp/statistics/funnel.hpp>

#include "argument.hpp"
#include "normal.hpp"

#include <earlyhelp/statistics/rate.hpp>

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>

namespace earlyhelp {
namespace {

constexpr double inner = 0.95;   // leaves a tail of 0.025 on each side
constexpr double outer = 0.998;  // 0.001

Interval within_shares(const Interval& line) noexcept {
  return {.lower = std::max(0.0, line.lower), .upper = std::min(1.0, line.upper)};
}

}  // namespace

FunnelPosition position(double value, const FunnelLines& lines) noexcept {
  if (value < lines.at_0001.lower) return FunnelPosition::low_0001;
  if (value > lines.at_0001.upper) return FunnelPosition::high_0001;
  if (value < lines.at_0025.lower) return FunnelPosition::low_0025;
  if (value > lines.at_0025.upper) return FunnelPosition::high_0025;
  return FunnelPosition::not_significant;
}

FunnelLines share_funnel(double baseline, std::int64_t total) {
  require_argument(baseline >= 0 && baseline <= 1, "baseline", "0 to 1", baseline);
  require_argument(total >= 1, "total", "1 or more", static_cast<double>(total));
  const auto error = std::sqrt(baseline * (1 - baseline) / static_cast<double>(total));
  const auto line = [&](double confidence) {
    const auto reach = normal_reach(confidence) * error;
    return Interval{.lower = baseline - reach, .upper = baseline + reach};
  };
  return {.at_0025 = line(inner), .at_0001 = line(outer)};
}

FunnelLines drawn(const FunnelLines& lines) noexcept {
  return {.at_0025 = within_shares(lines.at_0025), .at_0001 = within_shares(lines.at_0001)};
}

ExpectedCounts ratio_funnel(std::int64_t observed, double tail) {
  require_argument(observed >= 0, "observed", "0 or more", static_cast<double>(observed));
  require_argument(tail > 0 && tail < 0.5, "tail", "more than 0 and less than 1/2", tail);
  const auto count = static_cast<double>(observed);
  ExpectedCounts expected{.least = {}, .most = boost::math::gamma_q_inv(count + 1, tail)};
  if (observed > 0) expected.least = boost::math::gamma_p_inv(count, tail);
  return expected;
}

ObservedRatio observed_ratio(std::int64_t observed, double expected) {
  require_positive("expected", expected);
  const Rate rate{.events = observed, .exposure = expected};
  const auto narrow = rate_limits(rate, inner).interval;
  const auto wide = rate_limits(rate, outer).interval;
  const auto where = [&] {
    if (wide.upper < 1) return FunnelPosition::low_0001;
    if (wide.lower > 1) return FunnelPosition::high_0001;
    if (narrow.upper < 1) return FunnelPosition::low_0025;
    if (narrow.lower > 1) return FunnelPosition::high_0025;
    return FunnelPosition::not_significant;
  };
  return {.ratio = value(rate), .at_0025 = narrow, .at_0001 = wide, .position = where()};
}

}  // namespace earlyhelp
