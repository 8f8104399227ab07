#pragma once

#include <earlyhelp/issue.hpp>
#include <earlyhelp/policy/rule.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <vector>

namespace earlyhelp {

/// The name of a policy through all its versions.
using PolicyId = Text<31>;

/// A policy through time: every number as dated rows, the rule table, and the ids that must not come back. It is what
/// a policy file holds, and may be wrong; `check` says where, and only `policy_on` turns it into something that
/// decides.
///
/// Source: default triage policy, sections 3 and 5.
struct PolicyBook {
  PolicyId id;
  std::uint32_t version;  ///< rises with every new row, rule or wording
  std::vector<ParameterRow> parameters;
  Terms terms;
  std::vector<Rule> rules;
  std::vector<RuleId> retired_rules = {};

  friend bool operator==(const PolicyBook&, const PolicyBook&) = default;
};

/// The day of the newest row of `book`, on which all that it holds is in force or was.
///
/// None: when it has no row.
boost::optional<Date> newest_day(const PolicyBook& book);

/// What is the matter with `book`, each with the row, term or rule that it is about; empty when it can decide.
///
/// An impossible number (a count below 1, a clock that does not run), a value that is not of the parameter's unit, two
/// rows of one parameter for one day, a required parameter without any row; a rule without an id, with one used twice
/// or retired, that names an unknown signal, term, duty or route, leaves an any-of or a list of duties unfinished, or
/// reads a grade or route that a later rule may still raise; more rules than a table can hold.
std::vector<Issue> check(const PolicyBook& book);

/// Throws: std::invalid_argument naming the first issue when `check(book)` has any.
void require_sound(const PolicyBook& book);

}  // namespace earlyhelp
