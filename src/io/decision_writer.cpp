#include <earlyhelp/io/decision_writer.hpp>
#include <earlyhelp/io/json_writer.hpp>

#include <string_view>

namespace earlyhelp::io {
namespace {

using earlyhelp::to_string;

std::string due_text(boost::optional<Instant> due) { return due ? to_string(*due) : "not_covered"; }

std::string_view yes_or_no(bool answer) { return to_string(answer ? Answer::yes : Answer::no); }

// ---- NDJSON

template <class Enum>
void write_list(JsonWriter& json, std::string_view key, EnumSet<Enum> values) {
  json.key(key).begin_array();
  for (const auto value : values) json.text(to_string(value));
  json.end_array();
}

void write_reasons(JsonWriter& json, Reasons reasons, const Policy& policy) {
  json.key("reasons").begin_array();
  for (const auto rule : reasons) json.text(policy.rule(rule).id.view());
  json.end_array();
}

void write_due(JsonWriter& json, const DueTimes& due) {
  json.key("due").begin_object();
  for (const auto duty : due.duties) json.key(to_string(duty)).text(due_text(due[duty]));
  json.end_object();
}

void write_reasons_by_pair(JsonWriter& json, const IncidentDecision& decided, const Policy& policy) {
  json.key("reasons_by_pair").begin_array();
  for (const auto& reason : decided.reasons()) {
    const auto& parties = decided.pairs[reason.pair].parties;
    json.begin_object().key("rule").text(policy.rule(reason.rule).id.view());
    json.key("victim").text(parties.victim.id.value()).key("suspect").text(parties.suspect.id.value()).end_object();
  }
  json.end_array();
}

void write_policy_stamp(JsonWriter& json, const PolicyStamp& stamp) {
  json.key("policy").begin_object().key("id").text(stamp.id.view()).key("version").number(std::int64_t{stamp.version});
  json.key("in_force_from").text(to_string(stamp.in_force_from)).end_object();
}

// ---- CSV

/// Ids are the caller's: one with a comma or a quote is quoted.
void append_cell(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

template <class Values, class Text>
void append_list(std::string& out, const Values& values, Text text) {
  out += ',';
  bool is_first = true;
  for (const auto value : values) {
    if (!is_first) out += ';';
    is_first = false;
    out += text(value);
  }
}

template <class Enum>
void append_list(std::string& out, EnumSet<Enum> values) {
  append_list(out, values, [](Enum value) { return to_string(value); });
}

void append_word(std::string& out, std::string_view word) {
  out += ',';
  out += word;
}

}  // namespace

void write_ndjson(const IncidentId& id, const IncidentDecision& decided, const DueTimes& due, const Policy& policy,
                  std::string& out) {
  const auto& decision = decided.decision;
  JsonWriter json{out};
  json.begin_object().key("id").text(id.value());
  json.key("grade").text(to_string(decision.known.grade)).key("route").text(to_string(decision.known.route));
  write_list(json, "duties", decision.known.duties);
  write_reasons(json, decision.known.reasons, policy);
  json.key("grade_if_unknowns_yes").text(to_string(decision.if_unknowns_yes.grade));
  json.key("route_if_unknowns_yes").text(to_string(decision.if_unknowns_yes.route));
  write_list(json, "duties_if_unknowns_yes", decision.if_unknowns_yes.duties);
  json.key("provisional").text(yes_or_no(decision.provisional));
  write_list(json, "ask_next", decision.ask_next);
  json.key("suitability").text(to_string(decision.suitability));
  write_due(json, due);
  if (decided.pairs.size() > 1) write_reasons_by_pair(json, decided, policy);
  write_list(json, "issues", decided.issues);
  write_policy_stamp(json, decision.policy);
  json.end_object();
  json.end_line();
}

void write_csv_header(std::string& out) {
  out +=
      "id,grade,route,duties,reasons,grade_if_unknowns_yes,route_if_unknowns_yes,duties_if_unknowns_yes,provisional,"
      "ask_next,suitability,due,issues,policy,version,in_force_from\n";
}

void write_csv(const IncidentId& id, const IncidentDecision& decided, const DueTimes& due, const Policy& policy,
               std::string& out) {
  const auto& decision = decided.decision;
  append_cell(out, id.value());
  append_word(out, to_string(decision.known.grade));
  append_word(out, to_string(decision.known.route));
  append_list(out, decision.known.duties);
  append_list(out, decision.known.reasons, [&](RuleIndex rule) { return policy.rule(rule).id.view(); });
  append_word(out, to_string(decision.if_unknowns_yes.grade));
  append_word(out, to_string(decision.if_unknowns_yes.route));
  append_list(out, decision.if_unknowns_yes.duties);
  append_word(out, yes_or_no(decision.provisional));
  append_list(out, decision.ask_next);
  append_word(out, to_string(decision.suitability));
  append_list(out, due.duties, [&](Duty duty) { return std::string{to_string(duty)} + "=" + due_text(due[duty]); });
  append_list(out, decided.issues);
  out += ',';
  append_cell(out, decision.policy.id.view());
  append_word(out, std::to_string(decision.policy.version));
  append_word(out, to_string(decision.policy.in_force_from));
  out += '\n';
}

}  // namespace earlyhelp::io
