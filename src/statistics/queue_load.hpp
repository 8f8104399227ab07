#pragma once

#include <earlyhelp/statistics/queue.hpp>

#include <algorithm>
#include <limits>

namespace earlyhelp {

/// Arrival rate times mean handling time. Throws: std::invalid_argument as queue_state says.
double checked_offered_load(const QueueLoad& load);

/// How much faster work can be ended than it comes while all servers are busy, in arrivals; negative when slower, 0
/// only when `servers` == `offered_load`. Always finite.
inline double drain_rate(double servers, double offered_load, double mean_handling_time) noexcept {
  constexpr auto most = std::numeric_limits<double>::max();
  return std::clamp((servers - offered_load) / mean_handling_time, -most, most);
}

}  // namespace earlyhelp
