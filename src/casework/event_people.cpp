#include "casework/event_people.hpp"

#include <algorithm>

namespace earlyhelp {

boost::optional<FamilyRole> role_of(const CaseFile& case_file, const PersonId& person) noexcept {
  const auto& members = case_file.members;
  const auto found =
      std::find_if(members.begin(), members.end(), [&](const auto& member) { return member.person.id == person; });
  if (found == members.end()) return {};
  return found->role;
}

bool is_barred(const CaseState& state, const PersonId& recipient) noexcept {
  const auto& entries = state.must_not_receive;
  return std::any_of(entries.begin(), entries.end(), [&](const auto& entry) { return entry.recipient == recipient; });
}

bool works_with_other_side(const CaseState& state, const WorkerId& worker, boost::optional<FamilyRole> role) noexcept {
  if (role != FamilyRole::victim && role != FamilyRole::perpetrator) return false;
  const auto other = role == FamilyRole::victim ? FamilyRole::perpetrator : FamilyRole::victim;
  const auto& waived = state.waived_separations;
  if (std::any_of(waived.begin(), waived.end(), [&](const auto& one) { return one.worker == worker; })) return false;
  return std::any_of(state.allocations.begin(), state.allocations.end(), [&](const Allocated& allocation) {
    const auto person = state.person(allocation.person);
    return allocation.worker == worker && person && person->role == other;
  });
}

}  // namespace earlyhelp
