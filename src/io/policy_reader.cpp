#include "json_clock.hpp"
#include "json_document.hpp"
#include "json_values.hpp"
#include "policy_words.hpp"

#include <earlyhelp/io/policy_file.hpp>

#include <cstdint>
#include <limits>
#include <utility>

namespace earlyhelp::io {
namespace {

constexpr auto max_number = std::numeric_limits<int>::max();

// ---- conditions

Literal literal_from(const JsonValue& json) {
  std::string_view text = json.text();
  const bool is_negated = text.starts_with(negation);
  if (is_negated) text.remove_prefix(negation.size());
  const auto signal = parse<Signal>(text);
  if (!signal) json.fail("expected a signal, or \"not \" and a signal");
  return {.signal = *signal, .is_negated = is_negated};
}

void append(const JsonValue& json, bool ends_clause, Condition& condition) {
  auto literal = literal_from(json);
  literal.ends_clause = ends_clause;
  if (condition.literals().size() == Condition::capacity) json.fail("expected at most 22 signals in a condition");
  condition.append(literal);
}

void append_clause(const JsonValue& json, Condition& condition) {
  if (!json.is_object()) return append(json, true, condition);
  json.only({"any_of"});
  const auto items = json.at("any_of").items();
  if (items.empty()) json.fail("expected at least one signal in any_of");
  for (const auto& item : items) append(item, &item == &items.back(), condition);
}

Condition condition_from(const JsonValue& json) {
  Condition condition;
  for (const auto& item : json.items()) append_clause(item, condition);
  return condition;
}

// ---- parameters

ParameterValue value_from(const JsonValue& json, Parameter parameter) {
  const auto unit = unit_of(parameter);
  if (unit == Unit::clock) return clock_from(json);
  json.only({"parameter", "in_force_from", "unit", "value", "source"});
  if (json.at("unit").choice<Unit>() != unit) {
    json.at("unit").fail("expected " + std::string{to_string(unit)} + " for this parameter");
  }
  if (unit == Unit::date) return day_from(json.at("value"));
  return static_cast<int>(json.at("value").integer(1, max_number));
}

ParameterRow row_from(const JsonValue& json) {
  json.only({"parameter", "in_force_from", "unit", "value", "start", "source"});
  const auto parameter = json.at("parameter").choice<Parameter>();
  return {.parameter = parameter,
          .in_force_from = day_from(json.at("in_force_from")),
          .value = value_from(json, parameter),
          .source = source_from(json.at("source"))};
}

// ---- rules

template <class Text>
Text text_from(const JsonValue& json) {
  return json.build([&] { return Text{std::string_view{json.text()}}; });
}

DutyClause clause_from(const JsonValue& json) {
  json.only({"open", "only_when", "within"});
  DutyClause clause;
  for (const auto& item : json.at("open").items()) clause.duties.insert(item.choice<Duty>());
  if (const auto only_when = json.find("only_when")) clause.only_when = condition_from(*only_when);
  if (const auto within = json.find("within")) clause.within = within->choice<Parameter>();
  return clause;
}

Rule rule_from(const JsonValue& json) {
  json.only({"id", "title", "when", "scope", "grade_at_least", "route_at_least", "duties", "source"});
  Rule rule{.id = text_from<RuleId>(json.at("id")),
            .title = text_from<Text<119>>(json.at("title")),
            .when = condition_from(json.at("when")),
            .source = source_from(json.at("source"))};
  if (const auto scope = json.find("scope")) rule.scope = scope->choice<Scope>();
  if (const auto grade = json.find("grade_at_least")) rule.grade_at_least = grade->choice<GradeAsked>();
  if (const auto route = json.find("route_at_least")) rule.route_at_least = route->choice<Route>();
  if (const auto duties = json.find("duties")) {
    const auto items = duties->items();
    if (items.size() > max_duty_clauses) duties->fail("expected at most two duty clauses");
    for (std::size_t i = 0; i < items.size(); ++i) rule.duties[i] = clause_from(items[i]);
  }
  return rule;
}

Terms terms_from(const JsonValue& json) {
  json.only({"graded", "act", "abuse", "child"});
  return {.graded = condition_from(json.at("graded")),
          .act = condition_from(json.at("act")),
          .abuse = condition_from(json.at("abuse")),
          .child = condition_from(json.at("child"))};
}

PolicyBook book_from(const JsonValue& json) {
  json.only({"id", "version", "parameters", "terms", "rules", "retired_rules"});
  PolicyBook book{
      .id = text_from<PolicyId>(json.at("id")),
      .version = static_cast<std::uint32_t>(json.at("version").integer(1, std::numeric_limits<std::uint32_t>::max())),
      .parameters = {},
      .terms = terms_from(json.at("terms")),
      .rules = {}};
  for (const auto& item : json.at("parameters").items()) book.parameters.push_back(row_from(item));
  for (const auto& item : json.at("rules").items()) book.rules.push_back(rule_from(item));
  if (const auto retired = json.find("retired_rules")) {
    for (const auto& item : retired->items()) book.retired_rules.push_back(text_from<RuleId>(item));
  }
  return book;
}

}  // namespace

OrFileError<PolicyBook> read_policy(const std::string& file) { return read_json_file(file, book_from); }

OrFileError<PolicyBook> parse_policy(const std::string& name, std::string_view text) {
  return read_json_text(name, text, book_from);
}

}  // namespace earlyhelp::io
