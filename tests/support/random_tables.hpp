#pragma once

#include <earlyhelp/policy/default_policy.hpp>

#include "support/random_facts.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace earlyhelp::test {

/// Draws tables over some signals: conditions of up to three any-ofs, any grade, route and duties.
class RandomTables {
 public:
  explicit RandomTables(std::uint64_t seed) : random_{seed} {}

  PolicyBook next(const std::vector<Signal>& signals, std::size_t most_rules) {
    auto book = default_policy_book();
    book.rules.clear();
    const auto count = 1 + random_.below(most_rules);
    for (std::size_t i = 0; i < count; ++i) book.rules.push_back(rule(signals, i));
    return book;
  }

 private:
  Condition condition(const std::vector<Signal>& signals) {
    Condition condition;
    const auto clauses = 1 + random_.below(3);
    for (std::size_t clause = 0; clause < clauses; ++clause) {
      const auto literals = 1 + random_.below(2);
      for (std::size_t i = 1; i <= literals; ++i) {
        condition.append({signals[random_.below(signals.size())], random_.below(3) == 0, i == literals});
      }
    }
    return condition;
  }

  Duties duties() {
    Duties duties;
    for (std::size_t i = 0; i < 2; ++i) duties.insert(random_.any<Duty>());
    return duties;
  }

  Rule rule(const std::vector<Signal>& signals, std::size_t index) {
    const auto id = "rule-" + std::to_string(index);
    Rule rule{.id = RuleId{id},
              .title = "Drawn",
              .when = condition(signals),
              .scope = random_.any<Scope>(),
              .route_at_least = random_.any<Route>(),
              .source = {"test", ""}};
    if (const auto grade = random_.maybe<GradeAsked>()) rule.grade_at_least = *grade;
    if (random_.one_of(true, false)) rule.duties[0] = {.duties = duties(), .only_when = condition(signals)};
    if (random_.below(4) == 0) rule.duties[0] = {.duties = duties(), .within = Parameter::idva_offer_within};
    return rule;
  }

  RandomFacts random_;
};

/// Every signal but those that rules answer.
inline std::vector<Signal> all_but_results() {
  std::vector<Signal> signals;
  for (const auto signal : values_of<Signal>) {
    if (!is_grade_so_far(signal) && !is_route_so_far(signal)) signals.push_back(signal);
  }
  return signals;
}

}  // namespace earlyhelp::test
