#pragma once

#include <earlyhelp/io/file_error.hpp>
#include <earlyhelp/policy/policy_book.hpp>

#include <string>
#include <string_view>

namespace earlyhelp::io {

/// The policy book that a JSON file holds, as `write_policy` writes it:
///
///   {"id": "...", "version": 1,
///    "parameters": [{"parameter": "escalation_events", "in_force_from": "2009-03-01", "unit": "incidents", "value": 3,
///                    "source": {"title": "...", "section": "..."}},
///                   {"parameter": "contact_within", "in_force_from": "2009-03-01", "unit": "clock_hours", "value": 48,
///                    "start": "attendance", "source": {...}}, ...],
///    "terms": {"graded": CONDITION, "act": CONDITION, "abuse": CONDITION, "child": CONDITION},
///    "rules": [{"id": "escalation", "title": "...", "when": CONDITION, "scope": "every_incident",
///               "grade_at_least": "high", "route_at_least": "high_risk_panel",
///               "duties": [{"open": ["mash_referral"], "only_when": CONDITION,
///                           "within": "mash_referral_if_child_harmed_within"}],
///               "source": {...}}, ...],
///    "retired_rules": ["..."]}
///
/// A CONDITION is a list of which all must hold; each item is "a_signal", "not a_signal" or {"any_of": [...]} of such.
/// A unit is one of Unit, or of ClockKind for a clock; daily_at takes "09:00", next_school_day no value. Absent from a
/// rule: scope is domestic_incidents, and nothing is asked for.
///
/// An unknown key, a wrong type, a missing value and a name that is not known are a FileError with line, key and what
/// was expected. Whether the book makes sense is for `check` to say.
OrFileError<PolicyBook> read_policy(const std::string& file);

/// The same from text; `name` stands for the file in an error.
OrFileError<PolicyBook> parse_policy(const std::string& name, std::string_view text);

/// The policy file of `book`, a row and a rule a line: parse_policy reads back the same book.
std::string write_policy(const PolicyBook& book);

}  // namespace earlyhelp::io
