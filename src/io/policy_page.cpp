#include "policy_words.hpp"

#include <earlyhelp/io/policy_page.hpp>

#include <string_view>
#include <variant>

namespace earlyhelp::io {
namespace {

using earlyhelp::to_string;

std::string words_of(const Literal& literal) {
  return std::string{literal.is_negated ? negation : ""} + std::string{to_string(literal.signal)};
}

/// "a and not b and (c or d)"
std::string words_of(const Condition& condition) {
  std::string words;
  condition.for_each_clause([&](std::span<const Literal> clause) {
    std::string any;
    for (const auto& literal : clause) any += (any.empty() ? "" : " or ") + words_of(literal);
    if (clause.size() > 1) any = "(" + any + ")";
    words += (words.empty() ? "" : " and ") + any;
  });
  return words.empty() ? "always" : words;
}

struct ValueWords {
  Unit unit;

  std::string operator()(int number) const { return std::to_string(number) + " " + std::string{to_string(unit)}; }
  std::string operator()(Date day) const { return to_string(day); }
  std::string operator()(const DutyClock& duty) const {
    const std::string kind{to_string(duty.clock.kind)};
    const auto from = " from " + std::string{to_string(duty.start)};
    if (duty.clock.kind == ClockKind::daily_at) return kind + " " + time_of_day(duty.clock.amount) + from;
    if (duty.clock.kind == ClockKind::next_school_day) return kind + from;
    return std::to_string(duty.clock.amount) + " " + kind + from;
  }
};

std::string words_of(const Source& source) {
  std::string words{source.title.view()};
  if (!source.section.empty()) words += ", " + std::string{source.section.view()};
  return words;
}

std::string words_of(const DutyClause& clause) {
  std::string words;
  for (const auto duty : clause.duties) words += (words.empty() ? "" : ", ") + std::string{to_string(duty)};
  if (clause.within) words += " within " + std::string{to_string(*clause.within)};
  if (!clause.only_when.is_always()) words += " when " + words_of(clause.only_when);
  return words;
}

std::string line(std::string_view label, const std::string& words) {
  return "    " + std::string{label} + std::string(12 - label.size(), ' ') + words + "\n";
}

std::string paragraph_of(const Rule& rule) {
  std::string text{rule.id.view()};
  text += (rule.scope == Scope::every_incident ? " *\n" : "\n") + line("", std::string{rule.title.view()});
  text += line("fires when", words_of(rule.when));
  if (rule.grade_at_least) text += line("grade", "at least " + std::string{to_string(*rule.grade_at_least)});
  if (rule.route_at_least != Route::record_only) {
    text += line("route", "at least " + std::string{to_string(rule.route_at_least)});
  }
  for (const auto& clause : rule.duties) {
    if (!clause.duties.empty()) text += line("duties", words_of(clause));
  }
  return text + line("source", words_of(rule.source)) + "\n";
}

std::string paragraph_of(const ParameterRow& row) {
  const auto value = std::visit(ValueWords{unit_of(row.parameter)}, row.value);
  return std::string{to_string(row.parameter)} + ": " + value + "\n" + line("since", to_string(row.in_force_from)) +
         line("source", words_of(row.source));
}

}  // namespace

std::string policy_page(const PolicyBook& book) {
  std::string page =
      "Policy " + std::string{book.id.view()} + ", version " + std::to_string(book.version) + "\n\nPARAMETERS\n\n";
  for (const auto& row : book.parameters) page += paragraph_of(row);
  page += "\nTERMS\n\n";
  page += line("graded", words_of(book.terms.graded)) + line("act", words_of(book.terms.act)) +
          line("abuse", words_of(book.terms.abuse)) + line("child", words_of(book.terms.child));
  page += "\nRULES, in order; * can fire on an incident that is not domestic\n\n";
  for (const auto& rule : book.rules) page += paragraph_of(rule);
  if (!book.retired_rules.empty()) page += "RETIRED, never to be used again\n\n";
  for (const auto& id : book.retired_rules) page += "    " + std::string{id.view()} + "\n";
  return page;
}

}  // namespace earlyhelp::io
