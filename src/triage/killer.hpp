#pragma once

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <boost/optional/optional.hpp>

namespace earlyhelp {

/// The incident, as quiet as there is one, that `mutant` decides otherwise than `policy`: by what is known of it if it
/// can be, because such cases are easier to read.
///
/// None: no incident whatever is decided otherwise, in any part.
boost::optional<Facts> killer_of(const Policy& policy, const Policy& mutant);

}  // namespace earlyhelp
