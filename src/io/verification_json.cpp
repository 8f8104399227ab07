#include <earlyhelp/io/json_writer.hpp>
#include <earlyhelp/io/verification_page.hpp>
#include <earlyhelp/triage/fact.hpp>

#include <string_view>
#include <vector>

namespace earlyhelp::io {
namespace {

using earlyhelp::to_string;

void write(JsonWriter& json, EnumSet<Fact> facts, const Facts& of) {
  json.begin_object();
  for (const auto fact : facts) json.key(to_string(fact)).text(value_of(fact, of));
  json.end_object();
}

void write(JsonWriter& json, std::string_view key, std::uint64_t count) {
  json.key(key).number(static_cast<std::int64_t>(count));
}

void write(JsonWriter& json, std::string_view key, const std::vector<Failure>& failures) {
  constexpr auto every = EnumSet<Fact>::of_bits((std::uint64_t{1} << count_of<Fact>)-1);
  json.key(key).begin_array();
  for (const auto& failure : failures) {
    json.begin_object().key("subject").text(failure.subject).key("sentence").text(failure.sentence);
    write(json, "cases", failure.cases);
    if (failure.facts) write(json.key("facts"), every, *failure.facts);
    if (failure.other) write(json.key("other"), every, *failure.other);
    if (failure.starts) json.key("reported_at").text(to_string(failure.starts->reported_at));
    if (failure.starts && failure.starts->attended_at) {
      json.key("attended_at").text(to_string(*failure.starts->attended_at));
    }
    json.end_object();
  }
  json.end_array();
}

}  // namespace

void write_json(const Verification& found, std::string& out) {
  JsonWriter json{out};
  json.begin_object().key("policy").begin_object().key("id").text(found.policy.id.view());
  json.key("version").number(std::int64_t{found.policy.version});
  json.key("in_force_from").text(to_string(found.policy.in_force_from)).end_object();
  json.key("holds").boolean(found.holds());
  write(json, "combinations", found.combinations);
  write(json, "cases", found.cases);
  json.key("cuts").begin_array();
  for (const auto& cut : found.cuts) {
    json.begin_object().key("name").text(cut.name).key("values").begin_array();
    for (const auto& value : cut.values) write(json, cut.facts, value);
    json.end_array().end_object();
  }
  json.end_array().key("properties").begin_array();
  for (const auto& report : found.properties) {
    json.begin_object().key("id").text(to_string(report.property)).key("holds").boolean(report.failures.empty());
    write(json, "cases", report.cases);
    write(json, "failures", report.failures);
    write(json, "undecided", report.undecided);
    json.end_object();
  }
  json.end_array().key("rules").begin_array();
  for (const auto& rule : found.rules) {
    json.begin_object().key("id").text(rule.id.view());
    write(json, "fires_in", rule.fires_in);
    write(json, "only_reason_in", rule.only_reason_in);
    write(json, "matters_in", rule.matters_in);
    if (rule.example) write(json.key("example"), differing(*rule.example, found.quiet), *rule.example);
    json.end_object();
  }
  json.end_array().end_object();
  json.end_line();
}

}  // namespace earlyhelp::io
