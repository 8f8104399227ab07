#include "triage/question.hpp"
#include "triage/words.hpp"

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

/// A signal as a question: the fact behind it, how to say its value (at `#`), and the number it is held against.
struct Question {
  Signal signal;
  Fact fact;
  std::string_view words;
  std::string_view words_for_one = {};   ///< when the value is 1 and `words` is a plural
  std::string_view words_for_none = {};  ///< when the value is none, or no
  std::optional<Parameter> threshold = {};
};

using enum Signal;

constexpr Question definition_is(Signal signal) {
  return {.signal = signal, .fact = Fact::definition, .words = "definition #"};
}

constexpr Question officer_gave(Signal signal) {
  return {.signal = signal,
          .fact = Fact::officer_grade,
          .words = "officer's grade #",
          .words_for_none = "no grade from the officer"};
}

constexpr Question professional_gave(Signal signal) {
  return {.signal = signal,
          .fact = Fact::judgement,
          .words = "professional judgement #",
          .words_for_none = "no professional judgement"};
}

constexpr Question incidents(Signal signal, std::optional<Parameter> threshold = {}) {
  return {.signal = signal,
          .fact = Fact::events_in_window,
          .words = "# incidents in the window",
          .words_for_one = "1 incident in the window",
          .threshold = threshold};
}

constexpr Question term(Signal signal, std::string_view yes, std::string_view no) {
  return {.signal = signal, .fact = Fact::answer, .words = yes, .words_for_none = no};
}

constexpr Question grade_is(Signal signal) {
  return {.signal = signal, .fact = Fact::grade, .words = "grade #", .words_for_none = "no grade"};
}

constexpr Question route_is(Signal signal) { return {.signal = signal, .fact = Fact::route, .words = "route #"}; }

// From the first signal that is no finding, in their order. The checklist's threshold depends on the instrument.
constexpr std::array questions{
    Question{.signal = honour_possible, .fact = Fact::honour, .words = "honour or forced marriage #"},
    definition_is(domestic),
    definition_is(family_conflict),
    definition_is(party_under_16),
    definition_is(definition_undetermined),
    officer_gave(officer_graded),
    officer_gave(officer_medium_or_above),
    officer_gave(officer_high),
    professional_gave(judged),
    professional_gave(judged_medium_or_above),
    professional_gave(judged_high),
    Question{checklist_at_threshold, Fact::yes_count, "# yes answers", "1 yes answer", "no checklist"},
    Question{checklist_may_reach_threshold, Fact::most_yes_count, "at most # yes answers", "at most 1 yes answer",
             "no checklist"},
    incidents(repeated_event),
    incidents(events_at_escalation, Parameter::escalation_events),
    incidents(events_at_cumulative, Parameter::cumulative_child_events),
    Question{.signal = marac_referral_in_window,
             .fact = Fact::marac_referral_in_window,
             .words = "MARAC referral in the window #"},
    Question{.signal = victims_at_serial,
             .fact = Fact::victims,
             .words = "# unconnected victims",
             .words_for_one = "1 unconnected victim",
             .threshold = Parameter::serial_victims},
    Question{child_linked, Fact::children_linked, "# children linked", "1 child linked"},
    Question{school_age_child, Fact::school_age_children, "# of school age"},
    Question{.signal = young_child,
             .fact = Fact::youngest_child_age,
             .words = "youngest child aged #",
             .words_for_none = "no child of known age",
             .threshold = Parameter::young_child_under_years},
    Question{.signal = school_notification_in_force,
             .fact = Fact::reported_on,
             .words = "reported on #",
             .threshold = Parameter::school_notification_from},
    term(graded, "graded", "not graded"),
    term(act, "act", "no act"),
    term(abuse, "abuse", "no abuse"),
    term(child, "child", "no child"),
    grade_is(grade_standard_or_above),
    grade_is(grade_medium_or_above),
    grade_is(grade_high),
    route_is(route_early_intervention_or_above),
    route_is(route_victim_services_or_above),
    route_is(route_multi_agency_review_or_above),
    route_is(route_high_risk_panel),
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
      return checklist.instrument ? std::to_string(checklist.yes_count) : "none";
    case Fact::most_yes_count:
      if (!checklist.instrument) return "none";
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

std::string_view words_for(const Question& question, std::string_view value) {
  if (value == "1" && !question.words_for_one.empty()) return question.words_for_one;
  const bool is_none = value == "none" || (question.fact == Fact::answer && value == to_string(Answer::no));
  return is_none && !question.words_for_none.empty() ? question.words_for_none : question.words;
}

/// A value as people say it.
std::string said(std::string_view value) {
  const auto answer = parse<Answer>(value);
  if (!answer) return plain(value);
  if (*answer == Answer::unknown) return "not known";
  return *answer == Answer::yes ? "yes" : "no";
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
  if (is_finding(seen.signal)) return plain(to_string(seen.signal)) + " " + said(seen.value);
  const auto& question = question_of(seen.signal);
  std::string words{words_for(question, seen.value)};
  const auto at = words.find('#');
  if (at != std::string::npos) words.replace(at, 1, said(seen.value));
  if (!seen.threshold) return words;
  if (!seen.threshold_value) return words + " (no threshold)";
  return words + " (" + std::string{to_string(*seen.threshold)} + " " + *seen.threshold_value + ")";
}

}  // namespace earlyhelp
