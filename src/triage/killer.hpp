#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/decision_part.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <boost/optional/optional.hpp>

namespace earlyhelp {

/// The incident, as quiet as there is one, that `mutant` decides otherwise than `policy`: by what is known of it if it
/// can be, because such cases are easier to read.
///
/// None: no incident whatever is decided otherwise, in any part.
boost::optional<Facts> killer_of(const Policy& policy, const Policy& mutant);

/// An incident, as quiet as there is one, of which `one` and `other` both decide any of these parts otherwise than
/// `policy`.
///
/// None: no case kills both mutants by these parts.
boost::optional<Facts> killer_of_both(const Policy& policy, const Policy& one, const Policy& other,
                                      EnumSet<DecisionPart> parts);

}  // namespace earlyhelp
