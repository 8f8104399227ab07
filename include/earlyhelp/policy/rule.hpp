#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/condition.hpp>
#include <earlyhelp/policy/duty.hpp>
#include <earlyhelp/policy/parameter.hpp>
#include <earlyhelp/policy/route.hpp>
#include <earlyhelp/source.hpp>
#include <earlyhelp/text.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace earlyhelp {

/// The name of a rule, never reused once the rule is retired.
using RuleId = Text<47>;

/// The grade that a rule asks for at least: a fixed one, or the one that a person gave.
enum class GradeAsked : std::uint8_t { standard, medium, high, officers, judged };

template <>
struct Names<GradeAsked> {
  static constexpr std::array<std::string_view, 5> ids = {"standard", "medium", "high", "officer_grade", "judgement"};
};

/// Which incidents a rule can fire on.
enum class Scope : std::uint8_t { domestic_incidents, every_incident };

template <>
struct Names<Scope> {
  static constexpr std::array<std::string_view, 2> ids = {"domestic_incidents", "every_incident"};
};

/// Duties that a rule opens when it fires, all of them or only under a further condition.
struct DutyClause {
  Duties duties = {};
  Condition only_when = {};
  std::optional<Parameter> within = {};  ///< the clock, when it is not the usual one of each duty

  friend constexpr bool operator==(const DutyClause&, const DutyClause&) = default;
};

/// The most duty clauses that a rule can have.
constexpr std::size_t max_duty_clauses = 2;

/// One row of the rule table: what has to be true, and what it asks for. It can only raise.
///
/// Absence is std::optional here, because the shipped table is a constant expression.
///
/// Source: default triage policy, section 3.
struct Rule {
  RuleId id;
  Text<119> title;  ///< in the words of the field, as a person reads it
  Condition when;
  Scope scope = Scope::domestic_incidents;
  std::optional<GradeAsked> grade_at_least = {};
  Route route_at_least = Route::record_only;
  std::array<DutyClause, max_duty_clauses> duties = {};
  Source source;

  friend constexpr bool operator==(const Rule&, const Rule&) = default;
};

/// The named conditions that rules share; each may use the ones before it.
struct Terms {
  Condition graded;
  Condition act;
  Condition abuse;
  Condition child;

  friend constexpr bool operator==(const Terms&, const Terms&) = default;
};

/// A row of the rule table, by its place in it.
enum class RuleIndex : std::uint8_t {};

/// The most rules that a table can hold: reasons are a bit set in one word.
constexpr std::size_t max_rules = 64;

/// Which rules fired, iterated in the order of the table.
using Reasons = EnumSet<RuleIndex>;

}  // namespace earlyhelp
