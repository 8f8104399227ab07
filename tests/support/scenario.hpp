#pragma once

#include "support/policy.hpp"

#include <earlyhelp/triage/scenario.hpp>
#include <earlyhelp/triage/triage.hpp>

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace earlyhelp::test {

/// These rules of the shipped book, with all its terms and numbers.
inline PolicyBook book_of(std::initializer_list<std::string_view> rules) {
  auto book = default_policy_book();
  std::erase_if(book.rules,
                [&](const Rule& rule) { return std::find(rules.begin(), rules.end(), rule.id.view()) == rules.end(); });
  return book;
}

/// Enough rules for every kind of slip, few enough to try them all one by one.
inline PolicyBook small_book() {
  return book_of(
      {"domestic-incident", "officer-grade", "escalation", "weapon", "child-harmed", "young-child", "first-contact"});
}

/// The same rules and that for schools, by a book that changes a number after the duty to tell them began: on no day of
/// its newest policy are they not told.
inline PolicyBook dated_book() {
  auto book = book_of({"domestic-incident", "officer-grade", "escalation", "weapon", "child-harmed", "young-child",
                       "school-notification", "first-contact"});
  auto later = row_of(book, Parameter::escalation_events);
  later.in_force_from = Date{2026, 1, 1};
  later.value = 5;
  book.parameters.push_back(later);
  return book;
}

/// A case that expects whatever `book` decides.
inline Scenario scenario_of(const Facts& facts, const PolicyBook& book) {
  const auto policy = policy_of(book, facts.reported_on);
  const auto decision = triage(facts, policy);
  Scenario scenario{.id = "", .line = 1, .facts = facts};
  for (const auto part : all_parts) {
    scenario.expected.push_back({.part = part, .words = words_in(part, decision, policy)});
  }
  return scenario;
}

}  // namespace earlyhelp::test
