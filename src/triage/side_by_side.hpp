#pragma once

#include "triage/cells.hpp"
#include "triage/decided_policy.hpp"

#include <earlyhelp/policy/policy.hpp>

namespace earlyhelp {

/// The realisable cells in which `a` and `b` do not have the same in any of these parts. A rule is the same by its id.
CellSet differing(const Policy& a, const DecidedPolicy& of_a, const Policy& b, const DecidedPolicy& of_b,
                  EnumSet<DecisionPart> parts, Cells& cells);

/// Two policies over the same cells, cut wherever either looks: what they decide differently is a set.
struct SideBySide {
  const Policy& a;
  const Policy& b;
  Cells cells;
  DecidedPolicy before;
  DecidedPolicy after;

  /// The cells are fine enough for differing(parts).
  SideBySide(const Policy& one, const Policy& other, EnumSet<DecisionPart> parts);

  CellSet differing(EnumSet<DecisionPart> parts) { return earlyhelp::differing(a, before, b, after, parts, cells); }
};

}  // namespace earlyhelp
