#include "support/plain_cases.hpp"
#include "support/policy.hpp"

#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/signals.hpp>

#include <algorithm>
#include <string>

namespace earlyhelp::test {
namespace {

std::string id_of(const Rule& rule) { return std::string{rule.id.view()}; }

bool fires(std::size_t rule, const PlainCase& each) {
  return each.is_realisable && each.decision.known.reasons.contains(static_cast<RuleIndex>(rule));
}

/// The outcomes of a policy, and when its duties are due; of a book without rules, of nothing.
class Outcomes {
 public:
  explicit Outcomes(const PolicyBook& book) {
    if (book.rules.empty()) return;
    policy_.emplace(policy_of(book));
    dues_.emplace(*policy_);
  }
  bool is_same(const Outcome& outcome, const std::vector<Dues>& dues, const Facts& facts) {
    if (!policy_) return !outcome.grade && outcome.route == Route::record_only && outcome.duties.empty();
    const auto decision = triage(facts, *policy_);
    return outcome.grade == decision.known.grade && outcome.route == decision.known.route &&
           dues == dues_->of(decision);
  }

 private:
  std::optional<Policy> policy_;
  std::optional<DueTable> dues_;
};

bool holds(const Condition& condition, EnumSet<Signal> signals) {
  bool all = true;
  condition.for_each_clause([&](std::span<const Literal> clause) {
    all = all && std::any_of(clause.begin(), clause.end(), [&](const Literal& literal) {
            return signals.contains(literal.signal) != literal.is_negated;
          });
  });
  return all;
}

bool opens(const Rule& rule, Duty duty, EnumSet<Signal> signals) {
  return std::any_of(rule.duties.begin(), rule.duties.end(), [&](const DutyClause& clause) {
    return clause.duties.contains(duty) && holds(clause.only_when, signals);
  });
}

bool ask_differently(const Rule& a, const Rule& b) {
  const bool routes = a.route_at_least != Route::record_only && b.route_at_least != Route::record_only &&
                      a.route_at_least != b.route_at_least;
  return routes || (a.grade_at_least && b.grade_at_least && a.grade_at_least != b.grade_at_least);
}

}  // namespace

void look_at_rules(const PolicyBook& book, const std::vector<PlainCase>& cases, const Facts& quiet,
                   PlainVerification& found) {
  const auto policy = policy_of(book);
  DueTable dues{policy};
  for (std::size_t i = 0; i < book.rules.size(); ++i) {
    auto without = book;
    without.rules.erase(without.rules.begin() + static_cast<std::ptrdiff_t>(i));
    Outcomes others{without};
    PlainRule rule;
    PlainFailure firing;
    for (const auto& each : cases) {
      if (!each.is_realisable) continue;
      if (!others.is_same(each.decision.known, dues.of(each.decision), each.facts)) {
        ++rule.matters_in;
        rule.departures = std::min(rule.departures, differing(each.facts, quiet).size());
      }
      if (!fires(i, each)) continue;
      ++rule.fires_in;
      if (each.decision.known.reasons.size() == 1) ++rule.only_reason_in;
      add(firing, each.facts, quiet);
    }
    if (rule.matters_in == 0) rule.departures = firing.departures;
    const auto id = id_of(book.rules[i]);
    if (rule.fires_in == 0) found.failures[{"rules_can_fire", id}].cases = found.cases;
    if (rule.fires_in > 0 && rule.only_reason_in == 0 && rule.matters_in == 0) {
      found.failures[{"rules_matter", id}] = firing;
    }
    found.rules.push_back(rule);
  }
}

void look_at_rows(const PolicyBook& book, const std::vector<PlainCase>& cases, const Facts& quiet,
                  PlainVerification& found) {
  const auto policy = policy_of(book);
  const auto& rules = book.rules;
  for (std::size_t a = 0; a < rules.size(); ++a) {
    for (std::size_t b = 0; b < rules.size(); ++b) {
      const auto subject = a == b ? id_of(rules[a]) : id_of(rules[a]) + " and " + id_of(rules[b]);
      const std::pair<std::string, std::string> what{"no_contradiction", subject};
      const bool fire_alike = std::all_of(cases.begin(), cases.end(),
                                          [&](const PlainCase& each) { return fires(a, each) == fires(b, each); });
      for (const auto& each : cases) {
        if (!fires(a, each) || !fires(b, each)) continue;
        if (a < b && fire_alike && ask_differently(rules[a], rules[b])) add(found.failures[what], each.facts, quiet);
        const auto signals = signals_of(each.facts, policy);
        if (opens(rules[a], Duty::contact_family, signals) && opens(rules[b], Duty::contact_victim_safely, signals)) {
          add(found.failures[{what.first, subject + told}], each.facts, quiet);
        }
      }
    }
  }
}

}  // namespace earlyhelp::test
