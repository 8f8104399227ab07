#pragma once

#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/policy/policy.hpp>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace earlyhelp::test {

/// The policy that a book makes on a day on which all rows of the shipped book are in force.
inline Policy policy_of(const PolicyBook& book, Date day = Date{2026, 1, 5}) { return policy_on(book, day).value(); }

inline Policy make_policy() { return policy_of(default_policy_book()); }

/// Replaces every row of `parameter` by one with this value.
inline void set(PolicyBook& book, Parameter parameter, ParameterValue value) {
  for (auto& row : book.parameters) {
    if (row.parameter == parameter) row.value = value;
  }
}

/// The first row of `parameter`; there has to be one.
inline ParameterRow& row_of(PolicyBook& book, Parameter parameter) {
  for (auto& row : book.parameters) {
    if (row.parameter == parameter) return row;
  }
  throw std::out_of_range{std::string{to_string(parameter)}};
}

/// The rule with this id; there has to be one.
inline Rule& rule_of(PolicyBook& book, std::string_view id) {
  for (auto& rule : book.rules) {
    if (rule.id.view() == id) return rule;
  }
  throw std::out_of_range{std::string{id}};
}

/// The ids of the rules that fired, in the order of the table.
inline std::vector<std::string> ids_of(Reasons reasons, const Policy& policy) {
  std::vector<std::string> ids;
  for (const auto index : reasons) ids.emplace_back(policy.rule(index).id.view());
  return ids;
}

}  // namespace earlyhelp::test
