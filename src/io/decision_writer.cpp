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

void put(char* at, unsigned value, std::size_t width) {
  for (auto i = width; i-- > 0; value /= 10) at[i] = static_cast<char>('0' + value % 10);
}

/// to_string(instant), without a string of its own when there is no fraction of a second.
void append_instant(std::string& out, Instant instant) {
  constexpr std::int64_t second = 1'000'000;
  constexpr std::int64_t day_length = 86'400 * second;
  const auto since_1970 = instant.microseconds();
  if (since_1970 < 0 || since_1970 % second != 0) {
    out += to_string(instant);
    return;
  }
  const auto day = (Date{1970, 1, 1} + Days{static_cast<int>(since_1970 / day_length)}).year_month_day();
  const auto time = static_cast<unsigned>(since_1970 % day_length / second);
  std::array<char, 20> text = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0',
                               'T', '0', '0', ':', '0', '0', ':', '0', '0', 'Z'};
  put(text.data(), day.year, 4);
  put(&text[5], day.month.as_number(), 2);
  put(&text[8], day.day, 2);
  put(&text[11], time / 3600, 2);
  put(&text[14], time / 60 % 60, 2);
  put(&text[17], time % 60, 2);
  out.append(text.data(), text.size());
}

void append_due(std::string& out, boost::optional<Instant> due) {
  if (due) return append_instant(out, *due);
  out += "not_covered";
}

// ---- NDJSON. The ids of enums and rules need no escape; those of incidents, people and policies are the caller's.

/// ,"id" for each value of an enum: an element of a list, and without its comma the first one.
template <Named Enum>
constexpr auto elements = [] {
  std::array<Text<47>, count_of<Enum>> all;
  for (const auto value : values_of<Enum>) {
    std::array<char, 47> text = {',', '"'};
    const auto id = to_string(value);
    auto* const end = std::copy(id.begin(), id.end(), text.begin() + 2);
    *end = '"';
    all[static_cast<std::size_t>(value)] = std::string_view{text.data(), id.size() + 3};
  }
  return all;
}();

template <class Enum>
std::string_view element(Enum value, bool is_first) {
  return elements<Enum>[static_cast<std::size_t>(value)].view().substr(is_first ? 1 : 0);
}

template <class Enum>
void append_list(std::string& out, EnumSet<Enum> values) {
  bool is_first = true;
  for (const auto value : values) {
    out += element(value, is_first);
    is_first = false;
  }
}

void append_rule(std::string& out, std::string_view before, const Rule& rule) {
  out += before;
  out += rule.id.view();
  out += '"';
}

void append_reasons(std::string& out, Reasons reasons, const Policy& policy) {
  std::string_view before = "\"";
  for (const auto rule : reasons) {
    append_rule(out, before, policy.rule(rule));
    before = ",\"";
  }
}

void append_due_times(std::string& out, const DueTimes& due) {
  bool is_first = true;
  for (const auto duty : due.duties) {
    out += element(duty, is_first);
    out += ":\"";
    append_due(out, due[duty]);
    out += '"';
    is_first = false;
  }
}

void append_text(std::string& out, std::string_view before, std::string_view text) {
  out += before;
  JsonWriter{out}.text(text);
}

void append_reasons_by_pair(std::string& out, const IncidentDecision& decided, const Policy& policy) {
  std::string_view before = R"({"rule":")";
  for (const auto& reason : decided.reasons()) {
    const auto& parties = decided.pairs[reason.pair].parties;
    append_rule(out, before, policy.rule(reason.rule));
    append_text(out, R"(,"victim":)", parties.victim.id.value());
    append_text(out, R"(,"suspect":)", parties.suspect.id.value());
    out += '}';
    before = R"(,{"rule":")";
  }
}

void append_policy(std::string& out, const PolicyStamp& stamp) {
  append_text(out, R"({"id":)", stamp.id.view());
  out += R"(,"version":)";
  out += std::to_string(stamp.version);
  out += R"(,"in_force_from":")";
  out += to_string(stamp.in_force_from);
  out += "\"}";
}

// ---- CSV

void append_cell(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

void append_word(std::string& out, std::string_view word) {
  out += ',';
  out += word;
}

/// What `append_one` appends for each of `values`, in one cell.
template <class Values, class Append>
void append_words(std::string& out, const Values& values, Append append_one) {
  char before = ',';
  for (const auto value : values) {
    out += before;
    append_one(value);
    before = ';';
  }
  if (before == ',') out += ',';
}

template <class Enum>
void append_words(std::string& out, EnumSet<Enum> values) {
  append_words(out, values, [&out](Enum value) { out += to_string(value); });
}

}  // namespace

void write_ndjson(const IncidentId& id, const IncidentDecision& decided, const DueTimes& due, const Policy& policy,
                  std::string& out) {
  const auto& decision = decided.decision;
  append_text(out, R"({"id":)", id.value());
  out += R"(,"grade":")";
  out += to_string(decision.known.grade);
  out += R"(","route":")";
  out += to_string(decision.known.route);
  out += R"(","duties":[)";
  append_list(out, decision.known.duties);
  out += R"(],"reasons":[)";
  append_reasons(out, decision.known.reasons, policy);
  out += R"(],"grade_if_unknowns_yes":")";
  out += to_string(decision.if_unknowns_yes.grade);
  out += R"(","route_if_unknowns_yes":")";
  out += to_string(decision.if_unknowns_yes.route);
  out += R"(","duties_if_unknowns_yes":[)";
  append_list(out, decision.if_unknowns_yes.duties);
  out += R"(],"provisional":")";
  out += yes_or_no(decision.provisional);
  out += R"(","ask_next":[)";
  append_list(out, decision.ask_next);
  out += R"(],"suitability":")";
  out += to_string(decision.suitability);
  out += R"(","due":{)";
  append_due_times(out, due);
  if (decided.pairs.size() > 1) {
    out += R"(},"reasons_by_pair":[)";
    append_reasons_by_pair(out, decided, policy);
    out += R"(],"issues":[)";
  } else {
    out += R"(},"issues":[)";
  }
  append_list(out, decided.issues);
  out += R"(],"policy":)";
  append_policy(out, decision.policy);
  out += "}\n";
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
  append_words(out, decision.known.duties);
  append_words(out, decision.known.reasons, [&](RuleIndex rule) { out += policy.rule(rule).id.view(); });
  append_word(out, to_string(decision.if_unknowns_yes.grade));
  append_word(out, to_string(decision.if_unknowns_yes.route));
  append_words(out, decision.if_unknowns_yes.duties);
  append_word(out, yes_or_no(decision.provisional));
  append_words(out, decision.ask_next);
  append_word(out, to_string(decision.suitability));
  append_words(out, due.duties, [&](Duty duty) {
    out += to_string(duty);
    out += '=';
    append_due(out, due[duty]);
  });
  append_words(out, decided.issues);
  out += ',';
  append_cell(out, decision.policy.id.view());
  append_word(out, std::to_string(decision.policy.version));
  append_word(out, to_string(decision.policy.in_force_from));
  out += '\n';
}

}  // namespace earlyhelp::io
