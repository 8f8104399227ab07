#pragma once

#include <earlyhelp/calendar/time_zone.hpp>
#include <earlyhelp/date.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/parameter.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/source.hpp>

#include <boost/date_time/posix_time/posix_time_types.hpp>
#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// When a practitioner is at work, in local civil time; on a night of change the shift is an hour longer or shorter.
struct Shift {
  std::array<bool, 7> days = {true, true, true, true, true, false, false};  ///< Monday first
  Duration begin = boost::posix_time::hours{9};
  Duration end = boost::posix_time::hours{17};  ///< up to 24:00, the end of the day
  bool works_on_holidays = false;

  friend bool operator==(const Shift&, const Shift&) = default;
};

/// How handling times vary around their mean: not at all, or as one of two distributions.
enum class HandlingSpread : std::uint8_t { constant, exponential, lognormal };

template <>
struct Names<HandlingSpread> {
  static constexpr std::array<std::string_view, 3> ids = {"constant", "exponential", "lognormal"};
};

/// How long one piece of work takes, in hours at work.
struct HandlingTime {
  double mean_hours;
  HandlingSpread spread = HandlingSpread::lognormal;
  double variation = 1;  ///< standard deviation over mean; of lognormal times only

  friend bool operator==(const HandlingTime&, const HandlingTime&) = default;
};

/// What a team does first. In both orders the oldest goes first, and work that is open when a shift ends is taken up by
/// whoever is there next.
enum class WorkOrder : std::uint8_t {
  contacts_first,  ///< a first contact interrupts the work behind earlier ones
  case_by_case,    ///< a family's work is ended before the next family is contacted
};

template <>
struct Names<WorkOrder> {
  static constexpr std::array<std::string_view, 2> ids = {"contacts_first", "case_by_case"};
};

/// Of local civil time.
constexpr std::size_t hours_in_a_week = 7 * 24;

/// How many incidents there are in each local hour of a week, in proportion to each other; hour 0 begins with Monday.
using HourWeights = std::array<double, hours_in_a_week>;

/// More in the evening, at night and at the weekend than on a weekday morning: a library default without a source, to
/// be replaced by the hours of a force's own record.
HourWeights default_hour_weights() noexcept;

/// What a staffing simulation is asked. What is published says so, every other default is an assumption of this
/// library, and `assumptions_of` lists them with their sources; the clocks come from a policy.
struct StaffingPlan {
  Date first_day;                 ///< of what is measured
  DutyClock promise;              ///< there is one moment of attendance, and a promise from the report runs from it
  boost::optional<Clock> review;  ///< when the team hears of a family, from attendance; none: at once
  int weeks = 52;                 ///< measured
  int warm_up_weeks = 8;          ///< simulated before, and not measured: a team does not begin with nothing to do
  int runs = 20;                  ///< independent replications
  std::uint64_t seed = 1;
  double incidents_a_day = 40;  ///< that police attended; published for Northamptonshire, 2022
  double team_share = 0.65;     ///< of them: graded standard, and so the team's; assumed
  HourWeights hour_weights = default_hour_weights();
  HandlingTime first_contact = {.mean_hours = 0.5};  ///< preparing and attempts included; assumed
  double further_work_share = 0.4;                   ///< of families; published: the others needed advice only
  HandlingTime further_work = {.mean_hours = 3};     ///< behind the first contact; assumed
  std::vector<Shift> shifts = {Shift{}};             ///< practitioners take them in turn
  double absence_share = 0.2;  ///< of days at work lost to leave, illness, training and meetings; assumed
  WorkOrder order = WorkOrder::contacts_first;
  double confidence = 0.95;
};

/// A plan with the defaults, under the promise and the daily review that `policy` has.
StaffingPlan staffing_plan(const Policy& policy, Date first_day);

/// A number that a simulation rests on, so that nobody takes it for a finding.
struct StaffingAssumption {
  std::string_view what;
  double value;
  bool is_published;  ///< false: an assumption, of this library or of who made the plan
  Source source;
};

/// All of them, with their values in `plan`. Requires: hour_weights that are not all 0.
std::vector<StaffingAssumption> assumptions_of(const StaffingPlan& plan);

}  // namespace earlyhelp
