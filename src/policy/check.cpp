#include <earlyhelp/policy/policy_book.hpp>

#include <range/v3/algorithm/any_of.hpp>
#include <range/v3/algorithm/contains.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace earlyhelp {
namespace {

using Issues = std::vector<Issue>;

// ---- the numbers

std::string place_of(const ParameterRow& row) {
  return "parameters: " + std::string{to_string(row.parameter)} + " from " + to_string(row.in_force_from);
}

bool is_of_unit(const ParameterValue& value, Unit unit) {
  if (unit == Unit::date) return std::holds_alternative<Date>(value);
  if (unit == Unit::clock) return std::holds_alternative<DutyClock>(value);
  return std::holds_alternative<int>(value);
}

/// A hundred years: longer than any record goes back.
constexpr int longest_window_months = 1200;

/// The next school day takes no amount; a file has no place for one.
bool has_idle_amount(Clock clock) { return clock.kind == ClockKind::next_school_day && clock.amount != 0; }

void check_value(const ParameterRow& row, Issues& issues) {
  const auto unit = unit_of(row.parameter);
  if (!is_of_unit(row.value, unit)) {
    issues.push_back({place_of(row), "the value is not one of unit " + std::string{to_string(unit)}});
  } else if (const auto* number = std::get_if<int>(&row.value); number != nullptr && *number < 1) {
    issues.push_back({place_of(row), "needs a number of at least 1, not " + std::to_string(*number)});
  } else if (number != nullptr && unit == Unit::calendar_months && *number > longest_window_months) {
    issues.push_back({place_of(row), "needs at most 1200 months, not " + std::to_string(*number)});
  } else if (const auto* day = std::get_if<Date>(&row.value); day != nullptr && day->is_special()) {
    issues.push_back({place_of(row), "needs a day"});
  } else if (const auto* duty = std::get_if<DutyClock>(&row.value); duty != nullptr) {
    if (!is_possible(duty->clock) || has_idle_amount(duty->clock)) {
      issues.push_back({place_of(row), "the clock cannot run " + std::to_string(duty->clock.amount) + " " +
                                           std::string{to_string(duty->clock.kind)}});
    }
    if (!is_declared(duty->start)) issues.push_back({place_of(row), "the clock starts at nothing known"});
    if (row.parameter == Parameter::daily_review_at && duty->start == ClockStart::daily_review) {
      issues.push_back({place_of(row), "the daily review cannot be due after itself"});
    }
  }
}

void check_parameters(const PolicyBook& book, Issues& issues) {
  for (std::size_t i = 0; i < book.parameters.size(); ++i) {
    const auto& row = book.parameters[i];
    if (!is_declared(row.parameter)) {
      issues.push_back({"parameters: row " + std::to_string(i + 1), "no such parameter"});
      continue;
    }
    if (row.in_force_from.is_special()) {
      issues.push_back(
          {"parameters: " + std::string{to_string(row.parameter)}, "needs the day from which it is in force"});
      continue;
    }
    check_value(row, issues);
    if (row.source.title.empty()) issues.push_back({place_of(row), "needs a source"});
    for (std::size_t earlier = 0; earlier < i; ++earlier) {
      const auto& other = book.parameters[earlier];
      if (other.parameter == row.parameter && other.in_force_from == row.in_force_from) {
        issues.push_back({place_of(row), "stands twice for one day"});
      }
    }
  }
  for (const auto parameter : values_of<Parameter>) {
    if (is_optional(parameter) ||
        ranges::any_of(book.parameters, [&](const auto& row) { return row.parameter == parameter; })) {
      continue;
    }
    issues.push_back({"parameters: " + std::string{to_string(parameter)}, "has no row"});
  }
}

// ---- the terms

bool is_result(Signal signal) { return is_grade_so_far(signal) || is_route_so_far(signal); }

void check_signals(const std::string& where, const Condition& condition, Issues& issues) {
  for (const auto& literal : condition.literals()) {
    if (!is_declared(literal.signal)) {
      issues.push_back({where, "names an unknown signal, number " + std::to_string(static_cast<int>(literal.signal))});
    }
  }
  if (!condition.is_always() && !condition.literals().back().ends_clause) {
    issues.push_back({where, "has an any-of that does not end"});
  }
}

/// A term is worked out before the rules and after the terms in front of it: it may use neither results nor itself.
void check_term(Signal term, const Condition& condition, Issues& issues) {
  const auto where = "terms: " + std::string{to_string(term)};
  check_signals(where, condition, issues);
  if (condition.is_always()) issues.push_back({where, "needs at least one signal"});
  for (const auto& literal : condition.literals()) {
    if (!is_declared(literal.signal)) continue;
    if (is_result(literal.signal) || (is_term(literal.signal) && literal.signal >= term)) {
      issues.push_back({where, "uses " + std::string{to_string(literal.signal)} + ", which is not known yet"});
    }
  }
}

// ---- the rules

std::string place_of(const Rule& rule, std::size_t index) {
  const auto name = rule.id.empty() ? "row " + std::to_string(index + 1) : std::string{rule.id.view()};
  return "rules: " + name;
}

bool is_plain(std::string_view id) {
  return id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

bool asks_for_grade(const Rule& rule) { return rule.grade_at_least.has_value(); }
bool asks_for_route(const Rule& rule) { return rule.route_at_least != Route::record_only; }

bool reads(const Rule& rule, bool (*is_kind)(Signal) noexcept) {
  const auto in = [is_kind](const Condition& condition) {
    return ranges::any_of(condition.literals(), [is_kind](const auto& literal) { return is_kind(literal.signal); });
  };
  return in(rule.when) || ranges::any_of(rule.duties, [&](const auto& clause) { return in(clause.only_when); });
}

/// A clause without a duty ends the list, so it says nothing else and no duty stands behind it.
void check_duties(const std::string& where, const Rule& rule, Issues& issues) {
  bool has_ended = false;
  for (const auto& clause : rule.duties) {
    check_signals(where, clause.only_when, issues);
    if ((clause.duties.bits() >> count_of<Duty>) != 0) issues.push_back({where, "asks for an unknown duty"});
    if (clause.duties.empty() && clause != DutyClause{}) issues.push_back({where, "has a duty clause without a duty"});
    if (!clause.duties.empty() && has_ended) issues.push_back({where, "has a duty clause behind an empty one"});
    has_ended = clause.duties.empty();
    if (!clause.within) continue;
    if (!is_declared(*clause.within) || unit_of(*clause.within) != Unit::clock) {
      issues.push_back({where, "a duty's time has to be a parameter that is a clock"});
    }
  }
}

/// Rows are worked out in order, so whoever reads the grade or the route must stand behind all who may raise it.
void check_order(const PolicyBook& book, std::size_t index, Issues& issues) {
  const auto& rule = book.rules[index];
  const bool reads_grade = reads(rule, is_grade_so_far);
  const bool reads_route = reads(rule, is_route_so_far);
  for (std::size_t later = index; later < book.rules.size(); ++later) {
    const auto& other = book.rules[later];
    if ((reads_grade && asks_for_grade(other)) || (reads_route && asks_for_route(other))) {
      issues.push_back(
          {place_of(rule, index), "reads a grade or route that " + place_of(other, later) + " may still raise"});
    }
  }
}

void check_rule(const PolicyBook& book, std::size_t index, Issues& issues) {
  const auto& rule = book.rules[index];
  const auto where = place_of(rule, index);
  if (rule.id.empty()) issues.push_back({where, "needs an id"});
  if (!is_plain(rule.id.view())) {
    issues.push_back({where, "the id may hold lower-case letters, digits and hyphens only: reasons are listed by it"});
  }
  if (rule.title.empty()) issues.push_back({where, "needs a title"});
  if (rule.source.title.empty()) issues.push_back({where, "needs a source"});
  if (ranges::contains(book.retired_rules, rule.id)) issues.push_back({where, "uses the id of a retired rule"});
  for (std::size_t earlier = 0; earlier < index; ++earlier) {
    if (book.rules[earlier].id == rule.id) issues.push_back({where, "the id stands twice"});
  }
  if (rule.when.is_always()) issues.push_back({where, "needs a condition"});
  check_signals(where, rule.when, issues);
  if (!is_declared(rule.scope)) issues.push_back({where, "has an unknown scope"});
  if (rule.grade_at_least && !is_declared(*rule.grade_at_least)) issues.push_back({where, "asks for an unknown grade"});
  if (!is_declared(rule.route_at_least)) issues.push_back({where, "asks for an unknown route"});
  check_duties(where, rule, issues);
  check_order(book, index, issues);
}

}  // namespace

std::vector<Issue> check(const PolicyBook& book) {
  Issues issues;
  if (book.id.empty()) issues.push_back({"id", "a policy needs an id"});
  if (book.version == 0) issues.push_back({"version", "needs a number of at least 1"});
  check_parameters(book, issues);
  check_term(Signal::graded, book.terms.graded, issues);
  check_term(Signal::act, book.terms.act, issues);
  check_term(Signal::abuse, book.terms.abuse, issues);
  check_term(Signal::child, book.terms.child, issues);
  if (book.rules.empty()) issues.push_back({"rules", "a policy needs rules"});
  if (book.rules.size() > max_rules) {
    issues.push_back({"rules", "has " + std::to_string(book.rules.size()) + " rules, and a table holds " +
                                   std::to_string(max_rules)});
    return issues;
  }
  for (std::size_t index = 0; index < book.rules.size(); ++index) check_rule(book, index, issues);
  return issues;
}

void require_sound(const PolicyBook& book) {
  const auto issues = check(book);
  if (issues.empty()) return;
  throw std::invalid_argument{"Policy: " + issues.front().where + ": " + issues.front().what};
}

}  // namespace earlyhelp
