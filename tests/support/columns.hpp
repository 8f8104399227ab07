#pragma once

#include <earlyhelp/triage/columns.hpp>
#include <earlyhelp/triage/fact_table.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "support/random_facts.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace earlyhelp::test {

/// Columns of the test's own for outcomes.
struct OutcomeTable {
  std::vector<std::uint8_t> grade;
  std::vector<std::uint8_t> route;
  std::vector<std::uint16_t> duties;
  std::vector<std::uint64_t> reasons;

  /// Filled with what no outcome is.
  explicit OutcomeTable(std::size_t rows)
      : grade(rows, 0xee), route(rows, 0xee), duties(rows, 0xeeee), reasons(rows, 0xeeeeeeeeeeeeeeee) {}
  OutcomeColumns columns() { return {.grade = grade, .route = route, .duties = duties, .reasons = reasons}; }

  bool holds(const Outcome& outcome, std::size_t row) const {
    const auto level = outcome.grade ? 1U + static_cast<unsigned>(*outcome.grade) : 0U;
    return grade[row] == level && route[row] == static_cast<unsigned>(outcome.route) &&
           duties[row] == outcome.duties.bits() && reasons[row] == outcome.reasons.bits();
  }
};

/// The same for decisions.
struct DecisionTable {
  OutcomeTable known;
  OutcomeTable if_unknowns_yes;
  std::vector<std::uint8_t> provisional;

  explicit DecisionTable(std::size_t rows) : known{rows}, if_unknowns_yes{rows}, provisional(rows, 0xee) {}
  DecisionColumns columns() {
    return {.known = known.columns(), .if_unknowns_yes = if_unknowns_yes.columns(), .provisional = provisional};
  }
  std::size_t size() const { return provisional.size(); }

  bool holds(const Decision& decision, std::size_t row) const {
    return known.holds(decision.known, row) && if_unknowns_yes.holds(decision.if_unknowns_yes, row) &&
           provisional[row] == (decision.provisional ? 1 : 0);
  }
};

/// What stands in row `row` of `block`, as a row of `table`.
inline bool holds(const OutcomeBlock& block, const Decision& decision, std::size_t row, std::size_t rules) {
  const auto is_outcome = [&](const Outcome& outcome, PlaneBits AnswerPlanes::*reading) {
    bool is_same = true;
    const auto expect = [&](bool expected, const AnswerPlanes& answers) {
      is_same &= expected == (answers.*reading)[row];
    };
    for (const auto grade : values_of<RiskGrade>) {
      expect(outcome.grade >= boost::make_optional(grade), block.grade_at_least(grade));
    }
    for (const auto route : values_of<Route>) {
      if (route != Route::record_only) expect(outcome.route >= route, block.route_at_least(route));
    }
    for (const auto duty : values_of<Duty>) {
      expect(outcome.duties.contains(duty), block.duty(duty));
    }
    for (std::size_t i = 0; i < rules; ++i) {
      expect(outcome.reasons.contains(static_cast<RuleIndex>(i)), block.reason(static_cast<RuleIndex>(i)));
    }
    return is_same;
  };
  return is_outcome(decision.known, &AnswerPlanes::known) &&
         is_outcome(decision.if_unknowns_yes, &AnswerPlanes::if_unknowns_yes) &&
         block.provisional[row] == decision.provisional;
}

/// Random facts, their counts bytes, or some of them the largest that there are.
inline std::vector<Facts> make_rows(std::size_t count, RandomFacts& random, bool is_wide) {
  const auto large = [&random](int& value) {
    value = random.one_of(1, 2, 13, 14, 254, 255, 256, std::numeric_limits<int>::max() - 1,
                          std::numeric_limits<int>::max());
  };
  std::vector<Facts> rows;
  while (rows.size() < count) {
    auto& facts = rows.emplace_back(random.next());
    if (!is_wide || random.below(4) != 0) continue;
    large(facts.checklist.yes_count);
    large(facts.checklist.unanswered_count);
    large(facts.history.events_in_window);
    large(facts.history.suspect_other_victims);
    large(facts.children.linked);
    large(facts.children.of_school_age);
    if (facts.children.youngest_age_years) large(*facts.children.youngest_age_years);
  }
  return rows;
}

}  // namespace earlyhelp::test
