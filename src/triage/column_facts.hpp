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
      const auto& reported_on = columns_.reported_on;
      run.find_at_least(reported_on, first_day_number,
                        std::array{run.mark(limits_.school_notification_from, facts.is_school_notification_in_force)});
      run.require_at_most(reported_on, last_day_number);
    }
  }

 private:
  using Facts = FactBits<RunBits>;

  bool is_asked(EnumSet<Signal> any_of) const noexcept { return !(signals_ & any_of).empty(); }

  void find_definition(ColumnRun& run, Facts& facts) const noexcept {
    run.find_equal(columns_.definition, count_of<Definition>,
                   std::array{run.mark(code_of(Definition::not_domestic), facts.is_not_domestic),
                              run.mark(code_of(Definition::family_conflict), facts.is_family_conflict),
                              run.mark(code_of(Definition::party_under_16), facts.is_party_under_16),
                              run.mark(code_of(Definition::undetermined), facts.is_definition_undetermined)});
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
    run.find_there(column.valid, grade.is_there);
    run.find_at_least(column, count_of<RiskGrade>,
                      std::array{run.mark(code_of(RiskGrade::medium), grade.is_medium_or_above),
                                 run.mark(code_of(RiskGrade::high), grade.is_high)});
  }

  void find_checklists(ColumnRun& run, Facts& facts) const noexcept {
    auto& [dash_2009, dash_ric, dara] = facts.checklists;
    run.find_equal(columns_.instrument, count_of<Instrument>,
                   std::array{run.mark(code_of(Instrument::dash_2009), dash_2009.is_used),
                              run.mark(code_of(Instrument::dash_ric), dash_ric.is_used),
                              run.mark(code_of(Instrument::dara), dara.is_used)});
    run.find_at_least(columns_.yes_count, 0,
                      std::array{run.mark(limits_.checklist[0], dash_2009.reaches_threshold),
                                 run.mark(limits_.checklist[1], dash_ric.reaches_threshold),
                                 run.mark(limits_.checklist[2], dara.reaches_threshold)});
    run.find_at_least(columns_.unanswered_count, 0, std::array{run.mark(1, facts.has_unanswered)});
    for (std::size_t i = 0; i < count_of<Instrument>; ++i) {
      auto& checklist = facts.checklists[i];
      checklist.has_threshold = limits_.has_checklist[i];
      if (!checklist.has_threshold) continue;
      run.find_sum_at_least(columns_.yes_count, columns_.unanswered_count, limits_.checklist[i],
                            checklist.reaches_threshold_if_filled_in);
    }
  }

  void find_history(ColumnRun& run, Facts& facts) const noexcept {
    run.find_yes(columns_.history_known, facts.is_history_known);
    run.find_at_least(columns_.events_in_window, 1,
                      std::array{run.mark(2, facts.has_repeated_event),
                                 run.mark(limits_.escalation_events, facts.has_events_at_escalation),
                                 run.mark(limits_.cumulative_child_events, facts.has_events_at_cumulative)});
    if (is_asked({Signal::marac_referral_in_window})) {
      run.find_yes(columns_.marac_referral_in_window, facts.has_marac_referral);
    }
    if (is_asked({Signal::victims_at_serial})) {
      run.find_at_least(columns_.suspect_other_victims, 0,
                        std::array{run.mark(limits_.serial_other_victims, facts.has_victims_at_serial)});
    }
  }

  void find_children(ColumnRun& run, Facts& facts) const noexcept {
    run.find_yes(columns_.children_known, facts.are_children_known);
    if (is_asked({Signal::child_linked})) {
      run.find_at_least(columns_.children_linked, 0, std::array{run.mark(1, facts.has_child)});
    }
    if (is_asked({Signal::school_age_child})) {
      run.find_at_least(columns_.school_age_children, 0, std::array{run.mark(1, facts.has_school_age_child)});
    }
    if (is_asked({Signal::young_child})) {
      const auto& youngest = columns_.youngest_child_age_years;
      run.find_there(youngest.valid, facts.has_youngest);
      run.find_at_least(youngest, 0,
                        std::array{run.mark(limits_.young_child_under_years, facts.is_youngest_not_young)});
    }
  }

  const RowColumns& columns_;
  const RowLimits& limits_;
  EnumSet<Signal> signals_;
};

}  // namespace
}  // namespace earlyhelp
