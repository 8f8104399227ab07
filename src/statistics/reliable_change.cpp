#include <earlyhelp/statistics/reliable_change.hpp>

#include "argument.hpp"
#include "normal.hpp"

#include <cmath>

namespace earlyhelp {

ReliableChange reliable_change(double before, double after, const ScoreSpread& spread) {
  constexpr auto published_limit = 1.96;
  require_argument(std::isfinite(before), "before", "a finite number", before);
  require_argument(std::isfinite(after), "after", "a finite number", after);
  require_positive("deviation", spread.deviation);
  require_argument(spread.reliability >= 0 && spread.reliability < 1, "reliability", "0 or more and below 1",
                   spread.reliability);
  const auto error = spread.deviation * std::sqrt(2 * (1 - spread.reliability));
  const auto index = (after - before) / error;
  const auto kind = std::abs(index) <= published_limit ? ChangeKind::no_reliable_change
                    : index < 0                        ? ChangeKind::reliable_decrease
                                                       : ChangeKind::reliable_increase;
  return {.error = error, .index = index, .smallest = normal_reach(0.95) * error, .kind = kind};
}

}  // namespace earlyhelp
