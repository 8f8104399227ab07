#include <earlyhelp/outcomes/school_absence.hpp>

#include "outcomes/missed_share.hpp"
#include "statistics/argument.hpp"

namespace earlyhelp {

boost::optional<Absence> absence(const SchoolSessions& sessions, const AbsenceRule& rule) {
  require_argument(rule.least_possible >= 0, "least_possible", "0 or more", rule.least_possible);
  require_percent("persistent_percent", rule.persistent_percent);
  require_percent("severe_percent", rule.severe_percent);
  require_argument(rule.persistent_percent <= rule.severe_percent, "severe_percent", "no less than the persistent one",
                   rule.severe_percent);
  const auto share = missed(sessions);
  if (share.total == 0) return {};
  return Absence{.missed = share,
                 .is_persistent = is_at_least(share, rule.persistent_percent),
                 .is_severe = is_at_least(share, rule.severe_percent),
                 .is_short = share.total < rule.least_possible};
}

boost::optional<int> persistent_percent(int year) noexcept {
  constexpr auto first_with_20 = 2005;
  constexpr auto first_with_15 = 2010;
  constexpr auto first_with_10 = 2015;
  if (year >= first_with_10) return 10;
  if (year >= first_with_15) return 15;
  if (year >= first_with_20) return 20;
  return {};
}

}  // namespace earlyhelp
