#include "triage/side_by_side.hpp"

#include <earlyhelp/triage/difference.hpp>

namespace earlyhelp {
namespace {

/// How many grades there are, with none.
constexpr std::size_t grades = 1 + count_of<RiskGrade>;

boost::optional<RiskGrade> grade_at(std::size_t level) {
  if (level == 0) return {};
  return static_cast<RiskGrade>(level - 1);
}

/// Where `level` of `levels` is reached, and the next one is not.
CellSet at(std::size_t level, const CellSet* levels, std::size_t count, CellSets& sets) {
  const auto reached = level == 0 ? sets.all() : levels[level - 1];
  return level == count ? reached : reached - levels[level];
}

/// The cells with this grade and route.
CellSet where(std::size_t grade, std::size_t route, const DecidedPolicy& decided, CellSets& sets) {
  const auto* asked = decided.known.asked.data();
  return at(grade, asked, grade_levels, sets) & at(route, asked + grade_levels, route_levels, sets);
}

}  // namespace

boost::optional<Difference> difference(const Policy& a, const Policy& b, EnumSet<DecisionPart> parts) {
  SideBySide both{a, b};
  const auto differing = both.differing(parts);
  if (differing.empty()) return {};
  return Difference{
      .facts = both.cells.smallest(differing), .cases = differing.count(), .of = both.cells.realisable().count()};
}

std::vector<Move> moves(const Policy& a, const Policy& b) {
  SideBySide both{a, b};
  auto& sets = both.cells.sets();
  const auto moving = both.differing({DecisionPart::grade, DecisionPart::route});
  std::vector<Move> moves;
  for (std::size_t from = 0; from < count_of<Route> * grades; ++from) {
    const auto leaving = moving & where(from % grades, from / grades, both.before, sets);
    if (leaving.empty()) continue;
    for (std::size_t to = 0; to < count_of<Route> * grades; ++to) {
      const auto cases = leaving & where(to % grades, to / grades, both.after, sets);
      if (cases.empty()) continue;
      moves.push_back({.grade_before = grade_at(from % grades),
                       .grade_after = grade_at(to % grades),
                       .route_before = static_cast<Route>(from / grades),
                       .route_after = static_cast<Route>(to / grades),
                       .cases = cases.count(),
                       .example = both.cells.smallest(cases)});
    }
  }
  return moves;
}

}  // namespace earlyhelp
