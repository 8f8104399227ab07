#include <earlyhelp/casework/allocation.hpp>
#include <iostream>

int main() {
  using namespace earlyhelp;
  const auto now = parse_instant("2026-01-06T09:00:00Z").value();
  const AllocationPolicy policy{};
  const auto slots = [&](int hours) { return capacity_on({.minutes_a_week = hours * 60}, 5, policy, now.day); };
  const std::vector<Practitioner> team = {{.worker = WorkerId{"w-1"}, .capacity = slots(37)},
                                          {.worker = WorkerId{"w-2"}, .capacity = slots(15)}};
  const CaseId one_case{"c-1"};
  const auto due = add_hours(now.instant, 24);
  const std::vector<WaitingPerson> waiting = {
      {.in_case = one_case, .person = PersonId{"p-1"}, .role = FamilyRole::victim, .due = due},
      {.in_case = one_case, .person = PersonId{"p-2"}, .role = FamilyRole::perpetrator, .due = due},
      {.in_case = CaseId{"c-2"},
       .person = PersonId{"p-3"},
       .role = FamilyRole::victim,
       .due = due,
       .languages = {LanguageId{"bsl"}}}};

  const auto shared = allocate(waiting, team, policy, now.instant);
  for (const auto& placed : shared.placed) {
    std::cout << placed.person.value() << ": " << placed.worker.value() << ' ' << sentence(placed.chosen_for) << '\n';
  }
  for (const auto& each : shared.waiting) {
    std::cout << each.person.value() << " waits: " << sentence(each.because) << '\n';
  }
}
