#pragma once

#include <earlyhelp/indicators/indicator.hpp>

#include <array>

namespace earlyhelp {

/// Helped at the first incident that the police recorded between the two: the victim was spoken with within 28 days of
/// it, and before there was a second. Everybody alike is asked only when these days and `recording_lag_days` more have
/// passed: a second incident may be recorded late.
///
/// Source: library default.
extern const Indicator helped_at_first_callout;

/// No further incident between the two on record within 30, 90, 180 and 365 days after anybody of the family was
/// first spoken with; on that day itself none counts. Everybody alike is asked only when that many days and
/// `recording_lag_days` more have passed, whatever has happened; whoever moved away before, without another incident,
/// is lost, even if a later case of theirs begins. Of two of whom no incident had been recorded by the end of the day
/// of first contact nothing is known, whatever is recorded afterwards: whoever came in by a later callout would be
/// counted for having had one.
///
/// Calls to the police are reporting: fewer of them is not less abuse, and more can be trust. And whoever came because
/// of a callout has fewer of them afterwards with nothing done: see callout_follow_up().
///
/// Source: Ministry of Justice, Guide to proven reoffending statistics (fixed follow-up, time for late records);
///         SafeLives, definition of a repeat (the same victim and perpetrator).
extern const std::array<Indicator, 4> no_further_callout;

/// How late an incident may be recorded and still be counted; the indicators say it in what they ask.
///
/// Unit:   days.
/// Source: library default.
inline constexpr int recording_lag_days = 30;

}  // namespace earlyhelp
