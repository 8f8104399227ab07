#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/statistics/interval.hpp>
#include <earlyhelp/statistics/proportion.hpp>
#include <earlyhelp/statistics/rate.hpp>
#include <earlyhelp/statistics/survival.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace earlyhelp {

// Whether it happened again. That the police were not called again does not say that the abuse has stopped: calls are
// reporting. And whoever is followed because of a callout was chosen at a high point (regression_to_mean.hpp).

/// Somebody, or a family, from an index day on.
struct Followed {
  Date index;
  std::vector<Date> events = {};    ///< days, in any order; on the index day none counts
  boost::optional<Date> exit = {};  ///< moved away, died; none: followed to the cut-off
};

/// How long somebody was followed, and what happened.
struct FollowedTime {
  std::int64_t days;  ///< to the first event, or observed without any
  bool has_event;
  std::int64_t potential;  ///< days from index to cut-off
  std::int64_t observed;   ///< days from index to exit or cut-off
  std::int64_t events;     ///< in the days observed, after the index day
};

/// Unit:   days.
/// Throws: std::invalid_argument when the exit or the cut-off is before the index day.
FollowedTime followed_time(const Followed& followed, Date cut_off);

/// With fewer at risk a curve is marked: one event more or less would move it far, and can be seen to be somebody's.
///
/// Unit:   subjects.
/// Source: library default.
inline constexpr std::int64_t least_at_risk = 10;

/// What happened within so many days of the index day; the last of them belongs to it.
struct RecurrenceWindow {
  std::int64_t days;
  std::int64_t subjects;
  std::int64_t eligible;                 ///< could be followed that long: the cut-off is so far away, whatever happened
  std::int64_t repeated;                 ///< of the eligible
  std::int64_t lost;                     ///< of the eligible: exit before the window ended, without an event
  std::int64_t at_risk;                  ///< of all: followed and free of the event until just before its last day
  boost::optional<SurvivalAt> survival;  ///< of all, with log-log limits; none: nobody

  bool is_survival_known() const noexcept { return survival && !survival->is_beyond_last; }
  /// Whether nothing has happened up to its last day: the limits are then 1 and 1, and no certainty.
  bool is_without_events() const noexcept { return is_survival_known() && survival->survival >= 1; }
  /// Whether the curve is there, and of fewer than least_at_risk.
  bool is_of_few() const noexcept { return is_survival_known() && at_risk < least_at_risk; }
  /// Of those of whom it is known.
  Proportion share_repeated() const noexcept { return {.count = repeated, .total = eligible - lost}; }
  /// If nobody lost had an event, and if all had.
  ///
  /// None: nobody is eligible.
  boost::optional<Interval> bounds() const;
};

/// For each of `windows`, in their order. Everybody alike is eligible by the days that could be followed, never by what
/// happened; nobody is dropped from the curve.
///
/// Unit:   days.
/// Throws: as followed_time; unless every window is 1 or more and 0 < `confidence` < 1.
/// Source: Ministry of Justice, Guide to proven reoffending statistics (fixed follow-up); SafeLives, definition of a
///         repeat; Kaplan and Meier (1958).
std::vector<RecurrenceWindow> recurrence(std::span<const Followed> all, std::span<const std::int64_t> windows,
                                         Date cut_off, double confidence);

/// All events after the index days over the days observed, in years of 365.25 days. Events of one family come together:
/// limits that take them for independent are too narrow.
///
/// None: no day was observed.
boost::optional<Rate> events_per_year(std::span<const Followed> all, Date cut_off);

}  // namespace earlyhelp
