#include "per_cent.hpp"

#include <cmath>

namespace earlyhelp::io {

std::string per_cent(double share) {
  constexpr long all = 100;
  const auto rounded = std::lround(share * all);
  if (rounded == 0 && share > 0) return "under 1 %";
  if (rounded == all && share < 1) return "over 99 %";
  return std::to_string(rounded) + " %";
}

}  // namespace earlyhelp::io
