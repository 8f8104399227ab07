#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/incident/instrument.hpp>
#include <earlyhelp/policy/rule_program.hpp>
#include <earlyhelp/policy/signal.hpp>
#include <earlyhelp/policy/unknown.hpp>

#include <array>
#include <cstddef>
#include <type_traits>

namespace earlyhelp {

/// The facts of many incidents, each already compared with one value, a bit for each incident.
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

/// What `signals` are by the facts of some incidents, as known and if unknowns were a yes: `read(bits)` are the bits of
/// these incidents, `put(signal, known, if_unknowns_yes)` takes each answer. Facts that no signal turns on are not
/// looked at, but for the definition.
///
/// Source: default triage policy, sections 3 and 4.
template <class AllBits, class Read, class Put>
class SignalsOfBits {
 public:
  SignalsOfBits(const FactBits<AllBits>& facts, EnumSet<Signal> signals, Read read, Put put) noexcept
      : facts_{facts}, signals_{signals}, read_{read}, put_{put}, is_domestic_{~read(facts.is_not_domestic)} {}

  void answer() const noexcept {
    known(Signal::domestic, is_domestic_);
    known(Signal::family_conflict, read_(facts_.is_family_conflict));
    known(Signal::party_under_16, read_(facts_.is_party_under_16));
    known(Signal::definition_undetermined, read_(facts_.is_definition_undetermined));
    for (std::size_t i = 0; i < count_of<Finding>; ++i) answer(static_cast<Finding>(i), facts_.findings[i]);
    answer_grades();
    answer_checklist();
    answer_history();
    answer_children();
    if (signals_.contains(Signal::school_notification_in_force)) {
      known(Signal::school_notification_in_force, read_(facts_.is_school_notification_in_force));
    }
  }

 private:
  using Answer = typename FactBits<AllBits>::Answer;
  using Bits = std::invoke_result_t<Read, const AllBits&>;

  bool is_asked(EnumSet<Signal> any_of) const noexcept { return !(signals_ & any_of).empty(); }
  /// No unknown changes the answer.
  void known(Signal signal, const Bits& yes) const noexcept {
    if (signals_.contains(signal)) put_(signal, yes, yes);
  }
  /// With `unknown` read as a yes, so is the answer.
  void known_or(Signal signal, const Bits& yes, const Bits& unknown) const noexcept {
    if (signals_.contains(signal)) put_(signal, yes, yes | unknown);
  }

  void read_or(Signal signal, const AllBits& yes, const Bits& unknown) const noexcept {
    if (signals_.contains(signal)) known_or(signal, read_(yes), unknown);
  }

  // Of an incident that is not domestic only a breached order, a harmed child and the history count as unknown.
  void answer(Finding finding, const Answer& answer) const noexcept {
    const bool is_honour = finding == Finding::honour_or_forced_marriage;
    if (!is_asked({signal_of(finding), is_honour ? Signal::honour_possible : signal_of(finding)})) return;
    const auto is_there = read_(answer.is_there);
    const auto yes = read_(answer.is_yes) & is_there;
    const auto unknown = ~is_there;
    const bool counts_always = finding == Finding::order_breached || finding == Finding::child_harmed_or_threatened;
    known_or(signal_of(finding), yes, counts_always ? unknown : unknown & is_domestic_);
    // Whoever might be in danger from the family is contacted as if they were.
    if (is_honour) known(Signal::honour_possible, yes | unknown);
  }

  void answer_grades() const noexcept {
    const bool is_judgement_asked = is_asked({Signal::judged, Signal::judged_medium_or_above, Signal::judged_high});
    const bool is_officers_asked = is_asked(signals_of(Unknown::officer_grade));
    if (!is_judgement_asked && !is_officers_asked) return;
    const auto& judgement = facts_.judgement;
    const auto is_judged = read_(judgement.is_there);
    if (is_judgement_asked) {
      known(Signal::judged, is_judged);
      known(Signal::judged_medium_or_above, read_(judgement.is_medium_or_above) & is_judged);
      known(Signal::judged_high, read_(judgement.is_high) & is_judged);
    }
    if (!is_officers_asked) return;
    const auto& officers = facts_.officer_grade;
    const auto is_graded = read_(officers.is_there);
    const auto is_missing = is_domestic_ & ~(is_graded | is_judged);
    known_or(Signal::officer_graded, is_graded, is_missing);
    known_or(Signal::officer_medium_or_above, read_(officers.is_medium_or_above) & is_graded, is_missing);
    known_or(Signal::officer_high, read_(officers.is_high) & is_graded, is_missing);
  }

  /// A checklist that is filled in may no longer reach anything; without a threshold it is read as if it did.
  void answer_checklist() const noexcept {
    if (!is_asked(signals_of(Unknown::checklist))) return;
    Bits is_any_used{};
    Bits has_threshold{};
    Bits reaches{};
    Bits may_reach{};
    for (const auto& checklist : facts_.checklists) {
      const auto is_used = read_(checklist.is_used);
      is_any_used = is_any_used | is_used;
      if (!checklist.has_threshold) continue;
      has_threshold = has_threshold | is_used;
      reaches = reaches | (is_used & read_(checklist.reaches_threshold));
      may_reach = may_reach | (is_used & read_(checklist.reaches_threshold_if_filled_in));
    }
    may_reach = may_reach & ~reaches;
    const auto unknown = is_domestic_ & (~is_any_used | read_(facts_.has_unanswered));
    known_or(Signal::checklist_at_threshold, reaches, unknown & (may_reach | ~has_threshold));
    if (signals_.contains(Signal::checklist_may_reach_threshold)) {
      put_(Signal::checklist_may_reach_threshold, may_reach, may_reach & ~unknown);
    }
  }

  void answer_history() const noexcept {
    if (!is_asked(signals_of(Unknown::history))) return;
    const auto unknown = ~read_(facts_.is_history_known);
    read_or(Signal::repeated_event, facts_.has_repeated_event, unknown);
    read_or(Signal::events_at_escalation, facts_.has_events_at_escalation, unknown);
    read_or(Signal::events_at_cumulative, facts_.has_events_at_cumulative, unknown);
    read_or(Signal::marac_referral_in_window, facts_.has_marac_referral, unknown);
    read_or(Signal::victims_at_serial, facts_.has_victims_at_serial, unknown);
  }

  void answer_children() const noexcept {
    if (!is_asked(signals_of(Unknown::children))) return;
    const auto unknown = is_domestic_ & ~read_(facts_.are_children_known);
    read_or(Signal::child_linked, facts_.has_child, unknown);
    read_or(Signal::school_age_child, facts_.has_school_age_child, unknown);
    if (is_asked({Signal::young_child})) {
      known_or(Signal::young_child, read_(facts_.has_youngest) & ~read_(facts_.is_youngest_not_young), unknown);
    }
  }

  const FactBits<AllBits>& facts_;
  EnumSet<Signal> signals_;
  Read read_;
  Put put_;
  Bits is_domestic_;
};

}  // namespace earlyhelp
