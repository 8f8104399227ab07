#include <earlyhelp/statistics/paired.hpp>

#include "argument.hpp"
#include "normal.hpp"

#include <earlyhelp/statistics/proportion.hpp>

#include <boost/math/special_functions/beta.hpp>

#include <algorithm>
#include <cmath>

namespace earlyhelp {
namespace {

void require_valid(const PairedCounts& counts) {
  for (const auto count : {counts.yes_yes, counts.yes_no, counts.no_yes, counts.no_no}) {
    require_argument(count >= 0, "counts", "0 or more each", static_cast<double>(count));
  }
}

/// Those who changed one way, and the other.
struct Changed {
  std::int64_t fewer;
  std::int64_t more;

  std::int64_t all() const { return fewer + more; }
};

Changed changed(const PairedCounts& counts) {
  require_valid(counts);
  return {.fewer = std::min(counts.yes_no, counts.no_yes), .more = std::max(counts.yes_no, counts.no_yes)};
}

boost::optional<TestResult> mcnemar(const PairedCounts& counts, std::int64_t correction) {
  const auto who = changed(counts);
  if (who.all() == 0) return {};
  const auto distance = static_cast<double>(std::max<std::int64_t>(0, who.more - who.fewer - correction));
  const auto chi_square = distance * distance / static_cast<double>(who.all());
  return TestResult{.statistic = chi_square, .p = chi_square_p(chi_square)};
}

/// P(Binomial(n, 1/2) <= k). Requires: 0 <= k < n.
double half_tail(std::int64_t k, std::int64_t n) {
  return boost::math::ibetac(static_cast<double>(k + 1), static_cast<double>(n - k), 0.5);
}

/// The correlation of before and after, with its continuity correction; 0 when one of them does not vary.
double correlation(const PairedCounts& counts) {
  const auto a = static_cast<double>(counts.yes_yes);
  const auto b = static_cast<double>(counts.yes_no);
  const auto c = static_cast<double>(counts.no_yes);
  const auto d = static_cast<double>(counts.no_no);
  const auto margins = (a + b) * (c + d) * (a + c) * (b + d);
  if (margins == 0) return 0;
  const auto cross = a * d - b * c;
  return (cross > 0 ? std::max(0.0, cross - (a + b + c + d) / 2) : cross) / std::sqrt(margins);
}

/// The third side of a triangle of two, by the cosine of the angle between them.
double third_side(double one, double other, double cosine) {
  return std::sqrt(std::max(0.0, one * one - 2 * cosine * one * other + other * other));
}

}  // namespace

boost::optional<TestResult> mcnemar(const PairedCounts& counts) { return mcnemar(counts, 0); }

boost::optional<TestResult> mcnemar_corrected(const PairedCounts& counts) { return mcnemar(counts, 1); }

double mcnemar_exact_p(const PairedCounts& counts) {
  const auto who = changed(counts);
  if (who.fewer == who.more) return 1;
  return std::min(1.0, 2 * half_tail(who.fewer, who.all()));
}

double mcnemar_mid_p(const PairedCounts& counts) {
  const auto who = changed(counts);
  if (who.fewer == who.more) return 1;
  const auto below = who.fewer == 0 ? 0 : half_tail(who.fewer - 1, who.all());
  return half_tail(who.fewer, who.all()) + below;
}

boost::optional<double> paired_difference(const PairedCounts& counts) {
  require_valid(counts);
  const auto total = counts.yes_yes + counts.yes_no + counts.no_yes + counts.no_no;
  if (total == 0) return {};
  return static_cast<double>(counts.yes_no - counts.no_yes) / static_cast<double>(total);
}

boost::optional<Interval> newcombe_paired(const PairedCounts& counts, double confidence) {
  require_confidence(confidence);
  const auto d = paired_difference(counts);
  if (!d) return {};
  const auto total = counts.yes_yes + counts.yes_no + counts.no_yes + counts.no_no;
  const Proportion before{.count = counts.yes_yes + counts.yes_no, .total = total};
  const Proportion after{.count = counts.yes_yes + counts.no_yes, .total = total};
  const auto p1 = share(before).value();
  const auto p2 = share(after).value();
  const auto first = wilson(before, confidence).value();
  const auto second = wilson(after, confidence).value();
  const auto phi = correlation(counts);
  return Interval{.lower = std::max(-1.0, *d - third_side(p1 - first.lower, second.upper - p2, phi)),
                  .upper = std::min(1.0, *d + third_side(first.upper - p1, p2 - second.lower, phi))};
}

}  // namespace earlyhelp
