#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/policy/signal.hpp>
#include <earlyhelp/triage/facts.hpp>

namespace earlyhelp {

/// The signals that are a yes from what is known, with what the rules made of the grade and the route.
///
/// Source: default triage policy, section 3.
EnumSet<Signal> signals_of(const Facts& facts, const Policy& policy) noexcept;

}  // namespace earlyhelp
