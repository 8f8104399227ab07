#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/policy_book.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// One small slip in a rule table, of the kinds that people make.
enum class Mutation : std::uint8_t {
  rule_dropped,
  signal_negated,
  signal_dropped,
  and_or_swapped,  ///< between two neighbours of a condition
  number_raised,   ///< a threshold one higher, or one day later
  number_lowered,  ///< one lower, or one day earlier
  grade_changed,   ///< to the next one above or below, or to that of the other person
  route_changed,   ///< to the next one above or below; from the lowest but one to none
  duty_dropped,
  duty_changed,  ///< to the next one in their order, or the one before the last
};

template <>
struct Names<Mutation> {
  static constexpr std::array<std::string_view, 10> ids = {
      "rule_dropped",   "signal_negated", "signal_dropped", "and_or_swapped", "number_raised",
      "number_lowered", "grade_changed",  "route_changed",  "duty_dropped",   "duty_changed"};
};

/// A policy with one slip in it. Cases that are worth their name tell it from the policy that it was made of.
struct Mutant {
  Mutation mutation;
  std::string place;  ///< the rule, term or parameter, and what in it: "weapon: when", "escalation_events"
  std::string what;   ///< "not weapon instead of weapon", "4 instead of 3"
  PolicyBook book;
};

/// Every mutant of `book` as it stands on `day`, in the order of the book: terms, rules, numbers.
///
/// Each rule is dropped; each signal of each condition is negated and dropped, and each "and" and "or" between two of
/// them swapped; each grade, route and duty that a rule asks for is changed, and each duty dropped; each number that
/// facts are compared with is one more and one less, as far as numbers and days go. A rule is not made to ask for what
/// it does not ask for at all; `record_only` is the lowest route, so a rule that has it asks for no route. Windows and
/// clocks are left as they are: in the facts of a case the events are counted already, and when a duty is due is no
/// part of a decision. What `check` objects to is no policy, and left out.
///
/// A change of the table shows on every day; that of a number on the days on which the row in force on `day` is.
///
/// Requires: a sound book (see check), with a row of every required parameter by `day`.
/// Source: DeMillo, Lipton and Sayward, Hints on test data selection (1978): cases are as good as the slips they find.
std::vector<Mutant> mutants_of(const PolicyBook& book, Date day);

}  // namespace earlyhelp
