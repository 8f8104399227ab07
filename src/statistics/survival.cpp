#include <earlyhelp/statistics/survival.hpp>

#include "argument.hpp"
#include "normal.hpp"
#include "survival_counts.hpp"

#include <range/v3/view/reverse.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>

namespace earlyhelp {
namespace {

// Below this a value of the curve counts as that share.
constexpr double tolerance = 1.5e-8;

// Where a limit of the curve is not defined.
constexpr auto undefined = std::numeric_limits<double>::infinity();

/// The first time at which the value of a step is `target` or less.
boost::optional<double> crossing(std::span<const SurvivalStep> steps, const std::vector<double>& values, double target,
                                 QuantileRule rule) {
  const auto first = std::find_if(values.begin(), values.end(), [&](double at) { return at <= target + tolerance; });
  if (first == values.end()) return {};
  const auto time_of = [&](auto value) {
    return static_cast<double>(steps[static_cast<std::size_t>(value - values.begin())].time);
  };
  if (rule == QuantileRule::first_time || *first < target - tolerance) return time_of(first);
  const auto next =
      std::find_if(first, values.end(), [&](double at) { return at < *first - tolerance || at == undefined; });
  return (time_of(first) + time_of(next == values.end() ? std::prev(next) : next)) / 2;
}

void require_share(double share) {
  require_argument(share > 0 && share < 1, "share", "more than 0 and less than 1", share);
}

}  // namespace

boost::optional<double> SurvivalStep::standard_error() const noexcept {
  if (survival <= 0) return {};
  return survival * std::sqrt(greenwood);
}

boost::optional<Interval> limits(const SurvivalStep& step, double confidence, LimitsScale scale) {
  const auto z = normal_reach(confidence);
  const auto s = step.survival;
  if (s <= 0) return {};
  if (step.greenwood <= 0) return Interval{.lower = 1, .upper = 1};
  const auto reach = z * std::sqrt(step.greenwood);
  switch (scale) {
    case LimitsScale::plain:
      return Interval{.lower = std::max(0.0, s - s * reach), .upper = std::min(1.0, s + s * reach)};
    case LimitsScale::log:
      return Interval{.lower = s * std::exp(-reach), .upper = std::min(1.0, s * std::exp(reach))};
    case LimitsScale::log_log:
      return Interval{.lower = std::pow(s, std::exp(-reach / std::log(s))),
                      .upper = std::pow(s, std::exp(reach / std::log(s)))};
  }
  return {};
}

SurvivalCurve::SurvivalCurve(std::span<const FollowUp> people) {
  auto at_risk = static_cast<std::int64_t>(people.size());
  SurvivalStep step{
      .time = 0, .at_risk = 0, .events = 0, .censored = 0, .survival = 1, .greenwood = 0, .cumulative_hazard = 0};
  const auto counts = survival_counts(people);
  steps_.reserve(counts.size());
  for (const auto& [time, events, censored] : counts) {
    const auto n = static_cast<double>(at_risk);
    const auto d = static_cast<double>(events);
    step.time = time;
    step.at_risk = at_risk;
    step.events = events;
    step.censored = censored;
    step.survival *= (n - d) / n;
    if (events > 0) step.greenwood += d / (n * (n - d));
    step.cumulative_hazard += d / n;
    steps_.push_back(step);
    at_risk -= events + censored;
  }
}

std::int64_t SurvivalCurve::events() const noexcept {
  std::int64_t sum = 0;
  for (const auto& step : steps_) sum += step.events;
  return sum;
}

boost::optional<SurvivalAt> SurvivalCurve::at(std::int64_t time, double confidence, LimitsScale scale) const {
  require_confidence(confidence);
  if (steps_.empty()) return {};
  const auto not_before = std::lower_bound(steps_.begin(), steps_.end(), time,
                                           [](const SurvivalStep& step, std::int64_t t) { return step.time < t; });
  const auto is_reached = not_before != steps_.end() && not_before->time == time;
  SurvivalAt at{.at_risk = not_before == steps_.end() ? 0 : not_before->at_risk,
                .survival = 1,
                .interval = Interval{.lower = 1, .upper = 1},
                .is_beyond_last = time > steps_.back().time};
  if (not_before != steps_.begin() || is_reached) {
    const auto& step = is_reached ? *not_before : *std::prev(not_before);
    at.survival = step.survival;
    at.interval = limits(step, confidence, scale);
  }
  return at;
}

boost::optional<double> SurvivalCurve::quantile(double share, QuantileRule rule) const {
  require_share(share);
  std::vector<double> values;
  for (const auto& step : steps_) values.push_back(step.survival);
  return crossing(steps_, values, 1 - share, rule);
}

QuantileLimits SurvivalCurve::quantile_limits(double share, double confidence, LimitsScale scale,
                                              QuantileRule rule) const {
  require_share(share);
  require_confidence(confidence);
  std::vector<double> lower;
  std::vector<double> upper;
  for (const auto& step : steps_) {
    const auto interval = limits(step, confidence, scale).value_or(Interval{.lower = undefined, .upper = undefined});
    lower.push_back(interval.lower);
    upper.push_back(interval.upper);
  }
  return {.lower = crossing(steps_, lower, 1 - share, rule), .upper = crossing(steps_, upper, 1 - share, rule)};
}

boost::optional<RestrictedMean> SurvivalCurve::restricted_mean(std::int64_t horizon) const {
  require_argument(horizon >= 0, "horizon", "0 or more", static_cast<double>(horizon));
  if (steps_.empty() || (horizon > steps_.back().time && steps_.back().survival > 0)) return {};
  // From the horizon back: the area behind each time is what its error weighs.
  auto area = 0.0;
  auto variance = 0.0;
  auto end = horizon;
  for (const auto& step : ranges::views::reverse(steps_)) {
    if (step.time > horizon) continue;
    area += step.survival * static_cast<double>(end - step.time);
    end = step.time;
    const auto left = step.at_risk - step.events;
    if (left > 0) {
      variance += area * area * static_cast<double>(step.events) /
                  (static_cast<double>(step.at_risk) * static_cast<double>(left));
    }
  }
  return RestrictedMean{.mean = area + static_cast<double>(end), .standard_error = std::sqrt(variance)};
}

}  // namespace earlyhelp
