#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/issue.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/period.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// Why somebody can take no work at all, however little they have.
enum class NoCapacity : std::uint8_t {
  absent,
  no_hours,  ///< none, or too few for one slot
};

template <>
struct Names<NoCapacity> {
  static constexpr std::array<std::string_view, 2> ids = {"absent", "no_hours"};
};

/// How much work a practitioner can take, in slots: one is the work of a case of weight 1. Having no capacity is a
/// state of its own, never a load of 0 %.
class Capacity {
 public:
  /// Of somebody who works `slots` slots, of which `taken` are taken; more than all may be.
  ///
  /// Throws: std::invalid_argument unless `slots` > 0 and `taken` >= 0.
  Capacity(int slots, int taken);
  Capacity(NoCapacity why) noexcept : why_none_{why} {}

  /// None: there is capacity, taken or not.
  boost::optional<NoCapacity> why_none() const noexcept { return why_none_; }
  /// Slots that are not taken; 0 without capacity.
  int free() const noexcept { return taken_ < slots_ ? slots_ - taken_ : 0; }
  /// The share of the slots that is taken.
  ///
  /// Unit: proportion; above 1 when more is taken than the hours allow.
  /// None: without capacity.
  boost::optional<double> load() const noexcept;

  friend bool operator==(const Capacity&, const Capacity&) = default;

 private:
  int slots_ = 0;
  int taken_ = 0;
  boost::optional<NoCapacity> why_none_ = {};
};

/// When somebody works.
struct WorkingTime {
  int minutes_a_week;
  std::vector<Period> absences = {};  ///< leave, sickness, training; both days included

  friend bool operator==(const WorkingTime&, const WorkingTime&) = default;
};

/// Every number and choice of sharing the work out.
///
/// Source: library default.
struct AllocationPolicy {
  int full_time_minutes = 37 * 60;  ///< a week
  int full_time_slots = 15;         ///< that somebody who works so long has
  bool continuity_first = true;  ///< whoever knew the family before works with it again where it costs nobody a place

  friend bool operator==(const AllocationPolicy&, const AllocationPolicy&) = default;
};

/// What is the matter with `policy`; empty when it can be used: a number below 1.
std::vector<Issue> check(const AllocationPolicy& policy);

/// What somebody who works as `time` says, and has work for `taken` slots, can take on `day`: slots by the share of
/// full time, rounded down. Part-time hours are never rounded up into work that nobody has time for.
///
/// With the default policy 18 h 30 a week are 7 slots of 15; 2 hours are none.
///
/// Requires: check(policy) has no objection.
/// Throws: std::invalid_argument for hours below 0 or past those of a week (10,080 minutes), and for `taken` below 0.
Capacity capacity_on(const WorkingTime& time, int taken, const AllocationPolicy& policy, Date day);

}  // namespace earlyhelp
