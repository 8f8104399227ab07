#pragma once

#include "triage/cells.hpp"

#include <earlyhelp/triage/facts.hpp>

namespace earlyhelp {

/// Whether an incident with facts `known` may turn out to be one with facts `truth`, in which nothing is unknown any
/// more that counts.
///
/// What is known stays. A finding that is not known may be yes or no, an unanswered item a yes, a checklist that there
/// is not yet any finished one, a grade that nobody gave any or none, a history or the children that are not known any;
/// an undetermined incident anything. Of one that is known not to be domestic only a breached order, a harmed child and
/// the history can turn out to be other than they are.
///
/// Source: default triage policy, section 4.
bool may_turn_out(const Facts& known, const Facts& truth) noexcept;

/// The cells of incidents that may turn out to be in one of `truths`.
CellSet may_turn_out_in(CellSet truths, Cells& cells);

/// What `known` may turn out to be in one of `truths`: of these the incident that departs least from a quiet one.
///
/// Requires: it is in may_turn_out_in(truths).
Facts smallest_truth(const Facts& known, CellSet truths, Cells& cells);

}  // namespace earlyhelp
