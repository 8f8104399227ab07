#include <earlyhelp/statistics/regression_to_mean.hpp>

#include "argument.hpp"

#include <boost/math/special_functions/beta.hpp>

#include <cmath>
#include <numbers>

namespace earlyhelp {
namespace {

void require_valid(const RepeatedCount& count, int least) {
  require_positive("shape", count.shape);
  require_positive("rate", count.rate);
  require_positive("before", count.before);
  require_positive("after", count.after);
  require_argument(least >= 0, "events", "0 or more", least);
}

/// P(X >= least) when X is negative binomial: so many successes of probability `p` before `shape` failures.
double at_least(int least, double shape, double p) {
  return least <= 0 ? 1 : boost::math::ibeta(static_cast<double>(least), shape, p);
}

}  // namespace

boost::optional<SelectedScore> selected_score(const RepeatedScore& score, double cut_off) {
  require_argument(std::isfinite(score.mean), "mean", "a finite number", score.mean);
  require_positive("deviation", score.deviation);
  require_argument(score.correlation >= -1 && score.correlation <= 1, "correlation", "-1 to 1", score.correlation);
  require_argument(std::isfinite(cut_off), "cut_off", "a finite number", cut_off);
  const auto k = (cut_off - score.mean) / score.deviation;
  const auto selected = std::erfc(k / std::numbers::sqrt2) / 2;
  if (selected <= 0) return {};
  const auto density = std::exp(-k * k / 2) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
  const auto excess = score.deviation * density / selected;
  return SelectedScore{.first = score.mean + excess, .second = score.mean + score.correlation * excess};
}

boost::optional<SelectedCount> selected_count(const RepeatedCount& count, int least) {
  require_valid(count, least);
  const auto [shape, rate, before, after] = count;
  const auto share = at_least(least, shape, before / (rate + before));
  if (share <= 0) return {};
  // Weighted by their own number, those with k events are negative binomial again, with one failure more.
  const auto events = shape / rate * before * at_least(least - 1, shape + 1, before / (rate + before)) / share;
  const auto none = std::pow(rate / (rate + after), shape) * at_least(least, shape, before / (rate + before + after));
  return SelectedCount{.share = share,
                       .events_before = events,
                       .events_after = (shape + events) / (rate + before) * after,
                       .none_after = none / share};
}

SelectedCount expected_after(const RepeatedCount& count, int events) {
  require_valid(count, events);
  const auto [shape, rate, before, after] = count;
  const auto share =
      at_least(events, shape, before / (rate + before)) - at_least(events + 1, shape, before / (rate + before));
  return {.share = share,
          .events_before = static_cast<double>(events),
          .events_after = (shape + events) / (rate + before) * after,
          .none_after = std::pow((rate + before) / (rate + before + after), shape + events)};
}

}  // namespace earlyhelp
