#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/policy/policy_book.hpp>

#include <vector>

namespace earlyhelp {

/// Every policy that `book` makes over time: that of `day` first, then the later ones, then the earlier ones. Books
/// that differ in anything but the days of their rows have them in the same order.
///
/// Requires: a sound book with a row of every required parameter by `day`.
std::vector<Policy> policies_over_time(const PolicyBook& book, Date day);

}  // namespace earlyhelp
