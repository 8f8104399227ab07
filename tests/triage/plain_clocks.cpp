#include "support/plain_cases.hpp"

#include <algorithm>

namespace earlyhelp::test {
namespace {

/// Minutes that pass before `clock` ends, at least. A working day begins after midnight, ends at 17:00, and may be the
/// one on which the clocks go forward.
std::int64_t least_minutes(const Clock& clock) {
  const std::int64_t amount = clock.amount;
  if (clock.kind == ClockKind::working_days) return ((amount - 1) * 24 + 17 - 1) * 60;
  return clock.kind == ClockKind::clock_hours || clock.kind == ClockKind::working_hours ? amount * 60 : 0;
}

bool is_plainly_in_time(const DutyClock& before, const DutyClock& after) {
  if (before == after) return true;
  if (after.start != before.start && after.start != ClockStart::report) return false;
  if (after.clock.kind == before.clock.kind) return after.clock.amount <= before.clock.amount;
  return after.clock.kind == ClockKind::clock_hours && after.clock.amount * 60 <= least_minutes(before.clock);
}

}  // namespace

std::vector<DutyClock> clocks_of(const Decision& decision, Duties duties, const Policy& policy) {
  std::vector<DutyClock> clocks;
  for (const auto duty : decision.known.duties& duties) {
    clocks.push_back(policy.clock(usual_clock(duty)));
    for (const auto reason : decision.known.reasons) {
      for (const auto& clause : policy.rule(reason).duties) {
        if (clause.within && clause.duties.contains(duty)) clocks.push_back(policy.clock(*clause.within));
      }
    }
  }
  return clocks;
}

bool is_plainly_in_time(const std::vector<DutyClock>& before, const std::vector<DutyClock>& after) {
  return std::all_of(before.begin(), before.end(), [&](const DutyClock& old) {
    return std::any_of(after.begin(), after.end(), [&](const DutyClock& now) { return is_plainly_in_time(old, now); });
  });
}

}  // namespace earlyhelp::test
