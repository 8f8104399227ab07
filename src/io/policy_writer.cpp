#include "json_clock.hpp"
#include "json_values.hpp"
#include "policy_words.hpp"

#include <earlyhelp/io/json_writer.hpp>
#include <earlyhelp/io/policy_file.hpp>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace earlyhelp::io {
namespace {

using earlyhelp::to_string;

void write(JsonWriter& json, const Literal& literal) {
  const std::string prefix{literal.is_negated ? negation : ""};
  json.text(prefix + std::string{to_string(literal.signal)});
}

void write(JsonWriter& json, const Condition& condition) {
  json.begin_array();
  condition.for_each_clause([&](std::span<const Literal> clause) {
    if (clause.size() == 1) return write(json, clause.front());
    json.begin_object().key("any_of").begin_array();
    for (const auto& literal : clause) write(json, literal);
    json.end_array().end_object();
  });
  json.end_array();
}

/// Unit and value, each kind in its own way.
struct ValueWriter {
  JsonWriter& json;
  Unit unit;

  void operator()(int number) const { json.key("unit").text(to_string(unit)).key("value").number(number); }
  void operator()(Date day) const { json.key("unit").text(to_string(unit)).key("value").text(to_string(day)); }
  void operator()(const DutyClock& clock) const { write_clock(json, clock); }
};

std::string line_of(const ParameterRow& row) {
  std::string line;
  JsonWriter json{line};
  json.begin_object().key("parameter").text(to_string(row.parameter));
  json.key("in_force_from").text(to_string(row.in_force_from));
  std::visit(ValueWriter{.json = json, .unit = unit_of(row.parameter)}, row.value);
  write_source(json.key("source"), row.source);
  json.end_object();
  return line;
}

void write(JsonWriter& json, const DutyClause& clause) {
  json.begin_object().key("open").begin_array();
  for (const auto duty : clause.duties) json.text(to_string(duty));
  json.end_array();
  if (!clause.only_when.is_always()) write(json.key("only_when"), clause.only_when);
  if (clause.within) json.key("within").text(to_string(*clause.within));
  json.end_object();
}

bool opens_duties(const Rule& rule) { return !rule.duties.front().duties.empty(); }

std::string line_of(const Rule& rule) {
  std::string line;
  JsonWriter json{line};
  json.begin_object().key("id").text(rule.id.view()).key("title").text(rule.title.view());
  write(json.key("when"), rule.when);
  if (rule.scope != Scope::domestic_incidents) json.key("scope").text(to_string(rule.scope));
  if (rule.grade_at_least) json.key("grade_at_least").text(to_string(*rule.grade_at_least));
  if (rule.route_at_least != Route::record_only) json.key("route_at_least").text(to_string(rule.route_at_least));
  if (opens_duties(rule)) {
    json.key("duties").begin_array();
    for (const auto& clause : rule.duties) {
      if (!clause.duties.empty()) write(json, clause);
    }
    json.end_array();
  }
  write_source(json.key("source"), rule.source);
  json.end_object();
  return line;
}

std::string line_of(std::string_view name, const Condition& condition) {
  std::string line = "\"" + std::string{name} + "\": ";
  JsonWriter json{line};
  write(json, condition);
  return line;
}

std::string line_of(const RuleId& id) {
  std::string line;
  JsonWriter{line}.text(id.view());
  return line;
}

std::string block(std::string_view key, char open, char close, const std::vector<std::string>& lines) {
  std::string text = "  \"" + std::string{key} + "\": " + open;
  for (const auto& line : lines) text += (&line == &lines.front() ? "\n    " : ",\n    ") + line;
  return text + (lines.empty() ? "" : "\n  ") + close;
}

template <class Rows>
std::vector<std::string> lines_of(const Rows& rows) {
  std::vector<std::string> lines;
  lines.reserve(rows.size());
  for (const auto& row : rows) lines.push_back(line_of(row));
  return lines;
}

}  // namespace

std::string write_policy(const PolicyBook& book) {
  const auto& terms = book.terms;
  std::string id;
  JsonWriter{id}.text(book.id.view());
  return "{\n  \"id\": " + id + ",\n  \"version\": " + std::to_string(book.version) + ",\n" +
         block("parameters", '[', ']', lines_of(book.parameters)) + ",\n" +
         block("terms", '{', '}',
               {line_of("graded", terms.graded), line_of("act", terms.act), line_of("abuse", terms.abuse),
                line_of("child", terms.child)}) +
         ",\n" + block("rules", '[', ']', lines_of(book.rules)) + ",\n" +
         block("retired_rules", '[', ']', lines_of(book.retired_rules)) + "\n}\n";
}

}  // namespace earlyhelp::io
