#include "casework/allocation_problem.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <string>
#include <tuple>
#include <utility>

namespace earlyhelp {
namespace {

constexpr std::size_t most_records = 10'000;

template <class Values, class Value>
bool contains(const Values& values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// Whether `has` holds all of `needed`.
template <class Values>
bool contains_all(const Values& has, const Values& needed) {
  return std::all_of(needed.begin(), needed.end(), [&](const auto& one) { return contains(has, one); });
}

template <class Record>
std::vector<const Record*> places_of(const std::vector<Record>& records, const char* what) {
  if (records.size() > most_records) {
    throw std::invalid_argument{std::string{what} + ": " + std::to_string(records.size()) + "; at most " +
                                std::to_string(most_records)};
  }
  std::vector<const Record*> places;
  places.reserve(records.size());
  for (const auto& record : records) places.push_back(&record);
  return places;
}

template <class Record>
std::string name_of(const Record& record) {
  return "person " + record.person.value() + " of case " + record.in_case.value();
}

}  // namespace

bool is_other_side(FamilyRole role, FamilyRole other) noexcept {
  return (role == FamilyRole::victim && other == FamilyRole::perpetrator) ||
         (role == FamilyRole::perpetrator && other == FamilyRole::victim);
}

bool speaks(const Practitioner& practitioner, const WaitingPerson& person) {
  return contains_all(practitioner.languages, person.languages);
}
bool has_skills(const Practitioner& practitioner, const WaitingPerson& person) {
  return contains_all(practitioner.skills, person.skills);
}
bool has_room(const Practitioner& practitioner, const WaitingPerson& person) noexcept {
  return practitioner.capacity.free() >= person.weight;
}
bool is_permitted(const Practitioner& practitioner, const WaitingPerson& person) {
  return !contains(person.must_not_work, practitioner.worker);
}
bool is_separate(const Practitioner& practitioner, const WaitingPerson& person) {
  if (contains(practitioner.separation_waived_in, person.in_case)) return true;
  const auto& all = practitioner.allocations;
  return std::none_of(all.begin(), all.end(), [&](const StandingAllocation& standing) {
    return standing.in_case == person.in_case && is_other_side(standing.role, person.role);
  });
}

AllocationProblem::AllocationProblem(const std::vector<WaitingPerson>& waiting,
                                     const std::vector<Practitioner>& practitioners)
    : waiting_{places_of(waiting, "WaitingPerson")}, practitioners_{places_of(practitioners, "Practitioner")} {
  std::sort(waiting_.begin(), waiting_.end(), [](const WaitingPerson* a, const WaitingPerson* b) {
    return std::tie(a->due, a->in_case, a->person) < std::tie(b->due, b->in_case, b->person);
  });
  std::sort(practitioners_.begin(), practitioners_.end(),
            [](const Practitioner* a, const Practitioner* b) { return a->worker < b->worker; });
  require_valid();
  link();
}

void AllocationProblem::require_valid() const {
  std::map<std::pair<CaseId, PersonId>, FamilyRole> roles;
  for (const auto* person : waiting_) {
    if (person->weight < 1) {
      throw std::invalid_argument{"WaitingPerson: " + name_of(*person) + ": weight " + std::to_string(person->weight) +
                                  "; needs 1 or more"};
    }
    if (!roles.emplace(std::pair{person->in_case, person->person}, person->role).second) {
      throw std::invalid_argument{"WaitingPerson: " + name_of(*person) + " waits twice"};
    }
  }
  const Practitioner* before = nullptr;
  for (const auto* practitioner : practitioners_) {
    if (before != nullptr && before->worker == practitioner->worker) {
      throw std::invalid_argument{"Practitioner: worker " + practitioner->worker.value() + " is there twice"};
    }
    before = practitioner;
    for (const auto& standing : practitioner->allocations) {
      const auto [known, is_new] = roles.emplace(std::pair{standing.in_case, standing.person}, standing.role);
      if (!is_new && known->second != standing.role) {
        throw std::invalid_argument{"Practitioner: " + name_of(standing) + " has two roles"};
      }
    }
  }
}

void AllocationProblem::link() {
  std::map<CaseId, std::vector<std::size_t>> of_case;
  for (std::size_t i = 0; i < waiting_.size(); ++i) of_case[waiting_[i]->in_case].push_back(i);
  for (const auto* person : waiting_) {
    auto& able = able_.emplace_back();
    auto& known_by = known_by_.emplace_back();
    for (std::size_t w = 0; w < practitioners_.size(); ++w) {
      const auto& practitioner = *practitioners_[w];
      if (person->known_by == practitioner.worker) known_by = w;
      if (has_room(practitioner, *person) && speaks(practitioner, *person) && has_skills(practitioner, *person) &&
          is_permitted(practitioner, *person) && is_separate(practitioner, *person)) {
        able.push_back(w);
      }
    }
    auto& others = other_side_.emplace_back();
    for (const auto other : of_case[person->in_case]) {
      if (is_other_side(person->role, waiting_[other]->role)) others.push_back(other);
    }
  }
}

bool AllocationProblem::is_waived(std::size_t person, std::size_t worker) const {
  return contains(practitioners_[worker]->separation_waived_in, waiting_[person]->in_case);
}

AllocationProblem AllocationProblem::without(const std::vector<std::size_t>& people, std::size_t worker) const {
  auto other = *this;
  for (const auto person : people) std::erase(other.able_[person], worker);
  return other;
}

boost::optional<int> AllocationProblem::common_weight() const noexcept {
  boost::optional<int> common;
  for (std::size_t i = 0; i < waiting_.size(); ++i) {
    if (able_[i].empty()) continue;
    if (common && *common != waiting_[i]->weight) return {};
    common = waiting_[i]->weight;
  }
  return common.value_or(1);
}

}  // namespace earlyhelp
