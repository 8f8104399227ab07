#include "triage/due_clocks.hpp"

#include "triage/clock_order.hpp"
#include "triage/decided_policy.hpp"
#include "triage/duty_clocks.hpp"

#include <algorithm>

namespace earlyhelp {

DueClocks::DueClocks(const Policy& policy, std::span<const Rule> rules, const DecidedCells& decided)
    : review_{policy.clock(Parameter::daily_review_at)} {
  const auto asked = [&](Duty duty) { return decided.asked[place_of(duty)]; };
  for (const auto duty : values_of<Duty>) add(duty, policy.clock(usual_clock(duty)), asked(duty));
  for (std::size_t i = 0; i < rules.size(); ++i) {
    constexpr auto every = Duties::of_bits((std::uint64_t{1} << count_of<Duty>)-1);
    for_each_clock_of(rules[i], every, [&](Duty duty, Parameter within) {
      add(duty, policy.clock(within), asked(duty) & decided.fired[i]);
    });
  }
  leave_out_later();
}

CellSet DueClocks::differing(const DueClocks& other, CellSets& sets) const {
  auto cells = sets.none();
  for (const auto duty : values_of<Duty>) cells |= differing(duty, other, sets);
  return cells;
}

CellSet DueClocks::differing(Duty duty, const DueClocks& other, CellSets& sets) const {
  auto cells = sets.none();
  for (const auto& entry : entries_) {
    if (entry.duty == duty) cells |= entry.cells ^ other.cells_of(entry, review_, sets);
  }
  for (const auto& entry : other.entries_) {
    if (entry.duty == duty) cells |= entry.cells ^ cells_of(entry, other.review_, sets);
  }
  return cells;
}

/// Where a duty is due by the clock of `like`, which knows of a daily review by `review`.
CellSet DueClocks::cells_of(const Entry& like, const DutyClock& review, CellSets& sets) const {
  if (like.clock.start == ClockStart::daily_review && review != review_) return sets.none();
  for (const auto& entry : entries_) {
    if (entry.duty == like.duty && entry.clock == like.clock) return entry.cells;
  }
  return sets.none();
}

void DueClocks::add(Duty duty, const DutyClock& clock, CellSet cells) {
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.duty == duty && entry.clock == clock; });
  if (found == entries_.end()) {
    entries_.push_back({.duty = duty, .clock = clock, .cells = cells});
  } else {
    found->cells |= cells;
  }
}

/// Of two clocks of which neither is ever later, the first stays.
void DueClocks::leave_out_later() {
  const auto all = entries_;
  for (std::size_t later = 0; later < all.size(); ++later) {
    for (std::size_t sooner = 0; sooner < all.size(); ++sooner) {
      const auto& [duty, clock, cells] = all[sooner];
      if (sooner == later || duty != all[later].duty || !is_never_later(clock, all[later].clock, review_)) continue;
      if (later < sooner && is_never_later(all[later].clock, clock, review_)) continue;
      entries_[later].cells = entries_[later].cells - cells;
    }
  }
}

}  // namespace earlyhelp
