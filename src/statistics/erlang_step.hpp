#pragma once

namespace earlyhelp {

/// Erlang B with `servers`, from `blocked`, that with one server fewer. Every term is positive: nothing cancels.
constexpr double erlang_b_step(double blocked, double offered_load, double servers) noexcept {
  return offered_load * blocked / (servers + offered_load * blocked);
}

/// Erlang C from `blocked`, Erlang B. Requires: `offered_load` < `servers`.
constexpr double erlang_c_of(double blocked, double offered_load, double servers) noexcept {
  return servers * blocked / ((servers - offered_load) + offered_load * blocked);
}

}  // namespace earlyhelp
