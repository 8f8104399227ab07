#pragma once

#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/policy/policy.hpp>

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

}  // namespace earlyhelp::test
