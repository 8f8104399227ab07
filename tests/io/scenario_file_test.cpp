#include <earlyhelp/io/scenario_file.hpp>
#include <earlyhelp/triage/fact.hpp>

#include "support/policy.hpp"
#include "support/temporary_file.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

using namespace earlyhelp;
using test::make_policy;

namespace {

const Date today{2026, 1, 5};

io::OrFileError<io::ScenarioFile> read(const std::string& csv) {
  const test::TemporaryFile file{csv};
  return io::read_scenarios(file.name(), default_policy_book(), today);
}

io::ScenarioFile read_good(const std::string& csv) { return std::get<io::ScenarioFile>(read(csv)); }

Scenario only_scenario(const std::string& csv) {
  const auto file = read_good(csv);
  REQUIRE(file.rejects.empty());
  REQUIRE(file.scenarios.size() == 1);
  return file.scenarios.front();
}

}  // namespace

TEST_CASE("a case has the facts of its row, and the others are quiet", "[io]") {
  const auto scenario =
      only_scenario("case,strangulation,yes_count,officer_grade,route\nchoked,y,3,none,record_only\n");

  auto facts = quiet_facts(today);
  facts.findings.set(Finding::strangulation, Answer::yes);
  facts.checklist.yes_count = 3;
  facts.officer_grade = boost::none;
  CHECK(scenario.id == "choked");
  CHECK(scenario.line == 2);
  CHECK((scenario.facts == facts));
  CHECK((scenario.expected == std::vector<Expectation>{{DecisionPart::route, {"record_only"}}}));
}

TEST_CASE("an empty cell of a fact is quiet", "[io]") {
  CHECK((only_scenario("strangulation,youngest_child_age,reported_on,route\n,,,record_only\n").facts ==
         quiet_facts(today)));
}

TEST_CASE("what is expected is what its column says; * is anything, and nothing is an empty list or anything", "[io]") {
  const auto scenario = only_scenario(
      "route,duties,ask_next,grade,suitability\n"
      "early_intervention,daily_review;contact_family,,*,\n");

  CHECK((scenario.expected == std::vector<Expectation>{
                                  {DecisionPart::route, {"early_intervention"}},
                                  {DecisionPart::duties, {"daily_review", "contact_family"}},
                                  {DecisionPart::ask_next, {}},
                              }));
}

TEST_CASE("a policy is held to what is expected, cell by cell, lists in any order", "[io]") {
  const auto scenario = only_scenario(
      "strangulation,route,duties,grade\n"
      "y,early_intervention,victim_services_referral;review_decision;daily_review;contact_family,standard\n");

  CHECK((mismatches(scenario, make_policy()) ==
         std::vector<Mismatch>{{DecisionPart::route, {"early_intervention"}, {"multi_agency_review"}}}));
}

TEST_CASE("a cell that its column cannot have is a reject that says what it can, and the other rows go on", "[io]") {
  const auto [column, cell, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"strangulation", "yes", "one of n, y, u"},
      {"definition", "domestic", "one of domestic_abuse, family_conflict"},
      {"officer_grade", "low", "one of none, standard, medium, high"},
      {"yes_count", "-1", "a whole number from 0"},
      {"yes_count", "3.5", "a whole number from 0"},
      {"yes_count", "99999999999", "a whole number from 0"},
      {"events_in_window", "0", "a whole number from 1"},
      {"youngest_child_age", "18", "a whole number from 0 to 17, or nothing for none"},
      {"history_known", "u", "y or n"},
      {"reported_on", "2025-02-29", "a day that exists"},
      {"route", "panel", "what a decision can say there, or *"},
      {"duties", "daily_review;daily_review", "each word once"},
      {"duties", "daily_review;;contact_family", "what a decision can say there, or *"},
      {"provisional", "u", "what a decision can say there, or *"},
      {"reasons", "weapon;wepon", "rules that the policy has, or *"},
      {"grade", "High", "what a decision can say there, or *"},
      {"grade", " high", "what a decision can say there, or *"},
      {"ask_next", "weapons", "what a decision can say there, or *"},
      {"suitability", "no", "what a decision can say there, or *"},
  }));
  CAPTURE(column, cell);
  const auto other = column == "route" ? "grade" : "route";
  const std::string anything = column == "route" ? "high" : "record_only";
  const auto file =
      read_good(column + "," + other + ",case\n" + cell + "," + anything + ",bad\n," + anything + ",good\n");

  REQUIRE(file.rejects.size() == 1);
  CHECK(file.rejects.front().line == 2);
  CHECK(file.rejects.front().field == column);
  CHECK_THAT(file.rejects.front().reason, Catch::Contains(expected));
  REQUIRE(file.scenarios.size() == 1);
  CHECK(file.scenarios.front().id == "good");
}

