#include "feed_field.hpp"
#include "json_document.hpp"

#include <earlyhelp/id.hpp>
#include <earlyhelp/io/incident_reader.hpp>
#include <earlyhelp/io/json_writer.hpp>
#include <earlyhelp/io/mapping.hpp>

#include <algorithm>
#include <limits>
#include <utility>

namespace earlyhelp::io {
namespace {

constexpr std::size_t max_prefix_bytes = 32;

/// What a rule may be for one field: its kind, and a row to try a value in.
template <class Field>
struct Target {
  Field field;
  FieldKind kind;
};

void write_json(const JsonValue& json, JsonWriter& out) {
  if (json.is_text()) {
    out.text(json.text());
  } else if (json.is_boolean()) {
    out.boolean(json.boolean());
  } else if (json.is_array()) {
    out.begin_array();
    for (const auto& item : json.items()) out.text(item.text());
    out.end_array();
  } else {
    out.number(json.integer(std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()));
  }
}

/// `json` as it goes into a row, after it was tried in one: what no feed accepts is the mapping's fault, not a row's.
/// Null says that the value is not known.
template <class Field>
std::string accepted_json(const JsonValue& json, const Target<Field>& target) {
  if (json.is_null()) return "null";
  std::string text;
  JsonWriter writer{text};
  write_json(json, writer);
  auto row = row_with(target.field, text);
  const auto size = row.size();
  row.append(LineReader::padding, '\0');
  const auto read = IncidentReader{}.read({.text = {row.data(), size}, .number = 1});
  if (const auto* reject = std::get_if<Reject>(&read)) json.fail(reject->reason);
  return text;
}

std::string prefix_from(const JsonValue& json) {
  if (!is_reference(json.text()) || json.text().size() > max_prefix_bytes) {
    json.fail("expected 1 to 32 bytes without white space");
  }
  return json.text();
}

template <class Field>
FromColumn column_from(const JsonValue& json, const Target<Field>& target) {
  const bool is_time = target.kind == FieldKind::time;
  if (is_time) {
    json.only({"column", "format"});
  } else {
    json.only({"column", "values", "otherwise"});
  }
  FromColumn rule{.column = json.at("column").text()};
  if (is_time) {
    const auto& format = json.at("format");
    rule.is_wall_time = format.text() == "wall_time";
    if (!rule.is_wall_time && format.text() != "instant") format.fail("expected one of wall_time, instant");
    return rule;
  }
  const auto values = json.find("values");
  if (!values && target.kind == FieldKind::translated) json.at("values");
  if (values) {
    for (const auto& [cell, value] : values->members()) rule.values.emplace(cell, accepted_json(value, target));
  }
  for (const auto& [key, value] : json.members()) {
    if (key == "otherwise") rule.otherwise = accepted_json(value, target);
  }
  if (rule.otherwise && !values) json.at("otherwise").fail("expected beside \"values\" only");
  return rule;
}

StandIn stand_in_from(const JsonValue& json) {
  json.only({"stand_in", "prefix"});
  StandIn rule{.prefix = prefix_from(json.at("prefix")), .columns = {}};
  for (const auto& column : json.at("stand_in").items()) rule.columns.push_back(column.text());
  if (rule.columns.empty()) json.at("stand_in").fail("expected at least one column");
  return rule;
}

template <class Field>
ValueRule rule_from(const JsonValue& json, const Target<Field>& target) {
  if (json.find("column")) return column_from(json, target);
  if (const auto number = json.find("row_number")) {
    json.only({"row_number"});
    return RowNumber{.prefix = prefix_from(*number)};
  }
  if (json.find("stand_in")) return stand_in_from(json);
  if (const auto other = json.find("same_as")) {
    json.only({"same_as"});
    return SameAs{.field = other->choice<FeedField>()};
  }
  json.only({"constant"});
  return Constant{.json = accepted_json(json.at("constant"), target)};
}

/// An id may be made; a time may be another's; nothing else may.
void check_form(const JsonValue& json, const ValueRule& rule, FeedField field) {
  const bool is_person = field == FeedField::victim_id || field == FeedField::suspect_id;
  if (std::holds_alternative<StandIn>(rule) && !is_person) json.fail("only a victim or a suspect can be stood in for");
  if (std::holds_alternative<RowNumber>(rule) && !is_person && field != FeedField::id) {
    json.fail("only an id can be made from the number of the row");
  }
  if (const auto* same = std::get_if<SameAs>(&rule)) {
    if (kind_of(field) != FieldKind::time || kind_of(same->field) != FieldKind::time || same->field == field) {
      json.fail("expected another time");
    }
  }
}

void read_fields(const JsonValue& json, Mapping& mapping) {
  for (const auto& [name, value] : json.members()) {
    const auto field = parse<FeedField>(name);
    if (!field) value.fail("unknown key; expected a field of a feed");
    auto& rule = mapping.fields[static_cast<std::size_t>(*field)];
    rule = rule_from(value, Target<FeedField>{.field = *field, .kind = kind_of(*field)});
    check_form(value, *rule, *field);
  }
}

void read_findings(const JsonValue& json, Mapping& mapping) {
  for (const auto& [name, value] : json.members()) {
    const auto finding = parse<Finding>(name);
    if (!finding) value.fail("unknown key; expected a finding");
    auto rule = rule_from(value, Target<Finding>{.field = *finding, .kind = FieldKind::text});
    if (!std::holds_alternative<FromColumn>(rule) && !std::holds_alternative<Constant>(rule)) {
      value.fail("expected a column or a constant");
    }
    mapping.findings[static_cast<std::size_t>(*finding)] = std::move(rule);
  }
}

/// What a row cannot do without, by itself or once a part of it is mapped.
void require_fields(const JsonValue& json, const Mapping& mapping) {
  using enum FeedField;
  const auto need = [&](FeedField field) {
    if (!mapping.rule(field)) json.at(earlyhelp::to_string(field));
  };
  for (const auto field : {id, occurred_at, recorded_at, victim_id, suspect_id}) need(field);
  for (const auto field : {judgement_grade, judgement_by, judgement_reason}) {
    if (!mapping.rule(field)) continue;
    need(judgement_grade);
    need(judgement_by);
  }
  constexpr std::array checklist = {checklist_instrument, checklist_version, checklist_yes_count,
                                    checklist_unanswered_count};
  const auto is_mapped = [&](FeedField field) { return mapping.rule(field).has_value(); };
  if (std::any_of(checklist.begin(), checklist.end(), is_mapped))
    std::for_each(checklist.begin(), checklist.end(), need);
  for (const auto& rule : mapping.fields) {
    const auto* same = rule ? std::get_if<SameAs>(&*rule) : nullptr;
    if (same == nullptr) continue;
    need(same->field);
    if (std::holds_alternative<SameAs>(*mapping.rule(same->field))) {
      json.fail("expected `same_as` to name a field with a value of its own");
    }
  }
}

void check_about(const JsonValue& json) {
  if (json.is_text()) return;
  for (const auto& line : json.items()) line.text();
}

Mapping mapping_from(const JsonValue& json) {
  json.only({"about", "time_zone", "fields", "findings"});
  if (const auto about = json.find("about")) check_about(*about);
  const auto& zone = json.at("time_zone");
  Mapping mapping{.time_zone = zone.build([&] { return TimeZone{zone.text()}; })};
  read_fields(json.at("fields"), mapping);
  if (const auto findings = json.find("findings")) read_findings(*findings, mapping);
  require_fields(json.at("fields"), mapping);
  return mapping;
}

}  // namespace

OrFileError<Mapping> read_mapping(const std::string& file) { return read_json_file(file, mapping_from); }

OrFileError<Mapping> parse_mapping(const std::string& name, std::string_view text) {
  return read_json_text(name, text, mapping_from);
}

}  // namespace earlyhelp::io
