#pragma once

#include <earlyhelp/outcomes/school_absence.hpp>

#include "statistics/argument.hpp"

namespace earlyhelp {

inline void require_percent(const char* name, int percent) {
  require_argument(percent >= 1 && percent <= 100, name, "1 to 100", percent);
}

/// The sessions missed, of those possible.
///
/// Throws: std::invalid_argument unless 0 <= attended <= possible <= 10^6.
inline Proportion missed(const SchoolSessions& sessions) {
  const auto [possible, attended] = sessions;
  require_argument(possible >= 0 && possible <= SchoolSessions::most, "possible", "0 to 10^6",
                   static_cast<double>(possible));
  require_argument(attended >= 0 && attended <= possible, "attended", "0 or more, and no more than possible",
                   static_cast<double>(attended));
  return {.count = possible - attended, .total = possible};
}

/// Whether `share` is `percent` or more. Requires: a share of somebody.
inline bool is_at_least(const Proportion& share, int percent) { return 100 * share.count >= percent * share.total; }

}  // namespace earlyhelp
