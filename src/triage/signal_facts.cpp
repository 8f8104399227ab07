#include "triage/signal_facts.hpp"

#include <algorithm>
#include <cstddef>

namespace earlyhelp {

EnumSet<Signal> signals_read(const Policy& policy) {
  EnumSet<Signal> signals;
  const auto note = [&](Plane plane) {
    const auto question = std::min(plane, opposite_of(plane));
    if (question < count_of<Signal>) signals.insert(static_cast<Signal>(question));
  };
  for (const auto definition : values_of<Definition>) {
    const auto& program = policy.program_for(definition);
    for (const auto& step : program.steps) std::for_each(step.all_of.begin(), step.all_of.end(), note);
    std::for_each(program.fired.begin(), program.fired.end(), note);
    std::for_each(program.asked.begin(), program.asked.end(), note);
  }
  return signals;
}

EnumSet<Fact> facts_behind(Signal signal) noexcept {
  using enum Signal;
  constexpr EnumSet of_events{repeated_event, events_at_escalation, events_at_cumulative};
  const auto is_among = [signal](Signal first, Signal last) { return first <= signal && signal <= last; };
  if (static_cast<std::size_t>(signal) < count_of<Finding>) return {fact_of(static_cast<Finding>(signal))};
  if (signal == honour_possible) return {Fact::honour_or_forced_marriage};
  if (is_among(domestic, definition_undetermined)) return {Fact::definition};
  if (is_among(officer_graded, officer_high)) return {Fact::officer_grade};
  if (is_among(judged, judged_high)) return {Fact::judgement};
  if (is_among(checklist_at_threshold, checklist_may_reach_threshold))
    return {Fact::instrument, Fact::yes_count, Fact::unanswered_count};
  if (of_events.contains(signal)) return {Fact::events_in_window};
  if (signal == Signal::marac_referral_in_window) return {Fact::marac_referral_in_window};
  if (signal == victims_at_serial) return {Fact::suspect_other_victims};
  if (signal == child_linked) return {Fact::children_linked};
  if (signal == school_age_child) return {Fact::school_age_children};
  if (signal == young_child) return {Fact::youngest_child_age};
  if (signal == school_notification_in_force) return {Fact::reported_on};
  return {};
}

EnumSet<Fact> facts_behind_if_yes(Signal signal) noexcept {
  // Whether an unknown counts turns on the definition.
  auto facts = facts_behind(signal);
  if (signals_of(Unknown::officer_grade).contains(signal)) facts.insert(Fact::judgement);
  if (signals_of(Unknown::history).contains(signal)) facts.insert(Fact::history_known);
  if (signals_of(Unknown::children).contains(signal)) facts.insert(Fact::children_known);
  if (!facts.empty()) facts.insert(Fact::definition);
  return facts;
}

EnumSet<Fact> facts_behind(Unknown unknown) noexcept {
  if (unknown == Unknown::definition) return {Fact::definition};
  if (unknown == Unknown::officer_grade) return {Fact::definition, Fact::officer_grade, Fact::judgement};
  if (unknown == Unknown::checklist) return {Fact::definition, Fact::instrument, Fact::unanswered_count};
  if (unknown == Unknown::history) return {Fact::definition, Fact::history_known};
  if (unknown == Unknown::children) return {Fact::definition, Fact::children_known};
  return {Fact::definition, fact_of(static_cast<Finding>(static_cast<unsigned>(unknown) - first_finding))};
}

EnumSet<Signal> signals_behind(EnumSet<Fact> facts) noexcept {
  EnumSet<Signal> signals;
  for (const auto signal : values_of<Signal>) {
    if (!(facts_behind(signal) & facts).empty()) signals.insert(signal);
  }
  return signals;
}

}  // namespace earlyhelp
