#pragma once

#include "staffing_span.hpp"

#include <boost/optional/optional.hpp>

#include <span>
#include <vector>

namespace earlyhelp {

/// A time at work without a break, the end excluded.
struct Stretch {
  Seconds begin;
  Seconds end;
};

/// From `at` on, so many more, or fewer, are at work.
struct PresenceStep {
  Seconds at;
  int change;
};

/// When somebody on `shift` ought to be at work. None: not covered.
boost::optional<std::vector<Stretch>> roster(const Shift& shift, const StaffingSpan& span, const Calendar& calendar);

/// How much of `stretches` is measured.
Seconds measured(std::span<const Stretch> stretches, const StaffingSpan& span) noexcept;

/// `roster` without the days on which practitioner number `practitioner` is absent in this run.
std::vector<Stretch> without_absences(std::span<const Stretch> roster, const StaffingPlan& plan, int run,
                                      int practitioner);

/// Adds one practitioner's stretches to the steps of the others, in the order of time; no two steps are at the same
/// time.
void add_presence(std::vector<PresenceStep>& steps, std::span<const Stretch> stretches);

}  // namespace earlyhelp
