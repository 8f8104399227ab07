#include <earlyhelp/casework/allocation.hpp>
#include <earlyhelp/enum_set.hpp>

#include "support/random_allocation.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// What the best of all assignments come to.
struct Best {
  std::size_t most = 0;        ///< placed at once
  std::vector<bool> earliest;  ///< of those who can be placed at once, by turn, the ones due earliest
  std::vector<bool> fullest;   ///< of the most who can be placed at once, the ones due earliest
  std::size_t known = 0;       ///< of `earliest`, how well they are placed with whoever knew the family
};

/// What it is worth that the one whose turn is `turn` of so many goes to whoever knew the family: one more outweighs
/// every turn, an earlier one a later one.
std::size_t worth(std::size_t turn, std::size_t turns) { return turns * turns + turns - turn; }

/// Tries every assignment, and knows of nothing but the rules themselves.
class EveryAssignment {
 public:
  explicit EveryAssignment(Demand demand) : demand_{std::move(demand)} {
    auto& waiting = demand_.waiting;
    std::sort(waiting.begin(), waiting.end(), [](const auto& a, const auto& b) {
      return std::tie(a.due, a.in_case, a.person) < std::tie(b.due, b.in_case, b.person);
    });
    best_.earliest.resize(waiting.size());
    best_.fullest.resize(waiting.size());
    is_placed_.resize(waiting.size());
  }
  Best best() {
    go_on_from(0, 0);
    return best_;
  }

 private:
  void go_on_from(std::size_t i, std::size_t known) {
    if (i == demand_.waiting.size()) {
      const auto count = static_cast<std::size_t>(std::count(is_placed_.begin(), is_placed_.end(), true));
      if (count > best_.most) best_.fullest.assign(is_placed_.size(), false);
      best_.most = std::max(best_.most, count);
      if (count == best_.most) best_.fullest = std::max(best_.fullest, is_placed_);
      if (is_placed_ > best_.earliest) best_.known = 0;
      best_.earliest = std::max(best_.earliest, is_placed_);
      if (is_placed_ == best_.earliest) best_.known = std::max(best_.known, known);
      return;
    }
    const auto& person = demand_.waiting[i];
    for (std::size_t w = 0; w < demand_.team.size(); ++w) {
      if (!may(person, demand_.team[w])) continue;
      const auto before = demand_.team[w];
      auto& worker = demand_.team[w];
      const auto left = before.capacity.free() - person.weight;
      worker.capacity = left > 0 ? Capacity{left, 0} : Capacity{NoCapacity::absent};
      worker.allocations.push_back({.in_case = person.in_case, .person = person.person, .role = person.role});
      is_placed_[i] = true;
      go_on_from(i + 1, known + (person.known_by == worker.worker ? worth(i, is_placed_.size()) : 0));
      is_placed_[i] = false;
      demand_.team[w] = before;
    }
    go_on_from(i + 1, known);
  }
  static bool may(const WaitingPerson& person, const Practitioner& worker) {
    Allocation alone{.placed = {{.in_case = person.in_case,
                                 .person = person.person,
                                 .worker = worker.worker,
                                 .chosen_for = ChosenFor::continuity,
                                 .is_overdue = false}},
                     .waiting = {},
                     .at_most = 1,
                     .is_best = false};
    return broken_by(alone, {person}, {worker}).empty();
  }

  Demand demand_;
  Best best_;
  std::vector<bool> is_placed_;
};

/// Those of `allocation` of whom `holds`, by turn.
template <class Holds>
std::vector<bool> by_turn(const Demand& demand, const Allocation& allocation, Holds holds) {
  std::vector<std::tuple<Instant, CaseId, PersonId>> turns;
  for (const auto& person : demand.waiting) turns.emplace_back(person.due, person.in_case, person.person);
  std::sort(turns.begin(), turns.end());
  std::vector<bool> found;
  for (const auto& turn : turns) {
    found.push_back(std::any_of(allocation.placed.begin(), allocation.placed.end(), [&](const Placement& placed) {
      return holds(placed) && placed.in_case == std::get<1>(turn) && placed.person == std::get<2>(turn);
    }));
  }
  return found;
}
std::vector<bool> placed_by_turn(const Demand& demand, const Allocation& allocation) {
  return by_turn(demand, allocation, [](const Placement&) { return true; });
}
std::size_t known_in(const Demand& demand, const Allocation& allocation) {
  const auto known =
      by_turn(demand, allocation, [](const Placement& placed) { return placed.chosen_for == ChosenFor::continuity; });
  std::size_t sum = 0;
  for (std::size_t i = 0; i < known.size(); ++i) sum += known[i] ? worth(i, known.size()) : 0;
  return sum;
}

}  // namespace

