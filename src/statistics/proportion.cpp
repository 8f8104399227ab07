#include <earlyhelp/statistics/proportion.hpp>

#include "argument.hpp"
#include "normal.hpp"

#include <boost/math/special_functions/beta.hpp>

#include <cmath>

namespace earlyhelp {
namespace {

void require_valid(const Proportion& proportion) {
  require_argument(proportion.count >= 0, "count", "0 or more", static_cast<double>(proportion.count));
  require_argument(proportion.count <= proportion.total, "count", "no more than the total",
                   static_cast<double>(proportion.count));
}

}  // namespace

boost::optional<double> share(const Proportion& proportion) {
  require_valid(proportion);
  if (proportion.total == 0) return {};
  return static_cast<double>(proportion.count) / static_cast<double>(proportion.total);
}

boost::optional<Interval> wilson(const Proportion& proportion, double confidence) {
  const auto z = normal_reach(confidence);
  const auto p = share(proportion);
  if (!p) return {};
  const auto x = static_cast<double>(proportion.count);
  const auto n = static_cast<double>(proportion.total);
  const auto reach = z * std::sqrt(z * z + 4 * x * (1 - *p));
  const auto width = 2 * (n + z * z);
  // Rounding would leave the ends beside what they are exactly.
  return Interval{.lower = proportion.count == 0 ? 0 : (2 * x + z * z - reach) / width,
                  .upper = proportion.count == proportion.total ? 1 : (2 * x + z * z + reach) / width};
}

boost::optional<Interval> clopper_pearson(const Proportion& proportion, double confidence) {
  require_confidence(confidence);
  if (!share(proportion)) return {};
  const auto x = static_cast<double>(proportion.count);
  const auto others = static_cast<double>(proportion.total - proportion.count);
  const auto tail = (1 - confidence) / 2;
  return Interval{.lower = x == 0 ? 0 : boost::math::ibeta_inv(x, others + 1, tail),
                  .upper = others == 0 ? 1 : boost::math::ibetac_inv(x + 1, others, tail)};
}

}  // namespace earlyhelp
