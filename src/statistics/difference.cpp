#include <earlyhelp/statistics/difference.hpp>

#include "no_likelier.hpp"
#include "normal.hpp"

#include <algorithm>
#include <cmath>

namespace earlyhelp {
namespace {

/// The four cells of two groups.
struct Cells {
  double yes_one;
  double no_one;
  double yes_other;
  double no_other;

  double one() const { return yes_one + no_one; }
  double other() const { return yes_other + no_other; }
  double yes() const { return yes_one + yes_other; }
  double no() const { return no_one + no_other; }
  double all() const { return one() + other(); }
  /// How far the first cell is from what it would be without a difference, times all.
  double cross() const { return yes_one * no_other - yes_other * no_one; }
};

Cells cells_of(const Proportion& one, const Proportion& other) {
  return {.yes_one = static_cast<double>(one.count),
          .no_one = static_cast<double>(one.total - one.count),
          .yes_other = static_cast<double>(other.count),
          .no_other = static_cast<double>(other.total - other.count)};
}

/// None: when a margin is empty, and there is nothing to test.
boost::optional<Cells> testable(const Proportion& one, const Proportion& other) {
  if (!share(one) || !share(other)) return {};
  const auto cells = cells_of(one, other);
  if (cells.yes() == 0 || cells.no() == 0) return {};
  return cells;
}

/// A ratio with limits at a factor of exp(z * error).
RatioEstimate ratio_with_limits(double ratio, double variance_of_log, double confidence) {
  const auto factor = std::exp(normal_reach(confidence) * std::sqrt(variance_of_log));
  return {.ratio = ratio, .interval = Interval{.lower = ratio / factor, .upper = ratio * factor}};
}

}  // namespace

boost::optional<double> difference(const Proportion& one, const Proportion& other) {
  const auto p1 = share(one);
  const auto p2 = share(other);
  if (!p1 || !p2) return {};
  return *p1 - *p2;
}

boost::optional<Interval> newcombe(const Proportion& one, const Proportion& other, double confidence) {
  const auto first = wilson(one, confidence);
  const auto second = wilson(other, confidence);
  if (!first || !second) return {};
  const auto p1 = share(one).value();
  const auto p2 = share(other).value();
  return Interval{.lower = std::max(-1.0, p1 - p2 - std::hypot(p1 - first->lower, second->upper - p2)),
                  .upper = std::min(1.0, p1 - p2 + std::hypot(first->upper - p1, p2 - second->lower))};
}

boost::optional<TestResult> pooled_test(const Proportion& one, const Proportion& other) {
  const auto cells = testable(one, other);
  if (!cells) return {};
  const auto z =
      cells->cross() * std::sqrt(cells->all() / (cells->one() * cells->other() * cells->yes() * cells->no()));
  return TestResult{.statistic = z, .p = two_sided_p(z)};
}

boost::optional<TestResult> yates_test(const Proportion& one, const Proportion& other) {
  const auto cells = testable(one, other);
  if (!cells) return {};
  const auto distance = std::abs(cells->cross()) / cells->all();
  const auto corrected = distance - std::min(0.5, distance);
  const auto n = cells->all();
  const auto chi_square =
      corrected * corrected * n / cells->one() * n / cells->other() * n / cells->yes() / cells->no();
  return TestResult{.statistic = chi_square, .p = chi_square_p(chi_square)};
}

double fisher_p(const Proportion& one, const Proportion& other) {
  if (!testable(one, other)) return 1;
  const auto yes = one.count + other.count;
  const auto least = std::max<std::int64_t>(0, yes - other.total);
  const auto most = std::min(yes, one.total);
  return no_likelier(least, most, one.count, [&](std::int64_t k) {
    return static_cast<double>(yes - k) / static_cast<double>(k + 1) *
           (static_cast<double>(one.total - k) / static_cast<double>(other.total - yes + k + 1));
  });
}

boost::optional<RatioEstimate> risk_ratio(const Proportion& one, const Proportion& other, double confidence) {
  (void)normal_reach(confidence);
  const auto p1 = share(one);
  const auto p2 = share(other);
  if (!p1 || !p2 || other.count == 0) return {};
  const auto cells = cells_of(one, other);
  if (one.count == 0) return RatioEstimate{.ratio = 0, .interval = {}};
  const auto variance = cells.no_one / cells.yes_one / cells.one() + cells.no_other / cells.yes_other / cells.other();
  return ratio_with_limits(*p1 / *p2, variance, confidence);
}

boost::optional<RatioEstimate> odds_ratio(const Proportion& one, const Proportion& other, double confidence) {
  (void)normal_reach(confidence);
  if (!share(one) || !share(other)) return {};
  const auto cells = cells_of(one, other);
  if (cells.yes_one == 0 || cells.no_one == 0 || cells.yes_other == 0 || cells.no_other == 0) return {};
  const auto odds = cells.yes_one / cells.no_one / (cells.yes_other / cells.no_other);
  const auto variance = 1 / cells.yes_one + 1 / cells.no_one + 1 / cells.yes_other + 1 / cells.no_other;
  return ratio_with_limits(odds, variance, confidence);
}

}  // namespace earlyhelp
