#pragma once

#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/casework/staffing_plan.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/statistics/mean_interval.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// Whether a team can do what comes.
enum class StaffingState : std::uint8_t {
  no_capacity,  ///< nobody is ever at work: not a share of nought, but no share
  unstable,     ///< work comes at least as fast as it can be done, and the backlog grows as long as this lasts
  stable,
};

template <>
struct Names<StaffingState> {
  static constexpr std::array<std::string_view, 3> ids = {"no_capacity", "unstable", "stable"};
};

/// What a team of some size achieves.
struct StaffingEstimate {
  int practitioners;
  StaffingState state;
  double offered_hours_a_week;   ///< expected work, all of it
  double capacity_hours_a_week;  ///< expected hours at work, in the measured weeks

  /// Share of the families attended in the measured weeks whose first contact begins no later than promised.
  ///
  /// The interval is Student's over independent runs: families of one run wait behind each other, and an interval that
  /// took them for independent would be too narrow. None: without capacity; and unless two runs have a family. When
  /// unstable it holds for these weeks alone, and falls as they go on if contacts are not done first.
  boost::optional<MeanInterval> in_time = {};

  /// From attendance to the beginning of the first contact, over families and runs. Unit: hours. None: unless stable;
  /// when no family came; and when a measured family still waits four weeks after the measured ones.
  boost::optional<double> mean_wait_hours = {};

  /// The first answer of a formula to the same question: the wait of M/M/c, counted in hours at work, where all work of
  /// a family is one piece; the promise is as long as its share of the shifts in a week. It knows no nights, weekends
  /// or daily review, and no first contacts before other work. None: unless stable.
  boost::optional<double> in_time_by_formula = {};

  boost::optional<double> utilisation = {};  ///< share of hours at work that were worked; none without capacity
  double families_waiting = 0;               ///< attended and not contacted when the measured weeks end; mean over runs
  double hours_left = 0;                     ///< of work with the families attended by then; mean over runs

  /// How fast the work left grows in the long run; 0 when stable. Unit: hours in a week.
  double backlog_growth() const noexcept {
    return state == StaffingState::stable ? 0 : offered_hours_a_week - capacity_hours_a_week;
  }
};

/// What teams of `least` to `most` practitioners achieve under `plan`: a discrete-event simulation on the civil time
/// and the holidays of `calendar`.
///
/// Police attend incidents at random, more often at some hours of the week than at others. Each incident of the team's
/// share is a family. The promise runs from attendance; the team hears of the family at its `review`, or at once when
/// there is none. Whoever is at work takes the oldest work first. A family counts as contacted when its first contact
/// begins: what attempts and preparation take is part of the handling time. Every team size meets the same families,
/// work and absences, so that the difference between two sizes is not chance; one more practitioner never makes a
/// family wait longer. The same plan gives the same answer everywhere, but for the last digits of a logarithm.
///
/// None:   not covered: a day from the warm-up to four weeks after the measured ones is one that `calendar` does not
///         know and on which that matters.
/// Throws: std::invalid_argument naming the member of `plan` that is out of range; a promise that can last longer than
///         four weeks; and unless 0 <= `least` <= `most`.
/// Source: Law, A. M. (2015), Simulation Modeling and Analysis, chapters 9 (replications) and 11 (common random
///         numbers), for the method.
boost::optional<std::vector<StaffingEstimate>> simulate_staffing(const StaffingPlan& plan, int least, int most,
                                                                 const Calendar& calendar);

}  // namespace earlyhelp
