#pragma once

#include "support/make_allocation.hpp"

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace earlyhelp::test {

/// Those who wait, and who there is to work with them.
struct Demand {
  std::vector<WaitingPerson> waiting;
  std::vector<Practitioner> team;

  Allocation allocated(const AllocationPolicy& policy = {}) const {
    return allocate(waiting, team, policy, add_hours(shared_out_at(), 5));
  }
};

/// How people of one case, and their weights, go together.
enum class Coupling { none, one_on_each_side, any };

/// Demands of few people, cases, languages and workers, so that they get into each other's way; the same ones from the
/// same seed on every machine.
class RandomDemand {
 public:
  explicit RandomDemand(std::uint64_t seed) : random_{seed} {}

  Demand next(Coupling coupling, bool is_weighted, int most_people = 6, int most_workers = 4) {
    Demand demand;
    const int people = below(most_people + 1);
    const int common = 1 + below(2);
    std::map<std::pair<int, FamilyRole>, int> sides;
    for (int i = 0; i < people; ++i) {
      const auto role = values_of<FamilyRole>[draw() % count_of<FamilyRole>];
      auto in_case = coupling == Coupling::none ? 100 + i : below(2);
      const bool has_side = role == FamilyRole::victim || role == FamilyRole::perpetrator;
      if (coupling == Coupling::one_on_each_side && has_side && sides[{in_case, role}]++ > 0) in_case = 100 + i;
      auto person = make_waiting("case-" + std::to_string(in_case), "p" + std::to_string(i), role, below(10));
      person.weight = is_weighted ? 1 + below(4) : common;
      if (below(3) == 0) person.languages.push_back(language());
      if (below(4) == 0) person.skills.push_back(skill());
      if (below(3) == 0) person.known_by = any_worker();
      while (below(4) == 0) person.must_not_work.push_back(any_worker());
      demand.waiting.push_back(std::move(person));
    }
    const int workers = below(most_workers + 1);
    for (int w = 0; w < workers; ++w) demand.team.push_back(practitioner(w));
    return demand;
  }
  Practitioner practitioner(int number) {
    auto one = make_practitioner("w" + std::to_string(number), below(5));
    while (below(2) == 0) one.languages.push_back(language());
    while (below(2) == 0) one.skills.push_back(skill());
    while (below(3) == 0) {
      const auto role = below(2) == 0 ? FamilyRole::victim : FamilyRole::perpetrator;
      const auto person = PersonId{std::string{to_string(role)} + "-before"};
      one.allocations.push_back({.in_case = any_case(), .person = person, .role = role});
    }
    while (below(4) == 0) one.separation_waived_in.push_back(any_case());
    return one;
  }
  template <class Value>
  void shuffle(std::vector<Value>& values) {
    for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[draw() % i]);
  }
  std::uint64_t draw() { return random_(); }
  int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }

 private:
  LanguageId language() { return LanguageId{below(2) == 0 ? "pl" : "ur"}; }
  SkillId skill() { return SkillId{below(2) == 0 ? "play" : "law"}; }
  WorkerId any_worker() { return WorkerId{"w" + std::to_string(below(5))}; }
  CaseId any_case() { return CaseId{"case-" + std::to_string(below(2))}; }

  std::mt19937_64 random_;
};

}  // namespace earlyhelp::test
