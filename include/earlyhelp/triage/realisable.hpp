#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <span>
#include <string_view>

namespace earlyhelp {

/// Something that holds for the facts of every incident, because of how they are made from its record. Facts that only
/// contradict each other (violence in a family conflict, an unborn child and no pregnancy) are real records, and are no
/// matter of this.
struct Constraint {
  std::string_view id;
  std::string_view title;
  EnumSet<Fact> facts;  ///< the facts that it is about; it turns on no other
  bool (*holds)(const Facts& facts);
};

/// All of them. That a decision has one definition, a count on a higher threshold is on a lower one too, or a high
/// grade is a medium one, needs no constraint: no value of a fact says otherwise.
///
/// Source: default triage policy, section 1.
std::span<const Constraint> constraints() noexcept;

/// Whether an incident can have these facts: every constraint holds.
bool is_realisable(const Facts& facts) noexcept;

}  // namespace earlyhelp
