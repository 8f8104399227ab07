#pragma once

#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/issue.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/triage/column.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace earlyhelp {

/// The facts of many incidents, one column for each: views of memory that stays the caller's, as Arrow and DuckDB hold
/// theirs. A code is the place of a value in its enum (definition 0 is domestic_abuse), a yes is 1 and a no is 0.
///
///   triage(FactColumns{.definition = codes, .officer_grade = {grades, {grade_bits}}, ...}, policy, {...});
///
/// Every column is required and as long as the others; `check` says where one is wrong. A slice of columns is columns.
///
/// Source: default triage policy, section 1.
struct FactColumns {
  std::span<const std::uint8_t> definition;
  OptionalCodes officer_grade;  ///< not there: the attending officer gave no grade
  OptionalCodes judgement;      ///< not there: there is none
  OptionalCodes instrument;     ///< not there: no checklist was used
  CountColumn yes_count;
  CountColumn unanswered_count;
  std::array<OptionalCodes, count_of<Finding>> findings;  ///< in their order; not there: unknown
  std::span<const std::uint8_t> history_known;
  CountColumn events_in_window;  ///< at least 1: this incident is counted
  std::span<const std::uint8_t> marac_referral_in_window;
  CountColumn suspect_other_victims;
  std::span<const std::uint8_t> children_known;
  CountColumn children_linked;
  OptionalCounts youngest_child_age_years;  ///< not there: no child whose age is known
  CountColumn school_age_children;
  std::span<const std::int32_t> reported_on;  ///< days since 1970-01-01, the local date of the report

  std::size_t size() const noexcept { return definition.size(); }
  /// The rows from `first` on, `count` of them. Requires: they exist.
  FactColumns slice(std::size_t first, std::size_t count) const;
};

/// The first thing that is the matter with `columns`, by its column and row ("definition, row 12"; rows count from 0)
/// or its column alone. None: they can be decided.
///
/// A column of another length, validity bits that end too early, a code that its enum does not have, a yes or no that
/// is neither 1 nor 0, a count below 0, no event in the window, a day before the year 1400 or after 9999. Rows without
/// a value are not looked at.
boost::optional<Issue> check(const FactColumns& columns);

/// The facts of row `i`.
///
/// Requires: `i` < columns.size(), and columns to which check() has no objection.
/// Throws: std::invalid_argument when that row has a code that its enum does not have, or a day that there is not.
Facts facts_at(const FactColumns& columns, std::size_t i);

}  // namespace earlyhelp
