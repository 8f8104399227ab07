#include "decision_table.hpp"

#include <cstddef>
#include <string_view>

namespace earlyhelp::cli {
namespace {

using earlyhelp::to_string;

void append_cell(std::string& out, std::string_view text, std::size_t width) {
  out += text;
  out.append(text.size() < width ? width - text.size() : 0, ' ');
  out += ' ';
}

void write_row(std::string& out, std::string_view id, std::string_view grade, std::string_view route,
               std::string_view suitability, std::string_view provisional) {
  append_cell(out, id, 20);
  append_cell(out, grade, 8);
  append_cell(out, route, 19);
  append_cell(out, suitability, 12);
  out += provisional;
  out += '\n';
}

template <class Values, class Text>
void write_list(std::string& out, std::string_view label, const Values& values, Text text) {
  bool is_first = true;
  for (const auto& value : values) {
    out += is_first ? "    " : ", ";
    if (is_first) append_cell(out, label, 6);
    is_first = false;
    out += text(value);
  }
  if (!is_first) out += '\n';
}

}  // namespace

std::string civil_text(boost::optional<Instant> instant, const TimeZone& zone) {
  if (!instant) return "not covered";
  const auto civil = zone.civil(*instant);
  const auto two = [](long value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return to_string(civil.day) + " " + two(civil.since_midnight.hours()) + ":" + two(civil.since_midnight.minutes());
}

void write_table_head(std::string& out) { write_row(out, "INCIDENT", "GRADE", "ROUTE", "EARLY HELP", "STANDING"); }

void write_table_row(const io::DecidedIncident& row, const TimeZone& zone, std::string& out) {
  const auto& decision = row.decided.decision;
  write_row(out, row.incident.id.value(), to_string(decision.known.grade), to_string(decision.known.route),
            to_string(decision.suitability), decision.provisional ? "provisional" : "firm");
  write_list(out, "due", row.due.duties,
             [&](Duty duty) { return std::string{to_string(duty)} + " " + civil_text(row.due[duty], zone); });
  write_list(out, "why", decision.known.reasons, [&](RuleIndex rule) { return row.policy.rule(rule).id.view(); });
  write_list(out, "ask", decision.ask_next, [](Unknown unknown) { return to_string(unknown); });
  write_list(out, "check", row.decided.issues, [](IncidentIssue issue) { return to_string(issue); });
}

}  // namespace earlyhelp::cli
