#include <earlyhelp/io/decision_writer.hpp>

#include "support/make_decided.hpp"
#include "support/print.hpp"
#include "support/random_incident.hpp"
#include "support/shipped_schema.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;
using Json = nlohmann::json;

namespace {

Json written(const Decided& decided) {
  std::string out;
  io::write_ndjson(decided.id, decided.decision, decided.due, decided.policy, out);
  return Json::parse(out);
}

template <class Enum>
std::vector<std::string> ids() {
  return {Names<Enum>::ids.begin(), Names<Enum>::ids.end()};
}

template <class Enum>
std::vector<std::string> none_or_ids() {
  auto all = ids<Enum>();
  all.insert(all.begin(), "none");
  return all;
}

}  // namespace

TEST_CASE("the decision schema accepts whatever is written", "[io][schema][decision]") {
  ShippedSchema schema{"decision.schema.json"};
  const auto calendar = GENERATE(make_calendar(), Calendar{london(), make_holidays()});
  RandomIncidents random{51};
  std::set<std::size_t> pairs;
  for (int i = 0; i < 500; ++i) {
    const auto decided = make_decided(random.next(), calendar);
    const auto json = written(decided);
    pairs.insert(decided.decision.pairs.size());
    if (!schema.accepts(json)) FAIL(json.dump());
  }
  CHECK(pairs.size() > 3);
}

TEST_CASE("the decision schema lists every value that can be written", "[io][schema][decision]") {
  const ShippedSchema schema{"decision.schema.json"};
  const auto& definitions = schema.json()["definitions"];
  CHECK(definitions["grade"]["enum"] == none_or_ids<RiskGrade>());
  CHECK(definitions["route"]["enum"] == ids<Route>());
  CHECK(definitions["duty"]["enum"] == ids<Duty>());
  CHECK(definitions["unknown"]["enum"] == ids<Unknown>());
  CHECK(definitions["issue"]["enum"] == ids<IncidentIssue>());
  CHECK(schema.json()["properties"]["suitability"]["enum"] == ids<Suitability>());
}

TEST_CASE("the decision schema has exactly the keys that are written", "[io][schema][decision]") {
  const ShippedSchema schema{"decision.schema.json"};
  std::set<std::string> required = schema.json()["required"];
  std::set<std::string> keys;
  const auto good = written(make_decided(make_early_help_incident()));
  for (const auto& [key, unused] : good.items()) keys.insert(key);
  CHECK(keys == required);

  keys.insert("reasons_by_pair");
  std::set<std::string> described;
  for (const auto& [key, unused] : schema.json()["properties"].items()) described.insert(key);
  CHECK(keys == described);
}

TEST_CASE("the decision schema refuses a decision that is spoilt in one place", "[io][schema][decision]") {
  ShippedSchema schema{"decision.schema.json"};
  const auto good = written(make_decided(make_two_pair_incident()));
  REQUIRE(schema.accepts(good));

  for (const auto& [key, unused] : good.items()) {
    CAPTURE(key);
    auto row = good;
    row[key] = nullptr;
    CHECK_FALSE(schema.accepts(row));
    row.erase(key);
    CHECK(schema.accepts(row) == (key == "reasons_by_pair"));
  }
  const std::vector<std::pair<std::string, Json>> changes{{"/id", "two words"},
                                                          {"/grade", "low"},
                                                          {"/route", "none"},
                                                          {"/duties/0", "review"},
                                                          {"/duties/1", "daily_review"},
                                                          {"/reasons/0", ""},
                                                          {"/provisional", "u"},
                                                          {"/provisional", true},
                                                          {"/ask_next", {"age"}},
                                                          {"/suitability", "no"},
                                                          {"/due/contact", "not_covered"},
                                                          {"/due/daily_review", "2026-01-06"},
                                                          {"/due/daily_review", "2026-01-06T09:00:00+00:00"},
                                                          {"/reasons_by_pair/0/victim", ""},
                                                          {"/reasons_by_pair/0/pair", 1},
                                                          {"/issues", {"odd"}},
                                                          {"/policy/version", 0},
                                                          {"/policy/in_force_from", "today"},
                                                          {"/note", "free text"}};
  for (const auto& [place, value] : changes) {
    CAPTURE(place, value.dump());
    auto row = good;
    row[Json::json_pointer{place}] = value;
    CHECK_FALSE(schema.accepts(row));
  }
}
