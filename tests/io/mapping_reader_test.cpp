#include <earlyhelp/io/mapping.hpp>
#include <earlyhelp/io/shipped_file.hpp>

#include "support/make_row.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace earlyhelp;
using namespace earlyhelp::io;
using test::replaced;

namespace {

const std::string good = R"({"about": "a test",
"time_zone": "UTC0",
"fields": {"id": {"column": "Case"},
"occurred_at": {"column": "Date", "format": "wall_time"},
"recorded_at": {"same_as": "occurred_at"},
"victim.id": {"stand_in": ["Block", "Place"], "prefix": "v:"},
"suspect.id": {"row_number": "s-"},
"officer_grade": {"column": "Risk", "values": {"H": "high", "": null}, "otherwise": "standard"},
"history_known": {"constant": true}},
"findings": {"injury": {"column": "Hurt", "values": {"Y": "y"}}}})";

std::string error_of(const std::string& text) {
  const auto read = parse_mapping("m.json", text);
  const auto* error = std::get_if<FileError>(&read);
  return error != nullptr ? to_string(*error) : "";
}

std::string error_with(const std::string& old, const std::string& by) { return error_of(replaced(good, old, by)); }

}  // namespace

TEST_CASE("a mapping says where each value comes from", "[io]") {
  const auto read = parse_mapping("m.json", good);

  REQUIRE(std::holds_alternative<Mapping>(read));
  const auto& mapping = std::get<Mapping>(read);
  CHECK(mapping.time_zone.rule() == "UTC0");
  CHECK(std::get<FromColumn>(*mapping.rule(FeedField::id)).column == "Case");
  CHECK(std::get<FromColumn>(*mapping.rule(FeedField::occurred_at)).is_wall_time);
  CHECK(std::get<SameAs>(*mapping.rule(FeedField::recorded_at)).field == FeedField::occurred_at);
  CHECK((std::get<StandIn>(*mapping.rule(FeedField::victim_id)).columns == std::vector<std::string>{"Block", "Place"}));
  CHECK(std::get<RowNumber>(*mapping.rule(FeedField::suspect_id)).prefix == "s-");
  const auto& grade = std::get<FromColumn>(*mapping.rule(FeedField::officer_grade));
  CHECK(grade.values.at("H") == "\"high\"");
  CHECK(grade.values.at("") == "null");
  CHECK((grade.otherwise == std::string{"\"standard\""}));
  CHECK(std::get<Constant>(*mapping.rule(FeedField::history_known)).json == "true");
  CHECK_FALSE(mapping.rule(FeedField::judgement_grade).has_value());
}

TEST_CASE("a fault in a mapping names file, line, key and what was expected", "[io]") {
  CHECK(error_with("UTC0", "Chicago").find("m.json:2: time_zone: ") == 0);
  CHECK(error_with("\"about\"", "\"note\"") ==
        "m.json:1: note: unknown key; expected one of about, time_zone, fields, findings");
  CHECK(error_with("\"about\": \"a test\"", "\"about\": [1]") ==
        "m.json:1: about[0]: expected a text, found a whole number");
  CHECK(error_with("\"history_known\"", "\"history\"") ==
        "m.json:9: fields.history: unknown key; expected a field of a feed");
  CHECK(error_with("\"injury\"", "\"injuries\"") == "m.json:10: findings.injuries: unknown key; expected a finding");
  CHECK(error_with("\"id\": {\"column\": \"Case\"},", "") ==
        "m.json:3: fields: expected the key \"id\", which is missing");
  CHECK(error_with("\"wall_time\"", "\"local\"") ==
        "m.json:4: fields.occurred_at.format: expected one of wall_time, instant");
  CHECK(error_with(", \"format\": \"wall_time\"", "") ==
        "m.json:4: fields.occurred_at: expected the key \"format\", which is missing");
  CHECK(error_with("\"column\": \"Case\"", "\"column\": \"Case\", \"format\": \"instant\"") ==
        "m.json:3: fields.id.format: unknown key; expected one of column, values, otherwise");
  CHECK(error_with("\"same_as\": \"occurred_at\"", "\"same_as\": \"victim.id\"") ==
        "m.json:5: fields.recorded_at: expected another time");
  CHECK(error_with("\"same_as\": \"occurred_at\"", "\"same_as\": \"recorded_at\"") ==
        "m.json:5: fields.recorded_at: expected another time");
  CHECK(error_with("\"same_as\": \"occurred_at\"", "\"same_as\": \"reported_at\"") ==
        "m.json:3: fields: expected the key \"reported_at\", which is missing");
  CHECK(error_with("[\"Block\", \"Place\"]", "[]") ==
        "m.json:6: fields.victim.id.stand_in: expected at least one column");
  CHECK(error_with("\"v:\"", "\"v 1\"") ==
        "m.json:6: fields.victim.id.prefix: expected 1 to 32 bytes without white space");
  CHECK(error_with("\"officer_grade\": {", "\"officer_grade\": {\"row_number\": \"x\"}, \"reported_at\": {") ==
        "m.json:8: fields.officer_grade: only an id can be made from the number of the row");
  CHECK(error_with("\"id\": {\"column\": \"Case\"}", "\"id\": {\"stand_in\": [\"a\"], \"prefix\": \"i\"}") ==
        "m.json:3: fields.id: only a victim or a suspect can be stood in for");
}

TEST_CASE("a value that no feed accepts is an error of the mapping, at its line", "[io]") {
  CHECK(error_with("\"H\": \"high\"", "\"H\": \"grave\"") ==
        "m.json:8: fields.officer_grade.values.H: expected one of standard, medium, high");
  CHECK(error_with("\"otherwise\": \"standard\"", "\"otherwise\": 1") ==
        "m.json:8: fields.officer_grade.otherwise: expected one of standard, medium, high");
  CHECK(error_with("\"Y\": \"y\"", "\"Y\": true") == "m.json:10: findings.injury.values.Y: expected one of y, n, u");
  CHECK(error_with("\"constant\": true", "\"constant\": \"yes\"") ==
        "m.json:9: fields.history_known.constant: expected true or false");
  CHECK(error_with("\"constant\": true", "\"column\": \"Known\"") ==
        "m.json:9: fields.history_known: expected the key \"values\", which is missing");
  CHECK(error_with("\"values\": {\"H\": \"high\", \"\": null}, ", "") ==
        "m.json:8: fields.officer_grade.otherwise: expected beside \"values\" only");
}

TEST_CASE("half a judgement and half a checklist are errors", "[io]") {
  const auto with = [](const std::string& more) {
    return error_with("\"history_known\"", more + ",\n\"history_known\"");
  };
  const std::string grade = "\"judgement.grade\": {\"column\": \"J\"}";
  const std::string by = "\"judgement.by\": {\"column\": \"W\"}";

  CHECK(with(grade) == "m.json:3: fields: expected the key \"judgement.by\", which is missing");
  CHECK(with(by) == "m.json:3: fields: expected the key \"judgement.grade\", which is missing");
  CHECK(with(grade + "," + by).empty());
  CHECK(with("\"checklist.yes_count\": {\"column\": \"N\"}") ==
        "m.json:3: fields: expected the key \"checklist.instrument\", which is missing");
}

TEST_CASE("the mapping that ships reads", "[io]") {
  const auto read = parse_mapping("chicago.json", shipped_file("chicago.json").value());

  CHECK(std::holds_alternative<Mapping>(read));
}
