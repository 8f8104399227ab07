#include "triage/signals.hpp"
#include "triage/verified_policy.hpp"

#include <earlyhelp/triage/triage.hpp>

namespace earlyhelp {
namespace {

using Planes = std::vector<CellSet>;

/// Where a decision is provisional: the readings differ, or the definition or the grade is missing.
CellSet provisional(VerifiedPolicy& verified) {
  const SignalReader reader{verified.policy.thresholds()};
  auto cells = verified.cells.where({Fact::definition, Fact::officer_grade, Fact::judgement}, [&](const Facts& facts) {
    return !(reader.read(facts).unknowns & EnumSet{Unknown::definition, Unknown::officer_grade}).empty();
  });
  for (std::size_t i = 0; i < asked_count; ++i) cells |= verified.known.asked[i] ^ verified.if_yes.asked[i];
  return cells;
}

/// Sets that are told apart by what `parts` of a decision are.
Planes planes_of(EnumSet<DecisionPart> parts, VerifiedPolicy& verified) {
  Planes planes;
  const auto add = [&](const DecidedCells& decided, std::size_t first, std::size_t count) {
    planes.insert(planes.end(), decided.asked.begin() + static_cast<std::ptrdiff_t>(first),
                  decided.asked.begin() + static_cast<std::ptrdiff_t>(first + count));
  };
  const auto has = [&](DecisionPart part) { return parts.contains(part); };
  const bool has_suitability = has(DecisionPart::suitability);
  if (has(DecisionPart::grade)) add(verified.known, 0, grade_levels);
  if (has(DecisionPart::route) || has_suitability) add(verified.known, grade_levels, route_levels);
  if (has(DecisionPart::provisional) || has_suitability) planes.push_back(provisional(verified));
  if (has(DecisionPart::grade_if_unknowns_yes)) add(verified.if_yes, 0, grade_levels);
  if (has(DecisionPart::route_if_unknowns_yes)) add(verified.if_yes, grade_levels, route_levels);
  if (has(DecisionPart::duties)) add(verified.known, grade_levels + route_levels, count_of<Duty>);
  if (has(DecisionPart::duties_if_unknowns_yes)) add(verified.if_yes, grade_levels + route_levels, count_of<Duty>);
  if (has(DecisionPart::reasons)) planes.insert(planes.end(), verified.known.fired.begin(), verified.known.fired.end());
  return planes;
}

/// The realisable cells, cut by the values of the aspects of `facts`.
Planes parts_by(EnumSet<Fact> facts, VerifiedPolicy& verified) {
  Planes parts{verified.realisable};
  const auto& aspects = verified.cells.aspects();
  for (std::size_t i = 0; i < aspects.size(); ++i) {
    if ((aspects[i].facts & facts).empty()) continue;
    Planes finer;
    for (const auto part : parts) {
      for (std::size_t value = 0; value < aspects[i].values.size(); ++value) {
        if (const auto cells = part & verified.cells.where(i, value); !cells.empty()) finer.push_back(cells);
      }
    }
    parts = std::move(finer);
  }
  return parts;
}

/// Calls `visit` with each part of `cells` in which every plane holds throughout or nowhere.
template <class Visit>
void for_each_part(CellSet cells, const Planes& planes, std::size_t first, Visit visit) {
  for (; first < planes.size(); ++first) {
    const auto within = cells & planes[first];
    if (within.empty() || within == cells) continue;
    for_each_part(within, planes, first + 1, visit);
    return for_each_part(cells - within, planes, first + 1, visit);
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
  const auto planes = planes_of(invariant.parts, verified);
  for (const auto& cells : parts_by(invariant.facts, verified)) {
    for_each_part(cells, planes, 0, [&](CellSet part) {
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
