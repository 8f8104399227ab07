#include <earlyhelp/io/history_reader.hpp>
#include <earlyhelp/io/incident_reader.hpp>
#include <earlyhelp/io/incident_writer.hpp>

#include "support/make_line.hpp"
#include "support/make_row.hpp"
#include "support/random_incident.hpp"
#include "support/row_mutants.hpp"
#include "support/shipped_schema.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::io;
using test::ShippedSchema;
using Json = nlohmann::json;

namespace {

/// What a schema cannot say, by the end of the reader's reason.
const std::set<std::string> beyond_a_schema = {
    "expected a day that exists, written YYYY-MM-DD",
    "expected a time that exists, written YYYY-MM-DDThh:mm:ss with an offset",
    "expected not after recorded_at",
    "expected not after the day of the incident",
    "expected somebody else than the victim",
    "expected somebody else than a",
};

std::string reject_of_history(const std::string& text) {
  const test::PaddedLine line{text};
  HistoryReader reader;
  const auto row = reader.read(line.line());
  const auto* reject = std::get_if<Reject>(&row);
  return reject != nullptr ? reject->field + ": " + reject->reason : "";
}

/// Schema and reader must agree on `row`; where only the reader refuses, for a reason that a schema cannot give.
template <class Read>
void hold(ShippedSchema& schema, const Json& row, Read reject_of) {
  const auto text = row.dump();
  const auto reject = reject_of(text);
  if (schema.accepts(row) == reject.empty()) return;
  CAPTURE(text, reject);
  REQUIRE_FALSE(reject.empty());
  REQUIRE(beyond_a_schema.count(reject.substr(reject.find(": ") + 2)) == 1);
}

}  // namespace

TEST_CASE("the incident schema and the reader agree on every row and on every way to spoil it", "[io][schema]") {
  ShippedSchema schema{"incident.schema.json"};
  const auto rich = Json::parse(test::make_rich_row());
  const auto with_counts = Json::parse(test::replaced(
      test::make_rich_row(), R"("answers":{"q1":"yes","q2":"not_asked"})", R"("yes_count":14,"unanswered_count":2)"));

  for (const auto& row : {rich, with_counts, Json::parse(test::make_short_row())}) {
    REQUIRE(schema.accepts(row));
    const auto mutants = test::row_mutants(row);
    REQUIRE(mutants.size() > 300);
    for (const auto& mutant : mutants) hold(schema, mutant, test::reject_of);
  }
}

TEST_CASE("a row names no more people than can be looked at, by schema and reader", "[io][schema]") {
  ShippedSchema schema{"incident.schema.json"};
  struct Limit {
    std::string key;
    std::size_t most;
    std::string item;
  };
  const auto [key, most, item] =
      GENERATE(values<Limit>({{"victims", 100, R"({"id":"v"})"},
                              {"suspects", 100, R"({"id":"s"})"},
                              {"relationships", 1000, R"({"between":["v","s"],"kind":"relative"})"},
                              {"children", 100, R"({"id":"c"})"},
                              {"unborn", 100, R"({"mother":"v"})"}}));
  auto row = Json::parse(test::make_short_row());
  row[key] = std::vector<Json>(most, Json::parse(item));
  CHECK(schema.accepts(row));
  CHECK(test::reject_of(row.dump()).empty());
  row[key].push_back(Json::parse(item));
  CHECK_FALSE(schema.accepts(row));
  CHECK(test::reject_of(row.dump()) ==
        key + '[' + std::to_string(most) + "]: expected no more than " + std::to_string(most));
}

TEST_CASE("the incident schema accepts whatever is written", "[io][schema]") {
  ShippedSchema schema{"incident.schema.json"};
  test::RandomIncidents random{11};
  for (int i = 0; i < 300; ++i) {
    std::string row;
    write(random.next(), row);
    CAPTURE(row);
    REQUIRE(schema.accepts(Json::parse(row)));
  }
}

TEST_CASE("the history schema and the reader agree on every row and on every way to spoil it", "[io][schema]") {
  ShippedSchema schema{"history.schema.json"};
  const Json incident = {{"event", "incident"},
                         {"id", "i1"},
                         {"occurred_at", "2024-01-01T00:00:00Z"},
                         {"recorded_at", "2024-01-01T00:00:00Z"},
                         {"a", "p1"},
                         {"b", "p2"},
                         {"definition", "undetermined"}};
  auto referral = incident;
  referral["event"] = "marac_referral";
  referral.erase("definition");
  auto link = referral;
  link["event"] = "connected";
  link.erase("occurred_at");
  auto household = link;
  household["event"] = "shared_household";

  for (const auto& row : {incident, referral, link, household}) {
    REQUIRE(schema.accepts(row));
    REQUIRE(reject_of_history(row.dump()).empty());
    for (const auto& mutant : test::row_mutants(row)) hold(schema, mutant, reject_of_history);
  }
}
