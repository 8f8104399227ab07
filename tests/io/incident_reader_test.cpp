#include <earlyhelp/incident/incident_fault.hpp>
#include <earlyhelp/io/incident_reader.hpp>

#include "support/make_incident.hpp"
#include "support/make_row.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace earlyhelp;
using namespace earlyhelp::io;
using test::make_rich_row;
using test::make_short_row;
using test::read_row;
using test::reject_of;
using test::replaced;

TEST_CASE("a row says everything about an incident", "[io]") {
  const auto row = read_row(make_rich_row());

  REQUIRE(std::holds_alternative<Incident>(row));
  const auto day = Date{2025, 6, 1};
  const auto expected = Incident{
      .id = IncidentId{"i-1"},
      .occurred_at = make_written("2025-06-01T20:00:00+01:00"),
      .recorded_at = make_written("2025-06-01T23:00:00+01:00"),
      .reported_at = make_written("2025-06-01T20:10:00+01:00"),
      .attended_at = make_written("2025-06-01T20:30:00+01:00"),
      .victims = {{.id = PersonId{"p1"}, .born = Date{1990, 5, 4}, .stated_age = StatedAge{.years = 35, .on = day}},
                  {.id = PersonId{"p3"}}},
      .suspects = {{.id = PersonId{"p2"}, .stated_age = StatedAge{.years = 17, .on = day}}},
      .behaviours = EnumSet<Behaviour>{Behaviour::physical_or_sexual, Behaviour::economic},
      .officer_grade = RiskGrade::medium,
      .judgement = Judgement{.grade = RiskGrade::high, .by = WorkerId{"w1"}, .reason = ReasonId{"r1"}},
      .checklist =
          Checklist{
              .instrument = Instrument::dash_2009,
              .version = ChecklistVersionId{"v1"},
              .content = std::vector<AnsweredFactor>{{.factor = FactorId{"q1"}, .answer = ChecklistAnswer::yes},
                                                     {.factor = FactorId{"q2"}, .answer = ChecklistAnswer::not_asked}}},
      .findings = Findings::all(Answer::unknown).with(Finding::injury, Answer::yes).with(Finding::weapon, Answer::no),
      .history_known = true,
      .family = {
          .relationships = {{.one = PersonId{"p1"}, .other = PersonId{"p2"}, .kind = RelationshipKind::former_spouse}},
          .children_known = true,
          .children = {{.person = {.id = PersonId{"c1"},
                                   .born = Date{2020, 1, 1},
                                   .stated_age = StatedAge{.years = 5, .on = day}},
                        .died = Date{2025, 7, 1},
                        .related_to = {PersonId{"p1"}},
                        .lives_with = {PersonId{"p1"}, PersonId{"p2"}}}},
          .unborn = {{.mother = PersonId{"p1"}}}}};
  CHECK((std::get<Incident>(row) == expected));
  CHECK(faults(expected).empty());
}

TEST_CASE("what a row does not say stays unknown", "[io]") {
  const auto row = read_row(make_short_row());

  REQUIRE(std::holds_alternative<Incident>(row));
  const auto& incident = std::get<Incident>(row);
  CHECK((incident.reported_at == incident.recorded_at));
  CHECK_FALSE(incident.behaviours.has_value());
  CHECK((incident.findings == Findings::all(Answer::unknown)));
  CHECK_FALSE(incident.history_known);
  CHECK_FALSE(incident.family.children_known);
}

TEST_CASE("null says the same as absence, and no behaviour is not the same as unknown behaviour", "[io]") {
  const auto nulls = read_row(
      replaced(make_short_row(), "\"suspects\"",
               R"("reported_at":null,"attended_at":null,"relationships":null,"behaviours":null,"officer_grade":null,)"
               R"("judgement":null,"checklist":null,"findings":null,"history_known":null,"children_known":null,)"
               R"("children":null,"unborn":null,"suspects")"));

  REQUIRE(std::holds_alternative<Incident>(nulls));
  CHECK((nulls == read_row(make_short_row())));
  const auto none = read_row(replaced(make_short_row(), "\"suspects\"", "\"behaviours\":[],\"suspects\""));
  CHECK((std::get<Incident>(none).behaviours == EnumSet<Behaviour>{}));
  CHECK(reject_of(replaced(make_short_row(), "\"i-1\"", "null")) == "id: missing");
}

TEST_CASE("the order of keys, white space and escapes mean nothing", "[io]") {
  const auto reordered =
      R"( { "suspects" :[ {"id":"p2"}],"victims":[{"id":"p1" } ] ,"recorded_at":"2025-06-01T21:00:00Z" ,)"
      R"("occurred_at"  : "2025-06-01T20:00:00Z", "\u0069d" : "i\u002d1" }  )";

  CHECK((read_row(reordered) == read_row(make_short_row())));
  CHECK((read_row(replaced(make_short_row(), "2025-06-01T20", "2025\\u002d06-01T20")) == read_row(make_short_row())));
}

