#include "decision_words.hpp"
#include "row_text.hpp"

#include <earlyhelp/io/decision_writer.hpp>

#include <string>
#include <string_view>

namespace earlyhelp::io {
namespace {

using earlyhelp::to_string;

void append_cell(RowText& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out.add(text);
    return;
  }
  out.add('"');
  for (const char c : text) {
    if (c == '"') out.add(c);
    out.add(c);
  }
  out.add('"');
}

void append_word(RowText& out, std::string_view word) {
  out.add(',');
  out.add(word);
}

/// What `append_one` appends for each of `values`, in one cell.
template <class Values, class Append>
void append_words(RowText& out, const Values& values, Append append_one) {
  char before = ',';
  for (const auto value : values) {
    out.add(before);
    append_one(value);
    before = ';';
  }
  if (before == ',') out.add(',');
}

template <class Enum>
void append_words(RowText& out, EnumSet<Enum> values) {
  append_words(out, values, [&out](Enum value) { out.add(to_string(value)); });
}

}  // namespace

void write_csv_header(std::string& out) {
  out +=
      "id,grade,route,duties,reasons,grade_if_unknowns_yes,route_if_unknowns_yes,duties_if_unknowns_yes,provisional,"
      "ask_next,suitability,due,issues,policy,version,in_force_from\n";
}

void write_csv(const IncidentId& id, const IncidentDecision& decided, const DueTimes& due, const Policy& policy,
               std::string& out) {
  RowText row{out};
  const auto& decision = decided.decision;
  append_cell(row, id.value());
  append_word(row, to_string(decision.known.grade));
  append_word(row, to_string(decision.known.route));
  append_words(row, decision.known.duties);
  append_words(row, decision.known.reasons, [&](RuleIndex rule) { row.add(policy.rule(rule).id.view()); });
  append_word(row, to_string(decision.if_unknowns_yes.grade));
  append_word(row, to_string(decision.if_unknowns_yes.route));
  append_words(row, decision.if_unknowns_yes.duties);
  append_word(row, yes_or_no(decision.provisional));
  append_words(row, decision.ask_next);
  append_word(row, to_string(decision.suitability));
  append_words(row, due.duties, [&](Duty duty) {
    row.add(to_string(duty));
    row.add('=');
    append_due(row, due[duty]);
  });
  append_words(row, decided.issues);
  row.add(',');
  append_cell(row, decision.policy.id.view());
  append_word(row, std::to_string(decision.policy.version));
  append_word(row, to_string(decision.policy.in_force_from));
  row.add('\n');
  row.finish();
}

}  // namespace earlyhelp::io
