#pragma once

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/policy/signal.hpp>
#include <earlyhelp/policy/unknown.hpp>
#include <earlyhelp/triage/fact.hpp>

namespace earlyhelp {

/// The signals that the table of `policy` turns on, in any reading.
EnumSet<Signal> signals_read(const Policy& policy);

/// The facts that answer `signal`, as known and when every unknown is a yes. None: the rules answer it.
EnumSet<Fact> facts_behind(Signal signal) noexcept;
EnumSet<Fact> facts_behind_if_yes(Signal signal) noexcept;

/// The facts on which it turns whether `unknown` counts as unknown.
EnumSet<Fact> facts_behind(Unknown unknown) noexcept;

/// The signals that any of `facts` answers.
EnumSet<Signal> signals_behind(EnumSet<Fact> facts) noexcept;

}  // namespace earlyhelp
