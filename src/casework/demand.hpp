#pragma once

#include "staffing_span.hpp"

#include <boost/optional/optional.hpp>

#include <vector>

namespace earlyhelp {

/// A family that comes to the team, and the work that it will need.
struct FamilyWork {
  Seconds attended;
  Seconds known;  ///< to the team
  Seconds due;    ///< contacted then is in time
  Seconds contact;
  Seconds further;
};

/// When the team hears of a family, and until when it is contacted in time.
struct FamilyTimes {
  Seconds known;
  Seconds due;
};

/// Those of a family that was attended at `attended`. None: not covered.
boost::optional<FamilyTimes> times_of(const StaffingPlan& plan, Seconds attended, const Calendar& calendar);

/// How long the promise is on average, from attendance, over the incidents of the first measured week. Unit: seconds.
///
/// None: not covered.
boost::optional<double> mean_promise(const StaffingPlan& plan, const StaffingSpan& span, const Calendar& calendar);

/// The families of one run in the order in which they were attended. None: not covered.
boost::optional<std::vector<FamilyWork>> families_of_run(const StaffingPlan& plan, int run, const StaffingSpan& span,
                                                         const Calendar& calendar);

/// Expected work of one family. Unit: hours.
double expected_hours(const StaffingPlan& plan) noexcept;

/// Expected families in a week.
double families_a_week(const StaffingPlan& plan) noexcept;

}  // namespace earlyhelp
