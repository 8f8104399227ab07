#include "triage/due_clocks.hpp"
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

std::vector<Move> moves_of(SideBySide& both, CellSet moving) {
  auto& sets = both.cells.sets();
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

std::vector<DutyChange> duty_changes_of(SideBySide& both) {
  const auto smallest = [&](CellSet cells) -> boost::optional<Facts> {
    if (cells.empty()) return {};
    return both.cells.smallest(cells);
  };
  const DueClocks due_before{both.a, both.a.rules(), both.before.known};
  const DueClocks due_after{both.b, both.b.rules(), both.after.known};
  std::vector<DutyChange> changes;
  for (const auto duty : values_of<Duty>) {
    const auto before = both.before.known.asked[place_of(duty)] & both.cells.realisable();
    const auto after = both.after.known.asked[place_of(duty)] & both.cells.realisable();
    const auto rescheduled = before & after & due_before.differing(duty, due_after, both.cells.sets());
    if (before == after && rescheduled.empty()) continue;
    const auto added = after - before;
    const auto dropped = before - after;
    changes.push_back({.duty = duty,
                       .added = added.count(),
                       .dropped = dropped.count(),
                       .rescheduled = rescheduled.count(),
                       .added_to = smallest(added),
                       .dropped_from = smallest(dropped),
                       .rescheduled_in = smallest(rescheduled)});
  }
  return changes;
}

/// The windows that facts are counted in: a case says how many there were, not since when.
EnumSet<Parameter> windows_differing(const Policy& a, const Policy& b) {
  EnumSet<Parameter> windows;
  for (const auto window : values_of<Parameter>) {
    if (unit_of(window) == Unit::calendar_months && a.number(window) != b.number(window)) windows.insert(window);
  }
  return windows;
}

}  // namespace

boost::optional<Difference> difference(const Policy& a, const Policy& b, EnumSet<DecisionPart> parts) {
  SideBySide both{a, b, parts};
  const auto differing = both.differing(parts);
  if (differing.empty()) return {};
  return Difference{
      .facts = both.cells.smallest(differing), .cases = differing.count(), .of = both.cells.realisable().count()};
}

CaseComparison compare(const Policy& before, const Policy& after) {
  SideBySide both{before, after, what_is_done};
  const auto moving = both.differing({DecisionPart::grade, DecisionPart::route});
  const auto cases = both.cells.realisable().count();
  return {.before = before.stamp(),
          .after = after.stamp(),
          .quiet = both.cells.quiet(),
          .cases = cases,
          .unmoved = cases - moving.count(),
          .moves = moves_of(both, moving),
          .duties = duty_changes_of(both),
          .not_compared = windows_differing(before, after)};
}

}  // namespace earlyhelp
