#include <earlyhelp/statistics/reliable_change.hpp>

#include "argument.hpp"
#include "normal.hpp"

#include <cmath>
#include <stdexcept>

namespace earlyhelp {

bool is_sound(const ScoreSpread& spread) noexcept {
  const auto [deviation, reliability] = spread;
  return std::isfinite(deviation) && deviation > 0 && reliability >= 0 && reliability <= 1;
}

ReliableChange reliable_change(double before, double after, const ScoreSpread& spread) {
  constexpr auto published_limit = 1.96;
  require_argument(std::isfinite(before), "before", "a finite number", before);
  require_argument(std::isfinite(after), "after", "a finite number", after);
  if (!is_sound(spread))
    throw std::invalid_argument{"spread: needs a deviation above 0, and a reliability from 0 to 1"};
  const auto error = spread.deviation * std::sqrt(2 * (1 - spread.reliability));
  const auto change = after - before;
  ReliableChange result{
      .error = error, .index = {}, .smallest = normal_reach(0.95) * error, .kind = ChangeKind::no_reliable_change};
  if (error > 0) result.index = change / error;
  if (std::abs(change) > published_limit * error) {
    result.kind = change < 0 ? ChangeKind::reliable_decrease : ChangeKind::reliable_increase;
  }
  return result;
}

}  // namespace earlyhelp
