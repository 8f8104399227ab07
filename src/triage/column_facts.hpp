#pragma once

#include "triage/column_run.hpp"
#include "triage/fact_bits.hpp"
#include "triage/plane_kernel.hpp"

#include <earlyhelp/policy/unknown.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

// Nothing here is shared between the sources that include it.
namespace earlyhelp {
namespace {

template <class Enum>
constexpr std::uint8_t code_of(Enum value) noexcept {
  return static_cast<std::uint8_t>(value);
}

/// Compares the columns that `signals` turn on; words outside the run stay as they are. All columns are compared before
/// anything is made of the answers: what was just written word by word cannot be read as a plane without waiting for
/// it.
class ColumnFacts {
 public:
  ColumnFacts(const RowColumns& columns, const RowLimits& limits, EnumSet<Signal> signals) noexcept
      : columns_{columns}, limits_{limits}, signals_{signals} {}

  void find(ColumnRun& run, FactBits<RunBits>& facts) const noexcept {
    find_definition(run, facts);
    for (std::size_t i = 0; i < count_of<Finding>; ++i) {
      const auto finding = static_cast<Finding>(i);
      const bool is_honour = finding == Finding::honour_or_forced_marriage;
      if (!is_asked({signal_of(finding), is_honour ? Signal::honour_possible : signal_of(finding)})) continue;
      run.find_yes(columns_.findings[i], facts.findings[i].is_yes);
      run.find_there(columns_.findings[i].valid, facts.findings[i].is_there);
    }
    find_grades(run, facts);
    if (is_asked(signals_of(Unknown::checklist))) find_checklists(run, facts);
    if (is_asked(signals_of(Unknown::history))) find_history(run, facts);
    if (is_asked(signals_of(Unknown::children))) find_children(run, facts);
    if (is_asked({Signal::school_notification_in_force})) {
      run.require(columns_.reported_on, first_day_number, last_day_number);
      run.find_at_least(columns_.reported_on, limits_.school_notification_from, facts.is_school_notification_in_force);
    }
  }

 private:
  using Facts = FactBits<RunBits>;

  bool is_asked(EnumSet<Signal> any_of) const noexcept { return !(signals_ & any_of).empty(); }

  void find_definition(ColumnRun& run, Facts& facts) const noexcept {
    const auto& column = columns_.definition;
    run.require_below(column, count_of<Definition>);
    run.find_equal(column, code_of(Definition::not_domestic), facts.is_not_domestic);
    run.find_equal(column, code_of(Definition::family_conflict), facts.is_family_conflict);
    run.find_equal(column, code_of(Definition::party_under_16), facts.is_party_under_16);
    run.find_equal(column, code_of(Definition::undetermined), facts.is_definition_undetermined);
  }

  void find_grades(ColumnRun& run, Facts& facts) const noexcept {
    const bool is_officers_asked = is_asked(signals_of(Unknown::officer_grade));
    if (is_officers_asked) find_grade(run, columns_.officer_grade, facts.officer_grade);
    // Whoever was judged is not without a grade.
    if (is_officers_asked || is_asked({Signal::judged, Signal::judged_medium_or_above, Signal::judged_high})) {
      find_grade(run, columns_.judgement, facts.judgement);
    }
  }
  static void find_grade(ColumnRun& run, const RowCodes& column, Facts::Grade& grade) noexcept {
    run.require_below(column, count_of<RiskGrade>);
    run.find_there(column.valid, grade.is_there);
    run.find_at_least(column, code_of(RiskGrade::medium), grade.is_medium_or_above);
    run.find_at_least(column, code_of(RiskGrade::high), grade.is_high);
  }

  void find_checklists(ColumnRun& run, Facts& facts) const noexcept {
    run.require_below(columns_.instrument, count_of<Instrument>);
    run.require(columns_.yes_count, 0);
    run.require(columns_.unanswered_count, 0);
    run.find_at_least(columns_.unanswered_count, 1, facts.has_unanswered);
    for (std::size_t i = 0; i < count_of<Instrument>; ++i) {
      auto& checklist = facts.checklists[i];
      const auto threshold = limits_.checklist[i];
      run.find_equal(columns_.instrument, code_of(i), checklist.is_used);
      checklist.has_threshold = limits_.has_checklist[i];
      if (!checklist.has_threshold) continue;
      run.find_at_least(columns_.yes_count, threshold, checklist.reaches_threshold);
      run.find_sum_at_least(columns_.yes_count, columns_.unanswered_count, threshold,
                            checklist.reaches_threshold_if_filled_in);
    }
  }

  void find_history(ColumnRun& run, Facts& facts) const noexcept {
    run.find_yes(columns_.history_known, facts.is_history_known);
    const auto& events = columns_.events_in_window;
    run.require(events, 1);
    if (is_asked({Signal::repeated_event})) run.find_at_least(events, 2, facts.has_repeated_event);
    if (is_asked({Signal::events_at_escalation})) {
      run.find_at_least(events, limits_.escalation_events, facts.has_events_at_escalation);
    }
    if (is_asked({Signal::events_at_cumulative})) {
      run.find_at_least(events, limits_.cumulative_child_events, facts.has_events_at_cumulative);
    }
    if (is_asked({Signal::marac_referral_in_window})) {
      run.find_yes(columns_.marac_referral_in_window, facts.has_marac_referral);
    }
    if (is_asked({Signal::victims_at_serial})) {
      run.require(columns_.suspect_other_victims, 0);
      run.find_at_least(columns_.suspect_other_victims, limits_.serial_other_victims, facts.has_victims_at_serial);
    }
  }

  void find_children(ColumnRun& run, Facts& facts) const noexcept {
    run.find_yes(columns_.children_known, facts.are_children_known);
    if (is_asked({Signal::child_linked})) {
      run.require(columns_.children_linked, 0);
      run.find_at_least(columns_.children_linked, 1, facts.has_child);
    }
    if (is_asked({Signal::school_age_child})) {
      run.require(columns_.school_age_children, 0);
      run.find_at_least(columns_.school_age_children, 1, facts.has_school_age_child);
    }
    if (is_asked({Signal::young_child})) {
      const auto& youngest = columns_.youngest_child_age_years;
      run.require(youngest, 0);
      run.find_there(youngest.valid, facts.has_youngest);
      run.find_at_least(youngest, limits_.young_child_under_years, facts.is_youngest_not_young);
    }
  }

  const RowColumns& columns_;
  const RowLimits& limits_;
  EnumSet<Signal> signals_;
};

}  // namespace
}  // namespace earlyhelp
