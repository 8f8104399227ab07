#include "triage/due_clocks.hpp"

#include "triage/clock_order.hpp"
#include "triage/decided_policy.hpp"
#include "triage/duty_clocks.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

CellSet cells_of(const DueClocks& clocks, const DueClocks::Entry& like, CellSets& sets) {
  for (const auto& entry : clocks.entries()) {
    if (entry.duty == like.duty && entry.clock == like.clock) return entry.cells;
  }
  return sets.none();
}

}  // namespace

DueClocks::DueClocks(const Policy& policy, std::span<const Rule> rules, const DecidedCells& decided) {
  const auto asked = [&](Duty duty) { return decided.asked[place_of(duty)]; };
  for (const auto duty : values_of<Duty>) add(duty, policy.clock(usual_clock(duty)), asked(duty));
  for (std::size_t i = 0; i < rules.size(); ++i) {
    constexpr auto every = Duties::of_bits((std::uint64_t{1} << count_of<Duty>)-1);
    for_each_clock_of(rules[i], every, [&](Duty duty, Parameter within) {
      add(duty, policy.clock(within), asked(duty) & decided.fired[i]);
    });
  }
  leave_out_later(policy.clock(Parameter::daily_review_at));
}

CellSet DueClocks::differing(const DueClocks& other, CellSets& sets) const {
  auto cells = sets.none();
  for (const auto& entry : entries_) cells |= entry.cells ^ cells_of(other, entry, sets);
  for (const auto& entry : other.entries_) cells |= entry.cells ^ cells_of(*this, entry, sets);
  return cells;
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
void DueClocks::leave_out_later(const DutyClock& review) {
  const auto all = entries_;
  for (std::size_t later = 0; later < all.size(); ++later) {
    for (std::size_t sooner = 0; sooner < all.size(); ++sooner) {
      const auto& [duty, clock, cells] = all[sooner];
      if (sooner == later || duty != all[later].duty || !is_never_later(clock, all[later].clock, review)) continue;
      if (later < sooner && is_never_later(all[later].clock, clock, review)) continue;
      entries_[later].cells = entries_[later].cells - cells;
    }
  }
}

}  // namespace earlyhelp
