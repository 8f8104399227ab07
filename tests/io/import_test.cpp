#include <earlyhelp/io/import.hpp>

#include "support/make_row.hpp"
#include "support/temporary_file.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::io;
using test::TemporaryFile;

namespace {

const std::string small_mapping = R"({"time_zone": "CST6CDT,M3.2.0,M11.1.0",
"fields": {"id": {"row_number": "row-"},
"occurred_at": {"column": "Date", "format": "wall_time"},
"recorded_at": {"same_as": "occurred_at"},
"victim.id": {"stand_in": ["Block"], "prefix": "v:"},
"suspect.id": {"stand_in": ["Block"], "prefix": "s:"}}})";

const std::string rich_mapping = R"({"time_zone": "UTC0",
"fields": {"id": {"column": "Case"},
"occurred_at": {"column": "Date", "format": "instant"},
"recorded_at": {"column": "Date", "format": "instant"},
"victim.id": {"column": "Victim"}, "victim.age": {"column": "Age"}, "victim.born": {"column": "Born"},
"suspect.id": {"column": "Suspect"},
"relationship": {"column": "Rel", "values": {"ex": "former_spouse", "?": null}},
"behaviours": {"column": "Kind", "values": {"hit": ["physical_or_sexual"], "none": []}, "otherwise": null},
"officer_grade": {"column": "Risk", "values": {"1": "high", "2": "medium"}},
"judgement.grade": {"column": "Risk", "values": {"1": "high"}, "otherwise": null},
"judgement.by": {"constant": "sergeant"},
"checklist.instrument": {"constant": "dash_2009"}, "checklist.version": {"constant": "1"},
"checklist.yes_count": {"column": "Yes"}, "checklist.unanswered_count": {"constant": 0},
"children_known": {"constant": false}},
"findings": {"injury": {"column": "Hurt"}, "weapon": {"constant": "n"}}})";

const std::string rich_header = "Case,Date,Victim,Age,Born,Suspect,Rel,Kind,Risk,Yes,Hurt\n";

struct Imported {
  std::vector<std::string> rows;
  std::vector<Reject> rejects;
  std::string error;
};

Imported imported(const std::string& mapping, const std::string& csv) {
  const TemporaryFile file{csv};
  Import import{file.name(), std::get<Mapping>(parse_mapping("m.json", mapping))};
  Imported all;
  while (const auto row = import.next()) {
    if (const auto* reject = std::get_if<Reject>(&*row)) {
      all.rejects.push_back(*reject);
    } else {
      all.rows.push_back(std::get<std::string>(*row));
    }
  }
  CHECK((import.counts() == FeedCounts{.accepted = all.rows.size(), .rejected = all.rejects.size()}));
  if (import.error()) all.error = to_string(*import.error()).substr(file.name().size());
  return all;
}

}  // namespace

TEST_CASE("rows that look alike are separate incidents of one stand-in pair", "[io]") {
  const auto all = imported(small_mapping, "Date,Block\n2022-07-01 10:00:00,1 A ST\n2022-07-01 10:00:00,1 A ST\n");

  REQUIRE(all.rows.size() == 2);
  CHECK(all.rows[0] ==
        R"({"id":"row-1","occurred_at":"2022-07-01T10:00:00-05:00","recorded_at":"2022-07-01T10:00:00-05:00",)"
        R"("victims":[{"id":"v:1_A_ST"}],"suspects":[{"id":"s:1_A_ST"}]})"
        "\n");
  CHECK(all.rows[1] == test::replaced(all.rows[0], "row-1", "row-2"));
}

TEST_CASE("a wall time gets its offset: before, in and after the hour that comes twice; none in the one left out",
          "[io]") {
  const auto all = imported(small_mapping,
                            "Date,Block\n2022-11-06 00:59,a\n2022-11-06T01:30:00,a\n2022-11-06 02:00,a\n"
                            "2022-03-13 01:59,a\n2022-03-13 02:00,a\n2022-03-13 02:59:59,a\n2022-03-13 03:00,a\n");

  REQUIRE(all.rows.size() == 5);
  const auto has = [&](std::size_t row, const std::string& time) {
    return all.rows[row].find(time) != std::string::npos;
  };
  CHECK(has(0, "2022-11-06T00:59-05:00"));
  CHECK(has(1, "2022-11-06T01:30:00-05:00"));
  CHECK(has(2, "2022-11-06T02:00-06:00"));
  CHECK(has(3, "2022-03-13T01:59-06:00"));
  CHECK(has(4, "2022-03-13T03:00-05:00"));
  const auto skipped = [](std::uint64_t line) {
    return Reject{.line = line, .field = "Date", .reason = "the clock was put forward past this time"};
  };
  CHECK((all.rejects == std::vector{skipped(6), skipped(7)}));
}

TEST_CASE("an empty cell tells nobody: such a row is its own household", "[io]") {
  const auto all = imported(small_mapping, "Date,Block\n2022-07-01 10:00,\n2022-07-01 10:00,\n");

  REQUIRE(all.rows.size() == 2);
  CHECK(all.rows[0].find("\"v:~row-1\"") != std::string::npos);
  CHECK(all.rows[1].find("\"v:~row-2\"") != std::string::npos);
}

