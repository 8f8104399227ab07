#pragma once

#include <earlyhelp/casework/allocation.hpp>

#include "support/print.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace earlyhelp::test {

/// When the work is shared out.
inline Instant shared_out_at() { return {Date{2025, 6, 2}, boost::posix_time::hours{9}}; }

/// Somebody who waits and is due so many hours from then.
inline WaitingPerson make_waiting(const std::string& in_case, const std::string& person, FamilyRole role, int hours) {
  return {
      .in_case = CaseId{in_case}, .person = PersonId{person}, .role = role, .due = add_hours(shared_out_at(), hours)};
}

/// Somebody with so many free slots; with none, absent.
inline Practitioner make_practitioner(const std::string& worker, int free) {
  return {.worker = WorkerId{worker}, .capacity = free > 0 ? Capacity{free, 0} : Capacity{NoCapacity::absent}};
}

/// The placements and the refusals, by turn: "a:ann(most_free_slots) b-(taken_by_earlier_due: ann)".
inline std::string text_of(const Allocation& allocation) {
  std::string text;
  for (const auto& placed : allocation.placed) {
    text += (text.empty() ? "" : " ") + placed.person.value() + ":" + placed.worker.value() + "(" +
            std::string{to_string(placed.chosen_for)} + ")";
  }
  for (const auto& waits : allocation.waiting) {
    text += (text.empty() ? "" : " ") + waits.person.value() + "-(" + std::string{to_string(waits.because)} + ":";
    for (const auto& worker : waits.turned_away) text += " " + worker.value();
    text += ")";
  }
  return text;
}

/// What `allocation` breaks: "" for nothing.
inline std::string broken_by(const Allocation& allocation, const std::vector<WaitingPerson>& waiting,
                             const std::vector<Practitioner>& practitioners) {
  std::string broken;
  const auto require = [&](bool holds, const char* what) {
    if (!holds) broken += std::string{what} + " ";
  };
  const auto has = [](const auto& values, const auto& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
  };
  require(allocation.placed.size() + allocation.waiting.size() == waiting.size(), "everybody_once");
  require(allocation.placed.size() <= allocation.at_most, "bound");
  for (const auto& person : waiting) {
    const auto same = [&](const auto& other) {
      return other.in_case == person.in_case && other.person == person.person;
    };
    const auto times = std::count_if(allocation.placed.begin(), allocation.placed.end(), same) +
                       std::count_if(allocation.waiting.begin(), allocation.waiting.end(), same);
    require(times == 1, "everybody_once");
  }
  for (const auto& practitioner : practitioners) {
    auto free = practitioner.capacity.free();
    auto with = practitioner.allocations;
    for (const auto& placed : allocation.placed) {
      if (placed.worker != practitioner.worker) continue;
      const auto person = std::find_if(waiting.begin(), waiting.end(), [&](const auto& one) {
        return one.in_case == placed.in_case && one.person == placed.person;
      });
      if (person == waiting.end()) return "stranger";
      free -= person->weight;
      for (const auto& language : person->languages) require(has(practitioner.languages, language), "language");
      for (const auto& skill : person->skills) require(has(practitioner.skills, skill), "skill");
      require(!has(person->must_not_work, practitioner.worker), "must_not_work");
      const auto is_opposite = [&](const StandingAllocation& one) {
        const bool sides = (one.role == FamilyRole::victim && person->role == FamilyRole::perpetrator) ||
                           (one.role == FamilyRole::perpetrator && person->role == FamilyRole::victim);
        return one.in_case == person->in_case && sides;
      };
      const bool is_waived = has(practitioner.separation_waived_in, person->in_case);
      require(is_waived || std::none_of(with.begin(), with.end(), is_opposite), "separation");
      with.push_back({.in_case = person->in_case, .person = person->person, .role = person->role});
    }
    require(free >= 0, "slots");
  }
  return broken;
}

}  // namespace earlyhelp::test
