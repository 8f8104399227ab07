#include "casework/allocation_flow.hpp"

#include "casework/cost_flow.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace earlyhelp {
namespace {

using Amount = CostFlow::Amount;

/// What flows, and what it costs.
struct WorkTerms {
  std::vector<Amount> units;       ///< of work with each who waits; 0 leaves them out
  std::vector<Amount> costs;       ///< of each unit
  std::vector<Amount> slots;       ///< of each practitioner
  std::vector<Amount> gates = {};  ///< units that the other side of a case can need; empty: `units`
  std::vector<Amount> miss = {};   ///< costs of not working with whoever knew the family; empty: none
  bool goes_to_most_free = false;  ///< a slot costs more the fewer are free
};

/// Work flows from each who waits to those who are able, past the separation of their case, to the slots.
class WorkNetwork {
 public:
  struct Pair {
    std::size_t person;
    std::size_t worker;
    std::size_t arc;
  };

  WorkNetwork(const AllocationProblem& problem, const WorkTerms& terms) : problem_{problem}, terms_{terms} {
    for (std::size_t w = 0; w < terms.slots.size(); ++w) workers_.push_back(flow_.add_node());
    for (std::size_t i = 0; i < terms.units.size(); ++i) {
      if (terms.units[i] > 0) add_person(i);
    }
    for (std::size_t w = 0; w < terms.slots.size(); ++w) add_slots(w);
  }

  const std::vector<Pair>& pairs() const noexcept { return pairs_; }
  std::vector<Amount> flows() const { return flow_.flows(); }

  /// How many slots make a difference to where most are free; past them all are the same.
  static constexpr Amount most_levels = 64;

 private:
  void add_person(std::size_t i) {
    const auto person = flow_.add_node();
    ++people_;
    flow_.add_arc(CostFlow::source, person, terms_.units[i], terms_.costs[i]);
    for (const auto w : problem_.able(i)) {
      const auto arc = flow_.add_arc(person, gate(i, w), terms_.units[i], cost(i, w));
      pairs_.push_back({.person = i, .worker = w, .arc = arc});
    }
  }
  Amount cost(std::size_t i, std::size_t w) const {
    const auto known_by = problem_.known_by(i);
    if (terms_.miss.empty() || !known_by || *known_by == w) return 0;
    const auto& able = problem_.able(i);
    return std::binary_search(able.begin(), able.end(), *known_by) ? terms_.miss[i] : 0;
  }

  /// Where work with `i` goes on its way to `w`: through no more than one side of a case can need.
  std::size_t gate(std::size_t i, std::size_t w) {
    if (problem_.other_side(i).empty() || problem_.is_waived(i, w)) return workers_[w];
    const auto [gate, is_new] = gates_.emplace(std::pair{problem_.waiting()[i]->in_case, w}, std::size_t{0});
    if (!is_new) return gate->second;
    gate->second = flow_.add_node();
    const auto other = problem_.other_side(i).front();
    const auto widest = std::max(units_on_the_other_side_of(i, w), units_on_the_other_side_of(other, w));
    flow_.add_arc(gate->second, workers_[w], widest);
    return gate->second;
  }
  Amount units_on_the_other_side_of(std::size_t i, std::size_t w) const {
    Amount units = 0;
    for (const auto other : problem_.other_side(i)) {
      const auto& able = problem_.able(other);
      const auto& of_all = terms_.gates.empty() ? terms_.units : terms_.gates;
      if (std::binary_search(able.begin(), able.end(), w)) units += of_all[other];
    }
    return units;
  }

  void add_slots(std::size_t w) {
    if (!terms_.goes_to_most_free) {
      flow_.add_arc(workers_[w], CostFlow::sink, terms_.slots[w]);
      return;
    }
    const auto most = *std::max_element(terms_.slots.begin(), terms_.slots.end());
    const auto usable = std::min(terms_.slots[w], people_);
    for (Amount used = 0; used < usable; ++used) {
      flow_.add_arc(workers_[w], CostFlow::sink, 1, std::min(most_levels, most - terms_.slots[w] + used));
    }
  }

  const AllocationProblem& problem_;
  const WorkTerms& terms_;
  CostFlow flow_;
  std::vector<std::size_t> workers_;
  std::map<std::pair<CaseId, std::size_t>, std::size_t> gates_;
  std::vector<Pair> pairs_;
  Amount people_ = 0;
};

std::vector<Amount> slots_of(const AllocationProblem& problem, int weight) {
  std::vector<Amount> slots;
  for (const auto* practitioner : problem.practitioners()) {
    slots.push_back(static_cast<Amount>(practitioner->capacity.free() / weight));
  }
  return slots;
}

}  // namespace

std::vector<bool> earliest_together(const AllocationProblem& problem, int weight) {
  const auto size = problem.waiting().size();
  WorkTerms terms{.units = std::vector<Amount>(size, 1), .costs = {}, .slots = slots_of(problem, weight)};
  for (std::size_t i = 0; i < size; ++i) terms.costs.push_back(i);
  const WorkNetwork network{problem, terms};
  const auto flows = network.flows();
  std::vector<bool> together(size);
  for (const auto& pair : network.pairs()) {
    if (flows[pair.arc] > 0) together[pair.person] = true;
  }
  return together;
}

Assignment best_assignment(const AllocationProblem& problem, const std::vector<bool>& together, int weight,
                           const AllocationPolicy& policy) {
  const auto size = together.size();
  WorkTerms terms{.units = {together.begin(), together.end()},
                  .costs = std::vector<Amount>(size),
                  .slots = slots_of(problem, weight),
                  .gates = std::vector<Amount>(size, 1),  // as when it was asked who can be placed together
                  .goes_to_most_free = true};
  if (policy.continuity_first) {
    // One miss outweighs every slot, and one more miss outweighs every turn: below 2^63 for 10,000 who wait.
    const auto all_slots = WorkNetwork::most_levels * size + 1;
    for (std::size_t i = 0; i < size; ++i) terms.miss.push_back((size * size + size - i) * all_slots);
  }
  const WorkNetwork network{problem, terms};
  const auto flows = network.flows();
  Assignment assignment(size);
  for (const auto& pair : network.pairs()) {
    if (flows[pair.arc] > 0) assignment[pair.person] = pair.worker;
  }
  return assignment;
}

std::size_t most_placed(const AllocationProblem& problem) {
  WorkTerms terms{.units = {}, .costs = {}, .slots = slots_of(problem, 1)};
  for (const auto* person : problem.waiting()) terms.units.push_back(static_cast<Amount>(person->weight));
  terms.costs = terms.units;
  const WorkNetwork network{problem, terms};
  const auto flows = network.flows();
  std::vector<Amount> done(terms.units.size());
  for (const auto& pair : network.pairs()) done[pair.person] += flows[pair.arc];
  std::size_t whole = 0;
  double parts = 0;
  for (std::size_t i = 0; i < done.size(); ++i) {
    if (done[i] == terms.units[i])
      ++whole;
    else
      parts += static_cast<double>(done[i]) / static_cast<double>(terms.units[i]);
  }
  constexpr double rounding = 1e-9;
  return whole + static_cast<std::size_t>(parts + rounding);
}

}  // namespace earlyhelp
