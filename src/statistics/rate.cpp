#include <earlyhelp/statistics/rate.hpp>

#include "argument.hpp"
#include "no_likelier.hpp"
#include "normal.hpp"

#include <earlyhelp/statistics/proportion.hpp>

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>

namespace earlyhelp {
namespace {

void require_events(std::int64_t events) {
  require_argument(events >= 0, "events", "0 or more", static_cast<double>(events));
}

/// Byar's formula for a count. Requires: count > 0.
double byar(double count, double z) {
  const auto root = 1 - 1 / (9 * count) + z / (3 * std::sqrt(count));
  return count * root * root * root;
}

/// The two-sided p of so many of `events` in the first, of which each falls into it with probability `share`.
double split_p(std::int64_t first, std::int64_t events, double share) {
  return no_likelier(0, events, first, [&](std::int64_t k) {
    return static_cast<double>(events - k) / static_cast<double>(k + 1) * (share / (1 - share));
  });
}

}  // namespace

double value(const Rate& rate) {
  require_events(rate.events);
  require_positive("exposure", rate.exposure);
  return static_cast<double>(rate.events) / rate.exposure;
}

Interval exact_count_limits(std::int64_t events, double confidence) {
  require_events(events);
  require_confidence(confidence);
  const auto x = static_cast<double>(events);
  const auto tail = (1 - confidence) / 2;
  return {.lower = events == 0 ? 0 : boost::math::gamma_p_inv(x, tail), .upper = boost::math::gamma_q_inv(x + 1, tail)};
}

ByarLimits byar_count_limits(std::int64_t events, double confidence) {
  require_events(events);
  const auto z = normal_reach(confidence);
  const auto x = static_cast<double>(events);
  ByarLimits limits{.lower = {}, .upper = byar(x + 1, z)};
  if (events > 0) {
    if (const auto lower = byar(x, -z); lower >= 0) limits.lower = lower;
  }
  return limits;
}

RateLimits rate_limits(const Rate& rate, double confidence) {
  constexpr std::int64_t first_by_byar = 10;
  (void)value(rate);
  const auto of = [&](RateMethod method, double lower, double upper) {
    return RateLimits{.method = method, .interval = {.lower = lower / rate.exposure, .upper = upper / rate.exposure}};
  };
  if (rate.events >= first_by_byar) {
    const auto byar = byar_count_limits(rate.events, confidence);
    return of(RateMethod::byar, byar.lower.value_or(0), byar.upper);
  }
  const auto exact = exact_count_limits(rate.events, confidence);
  return of(RateMethod::exact, exact.lower, exact.upper);
}

Interval clustered_count_limits(std::span<const EventsOfFamily> families, double confidence) {
  constexpr double most = 1e15;  // that a double still counts one by one
  double count = 0;
  double variance = 0;
  for (const auto& [events, with_so_many] : families) {
    require_argument(events >= 1, "events", "1 or more", static_cast<double>(events));
    require_argument(with_so_many >= 0, "families", "0 or more", static_cast<double>(with_so_many));
    const auto of_each = static_cast<double>(events);
    count += of_each * static_cast<double>(with_so_many);
    variance += of_each * of_each * static_cast<double>(with_so_many);
  }
  require_argument(count <= most, "all events", "at most 10^15", count);
  const auto limits = rate_limits({.events = static_cast<std::int64_t>(count), .exposure = 1}, confidence).interval;
  if (count == 0) return limits;
  const auto wider = std::sqrt(variance / count);
  return {.lower = std::max(0.0, count - wider * (count - limits.lower)),
          .upper = count + wider * (limits.upper - count)};
}

RateRatio rate_ratio(const Rate& one, const Rate& other, double confidence) {
  const auto first = value(one);
  const auto second = value(other);
  const Proportion in_first{.count = one.events, .total = one.events + other.events};
  const auto limits = clopper_pearson(in_first, confidence);
  RateRatio result{.ratio = {}, .lower = {}, .upper = {}, .p = 1};
  if (!limits) return result;
  const auto ratio_of = [&](double share) { return share / (1 - share) * (other.exposure / one.exposure); };
  result.lower = ratio_of(limits->lower);
  if (other.events > 0) {
    result.ratio = first / second;
    result.upper = ratio_of(limits->upper);
  }
  result.p = split_p(one.events, in_first.total, one.exposure / (one.exposure + other.exposure));
  return result;
}

}  // namespace earlyhelp
