#pragma once

#include "triage/cells.hpp"
#include "triage/decided_policy.hpp"

#include <earlyhelp/policy/policy.hpp>

namespace earlyhelp {

/// Two policies over the same cells, cut wherever either looks: what they decide differently is a set.
struct SideBySide {
  const Policy& a;
  const Policy& b;
  Cells cells;
  DecidedPolicy before;
  DecidedPolicy after;

  /// The cells are fine enough for differing(parts).
  SideBySide(const Policy& one, const Policy& other, EnumSet<DecisionPart> parts);

  /// The realisable cells in which any of these parts is not the same. A rule is the same by its id.
  CellSet differing(EnumSet<DecisionPart> parts);
};

}  // namespace earlyhelp
