#include <earlyhelp/triage/explain.hpp>
#include <earlyhelp/triage/signals.hpp>

#include "triage/margin.hpp"
#include "triage/question.hpp"

#include <range/v3/algorithm/any_of.hpp>
#include <range/v3/algorithm/contains.hpp>

#include <cstddef>
#include <span>
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

}  // namespace

std::string english_account(const Rule& rule, const std::vector<SeenValue>& seen, bool fired) {
  std::string sentence{rule.title.view()};
  if (!fired) sentence = '"' + sentence + "\" does not apply";
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
    auto sentence = wording.account(rule, seen, fired);
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
  explanation.margins = margins_of(decision, facts, policy, wording);
  return explanation;
}

}  // namespace earlyhelp
