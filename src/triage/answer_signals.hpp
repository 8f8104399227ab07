#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/people/definition.hpp>
#include <earlyhelp/policy/rule_program.hpp>
#include <earlyhelp/policy/signal.hpp>
#include <earlyhelp/policy/unknown.hpp>

#include <cstddef>
#include <utility>

namespace earlyhelp {

/// Answers signals for as many incidents at once as a word of bits has. `Facts` says yes or no about each of them, in
/// its bit, to what it is asked; `put(signal, known, if_unknowns_yes)` takes the answers.
///
/// Source: default triage policy, sections 3 and 4.
template <class Facts, class Put>
class SignalAnswers {
 public:
  SignalAnswers(const Facts& facts, EnumSet<Signal> signals, Put put) noexcept
      : facts_{facts}, signals_{signals}, put_{put}, is_domestic_{~facts.is(Definition::not_domestic)} {}

  void all() noexcept {
    definition();
    findings();
    grades();
    if (is_asked(signals_of(Unknown::checklist))) checklist();
    history();
    children();
    if (is_asked({Signal::school_notification_in_force})) {
      known(Signal::school_notification_in_force, facts_.is_school_notification_in_force());
    }
  }

 private:
  using Bits = decltype(std::declval<const Facts&>().is(Definition{}));

  bool is_asked(EnumSet<Signal> any_of) const noexcept { return !(signals_ & any_of).empty(); }
  /// No unknown changes the answer.
  void known(Signal signal, Bits yes) noexcept { put_(signal, yes, yes); }
  /// With `unknown` read as a yes, so is the answer.
  void known_or(Signal signal, Bits yes, Bits unknown) noexcept { put_(signal, yes, yes | unknown); }
  void known_or(Signal signal, Bits (Facts::*yes)() const noexcept, Bits unknown) noexcept {
    if (is_asked({signal})) known_or(signal, (facts_.*yes)(), unknown);
  }

  void definition() noexcept {
    if (!is_asked(defined_signals)) return;
    known(Signal::domestic, is_domestic_);
    known(Signal::family_conflict, facts_.is(Definition::family_conflict));
    known(Signal::party_under_16, facts_.is(Definition::party_under_16));
    known(Signal::definition_undetermined, facts_.is(Definition::undetermined));
  }

  // Of an incident that is not domestic only a breached order, a harmed child and the history count as unknown.
  void findings() noexcept {
    for (std::size_t i = 0; i < count_of<Finding>; ++i) {
      const auto finding = static_cast<Finding>(i);
      if (!is_asked({signal_of(finding)})) continue;
      const bool counts_always = finding == Finding::order_breached || finding == Finding::child_harmed_or_threatened;
      const auto unknown = facts_.is_unknown(finding);
      known_or(signal_of(finding), facts_.is_yes(finding), counts_always ? unknown : unknown & is_domestic_);
    }
    // Whoever might be in danger from the family is contacted as if they were.
    constexpr auto honour = Finding::honour_or_forced_marriage;
    if (is_asked({Signal::honour_possible})) {
      known(Signal::honour_possible, facts_.is_yes(honour) | facts_.is_unknown(honour));
    }
  }

  void grades() noexcept {
    using enum RiskGrade;
    if (is_asked(signals_of(Unknown::officer_grade))) {
      const auto is_missing = is_domestic_ & ~(facts_.officer_at_least(standard) | facts_.judged_at_least(standard));
      known_or(Signal::officer_graded, facts_.officer_at_least(standard), is_missing);
      known_or(Signal::officer_medium_or_above, facts_.officer_at_least(medium), is_missing);
      known_or(Signal::officer_high, facts_.officer_at_least(high), is_missing);
    }
    if (is_asked({Signal::judged, Signal::judged_medium_or_above, Signal::judged_high})) {
      known(Signal::judged, facts_.judged_at_least(standard));
      known(Signal::judged_medium_or_above, facts_.judged_at_least(medium));
      known(Signal::judged_high, facts_.judged_at_least(high));
    }
  }

  /// A checklist that is filled in may no longer reach anything; where it has no threshold, it is read as if it did.
  void checklist() noexcept {
    const auto is_unknown = is_domestic_ & ~(facts_.has_instrument() & facts_.is_all_answered());
    const auto reaches = facts_.reaches_threshold();
    const auto may_reach = facts_.reaches_threshold_if_filled_in() & ~reaches;
    known_or(Signal::checklist_at_threshold, reaches, is_unknown & (may_reach | ~facts_.has_threshold()));
    put_(Signal::checklist_may_reach_threshold, may_reach, may_reach & ~is_unknown);
  }

  void history() noexcept {
    if (!is_asked(signals_of(Unknown::history))) return;
    const auto unknown = ~facts_.is_history_known();
    known_or(Signal::repeated_event, &Facts::has_repeated_event, unknown);
    known_or(Signal::events_at_escalation, &Facts::has_events_at_escalation, unknown);
    known_or(Signal::events_at_cumulative, &Facts::has_events_at_cumulative, unknown);
    known_or(Signal::marac_referral_in_window, &Facts::has_marac_referral, unknown);
    known_or(Signal::victims_at_serial, &Facts::has_victims_at_serial, unknown);
  }

  void children() noexcept {
    if (!is_asked(signals_of(Unknown::children))) return;
    const auto unknown = is_domestic_ & ~facts_.are_children_known();
    known_or(Signal::child_linked, &Facts::has_child, unknown);
    known_or(Signal::school_age_child, &Facts::has_school_age_child, unknown);
    known_or(Signal::young_child, &Facts::has_young_child, unknown);
  }

  const Facts& facts_;
  EnumSet<Signal> signals_;
  Put put_;
  Bits is_domestic_;
};

}  // namespace earlyhelp
