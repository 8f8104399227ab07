#include <earlyhelp/io/casework_policy_file.hpp>

#include "json_clock.hpp"
#include "json_document.hpp"
#include "json_values.hpp"

#include <earlyhelp/io/json_writer.hpp>

#include <limits>

namespace earlyhelp::io {
namespace {

using earlyhelp::to_string;

int positive(const JsonValue& json) { return static_cast<int>(json.integer(1, std::numeric_limits<int>::max())); }

DutyClock whole_clock_from(const JsonValue& json) {
  json.only({"unit", "value", "start"});
  return clock_from(json);
}

PermittedModes modes_from(const JsonValue& json) {
  json.only({"from", "modes", "source"});
  PermittedModes permitted{.from = day_from(json.at("from")), .modes = {}, .source = source_from(json.at("source"))};
  for (const auto& mode : json.at("modes").items()) permitted.modes.insert(mode.choice<ContactMode>());
  return permitted;
}

CaseworkPolicy policy_from(const JsonValue& json, const TimeZone& zone) {
  json.only({"promise_kept", "safe_channel_days", "attempts_before_not_reached", "keep_years", "keep_high_risk_years",
             "record_crime_within", "triage_disclosed_within", "modes"});
  CaseworkPolicy policy{.zone = zone};
  policy.promise_kept = json.at("promise_kept").choice<PromiseKept>();
  policy.safe_channel_days = positive(json.at("safe_channel_days"));
  policy.attempts_before_not_reached = positive(json.at("attempts_before_not_reached"));
  policy.keep_years = positive(json.at("keep_years"));
  policy.keep_high_risk_years = positive(json.at("keep_high_risk_years"));
  policy.record_crime_within = whole_clock_from(json.at("record_crime_within"));
  policy.triage_disclosed_within = whole_clock_from(json.at("triage_disclosed_within"));
  if (const auto modes = json.find("modes")) {
    for (const auto& item : modes->items()) policy.modes.push_back(modes_from(item));
  }
  if (const auto issues = check(policy); !issues.empty()) {
    json.at(issues.front().where).fail(issues.front().what);
  }
  return policy;
}

void write(JsonWriter& json, std::string_view key, const DutyClock& clock) {
  json.key(key).begin_object();
  write_clock(json, clock);
  json.end_object();
}

}  // namespace

OrFileError<CaseworkPolicy> read_casework_policy(const std::string& file, const TimeZone& zone) {
  return read_json_file(file, [&](const JsonValue& json) { return policy_from(json, zone); });
}

OrFileError<CaseworkPolicy> parse_casework_policy(const std::string& name, std::string_view text,
                                                  const TimeZone& zone) {
  return read_json_text(name, text, [&](const JsonValue& json) { return policy_from(json, zone); });
}

std::string write_casework_policy(const CaseworkPolicy& policy) {
  std::string text;
  JsonWriter json{text};
  json.begin_object().key("promise_kept").text(to_string(policy.promise_kept));
  json.key("safe_channel_days").number(policy.safe_channel_days);
  json.key("attempts_before_not_reached").number(policy.attempts_before_not_reached);
  json.key("keep_years").number(policy.keep_years).key("keep_high_risk_years").number(policy.keep_high_risk_years);
  write(json, "record_crime_within", policy.record_crime_within);
  write(json, "triage_disclosed_within", policy.triage_disclosed_within);
  json.key("modes").begin_array();
  for (const auto& permitted : policy.modes) {
    json.begin_object().key("from").text(to_string(permitted.from)).key("modes").begin_array();
    for (const auto mode : permitted.modes) json.text(to_string(mode));
    json.end_array();
    write_source(json.key("source"), permitted.source);
    json.end_object();
  }
  json.end_array().end_object().end_line();
  return text;
}

}  // namespace earlyhelp::io
