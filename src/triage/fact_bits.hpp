#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/incident/instrument.hpp>
#include <earlyhelp/policy/rule_program.hpp>
#include <earlyhelp/policy/signal.hpp>
#include <earlyhelp/policy/unknown.hpp>

#include <array>
#include <cstddef>

namespace earlyhelp {

/// The facts of as many incidents as `Bits` has bits, each already compared with one value.
///
/// Source: default triage policy, section 1.
template <class Bits>
struct FactBits {
  struct Grade {
    Bits is_there;
    Bits is_medium_or_above;  ///< of those that are there
    Bits is_high;
  };
  struct Checklist {
    Bits is_used;
    Bits reaches_threshold;               ///< with the yes answers
    Bits reaches_threshold_if_filled_in;  ///< when every unanswered item is a yes
    bool has_threshold;
  };
  struct Answer {
    Bits is_yes;  ///< of those that are there
    Bits is_there;
  };

  Bits is_not_domestic;
  Bits is_family_conflict;
  Bits is_party_under_16;
  Bits is_definition_undetermined;
  Grade officer_grade;
  Grade judgement;
  std::array<Checklist, count_of<Instrument>> checklists;
  Bits has_unanswered;
  std::array<Answer, count_of<Finding>> findings;
  Bits is_history_known;
  Bits has_repeated_event;
  Bits has_events_at_escalation;
  Bits has_events_at_cumulative;
  Bits has_marac_referral;
  Bits has_victims_at_serial;
  Bits are_children_known;
  Bits has_child;
  Bits has_school_age_child;
  Bits has_youngest;
  Bits is_youngest_not_young;  ///< of those that are there
  Bits is_school_notification_in_force;
};

/// What `signals` are by the facts, as known and if unknowns were a yes: `put(signal, known, if_unknowns_yes)` takes
/// each. Facts that none of them turns on are not looked at, but for the definition.
///
/// Source: default triage policy, sections 3 and 4.
template <class Bits, class Put>
class SignalsOfBits {
 public:
  SignalsOfBits(const FactBits<Bits>& facts, EnumSet<Signal> signals, Put put) noexcept
      : facts_{facts}, signals_{signals}, put_{put}, is_domestic_{~facts.is_not_domestic} {}

  void answer() const noexcept {
    known(Signal::domestic, is_domestic_);
    known(Signal::family_conflict, facts_.is_family_conflict);
    known(Signal::party_under_16, facts_.is_party_under_16);
    known(Signal::definition_undetermined, facts_.is_definition_undetermined);
    for (std::size_t i = 0; i < count_of<Finding>; ++i) answer(static_cast<Finding>(i), facts_.findings[i]);
    answer_grades();
    answer_checklist();
    answer_history();
    answer_children();
    known(Signal::school_notification_in_force, facts_.is_school_notification_in_force);
  }

 private:
  using Grade = typename FactBits<Bits>::Grade;
  using Answer = typename FactBits<Bits>::Answer;

  bool is_asked(EnumSet<Signal> any_of) const noexcept { return !(signals_ & any_of).empty(); }
  /// No unknown changes the answer.
  void known(Signal signal, const Bits& yes) const noexcept {
    if (signals_.contains(signal)) put_(signal, yes, yes);
  }
  /// With `unknown` read as a yes, so is the answer.
  void known_or(Signal signal, const Bits& yes, const Bits& unknown) const noexcept {
    if (signals_.contains(signal)) put_(signal, yes, yes | unknown);
  }

  // Of an incident that is not domestic only a breached order, a harmed child and the history count as unknown.
  void answer(Finding finding, const Answer& answer) const noexcept {
    const bool is_honour = finding == Finding::honour_or_forced_marriage;
    if (!is_asked({signal_of(finding), is_honour ? Signal::honour_possible : signal_of(finding)})) return;
    const auto yes = answer.is_yes & answer.is_there;
    const auto unknown = ~answer.is_there;
    const bool counts_always = finding == Finding::order_breached || finding == Finding::child_harmed_or_threatened;
    known_or(signal_of(finding), yes, counts_always ? unknown : unknown & is_domestic_);
    // Whoever might be in danger from the family is contacted as if they were.
    if (is_honour) known(Signal::honour_possible, yes | unknown);
  }

  void answer_grades() const noexcept {
    const auto& judgement = facts_.judgement;
    if (is_asked({Signal::judged, Signal::judged_medium_or_above, Signal::judged_high})) {
      known(Signal::judged, judgement.is_there);
      known(Signal::judged_medium_or_above, judgement.is_medium_or_above & judgement.is_there);
      known(Signal::judged_high, judgement.is_high & judgement.is_there);
    }
    if (!is_asked(signals_of(Unknown::officer_grade))) return;
    const auto& officers = facts_.officer_grade;
    const auto is_missing = is_domestic_ & ~(officers.is_there | judgement.is_there);
    known_or(Signal::officer_graded, officers.is_there, is_missing);
    known_or(Signal::officer_medium_or_above, officers.is_medium_or_above & officers.is_there, is_missing);
    known_or(Signal::officer_high, officers.is_high & officers.is_there, is_missing);
  }

  /// A checklist that is filled in may no longer reach anything; without a threshold it is read as if it did.
  void answer_checklist() const noexcept {
    if (!is_asked(signals_of(Unknown::checklist))) return;
    auto is_used = is_domestic_ & facts_.is_not_domestic;
    auto has_threshold = is_used;
    auto reaches = is_used;
    auto may_reach = is_used;
    for (const auto& checklist : facts_.checklists) {
      is_used = is_used | checklist.is_used;
      if (!checklist.has_threshold) continue;
      has_threshold = has_threshold | checklist.is_used;
      reaches = reaches | (checklist.is_used & checklist.reaches_threshold);
      may_reach = may_reach | (checklist.is_used & checklist.reaches_threshold_if_filled_in);
    }
    may_reach = may_reach & ~reaches;
    const auto unknown = is_domestic_ & (~is_used | facts_.has_unanswered);
    known_or(Signal::checklist_at_threshold, reaches, unknown & (may_reach | ~has_threshold));
    if (signals_.contains(Signal::checklist_may_reach_threshold)) {
      put_(Signal::checklist_may_reach_threshold, may_reach, may_reach & ~unknown);
    }
  }

  void answer_history() const noexcept {
    if (!is_asked(signals_of(Unknown::history))) return;
    const auto unknown = ~facts_.is_history_known;
    known_or(Signal::repeated_event, facts_.has_repeated_event, unknown);
    known_or(Signal::events_at_escalation, facts_.has_events_at_escalation, unknown);
    known_or(Signal::events_at_cumulative, facts_.has_events_at_cumulative, unknown);
    known_or(Signal::marac_referral_in_window, facts_.has_marac_referral, unknown);
    known_or(Signal::victims_at_serial, facts_.has_victims_at_serial, unknown);
  }

  void answer_children() const noexcept {
    if (!is_asked(signals_of(Unknown::children))) return;
    const auto unknown = is_domestic_ & ~facts_.are_children_known;
    known_or(Signal::child_linked, facts_.has_child, unknown);
    known_or(Signal::school_age_child, facts_.has_school_age_child, unknown);
    if (is_asked({Signal::young_child})) {
      known_or(Signal::young_child, facts_.has_youngest & ~facts_.is_youngest_not_young, unknown);
    }
  }

  const FactBits<Bits>& facts_;
  EnumSet<Signal> signals_;
  Put put_;
  Bits is_domestic_;
};

}  // namespace earlyhelp
