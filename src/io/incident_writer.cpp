#include <earlyhelp/io/incident_writer.hpp>
#include <earlyhelp/io/json_writer.hpp>

#include <cstdint>
#include <cstdlib>
#include <variant>
#include <vector>

namespace earlyhelp::io {
namespace {

constexpr std::int64_t hour = 3'600'000'000;
constexpr int max_offset_hours = 14;

/// The offset in whole hours, the nearest to UTC, at which the local day is the written one.
int offset_hours_of(const WrittenInstant& written) {
  for (int hours = 0; hours <= max_offset_hours; ++hours) {
    for (const int offset : {hours, -hours}) {
      const auto local = Instant::of_microseconds(written.instant.microseconds() + offset * hour);
      if (local.utc().date() == written.day) return offset;
    }
  }
  return 0;  // a day that no clock on earth shows then
}

void write_instant(const WrittenInstant& written, JsonWriter& json) {
  const auto offset = offset_hours_of(written);
  auto text = to_string(Instant::of_microseconds(written.instant.microseconds() + offset * hour));
  if (offset != 0) {
    text.back() = offset > 0 ? '+' : '-';
    const auto digits = std::to_string(std::abs(offset));
    text.append(digits.size() == 1 ? "0" : "").append(digits).append(":00");
  }
  json.text(text);
}

template <class Thing>
void write_ids(std::string_view key, const std::vector<Id<Thing>>& ids, JsonWriter& json) {
  if (ids.empty()) return;
  json.key(key).begin_array();
  for (const auto& id : ids) json.text(id.value());
  json.end_array();
}

void write_age(const Person& person, Date day, JsonWriter& json) {
  if (person.born) json.key("born").text(to_string(*person.born));
  if (person.stated_age && person.stated_age->on == day) json.key("age").number(person.stated_age->years);
}

void write_people(std::string_view key, const std::vector<Person>& people, Date day, JsonWriter& json) {
  json.key(key).begin_array();
  for (const auto& person : people) {
    json.begin_object().key("id").text(person.id.value());
    write_age(person, day, json);
    json.end_object();
  }
  json.end_array();
}

void write_family(const Family& family, Date day, JsonWriter& json) {
  if (!family.relationships.empty()) {
    json.key("relationships").begin_array();
    for (const auto& relationship : family.relationships) {
      json.begin_object().key("between").begin_array();
      json.text(relationship.one.value()).text(relationship.other.value()).end_array();
      json.key("kind").text(to_string(relationship.kind)).end_object();
    }
    json.end_array();
  }
  if (family.children_known) json.key("children_known").boolean(true);
  if (!family.children.empty()) {
    json.key("children").begin_array();
    for (const auto& child : family.children) {
      json.begin_object().key("id").text(child.person.id.value());
      write_age(child.person, day, json);
      if (child.died) json.key("died").text(to_string(*child.died));
      write_ids("related_to", child.related_to, json);
      write_ids("lives_with", child.lives_with, json);
      json.end_object();
    }
    json.end_array();
  }
  if (!family.unborn.empty()) {
    json.key("unborn").begin_array();
    for (const auto& child : family.unborn) json.begin_object().key("mother").text(child.mother.value()).end_object();
    json.end_array();
  }
}

void write_judgement(const Judgement& judgement, JsonWriter& json) {
  json.key("judgement").begin_object();
  json.key("grade").text(to_string(judgement.grade)).key("by").text(judgement.by.value());
  if (judgement.reason) json.key("reason").text(judgement.reason->value());
  json.end_object();
}

void write_content(const ChecklistCounts& counts, JsonWriter& json) {
  json.key("yes_count").number(counts.yes_count).key("unanswered_count").number(counts.unanswered_count);
}

void write_content(const std::vector<AnsweredFactor>& answers, JsonWriter& json) {
  json.key("answers").begin_object();
  for (const auto& answered : answers) json.escaped_key(answered.factor.value()).text(to_string(answered.answer));
  json.end_object();
}

void write_checklist(const Checklist& checklist, JsonWriter& json) {
  json.key("checklist").begin_object().key("instrument").text(to_string(checklist.instrument));
  json.key("version").text(checklist.version.value());
  std::visit([&json](const auto& content) { write_content(content, json); }, checklist.content);
  json.end_object();
}

void write_findings(const Findings& findings, JsonWriter& json) {
  if (findings == Findings::all(Answer::unknown)) return;
  json.key("findings").begin_object();
  for (const auto finding : values_of<Finding>) {
    if (findings[finding] != Answer::unknown) json.key(to_string(finding)).text(to_string(findings[finding]));
  }
  json.end_object();
}

}  // namespace

void write(const Incident& incident, std::string& out) {
  JsonWriter json{out};
  const auto day = incident.occurred_at.day;
  json.begin_object().key("id").text(incident.id.value());
  write_instant(incident.occurred_at, json.key("occurred_at"));
  write_instant(incident.recorded_at, json.key("recorded_at"));
  if (incident.reported_at != incident.recorded_at) write_instant(incident.reported_at, json.key("reported_at"));
  if (incident.attended_at) write_instant(*incident.attended_at, json.key("attended_at"));
  write_people("victims", incident.victims, day, json);
  write_people("suspects", incident.suspects, day, json);
  if (incident.behaviours) {
    json.key("behaviours").begin_array();
    for (const auto behaviour : *incident.behaviours) json.text(to_string(behaviour));
    json.end_array();
  }
  if (incident.officer_grade) json.key("officer_grade").text(to_string(*incident.officer_grade));
  if (incident.judgement) write_judgement(*incident.judgement, json);
  if (incident.checklist) write_checklist(*incident.checklist, json);
  write_findings(incident.findings, json);
  if (incident.history_known) json.key("history_known").boolean(true);
  write_family(incident.family, day, json);
  json.end_object().end_line();
}

}  // namespace earlyhelp::io