TEST_CASE("a row that expects nothing is a reject", "[io]") {
  const auto file = read_good("case,weapon,route,grade\na,y,,\nb,y,*,\nc,y,*,*\nd,y,*,high\n");

  REQUIRE(file.rejects.size() == 3);
  for (const auto& reject : file.rejects) CHECK(reject.reason == "expects nothing of the decision");
  CHECK(file.rejects.back().line == 4);
  REQUIRE(file.scenarios.size() == 1);
  CHECK(file.scenarios.front().id == "d");
}

TEST_CASE("a row whose facts no incident can have is a reject that says why, and its neighbour is a case", "[io]") {
  const auto [impossible, possible, why] = GENERATE(table<std::string, std::string, std::string>({
      {"0,,,,", "0,1,,,", "The youngest child is a linked child, and a child"},
      {",1,,,", ",1,,,n", "Where the linked children are known, so is the age of the youngest"},
      {"9,1,,,", "9,1,1,,", "A youngest child of school age is one of the children of school age"},
      {",,1,,", ",,1,y,", "Who is of school age is a linked child, or a party under 18"},
  }));
  CAPTURE(impossible);
  const std::string names =
      "youngest_child_age,children_linked,school_age_children,party_under_18,children_known,route\n";
  const auto file = read_good(names + impossible + ",record_only\n" + possible + ",record_only\n");

  REQUIRE(file.rejects.size() == 1);
  CHECK((file.rejects.front() == io::Reject{.line = 2, .field = "", .reason = "no incident has these facts: " + why}));
  REQUIRE(file.scenarios.size() == 1);
  CHECK(file.scenarios.front().line == 3);
}

TEST_CASE("a row of empty cells only is no case, and no reject", "[io]") {
  const auto scenario = only_scenario("case,weapon,route,duties\n,,,\narmed,y,record_only,*\n,,,\n,\n");

  CHECK(scenario.id == "armed");
}

TEST_CASE("a row with too few or too many cells is a reject", "[io]") {
  const auto file = read_good("case,route\na\nb,*,*\nc,record_only\n");

  REQUIRE(file.rejects.size() == 2);
  CHECK(file.rejects[0].reason == "expected 2 cells, found 1");
  CHECK(file.rejects[1].reason == "expected 2 cells, found 3");
  CHECK(file.scenarios.size() == 1);
}

