#include <earlyhelp/statistics/queue.hpp>

#include "argument.hpp"
#include "erlang_step.hpp"
#include "queue_load.hpp"

#include <earlyhelp/statistics/erlang.hpp>

#include <algorithm>
#include <cmath>

namespace earlyhelp {
namespace {

void require_time(double t) { require_argument(t >= 0, "t", "0 or more", t); }

/// Requires: `drain` is finite and above 0; then an infinite time has probability 0.
double beyond(double probability, double drain, double t) { return probability * std::exp(-drain * t); }

}  // namespace

double checked_offered_load(const QueueLoad& load) {
  require_not_negative("arrival_rate", load.arrival_rate);
  require_positive("mean_handling_time", load.mean_handling_time);
  require_argument(load.servers >= 1, "servers", "1 or more", load.servers);
  const auto offered_load = load.arrival_rate * load.mean_handling_time;
  require_argument(std::isfinite(offered_load), "arrival_rate", "a finite product with mean_handling_time",
                   load.arrival_rate);
  return offered_load;
}

double Waits::probability_beyond(double t) const {
  require_time(t);
  return beyond(probability_, drain_rate_, t);
}

double Waits::percentile(double share) const {
  require_argument(share >= 0 && share < 1, "share", "0 or more and less than 1", share);
  return probability_ <= 1 - share ? 0 : std::log(probability_ / (1 - share)) / drain_rate_;
}

QueueState queue_state(const QueueLoad& load) {
  const auto offered_load = checked_offered_load(load);
  const double servers = load.servers;
  QueueState state{.utilisation = offered_load / servers};
  if (const auto waiting = erlang_c(offered_load, load.servers)) {
    state.waits = Waits{*waiting, drain_rate(servers, offered_load, load.mean_handling_time), load.arrival_rate};
  } else {
    state.backlog_growth_rate = std::max(0.0, load.arrival_rate - servers / load.mean_handling_time);
  }
  return state;
}

int smallest_servers(double arrival_rate, double mean_handling_time, double t, double target) {
  constexpr auto too_much = 1e9;
  const auto offered_load = checked_offered_load({arrival_rate, mean_handling_time, 1});
  require_argument(offered_load < too_much, "arrival_rate", "less than 10^9 servers' work", arrival_rate);
  require_time(t);
  require_argument(target > 0 && target < 1, "target", "more than 0 and less than 1", target);

  const auto is_enough = [&](double blocked, double servers) {
    return servers > offered_load && beyond(erlang_c_of(blocked, offered_load, servers),
                                            drain_rate(servers, offered_load, mean_handling_time), t) <= target;
  };
  auto servers = 1;
  auto blocked = erlang_b_step(1, offered_load, servers);
  while (!is_enough(blocked, servers)) blocked = erlang_b_step(blocked, offered_load, ++servers);
  return servers;
}

}  // namespace earlyhelp
