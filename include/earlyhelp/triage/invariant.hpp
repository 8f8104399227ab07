#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/policy/duty.hpp>
#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/decision_part.hpp>
#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <functional>
#include <string>
#include <vector>

namespace earlyhelp {

/// Something that has to hold for every incident and what is decided about it, in the words of whoever asks for it.
///
/// Nobody can look into a function, so it says what it looks at: of the facts and of the decision. Of what it names
/// every combination that any incident can have is tried, each on a real incident with its whole decision; of the
/// numbers among the facts, those on both sides of every threshold of the policy. The rest is not varied, so the
/// function may not turn on it. Where it does all the same, and two incidents alike in all that it names are told apart
/// by it, verify() says so; but it tries two of each kind only.
struct Invariant {
  std::string id;
  std::string title;
  EnumSet<Fact> facts;
  EnumSet<DecisionPart> parts;
  Duties duties = {};  ///< looked at as known; `parts` need not name all duties then
  std::function<bool(const Facts& facts, const Decision& decision)> holds;
};

/// Ten that ship: whom nobody may forget, whom nobody may tell, and who has to act.
///
/// Source: default triage policy, sections 3 and 4.
std::vector<Invariant> shipped_invariants();

}  // namespace earlyhelp
