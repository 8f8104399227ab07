#pragma once

#include "triage/cells.hpp"

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/policy/rule.hpp>

#include <span>
#include <vector>

namespace earlyhelp {

/// By which clocks the duties of every cell are due: the earliest of those that hold for a duty counts, as in
/// due_times(). A clock that is never earlier than another of the same duty is left out where that one holds.
class DueClocks {
 public:
  struct Entry {
    Duty duty;
    DutyClock clock;
    CellSet cells;
  };

  /// `decided` is what `rules` decide as known, under the numbers of `policy`.
  DueClocks(const Policy& policy, std::span<const Rule> rules, const DecidedCells& decided);

  const std::vector<Entry>& entries() const noexcept { return entries_; }
  /// The cells in which a duty has other clocks than in `other`, or the same from a daily review at another time.
  CellSet differing(const DueClocks& other, CellSets& sets) const;
  /// The same of one duty.
  CellSet differing(Duty duty, const DueClocks& other, CellSets& sets) const;

 private:
  void add(Duty duty, const DutyClock& clock, CellSet cells);
  void leave_out_later();
  CellSet cells_of(const Entry& like, const DutyClock& review, CellSets& sets) const;
  DutyClock review_;
  std::vector<Entry> entries_;  // one for each duty and clock
};

}  // namespace earlyhelp
