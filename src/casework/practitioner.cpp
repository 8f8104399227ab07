#include <earlyhelp/casework/practitioner.hpp>

#include <algorithm>

namespace earlyhelp {

void add_case(Practitioner& practitioner, const CaseId& in_case, const CaseState& state) {
  for (const auto& allocation : state.allocations) {
    if (allocation.worker != practitioner.worker) continue;
    const auto person = state.person(allocation.person);
    practitioner.allocations.push_back(
        {.in_case = in_case, .person = allocation.person, .role = person ? person->role : FamilyRole::other});
  }
  const auto& waived = state.waived_separations;
  const bool is_waived = std::any_of(waived.begin(), waived.end(),
                                     [&](const SeparationWaived& one) { return one.worker == practitioner.worker; });
  if (is_waived) practitioner.separation_waived_in.push_back(in_case);
}

}  // namespace earlyhelp