TEST_CASE("a value that cannot be used names its field and what was expected", "[io]") {
  const auto bad = [](const std::string& old, const std::string& by) {
    return reject_of(replaced(make_rich_row(), old, by));
  };
  const std::string a_day = "expected a day that exists, written YYYY-MM-DD";
  const std::string an_age = "expected an age in whole years from 0 to 120";
  const std::string a_reference = "expected a reference: 1 to 128 bytes without white space";

  CHECK(bad("\"i-1\"", "\"he came back\"") == "id: " + a_reference);
  CHECK(bad("\"i-1\"", "\"\"") == "id: " + a_reference);
  CHECK(bad("\"i-1\"", "\"" + std::string(129, 'x') + "\"") == "id: " + a_reference);
  CHECK(bad("\"i-1\"", "\"" + std::string(128, 'x') + "\"").empty());
  CHECK(bad("\"i-1\"", "7") == "id: expected a reference");
  CHECK(bad("\"i-1\"", "\"a\\u0000b\"") == "id: " + a_reference);
  CHECK(bad("1990-05-04", "1990-02-30") == "victims[0].born: " + a_day);
  CHECK(bad("2020-01-01", "2020-1-1") == "children[0].born: " + a_day);
  CHECK(bad(":17", ":-1") == "suspects[0].age: " + an_age);
  CHECK(bad(":17", ":121") == "suspects[0].age: " + an_age);
  CHECK(bad(":17", ":0").empty());
  CHECK(bad(":17", ":120").empty());
  CHECK(bad(":17", ":17.0") == "suspects[0].age: " + an_age);
  CHECK(bad(":17", ":1e1") == "suspects[0].age: " + an_age);
  CHECK(bad(":17", ":99999999999999999999999") == "suspects[0].age: " + an_age);
  CHECK(bad(":17", ":\"17\"") == "suspects[0].age: " + an_age);
  CHECK(bad("[\"p1\",\"p2\"],\"kind\"", "[\"p1\"],\"kind\"") ==
        "relationships[0].between: expected two different people");
  CHECK(bad("[\"p1\",\"p2\"],\"kind\"", "[\"p1\",\"p1\"],\"kind\"") ==
        "relationships[0].between: expected two different people");
  CHECK(bad("former_spouse", "friend") == "relationships[0].kind: expected a kind of relationship");
  CHECK(bad("\"economic\"", "7") == "behaviours[0]: expected a behaviour");
  CHECK(bad("\"medium\"", "\"Medium\"") == "officer_grade: expected one of standard, medium, high");
  CHECK(bad("\"by\":\"w1\",", "") == "judgement.by: missing");
  CHECK(bad("\"not_asked\"", "\"perhaps\"") ==
        "checklist.answers.q2: expected one of yes, no, dont_know, not_asked, refused");
  CHECK(bad("\"q2\"", "\"q1\"") == "checklist.answers.q1: the key occurs twice");
  CHECK(bad("\"answers\"", "\"yes_count\":1,\"answers\"") == "checklist: expected answers or counts, not both");
  CHECK(bad("\"stalking\":\"u\"", "\"stalking\":\"yes\"") == "findings.stalking: expected one of y, n, u");
  CHECK(bad("\"history_known\":true", "\"history_known\":1") == "history_known: expected true or false");
  CHECK(bad("\"lives_with\":[\"p1\",\"p2\"]", "\"lives_with\":[\"p1\",{}]") ==
        "children[0].lives_with[1]: expected a reference");
  CHECK(bad("[{\"mother\":\"p1\"}]", "[{}]") == "unborn[0].mother: missing");
  CHECK(bad("[{\"mother\":\"p1\"}]", "{\"mother\":\"p1\"}") == "unborn: expected an array");
  CHECK(bad("\"2025-06-01T20:30:00+01:00\"", "\"2025-06-01T20:30:00\"") ==
        "attended_at: expected a time that exists, written YYYY-MM-DDThh:mm:ss with an offset");
}

TEST_CASE("what no single value shows is checked: times in order, birth before, somebody else", "[io]") {
  const auto rich = make_rich_row();

  CHECK(reject_of(replaced(rich, "2025-06-01T23:00:00", "2025-06-01T19:59:59")) ==
        "occurred_at: expected not after recorded_at");
  CHECK(reject_of(replaced(rich, "2025-06-01T23:00:00", "2025-06-01T20:00:00")).empty());
  CHECK(reject_of(replaced(rich, "1990-05-04", "2025-06-02")) ==
        "victims[0].born: expected not after the day of the incident");
  CHECK(reject_of(replaced(rich, "1990-05-04", "2025-06-01")).empty());
  CHECK(reject_of(replaced(make_short_row(), "p2", "p1")) == "suspects: expected somebody else than the victim");
  CHECK(reject_of(replaced(make_short_row(), "{\"id\":\"p2\"}", "{\"id\":\"p1\"},{\"id\":\"p2\"}")).empty());
  CHECK(reject_of(replaced(make_short_row(), "{\"id\":\"p2\"}", "")) == "suspects: expected at least one person");
}

TEST_CASE("unknown and repeated keys are refused, and a sentence is not repeated as one", "[io]") {
  const auto rich = make_rich_row();

  CHECK(reject_of(replaced(rich, "\"unborn\"", "\"note\":\"x\",\"unborn\"")) == "note: unknown key");
  CHECK(reject_of(replaced(rich, "\"age\":17", "\"name\":\"x\"")) == "suspects[0].name: unknown key");
  CHECK(reject_of(replaced(rich, "\"age\":17", "\"he hit her\":1")) == "suspects[0].?: unknown key");
  CHECK(reject_of(replaced(rich, "\"age\":17", "\"age\":17,\"age\":17")) == "suspects[0].age: the key occurs twice");
  CHECK(reject_of(replaced(rich, "\"age\":17", "\"age\":null,\"age\":17")) == "suspects[0].age: the key occurs twice");
  CHECK(reject_of(replaced(rich, "\"age\":17", "\"age\":17,\"\\u0061ge\":17")) ==
        "suspects[0].age: the key occurs twice");
}
