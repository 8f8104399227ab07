#include <earlyhelp/statistics/erlang.hpp>

#include "argument.hpp"
#include "erlang_step.hpp"

namespace earlyhelp {

double erlang_b(double offered_load, int servers) {
  require_not_negative("offered_load", offered_load);
  require_argument(servers >= 0, "servers", "0 or more", servers);
  auto blocked = 1.0;
  for (auto n = 0; n < servers && blocked > 0;) blocked = erlang_b_step(blocked, offered_load, ++n);
  return blocked;
}

boost::optional<double> erlang_c(double offered_load, int servers) {
  const auto blocked = erlang_b(offered_load, servers);
  if (offered_load >= servers) return {};
  return erlang_c_of(blocked, offered_load, servers);
}

}  // namespace earlyhelp
