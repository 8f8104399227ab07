#include "triage/question.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>

namespace earlyhelp {
namespace {

/// Where the answer to a signal comes from.
enum class Fact : std::uint8_t {
  answer,  ///< a term: it has no value but yes and no
  definition,
  officer_grade,
  judgement,
  yes_count,
  most_yes_count,
  events_in_window,
  marac_referral_in_window,
  victims,
  children_linked,
  school_age_children,
  youngest_child_age,
  reported_on,
  honour,
  grade,
  route,
};

/// A signal as a question: the fact behind it, the number it is held against, and how to say the value (at `#`).
struct Question {
  Signal signal;
  Fact fact;
  std::string_view words;
  std::optional<Parameter> threshold = {};
};

using enum Signal;

// From the first signal that is no finding, in their order. The checklist's threshold depends on the instrument.
constexpr std::array questions{
    Question{honour_possible, Fact::honour, "honour_or_forced_marriage #"},
    Question{domestic, Fact::definition, "definition #"},
    Question{family_conflict, Fact::definition, "definition #"},
    Question{party_under_16, Fact::definition, "definition #"},
    Question{definition_undetermined, Fact::definition, "definition #"},
    Question{officer_graded, Fact::officer_grade, "officer's grade #"},
    Question{officer_medium_or_above, Fact::officer_grade, "officer's grade #"},
    Question{officer_high, Fact::officer_grade, "officer's grade #"},
    Question{judged, Fact::judgement, "professional judgement #"},
    Question{judged_medium_or_above, Fact::judgement, "professional judgement #"},
    Question{judged_high, Fact::judgement, "professional judgement #"},
    Question{checklist_at_threshold, Fact::yes_count, "# yes answers"},
    Question{checklist_may_reach_threshold, Fact::most_yes_count, "up to # yes answers"},
    Question{repeated_event, Fact::events_in_window, "# incidents in the window"},
    Question{events_at_escalation, Fact::events_in_window, "# incidents in the window", Parameter::escalation_events},
    Question{events_at_cumulative, Fact::events_in_window, "# incidents in the window",
             Parameter::cumulative_child_events},
    Question{marac_referral_in_window, Fact::marac_referral_in_window, "MARAC referral in the window #"},
    Question{victims_at_serial, Fact::victims, "# unconnected victims", Parameter::serial_victims},
    Question{child_linked, Fact::children_linked, "# children linked"},
    Question{school_age_child, Fact::school_age_children, "# of school age"},
    Question{young_child, Fact::youngest_child_age, "youngest child's age #", Parameter::young_child_under_years},
    Question{school_notification_in_force, Fact::reported_on, "reported on #", Parameter::school_notification_from},
    Question{graded, Fact::answer, "graded #"},
    Question{act, Fact::answer, "act #"},
    Question{abuse, Fact::answer, "abuse #"},
    Question{child, Fact::answer, "child #"},
    Question{grade_standard_or_above, Fact::grade, "grade #"},
    Question{grade_medium_or_above, Fact::grade, "grade #"},
    Question{grade_high, Fact::grade, "grade #"},
    Question{route_early_intervention_or_above, Fact::route, "route #"},
    Question{route_victim_services_or_above, Fact::route, "route #"},
    Question{route_multi_agency_review_or_above, Fact::route, "route #"},
    Question{route_high_risk_panel, Fact::route, "route #"},
};
constexpr bool are_in_order() {
  for (std::size_t i = 0; i < questions.size(); ++i) {
    if (static_cast<std::size_t>(questions[i].signal) != count_of<Finding> + i) return false;
  }
  return count_of<Finding> + questions.size() == count_of<Signal>;
}
static_assert(are_in_order());

bool is_finding(Signal signal) { return static_cast<std::size_t>(signal) < count_of<Finding>; }

const Question& question_of(Signal signal) { return questions[static_cast<std::size_t>(signal) - count_of<Finding>]; }

std::string yes_or_no(bool answer) { return std::string{to_string(answer ? Answer::yes : Answer::no)}; }

std::string value_of(Fact fact, bool answer, const Facts& facts, const Outcome& outcome) {
  const auto& checklist = facts.checklist;
  switch (fact) {
    case Fact::answer:
      return yes_or_no(answer);
    case Fact::definition:
      return std::string{to_string(facts.definition)};
    case Fact::officer_grade:
      return std::string{to_string(facts.officer_grade)};
    case Fact::judgement:
      return std::string{to_string(facts.judgement)};
    case Fact::yes_count:
      return std::to_string(checklist.yes_count);
    case Fact::most_yes_count:
      return std::to_string(std::int64_t{checklist.yes_count} + checklist.unanswered_count);
    case Fact::events_in_window:
      return std::to_string(facts.history.events_in_window);
    case Fact::marac_referral_in_window:
      return yes_or_no(facts.history.marac_referral_in_window);
    case Fact::victims:
      return std::to_string(std::int64_t{facts.history.suspect_other_victims} + 1);
    case Fact::children_linked:
      return std::to_string(facts.children.linked);
    case Fact::school_age_children:
      return std::to_string(facts.children.of_school_age);
    case Fact::youngest_child_age:
      return facts.children.youngest_age_years ? std::to_string(*facts.children.youngest_age_years) : "none";
    case Fact::reported_on:
      return to_string(facts.reported_on);
    case Fact::honour:
      return std::string{to_string(facts.findings[Finding::honour_or_forced_marriage])};
    case Fact::grade:
      return std::string{to_string(outcome.grade)};
    case Fact::route:
      return std::string{to_string(outcome.route)};
  }
  return {};
}

boost::optional<Parameter> threshold_of(const Question& question, const Facts& facts) {
  const bool is_checklist = question.fact == Fact::yes_count || question.fact == Fact::most_yes_count;
  if (is_checklist && facts.checklist.instrument) return visible_high_risk_of(*facts.checklist.instrument);
  if (question.threshold) return *question.threshold;
  return {};
}

boost::optional<std::string> value_of(Parameter parameter, const Policy& policy) {
  const auto row = policy.row(parameter);
  if (!row) return {};
  if (const auto* day = std::get_if<Date>(&row->value)) return to_string(*day);
  return std::to_string(policy.number(parameter));
}

}  // namespace

SeenValue look_at(Signal signal, bool answer, const Facts& facts, const Outcome& outcome, const Policy& policy) {
  SeenValue seen{.signal = signal, .answer = answer, .value = {}, .threshold = {}, .threshold_value = {}};
  if (is_finding(signal)) {
    seen.value = to_string(facts.findings[static_cast<Finding>(signal)]);
    return seen;
  }
  const auto& question = question_of(signal);
  seen.value = value_of(question.fact, answer, facts, outcome);
  seen.threshold = threshold_of(question, facts);
  if (seen.threshold) seen.threshold_value = value_of(*seen.threshold, policy);
  return seen;
}

std::string in_words(const SeenValue& seen) {
  if (is_finding(seen.signal)) return std::string{to_string(seen.signal)} + " " + seen.value;
  std::string words{question_of(seen.signal).words};
  words.replace(words.find('#'), 1, seen.value);
  if (seen.threshold && seen.threshold_value) {
    words += " (" + std::string{to_string(*seen.threshold)} + " " + *seen.threshold_value + ")";
  }
  return words;
}

}  // namespace earlyhelp
