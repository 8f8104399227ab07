#include <earlyhelp/io/history_reader.hpp>

#include "support/make_incident.hpp"
#include "support/make_line.hpp"
#include "support/make_row.hpp"
#include "support/temporary_file.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::io;
using test::replaced;

namespace {

const std::string incident_row =
    R"({"event":"incident","id":"i1","occurred_at":"2025-01-01T10:00:00Z","recorded_at":"2025-01-01T11:00:00Z",)"
    R"("a":"victim","b":"suspect","definition":"domestic_abuse"})";
const std::string referral_row =
    R"({"event":"marac_referral","id":"m1","occurred_at":"2025-01-02T10:00:00Z","recorded_at":"2025-01-02T10:00:00Z",)"
    R"("a":"victim","b":"suspect"})";
const std::string link_row =
    R"({"event":"connected","id":"c1","recorded_at":"2025-01-02T10:00:00Z","a":"p1","b":"p2"})";

Row<HistoryRecord> read(const std::string& text) {
  const test::PaddedLine line{text};
  HistoryReader reader;
  return reader.read(line.line());
}

std::string reject_of(const std::string& text) {
  const auto row = read(text);
  const auto* reject = std::get_if<Reject>(&row);
  return reject != nullptr ? reject->field + ": " + reject->reason : "";
}

}  // namespace

TEST_CASE("a history row is an incident, a referral, or two people who belong together", "[io]") {
  auto past = make_past_incident("i1", "2025-01-01T10:00:00Z");
  past.recorded_at = make_written("2025-01-01T11:00:00Z").instant;

  CHECK((std::get<HistoryRecord>(read(incident_row)) == HistoryRecord{past}));
  CHECK((std::get<HistoryRecord>(read(referral_row)) == HistoryRecord{make_referral("m1", "2025-01-02T10:00:00Z")}));
  const auto link = HistoryRecord{PersonLink{
      .one = PersonId{"p1"}, .other = PersonId{"p2"}, .recorded_at = make_written("2025-01-02T10:00:00Z").instant}};
  CHECK((std::get<HistoryRecord>(read(link_row)) == link));
  CHECK((std::get<HistoryRecord>(read(replaced(link_row, "connected", "shared_household"))) == link));
  CHECK((std::get<HistoryRecord>(read(replaced(link_row, "\"a\"", "\"occurred_at\":null,\"a\""))) == link));
}

TEST_CASE("a history row that cannot be used says why", "[io]") {
  const auto bad = [](const std::string& row, const std::string& old, const std::string& by) {
    return reject_of(replaced(row, old, by));
  };

  CHECK(bad(incident_row, "\"incident\"", "\"accident\"") ==
        "event: expected one of incident, marac_referral, connected, shared_household");
  CHECK(bad(incident_row, "\"event\":\"incident\",", "") == "event: missing");
  CHECK(bad(incident_row, ",\"definition\":\"domestic_abuse\"", "") == "definition: missing");
  CHECK(bad(incident_row, "\"occurred_at\":\"2025-01-01T10:00:00Z\",", "") == "occurred_at: missing");
  CHECK(bad(incident_row, "T11:00", "T09:59") == "occurred_at: expected not after recorded_at");
  CHECK(bad(incident_row, "\"suspect\"", "\"victim\"") == "b: expected somebody else than a");
  CHECK(bad(referral_row, "\"a\"", "\"definition\":\"domestic_abuse\",\"a\"") ==
        "definition: an event of this kind has no such key");
  CHECK(bad(link_row, "\"a\"", "\"occurred_at\":\"2025-01-01T10:00:00Z\",\"a\"") ==
        "occurred_at: an event of this kind has no such key");
  CHECK(bad(link_row, "\"a\"", "\"c\"") == "c: unknown key");
  CHECK(reject_of("[]") == ": expected a JSON object");
}

TEST_CASE("a history file is indexed, its bad rows handed over", "[io]") {
  const test::TemporaryFile file{incident_row + "\n{}\n\n" + referral_row + "\n" + link_row};
  History history;
  std::vector<Reject> rejects;

  const auto load = load_history(file.name(), history, [&](const Reject& reject) { rejects.push_back(reject); });

  CHECK((load.counts == FeedCounts{.accepted = 3, .rejected = 1}));
  CHECK_FALSE(load.error.has_value());
  CHECK((rejects == std::vector{Reject{.line = 2, .field = "event", .reason = "missing"}}));
  const auto before =
      history.before(make_incident(), make_parties(), {.escalation_months = 12, .marac_repeat_months = 12});
  CHECK(before.facts.events_in_window == 2);
  CHECK(before.facts.marac_referral_in_window);
}

TEST_CASE("a history file that is not there is an error", "[io]") {
  History history;
  const auto load = load_history("/nonexistent.ndjson", history, [](const Reject&) {});

  CHECK(load.error.has_value());
  CHECK(load.counts.rows() == 0);
}
