#pragma once

#include <earlyhelp/casework/capacity.hpp>
#include <earlyhelp/casework/case_file.hpp>
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

}  // namespace earlyhelp
