#include <earlyhelp/triage/explain.hpp>
#include <earlyhelp/triage/signals.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "triage/question.hpp"

#include <range/v3/algorithm/any_of.hpp>
#include <range/v3/algorithm/contains.hpp>
#include <range/v3/algorithm/none_of.hpp>
#include <range/v3/algorithm/sort.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace earlyhelp {
namespace {

/// What was asked and answered on the way to one decision.
class Account {
 public:
  Account(const Decision& decision, const Facts& facts, const Policy& policy)
      : outcome_{decision.known}, facts_{facts}, policy_{policy}, yes_{signals_of(facts, policy)} {}

  /// The answers that made `condition` true: in each any-of the ones that hold.
  std::vector<SeenValue> that_let(const Condition& condition) const {
    std::vector<SeenValue> seen;
    add_holding(condition, seen);
    return seen;
  }

  /// The answers that stood in the way of `rule`: its scope, and the any-ofs of which nothing holds.
  std::vector<SeenValue> that_stopped(const Rule& rule) const {
    std::vector<SeenValue> seen;
    if (rule.scope == Scope::domestic_incidents && !yes_.contains(Signal::domestic)) add(Signal::domestic, seen);
    rule.when.for_each_clause([&](std::span<const Literal> clause) {
      if (ranges::any_of(clause, [this](const auto& literal) { return holds(literal); })) return;
      for (const auto& literal : clause) add(literal.signal, seen);
    });
    return seen;
  }

 private:
  bool holds(const Literal& literal) const { return yes_.contains(literal.signal) != literal.is_negated; }

  void add_holding(const Condition& condition, std::vector<SeenValue>& seen) const {
    for (const auto& literal : condition.literals()) {
      if (!holds(literal)) continue;
      if (is_term(literal.signal) && !literal.is_negated) {
        add_holding(policy_.term(literal.signal), seen);
      } else {
        add(literal.signal, seen);
      }
    }
  }

  /// Each signal once: a rule and a term of it may look at the same thing.
  void add(Signal signal, std::vector<SeenValue>& seen) const {
    if (ranges::any_of(seen, [signal](const auto& value) { return value.signal == signal; })) return;
    seen.push_back(look_at(signal, yes_.contains(signal), facts_, outcome_, policy_));
  }

