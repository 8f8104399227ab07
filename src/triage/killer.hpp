#pragma once

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <boost/optional/optional.hpp>

#include <span>

namespace earlyhelp {

/// The incident, as quiet as there is one, that a mutant decides otherwise than the policy: by what is known of it if
/// it can be, because such cases are easier to read. Of days with different policies the first that has one is its day.
///
/// Requires: `mutants` are in force on the same days as `policies`, one by one.
/// None: no incident whatever is decided otherwise, in any part, on a day of any of them.
boost::optional<Facts> killer_of(std::span<const Policy> policies, std::span<const Policy> mutants);

}  // namespace earlyhelp
