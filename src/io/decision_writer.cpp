#include "row_text.hpp"

#include <earlyhelp/io/decision_writer.hpp>
#include <earlyhelp/io/json_writer.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace earlyhelp::io {
namespace {

using earlyhelp::to_string;

std::string_view yes_or_no(bool answer) { return to_string(answer ? Answer::yes : Answer::no); }

void append_due(RowText& out, boost::optional<Instant> due) {
  if (due) return append_instant(out, *due);
  out.add("not_covered");
}

// ---- NDJSON. The ids of enums and rules need no escape; those of incidents, people and policies are the caller's.

constexpr std::size_t element_bytes = 47;

/// "id", for each value of an enum.
template <Named Enum>
constexpr auto elements = [] {
  std::array<Text<element_bytes>, count_of<Enum>> all;
  for (const auto value : values_of<Enum>) {
    std::array<char, element_bytes> text = {'"'};
    const auto id = to_string(value);
    auto* const end = std::copy(id.begin(), id.end(), text.begin() + 1);
    *end = '"';
    *(end + 1) = ',';
    all[static_cast<std::size_t>(value)] = std::string_view{text.data(), id.size() + 3};
  }
  return all;
}();

template <class Enum>
void append_list(RowText& out, EnumSet<Enum> values) {
  for (const auto value : values) out.add(elements<Enum>[static_cast<std::size_t>(value)]);
  if (!values.empty()) out.drop_last();
}

void append_reasons(RowText& out, Reasons reasons, const Policy& policy) {
  for (const auto rule : reasons) {
    out.add('"');
    out.add(policy.rule(rule).id);
    out.add("\",");
  }
  if (!reasons.empty()) out.drop_last();
}

void append_due_times(RowText& out, const DueTimes& due) {
  for (const auto duty : due.duties) {
    out.add(elements<Duty>[static_cast<std::size_t>(duty)]);
    out.drop_last();
    out.add(":\"");
    append_due(out, due[duty]);
    out.add("\",");
  }
  if (!due.duties.empty()) out.drop_last();
}

bool must_escape(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

void append_text(RowText& out, std::string_view before, std::string_view text) {
  out.add(before);
  if (std::none_of(text.begin(), text.end(), must_escape)) {
    out.add('"');
    out.add(text);
    return out.add('"');
  }
  std::string escaped;
  JsonWriter{escaped}.text(text);
  out.add(escaped);
}

void append_reasons_by_pair(RowText& out, const IncidentDecision& decided, const Policy& policy) {
  std::string_view before = R"({"rule":")";
  for (const auto& reason : decided.reasons()) {
    const auto& parties = decided.pairs[reason.pair].parties;
    out.add(before);
    out.add(policy.rule(reason.rule).id);
    out.add('"');
    append_text(out, R"(,"victim":)", parties.victim.id.value());
    append_text(out, R"(,"suspect":)", parties.suspect.id.value());
    out.add('}');
    before = R"(,{"rule":")";
  }
}

void append_policy(RowText& out, const PolicyStamp& stamp) {
  append_text(out, R"({"id":)", stamp.id.view());
  out.add(R"(,"version":)");
  out.add(std::to_string(stamp.version));
  out.add(R"(,"in_force_from":")");
  out.add(to_string(stamp.in_force_from));
  out.add("\"}");
}

// ---- CSV

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

void write_ndjson(const IncidentId& id, const IncidentDecision& decided, const DueTimes& due, const Policy& policy,
                  std::string& out) {
  RowText row{out};
  const auto& decision = decided.decision;
  append_text(row, R"({"id":)", id.value());
  row.add(R"(,"grade":")");
  row.add(to_string(decision.known.grade));
  row.add(R"(","route":")");
  row.add(to_string(decision.known.route));
  row.add(R"(","duties":[)");
  append_list(row, decision.known.duties);
  row.add(R"(],"reasons":[)");
  append_reasons(row, decision.known.reasons, policy);
  row.add(R"(],"grade_if_unknowns_yes":")");
  row.add(to_string(decision.if_unknowns_yes.grade));
  row.add(R"(","route_if_unknowns_yes":")");
  row.add(to_string(decision.if_unknowns_yes.route));
  row.add(R"(","duties_if_unknowns_yes":[)");
  append_list(row, decision.if_unknowns_yes.duties);
  row.add(R"(],"provisional":")");
  row.add(yes_or_no(decision.provisional));
  row.add(R"(","ask_next":[)");
  append_list(row, decision.ask_next);
  row.add(R"(],"suitability":")");
  row.add(to_string(decision.suitability));
  row.add(R"(","due":{)");
  append_due_times(row, due);
  if (decided.pairs.size() > 1) {
    row.add(R"(},"reasons_by_pair":[)");
    append_reasons_by_pair(row, decided, policy);
    row.add(R"(],"issues":[)");
  } else {
    row.add(R"(},"issues":[)");
  }
  append_list(row, decided.issues);
  row.add(R"(],"policy":)");
  append_policy(row, decision.policy);
  row.add("}\n");
  row.finish();
}

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