  const Outcome& outcome_;
  const Facts& facts_;
  const Policy& policy_;
  EnumSet<Signal> yes_;
};

/// Whether `rule` would have raised what was decided. What a person's grade asks for is on record, not a chance missed.
bool would_raise(const Rule& rule, const Outcome& outcome) {
  if (rule.route_at_least > outcome.route) return true;
  if (!rule.grade_at_least || *rule.grade_at_least >= GradeAsked::officers) return false;
  return boost::make_optional(static_cast<RiskGrade>(*rule.grade_at_least)) > outcome.grade;
}

/// A count raised just so far that it reaches a threshold.
struct Step {
  Signal signal;
  std::int64_t more;
  std::string_view one;
  std::string_view many;
  Facts facts;
};

/// The facts with just enough more of each count to reach each threshold that is not reached.
std::vector<Step> steps(const Facts& facts, const Policy& policy) {
  std::vector<Step> all;
  const auto try_step = [&](Signal signal, std::int64_t threshold, int value, std::string_view one,
                            std::string_view many, auto raise) {
    if (value >= threshold) return;
    Step step{.signal = signal, .more = threshold - value, .one = one, .many = many, .facts = facts};
    raise(step.facts, static_cast<int>(threshold));
    const bool is_new = ranges::none_of(all, [&step](const auto& other) { return other.facts == step.facts; });
    if (is_new) all.push_back(step);
  };
  const auto& numbers = policy.thresholds();
  if (facts.checklist.instrument) {
    const auto threshold = numbers.visible_high_risk[static_cast<std::size_t>(*facts.checklist.instrument)];
    if (threshold) {
      try_step(Signal::checklist_at_threshold, *threshold, facts.checklist.yes_count, "more yes answer",
               "more yes answers", [](Facts& more, int yes) {
                 const auto answered = yes - more.checklist.yes_count;
                 more.checklist.unanswered_count = std::max(0, more.checklist.unanswered_count - answered);
                 more.checklist.yes_count = yes;
               });
    }
  }
  const auto raise_events = [](Facts& more, int events) { more.history.events_in_window = events; };
  const auto events = facts.history.events_in_window;
  try_step(Signal::events_at_escalation, numbers.escalation_events, events, "more incident in the window",
           "more incidents in the window", raise_events);
  try_step(Signal::events_at_cumulative, numbers.cumulative_child_events, events, "more incident in the window",
           "more incidents in the window", raise_events);
  try_step(Signal::victims_at_serial, numbers.serial_victims - 1, facts.history.suspect_other_victims,
           "more unconnected victim", "more unconnected victims",
           [](Facts& more, int victims) { more.history.suspect_other_victims = victims; });
  return all;
}

std::string sentence_of(const Step& step, const Outcome& from, const Outcome& to) {
  std::string made;
  const auto say = [&made](std::string text) { made += (made.empty() ? "" : ", ") + std::move(text); };
  if (to.grade != from.grade) say("make the grade " + std::string{to_string(to.grade)});
  if (to.route != from.route) say("make the route " + std::string{to_string(to.route)});
  for (const auto duty : to.duties - from.duties) say("open " + std::string{to_string(duty)});
  return std::to_string(step.more) + " " + std::string{step.more == 1 ? step.one : step.many} + " would " + made + ".";
}

std::vector<Margin> margins_of(const Decision& decision, const Facts& facts, const Policy& policy) {
  std::vector<Margin> margins;
  for (const auto& step : steps(facts, policy)) {
    const auto raised = triage(step.facts, policy).known;
    const auto new_duties = raised.duties - decision.known.duties;
    if (raised.grade == decision.known.grade && raised.route == decision.known.route && new_duties.empty()) continue;
    margins.push_back({.signal = step.signal,
                       .more = static_cast<int>(step.more),
                       .grade = raised.grade,
                       .route = raised.route,
                       .new_duties = new_duties,
                       .sentence = sentence_of(step, decision.known, raised)});
  }
  ranges::sort(margins, {}, [](const auto& margin) { return std::pair{margin.more, margin.signal}; });
  return margins;
}

}  // namespace

std::string english(const Rule& rule, const std::vector<SeenValue>& seen, bool fired) {
  std::string sentence{rule.title.view()};
  if (!fired) sentence = "Not \"" + sentence + "\"";
  std::vector<std::string> said;  // different signals may be said alike: "grade high" and "grade medium or above"
  for (const auto& value : seen) {
    auto words = in_words(value);
    if (ranges::contains(said, words)) continue;
    sentence += (said.empty() ? ": " : ", ") + words;
    said.push_back(std::move(words));
  }
  return sentence + ".";
}

Explanation explain(const Decision& decision, const Facts& facts, const Policy& policy, const Wording& wording) {
  const Account account{decision, facts, policy};
  const auto tell = [&](RuleIndex index, std::vector<SeenValue> seen, bool fired) {
    const auto& rule = policy.rule(index);
    auto sentence = wording(rule, seen, fired);
    return RuleAccount{
        .rule = index, .id = rule.id, .seen = std::move(seen), .source = rule.source, .sentence = std::move(sentence)};
  };

  Explanation explanation;
  for (std::size_t i = 0; i < policy.rules().size(); ++i) {
    const auto index = static_cast<RuleIndex>(i);
    const auto& rule = policy.rule(index);
    if (decision.known.reasons.contains(index)) {
      explanation.reasons.push_back(tell(index, account.that_let(rule.when), true));
    } else if (would_raise(rule, decision.known)) {
      explanation.why_not.push_back(tell(index, account.that_stopped(rule), false));
    }
  }
  explanation.margins = margins_of(decision, facts, policy);
  return explanation;
}

}  // namespace earlyhelp
