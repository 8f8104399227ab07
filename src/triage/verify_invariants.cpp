#include "triage/verified_policy.hpp"

#include <earlyhelp/triage/triage.hpp>

namespace earlyhelp {
namespace {

using Sets = std::vector<CellSet>;

/// The realisable cells, cut by the values of the aspects of `facts`.
Sets parts_by(EnumSet<Fact> facts, VerifiedPolicy& verified) {
  Sets parts{verified.realisable};
  const auto& aspects = verified.cells.aspects();
  for (std::size_t i = 0; i < aspects.size(); ++i) {
    if ((aspects[i].facts & facts).empty()) continue;
    Sets finer;
    for (const auto part : parts) {
      for (std::size_t value = 0; value < aspects[i].values.size(); ++value) {
        if (const auto cells = part & verified.cells.where(i, value); !cells.empty()) finer.push_back(cells);
      }
    }
    parts = std::move(finer);
  }
  return parts;
}

/// Calls `visit` with each part of `cells` that lies wholly inside or wholly outside each of `sets`.
template <class Visit>
void for_each_part(CellSet cells, const Sets& sets, std::size_t first, Visit visit) {
  for (; first < sets.size(); ++first) {
    const auto within = cells & sets[first];
    if (within.empty() || within == cells) continue;
    for_each_part(within, sets, first + 1, visit);
    return for_each_part(cells - within, sets, first + 1, visit);
  }
  visit(cells);
}

/// What breaks one invariant.
struct Broken {
  CellSet cells;
  CellSet told_apart;  ///< cases alike in all that the invariant names, and not to it
};

Broken broken(const Invariant& invariant, VerifiedPolicy& verified) {
  const auto holds = [&](const Facts& facts) { return invariant.holds(facts, triage(facts, verified.policy)); };
  Broken found{.cells = verified.cells.sets().none(), .told_apart = verified.cells.sets().none()};
  auto sets = sets_of(invariant.parts, verified.decided, verified.policy, verified.cells);
  for (const auto duty : invariant.duties) sets.push_back(verified.decided.known.asked[place_of(duty)]);
  for (const auto& cells : parts_by(invariant.facts, verified)) {
    for_each_part(cells, sets, 0, [&](CellSet part) {
      const bool smallest = holds(verified.cells.smallest(part));
      const bool largest = holds(verified.cells.largest(part));
      if (smallest != largest) {
        found.told_apart |= part;
      } else if (!smallest) {
        found.cells |= part;
      }
    });
  }
  return found;
}

}  // namespace

PropertyReport find_broken(VerifiedPolicy& verified, const std::vector<Invariant>& invariants) {
  auto report = every_case(Property::invariants_hold, verified);
  for (const auto& invariant : invariants) {
    const auto found = broken(invariant, verified);
    if (!found.cells.empty()) {
      report.failures.push_back(verified.failure(invariant.id, invariant.title + ": it does not.", found.cells));
    }
    if (found.told_apart.empty()) continue;
    const auto* says = "The invariant looks at more than it names: incidents alike in all that are told apart by it.";
    report.failures.push_back(verified.failure(invariant.id, says, found.told_apart));
  }
  return report;
}

}  // namespace earlyhelp