TEST_CASE("a column that is none, or stands twice, refuses the whole file", "[io]") {
  const auto [csv, line, key, reason] = GENERATE(table<std::string, int, std::string, std::string>({
      {"case,strangulatoin,route\na,y,*\n", 1, "column 2", "\"strangulatoin\" is no column of facts or of decisions"},
      {"\n\nCase,route\na,*\n", 3, "column 1", "\"Case\" is no column of facts or of decisions"},
      {"case;route\na;*\n", 1, "column 1", "\"case;route\" is no column of facts or of decisions"},
      {"case,route,\na,*,\n", 1, "column 3", "\"\" is no column of facts or of decisions"},
      {"case,route,route\na,*,*\n", 1, "column 3", "the column route stands twice"},
      {"case,case,route\na,b,*\n", 1, "column 2", "the column case stands twice"},
      {"case,strangulation\na,y\n", 1, "", "no column says what is expected, as route or duties do"},
      {"case,\"route\na,*\n", 1, "", "a quote is not closed"},
      {"", 1, "", "expected a first row that names the columns"},
      {"\r\n\n", 1, "", "expected a first row that names the columns"},
      {"case,route\n", 0, "", "expected a case under the row of names"},
      {"case,route\n,\n\n,\n", 0, "", "expected a case under the row of names"},
      {"\xef\xbb\xbf", 1, "", "expected a first row that names the columns"},
  }));
  CAPTURE(csv);
  const auto read_file = read(csv);

  REQUIRE(std::holds_alternative<io::FileError>(read_file));
  const auto& error = std::get<io::FileError>(read_file);
  CHECK(error.reason == reason);
  CHECK(error.key == key);
  CHECK(error.line.value_or(0) == static_cast<std::uint64_t>(line));
}

TEST_CASE("a spreadsheet's byte order mark and line ends are none of the case's", "[io]") {
  const auto scenario = only_scenario(
      "\xef\xbb\xbf"
      "case,weapon,route\r\n\r\narmed,y,multi_agency_review\r\n");

  CHECK(scenario.id == "armed");
  CHECK(scenario.line == 3);
  CHECK(scenario.facts.findings[Finding::weapon] == Answer::yes);
  CHECK((scenario.expected == std::vector<Expectation>{{DecisionPart::route, {"multi_agency_review"}}}));
}

TEST_CASE("a cell of ten megabytes is a reject or refuses the file, and the rows behind it go on", "[io]") {
  const std::string huge(std::size_t{10} << 20, 'y');
  const std::string reason = "the record is too long, or a quote in it is not closed";
  for (const auto& cell : {huge, "\"" + huge + "\""}) {
    const auto file = read_good("case,weapon,route\nbig," + cell + ",*\nsmall,y,record_only\n");
    REQUIRE(file.rejects.size() == 1);
    CHECK(file.rejects.front().line == 2);
    CHECK(file.rejects.front().reason == reason);
    REQUIRE(file.scenarios.size() == 1);
    CHECK(file.scenarios.front().line == 3);
  }
  const auto header = read("case," + huge + "\na,y\n");
  REQUIRE(std::holds_alternative<io::FileError>(header));
  CHECK(std::get<io::FileError>(header).reason == reason);
}

TEST_CASE("a cell below that size is a reject that does not repeat it", "[io]") {
  const auto file =
      read_good("case,weapon,duties\nbig,y," + std::string(500'000, 'x') + "\n" + std::string(200, 'c') + ",y,*\n");
  REQUIRE(file.rejects.size() == 2);
  CHECK(file.rejects[0].field == "duties");
  CHECK(file.rejects[0].reason.size() < 100);
  CHECK(file.rejects[1].field == "case");
}

TEST_CASE("a case that was written is read back, and the policy that wrote it meets it", "[io]") {
  const auto policy = make_policy();
  auto facts = quiet_facts(today);
  facts.children = {.known = false, .linked = 2, .youngest_age_years = 0, .of_school_age = 1};
  facts.findings.set(Finding::honour_or_forced_marriage, Answer::unknown);
  facts.checklist = {.instrument = boost::none, .yes_count = 0, .unanswered_count = 0};
  std::string csv;
  io::write_scenario_header(csv);
  io::write_scenario("c-1", facts, policy, csv);

  const auto scenario = only_scenario(csv);

  CHECK(scenario.id == "c-1");
  CHECK((scenario.facts == facts));
  CHECK(scenario.expected.size() == count_of<DecisionPart>);
  CHECK(mismatches(scenario, policy).empty());
}
