#pragma once

#include <earlyhelp/casework/capacity.hpp>
#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/casework/case_state.hpp>
#include <earlyhelp/id.hpp>

#include <vector>

namespace earlyhelp {

/// What a practitioner speaks, and what they are trained in, as the caller names it.
using LanguageId = Id<struct Language>;
using SkillId = Id<struct Skill>;

/// A person somebody works with already.
struct StandingAllocation {
  CaseId in_case;
  PersonId person;
  FamilyRole role;

  friend bool operator==(const StandingAllocation&, const StandingAllocation&) = default;
};

/// Somebody who works with families.
struct Practitioner {
  WorkerId worker;
  Capacity capacity;
  std::vector<LanguageId> languages = {};
  std::vector<SkillId> skills = {};
  std::vector<StandingAllocation> allocations = {};
  std::vector<CaseId> separation_waived_in = {};  ///< cases where a manager lets them work with both sides
};

/// Adds to `practitioner` whom they work with in the case `in_case`, which stands as `state` says, and whether a
/// manager lets them work with both of its sides. Slots are not taken: what the work with a person weighs is the
/// caller's.
///
/// An allocation of somebody who is not of the family counts on no side.
void add_case(Practitioner& practitioner, const CaseId& in_case, const CaseState& state);

}  // namespace earlyhelp