TEST_CASE("with equal weights it is the best of all assignments: most, then earliest due, then known",
          "[casework][property]") {
  RandomDemand random{1};
  for (int i = 0; i < 600; ++i) {
    const auto coupling = i % 2 == 0 ? Coupling::none : Coupling::one_on_each_side;
    const auto demand = random.next(coupling, false);
    const auto allocation = demand.allocated();
    const auto best = EveryAssignment{demand}.best();

    CAPTURE(i, text_of(allocation));
    CHECK(broken_by(allocation, demand.waiting, demand.team).empty());
    CHECK(allocation.placed.size() == best.most);
    CHECK(allocation.at_most == best.most);
    CHECK(placed_by_turn(demand, allocation) == best.earliest);
    CHECK(known_in(demand, allocation) == best.known);
    CHECK(allocation.is_best);
  }
}

TEST_CASE("with equal weights it is the best of all assignments, however many wait on one side of a case",
          "[casework][property]") {
  RandomDemand random{8};
  for (int i = 0; i < 1'500; ++i) {
    const auto demand = random.next(Coupling::any, false);
    const auto allocation = demand.allocated();
    const auto best = EveryAssignment{demand}.best();

    CAPTURE(i, text_of(allocation));
    CHECK(broken_by(allocation, demand.waiting, demand.team).empty());
    CHECK(allocation.is_best);
    CHECK(allocation.gap() == 0);
    CHECK(placed_by_turn(demand, allocation) == best.fullest);
  }
}

TEST_CASE("otherwise nothing places more than it says, what it calls best is, and nearly always it is the best",
          "[casework][property]") {
  RandomDemand random{2};
  int found = 0;
  for (int i = 0; i < 600; ++i) {
    const auto demand = random.next(Coupling::any, true);
    const auto allocation = demand.allocated();
    const auto best = EveryAssignment{demand}.best();

    CAPTURE(i, text_of(allocation));
    CHECK(broken_by(allocation, demand.waiting, demand.team).empty());
    CHECK(allocation.at_most >= best.most);
    if (allocation.is_best) CHECK(placed_by_turn(demand, allocation) == best.earliest);
    found += placed_by_turn(demand, allocation) == best.earliest;
  }
  CHECK(found >= 590);
}

TEST_CASE("no constraint is ever broken, however people hang together", "[casework][property]") {
  RandomDemand random{3};
  for (int i = 0; i < 4'000; ++i) {
    const auto demand = random.next(static_cast<Coupling>(i % 3), i % 4 == 0, 16, 6);
    const auto allocation = demand.allocated({.continuity_first = i % 5 != 0});
    CAPTURE(i);
    CHECK(broken_by(allocation, demand.waiting, demand.team).empty());
  }
}

TEST_CASE("nobody who waits could simply be given to somebody", "[casework][property]") {
  RandomDemand random{4};
  for (int i = 0; i < 1'000; ++i) {
    const auto demand = random.next(Coupling::any, i % 2 == 0, 12, 5);
    const auto allocation = demand.allocated();
    for (const auto& waits : allocation.waiting) {
      for (const auto& worker : demand.team) {
        auto more = allocation;
        more.at_most = demand.waiting.size();
        more.placed.push_back({.in_case = waits.in_case,
                               .person = waits.person,
                               .worker = worker.worker,
                               .chosen_for = ChosenFor::continuity,
                               .is_overdue = false});
        std::erase(more.waiting, waits);
        CHECK_FALSE(broken_by(more, demand.waiting, demand.team).empty());
      }
    }
  }
}

TEST_CASE("the order of the arguments does not matter", "[casework][property]") {
  RandomDemand random{5};
  for (int i = 0; i < 500; ++i) {
    auto demand = random.next(Coupling::any, i % 2 == 0, 10, 5);
    const auto expected = demand.allocated();
    random.shuffle(demand.waiting);
    random.shuffle(demand.team);
    CHECK((demand.allocated() == expected));
  }
}

TEST_CASE("one practitioner more never places fewer; nobody due earlier loses a place", "[casework][property]") {
  RandomDemand random{6};
  for (int i = 0; i < 500; ++i) {
    auto demand = random.next(Coupling::one_on_each_side, false, 12, 5);
    const auto before = demand.allocated();
    demand.team.push_back(random.practitioner(7));
    const auto after = demand.allocated();
    CHECK(after.placed.size() >= before.placed.size());
    CHECK(placed_by_turn(demand, after) >= placed_by_turn(demand, before));
  }
}

TEST_CASE("every reason comes up", "[casework][property]") {
  RandomDemand random{7};
  EnumSet<ChosenFor> chosen;
  EnumSet<WaitsBecause> waiting;
  for (int i = 0; i < 2'000; ++i) {
    const auto allocation = random.next(Coupling::any, i % 2 == 0).allocated();
    for (const auto& one : allocation.placed) chosen.insert(one.chosen_for);
    for (const auto& one : allocation.waiting) waiting.insert(one.because);
  }
  CHECK(chosen.size() == count_of<ChosenFor>);
  CHECK(waiting.size() == count_of<WaitsBecause>);
}
