#include <earlyhelp/io/case_log.hpp>

#include "support/make_event_bodies.hpp"
#include "support/random_case.hpp"
#include "support/row_mutants.hpp"
#include "support/shipped_schema.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;
using Json = nlohmann::json;

namespace {

std::vector<Json> rows_of(const CaseFile& file) {
  std::string text;
  io::write(file, text);
  std::istringstream lines{text};
  std::vector<Json> rows;
  for (std::string line; std::getline(lines, line);) rows.push_back(Json::parse(line));
  return rows;
}

/// What a schema cannot say, by the end of the reader's reason.
const std::set<std::string> beyond_a_schema = {
    "expected a day that exists, written YYYY-MM-DD",
    "expected a time that exists, written YYYY-MM-DDThh:mm:ss with an offset",
    "expected not after recorded_at",
    "expected not before first",
    "expected not before from",
    "expected somebody else than one",
    "expected not more than possible",
    "expected another time than safe_from",
};

/// Why a row alone is a reject; empty when it is none.
std::string reason_against(const Json& row) {
  std::istringstream in{row.dump()};
  const auto log = io::read_case_log(in);
  return log.rejects.empty() ? "" : log.rejects.front().reason;
}

/// The rows of a case of which everything is known; of a decision only one pair and one term.
std::vector<Json> short_rows() {
  auto rows = rows_of(make_case_of_every_kind(true));
  const auto shorten = [](Json& decision) {
    decision["facts"] = Json::array({decision["facts"].back()});
    decision["terms"] = Json::array({decision["terms"].front()});
  };
  for (auto& row : rows) {
    if (!row.contains("body")) continue;
    if (row["kind"] == "triaged") shorten(row["body"]);
    if (row["kind"] == "risk_reassessed") shorten(row["body"]["decision"]);
  }
  return rows;
}

/// Ways to spoil `row`: what all events have in common only once, and a decision only where it is the whole body.
std::vector<Json> mutants_of(const Json& row) {
  if (!row.contains("body") || row["kind"] == "withdrawn") return row_mutants(row);
  std::vector<Json> mutants;
  for (const auto& body : row_mutants(row["body"])) {
    if (row["body"].contains("decision") && body.contains("decision") && body["decision"].is_object() &&
        body["decision"].size() > 1 && body["decision"] != row["body"]["decision"])
      continue;
    mutants.push_back(row);
    mutants.back()["body"] = body;
  }
  return mutants;
}

template <class Enum>
std::vector<std::string> ids() {
  return {Names<Enum>::ids.begin(), Names<Enum>::ids.end()};
}

}  // namespace

TEST_CASE("the case schema accepts whatever is written", "[io][schema][case_log]") {
  ShippedSchema schema{"case.schema.json"};
  RandomCase random{77};
  std::vector<CaseFile> files{make_case_of_every_kind(true), make_case_of_every_kind(false)};
  for (int i = 0; i < 40; ++i) files.push_back(random.next(20));
  for (const auto& file : files) {
    for (const auto& row : rows_of(file)) {
      if (!schema.accepts(row)) FAIL(row.dump());
    }
  }
}

TEST_CASE("the case schema and the reader agree on every row and on every way to spoil it", "[io][schema][case_log]") {
  ShippedSchema schema{"case.schema.json"};
  std::size_t mutants = 0;
  std::size_t refused = 0;
  for (const auto& row : short_rows()) {
    REQUIRE(schema.accepts(row));
    REQUIRE(reason_against(row).empty());
    for (const auto& mutant : mutants_of(row)) {
      ++mutants;
      const auto why = reason_against(mutant);
      refused += why.empty() ? 0U : 1U;
      if (schema.accepts(mutant) == why.empty()) continue;
      CAPTURE(mutant.dump(), why);
      REQUIRE_FALSE(why.empty());
      REQUIRE(beyond_a_schema.count(why) == 1);
    }
  }
  CHECK(mutants > 8'000);
  CHECK(refused > 8'000);
}

TEST_CASE("the body of one kind of event is not that of another", "[io][schema][case_log]") {
  ShippedSchema schema{"case.schema.json"};
  const auto rows = rows_of(make_case_of_every_kind(true));
  for (const auto& row : rows) {
    if (row["record"] != "event") continue;
    for (const auto kind : values_of<EventKind>) {
      auto other = row;
      other["kind"] = std::string{to_string(kind)};
      CAPTURE(other.dump());
      CHECK(schema.accepts(other) == reason_against(other).empty());
    }
  }
}

TEST_CASE("the case schema lists every word that can be written", "[io][schema][case_log]") {
  const ShippedSchema schema{"case.schema.json"};
  const auto& definitions = schema.json()["definitions"];
  const auto words = [&definitions](const std::string& name) {
    return definitions[name]["enum"].get<std::vector<std::string>>();
  };
  CHECK(definitions["event"]["properties"]["kind"]["enum"] == ids<EventKind>());
  CHECK(words("family_role") == ids<FamilyRole>());
  CHECK(words("relationship_kind") == ids<RelationshipKind>());
  CHECK(words("referral_source") == ids<ReferralSource>());
  CHECK(words("grade") == ids<RiskGrade>());
  CHECK(words("channel_safety") == ids<ChannelSafety>());
  CHECK(words("contact_mode") == ids<ContactMode>());
  CHECK(words("attempt_result") == ids<AttemptResult>());
  CHECK(words("consent") == ids<Consent>());
  CHECK(words("need") == ids<Need>());
  CHECK(words("adverse_experience") == ids<AdverseExperience>());
  CHECK(words("underlying_reason") == ids<UnderlyingReason>());
  CHECK(words("intervention_kind") == ids<InterventionKind>());
  CHECK(words("service") == ids<Service>());
  CHECK(words("onward_state") == ids<OnwardState>());
  CHECK(words("notice") == ids<Notice>());
  CHECK(words("duty") == ids<Duty>());
  CHECK(words("closing_reason") == ids<ClosingReason>());
  CHECK(words("route") == ids<Route>());
  CHECK(words("suitability") == ids<Suitability>());
  CHECK(words("clock_kind") == ids<ClockKind>());
  CHECK(words("clock_start") == ids<ClockStart>());
  CHECK(words("definition") == ids<Definition>());
  CHECK(words("instrument") == ids<Instrument>());
  std::set<std::string> findings;
  for (const auto& [key, unused] : definitions["findings"]["properties"].items()) findings.insert(key);
  CHECK(findings == std::set<std::string>(Names<Finding>::ids.begin(), Names<Finding>::ids.end()));
}
