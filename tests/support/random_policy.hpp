#pragma once

#include <earlyhelp/policy/policy_book.hpp>

#include "support/policy.hpp"
#include "support/random_facts.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace earlyhelp::test {

inline Condition any_condition(RandomFacts& random, Signal end) {
  Condition condition;
  const auto size = random.one_of(1U, 2U, 3U, 5U, 9U, unsigned{Condition::capacity});
  for (unsigned i = 1; i <= size; ++i) {
    condition.append({.signal = static_cast<Signal>(random.below(static_cast<std::size_t>(end))),
                      .is_negated = random.one_of(false, false, true),
                      .ends_clause = i == size || random.one_of(true, false)});
  }
  return condition;
}

/// Grades and routes may be read where no rule behind asks for them, so many of these are turned down by check().
inline Rule any_rule(RandomFacts& random, std::size_t number) {
  const auto end = random.one_of(Signal::grade_standard_or_above, static_cast<Signal>(count_of<Signal>));
  const auto duties = [&] { return Duties::of_bits(1 + random.below((std::size_t{1} << count_of<Duty>)-1)); };
  Rule rule{.id = std::string_view{"rule-" + std::to_string(number)},
            .title = "A rule of a test",
            .when = any_condition(random, end),
            .scope = random.any<Scope>(),
            .route_at_least = random.one_of(Route::record_only, random.any<Route>()),
            .source = {"A test", ""}};
  if (random.below(3) == 0) rule.grade_at_least = random.any<GradeAsked>();
  if (random.below(2) == 0) rule.duties[0] = {.duties = duties()};
  if (random.below(4) == 0)
    rule.duties = {DutyClause{.duties = duties(), .only_when = any_condition(random, end)},
                   DutyClause{.duties = duties(), .only_when = any_condition(random, end)}};
  return rule;
}

/// Other numbers, rules left out, exchanged and added, terms that mean something else; whatever check() lets through.
inline PolicyBook any_book(RandomFacts& random) {
  auto book = default_policy_book();
  for (auto& row : book.parameters) {
    const bool is_count = std::holds_alternative<int>(row.value) && random.below(2) == 0;
    const bool is_window = unit_of(row.parameter) == Unit::calendar_months;
    if (is_count) row.value = random.one_of(1, 2, 3, 14, is_window ? 1200 : std::numeric_limits<int>::max());
  }
  std::erase_if(book.parameters, [&](const auto& row) { return is_optional(row.parameter) && random.below(4) == 0; });
  const auto attempt = [&book](auto change) {
    auto changed = book;
    change(changed);
    if (check(changed).empty()) book = std::move(changed);
  };
  if (random.below(2) == 0) attempt([&](auto& b) { b.terms.act = any_condition(random, Signal::graded); });
  if (random.below(2) == 0) attempt([&](auto& b) { b.terms.child = any_condition(random, Signal::abuse); });
  const auto changes = random.one_of(0U, 20U, 120U);
  for (unsigned i = 0; i < changes; ++i) {
    attempt([&](auto& b) {
      const auto at = b.rules.begin() + static_cast<std::ptrdiff_t>(random.below(b.rules.size()));
      const auto drawn = random.below(4);
      if (drawn == 0) b.rules.erase(at);
      if (drawn == 1) std::iter_swap(at, b.rules.begin() + static_cast<std::ptrdiff_t>(random.below(b.rules.size())));
      if (drawn > 1) b.rules.insert(at, any_rule(random, i));
    });
  }
  return book;
}

}  // namespace earlyhelp::test