TEST_CASE("cells are translated, and what is not known is left out", "[io]") {
  const auto all = imported(rich_mapping, rich_header +
                                              "c1,2024-01-01T10:00:00Z,p1,35,1989-01-01,p2,ex,hit,1,14,y\n"
                                              "c2,2024-01-01T10:00:00Z,p1,,,p2,?,none,2,0,\n");

  REQUIRE(all.rows.size() == 2);
  CHECK(all.rows[0] ==
        R"({"id":"c1","occurred_at":"2024-01-01T10:00:00Z","recorded_at":"2024-01-01T10:00:00Z",)"
        R"("victims":[{"id":"p1","born":"1989-01-01","age":35}],"suspects":[{"id":"p2"}],)"
        R"("relationships":[{"between":["p1","p2"],"kind":"former_spouse"}],"behaviours":["physical_or_sexual"],)"
        R"("officer_grade":"high","judgement":{"grade":"high","by":"sergeant"},"checklist":{"instrument":"dash_2009",)"
        R"("version":"1","yes_count":14,"unanswered_count":0},"findings":{"injury":"y","weapon":"n"},)"
        R"("children_known":false})"
        "\n");
  CHECK(all.rows[1].find("relationships") == std::string::npos);
  CHECK(all.rows[1].find("\"behaviours\":[]") != std::string::npos);
  CHECK(all.rows[1].find("judgement") == std::string::npos);
  CHECK(all.rows[1].find("injury") == std::string::npos);
  CHECK(all.rows[1].find("age") == std::string::npos);
}

TEST_CASE("a cell that cannot be used names its line and its column, and never says what is in it", "[io]") {
  const auto reject_of = [](const std::string& record) {
    const auto all = imported(rich_mapping, rich_header + record + "\n");
    REQUIRE(all.rejects.size() == 1);
    CHECK(all.rejects[0].line == 2);
    return all.rejects[0].field + ": " + all.rejects[0].reason;
  };

  CHECK(reject_of("c1,2024-02-30T10:00:00Z,p1,35,,p2,,hit,1,14,y").find("Date: expected a time that exists") == 0);
  CHECK(reject_of("c1,,p1,35,,p2,,hit,1,14,y") == "Date: missing");
  CHECK(reject_of("c1,2024-01-01T10:00:00Z,p 1,35,,p2,,hit,1,14,y") ==
        "Victim: expected a reference: 1 to 128 bytes without white space");
  CHECK(reject_of("c1,2024-01-01T10:00:00Z,p1,old,,p2,,hit,1,14,y") == "Age: expected a whole number");
  CHECK(reject_of("c1,2024-01-01T10:00:00Z,p1,121,,p2,,hit,1,14,y") ==
        "Age: expected an age in whole years from 0 to 120");
  CHECK(reject_of("c1,2024-01-01T10:00:00Z,p1,35,2024-01-02,p2,,hit,1,14,y") ==
        "Born: expected not after the day of the incident");
  CHECK(reject_of("c1,2024-01-01T10:00:00Z,p1,35,,p1,,hit,1,14,y") ==
        "suspects: expected somebody else than the victim");
  CHECK(reject_of("c1,2024-01-01T10:00:00Z,p1,35,,p2,wife,hit,1,14,y") ==
        "Rel: the mapping does not say what this cell means");
  CHECK(reject_of("c1,2024-01-01T10:00:00Z,p1,35,,p2,,hit,3,14,y") ==
        "Risk: the mapping does not say what this cell means");
  CHECK(reject_of("c1,2024-01-01T10:00:00Z,p1,35,,p2,,hit,1,,y") == "Yes: missing");
  CHECK(reject_of("c1,2024-01-01T10:00:00Z,p1,35,,p2,,hit,1,14,maybe") == "Hurt: expected one of y, n, u");
  CHECK(reject_of("c1,2024-01-01T10:00:00Z") == ": expected 11 cells");
  CHECK(reject_of("c\"1") == ": a quote stands where none may");
}

TEST_CASE("an id that came before is a reject, and good rows go on", "[io]") {
  const std::string record = "c1,2024-01-01T10:00:00Z,p1,35,,p2,,hit,1,14,y\n";
  const auto all = imported(rich_mapping, rich_header + record + record + test::replaced(record, "c1", "c2"));

  CHECK(all.rows.size() == 2);
  CHECK((all.rejects == std::vector{Reject{.line = 3, .field = "Case", .reason = "an earlier row has this id"}}));
}

TEST_CASE("a file without the mapping's columns is an error", "[io]") {
  CHECK(imported(small_mapping, "Date,Street\n").error == ":1: Block: expected a column of this name");
  CHECK(imported(small_mapping, "Date,Block,Block\n").error == ":1: Block: two columns have this name");
  CHECK(imported(small_mapping, "").error == ": has no line that names the columns");
  CHECK(imported(small_mapping, "\"Date,Block\n").error == ":1: a quote is not closed");
}
