#pragma once

#include "demand.hpp"
#include "presence.hpp"

#include <cstddef>
#include <span>

namespace earlyhelp {

/// What happened in one run with one team.
struct TeamRun {
  std::size_t families = 0;  ///< attended in the measured weeks; so are the next three
  std::size_t in_time = 0;
  std::size_t never_contacted = 0;  ///< still not when the run ends
  double waited = 0;                ///< by those contacted; seconds
  std::size_t waiting = 0;          ///< attended and not contacted when the measured weeks end
  Seconds left = 0;                 ///< work with all families attended by then
  Seconds worked = 0;               ///< in the measured weeks, by all practitioners
};

/// Lets a team whose presence is `steps` do the work of `families`, event by event.
TeamRun run_team(std::span<const FamilyWork> families, std::span<const PresenceStep> steps, WorkOrder order,
                 const StaffingSpan& span);

}  // namespace earlyhelp
