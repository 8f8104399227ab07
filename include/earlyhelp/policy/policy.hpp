#pragma once

#include <earlyhelp/incident/instrument.hpp>
#include <earlyhelp/people/definition.hpp>
#include <earlyhelp/period.hpp>
#include <earlyhelp/policy/plane_program.hpp>
#include <earlyhelp/policy/policy_book.hpp>
#include <earlyhelp/policy/rule_program.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace earlyhelp {

/// Which policy decided: its id and version, and the day of the newest row that was in force.
struct PolicyStamp {
  PolicyId id;
  std::uint32_t version;
  Date in_force_from;

  friend bool operator==(const PolicyStamp&, const PolicyStamp&) = default;
};

/// The numbers that the facts of an incident are compared with. Each is a lower bound: on it is over it.
struct Thresholds {
  std::array<boost::optional<int>, count_of<Instrument>> visible_high_risk;  ///< yes answers; none: no threshold
  int escalation_events;
  int serial_victims;
  int cumulative_child_events;
  int young_child_under_years;
  Date school_notification_from;

  friend bool operator==(const Thresholds&, const Thresholds&) = default;
};

/// Everything that triage turns on, as it stands on one day. It cannot be made from a book that `check` objects to, so
/// whatever reads it needs no further care.
///
/// Source: default triage policy, sections 3 and 5.
class Policy {
 public:
  /// Throws: std::invalid_argument naming the first issue when `check(book)` has any, or when `day` is before the first
  /// row of a required parameter; `policy_on` asks first.
  Policy(const PolicyBook& book, Date day);

  const PolicyStamp& stamp() const noexcept { return stamp_; }
  /// The days on which this same policy holds: from its newest row to the day before the next one.
  const Period& in_force() const noexcept { return in_force_; }

  const Terms& terms() const noexcept { return terms_; }
  /// What a term stands for. Requires: is_term(signal).
  const Condition& term(Signal signal) const noexcept;
  const std::vector<Rule>& rules() const noexcept { return rules_; }
  /// Requires: `index` < rules().size(), as every index in a decision of this policy is.
  const Rule& rule(RuleIndex index) const noexcept { return rules_[static_cast<std::size_t>(index)]; }
  /// The terms and rules as triage runs them: for every incident, and for those with one definition.
  const RuleProgram& program() const noexcept { return program_; }
  const RuleProgram& program_for(Definition definition) const noexcept {
    return programs_[static_cast<std::size_t>(definition)];
  }
  /// The same for many incidents at once.
  const PlaneProgram& plane_program() const noexcept { return plane_program_; }

  /// The row of `parameter` in force. None: when it is optional and has none.
  boost::optional<const ParameterRow&> row(Parameter parameter) const noexcept;
  /// The value in force of a parameter that is a number, a day or a clock.
  ///
  /// Throws: std::invalid_argument when it is of another unit, or optional and without a row.
  int number(Parameter parameter) const;
  Date day(Parameter parameter) const;
  DutyClock clock(Parameter parameter) const;
  const Thresholds& thresholds() const noexcept { return thresholds_; }

  friend bool operator==(const Policy&, const Policy&) = default;

 private:
  template <class Value>
  Value value(Parameter parameter) const;

  PolicyStamp stamp_;
  Period in_force_;
  std::vector<ParameterRow> rows_;                        // at most one for each parameter, in their order
  std::array<std::uint8_t, count_of<Parameter>> places_;  // of each parameter in rows_; past its end: none there
  Thresholds thresholds_;
  Terms terms_;
  std::vector<Rule> rules_;
  RuleProgram program_;
  std::array<RuleProgram, count_of<Definition>> programs_;
  PlaneProgram plane_program_;
};

/// `book` as it stands on the day of a report.
///
/// None: before the first row of any required parameter; there was no policy then.
/// Throws: std::invalid_argument naming the first issue when `check(book)` has any.
boost::optional<Policy> policy_on(const PolicyBook& book, Date day_of_report);

}  // namespace earlyhelp
