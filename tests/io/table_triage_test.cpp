#include <earlyhelp/io/decision_writer.hpp>
#include <earlyhelp/io/feed_triage.hpp>
#include <earlyhelp/io/import.hpp>

#include "support/make_calendar.hpp"
#include "support/policy.hpp"
#include "support/random_table.hpp"
#include "support/temporary_file.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <variant>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::io;
using namespace earlyhelp::test;

namespace {

/// Everything that a run told.
struct Told {
  OrFileError<TriageCounts> counts = FileError{};
  std::vector<Reject> rejects = {};
  std::string decisions = {};
};

FeedListener listener_to(Told& told) {
  return {.on_reject = [&](const Reject& reject) { told.rejects.push_back(reject); },
          .on_decision =
              [&](const DecidedIncident& row) {
                write_ndjson(row.incident.id, row.decided, row.due, row.policy, told.decisions);
              }};
}

Told triage_csv(const std::string& csv, const Mapping& mapping, boost::optional<Instant> as_of = {}) {
  const TemporaryFile file{csv};
  Told told;
  told.counts = triage_table(file.name(), mapping, {}, PolicyTimeline{default_policy_book()}, make_calendar(), as_of,
                             listener_to(told));
  return told;
}

/// By way of the feed that Import writes; what it rejects is counted and told first.
Told triage_imported(const std::string& csv, const Mapping& mapping) {
  const TemporaryFile file{csv};
  Import import{file.name(), mapping};
  Told told;
  std::string rows;
  while (const auto row = import.next()) {
    if (const auto* text = std::get_if<std::string>(&*row)) rows += *text;
    if (const auto* reject = std::get_if<Reject>(&*row)) told.rejects.push_back(*reject);
  }
  const TemporaryFile feed{rows};
  told.counts = triage_feed(feed.name(), {}, PolicyTimeline{default_policy_book()}, make_calendar(), boost::none,
                            listener_to(told));
  return told;
}

const Mapping& plain_mapping() {
  static const auto mapping =
      std::get<Mapping>(parse_mapping("m.json", R"({"time_zone": "UTC0", "fields": {"id": {"column": "Id"},
"occurred_at": {"column": "Date", "format": "wall_time"}, "recorded_at": {"same_as": "occurred_at"},
"reported_at": {"same_as": "occurred_at"},
"victim.id": {"stand_in": ["Block"], "prefix": "v:"}, "suspect.id": {"stand_in": ["Block"], "prefix": "s:"}}})"));
  return mapping;
}

const std::string head = "Id,Date,Block\n";

}  // namespace

TEST_CASE("a table is decided as the feed that is imported from it", "[io][table][properties]") {
  RandomTable random{7};
  std::uint64_t decided = 0;
  for (int i = 0; i < 150; ++i) {
    CAPTURE(i);
    const auto mapping = random.mapping();
    const auto csv = random.csv(40);
    const auto at_once = triage_csv(csv, mapping);
    const auto in_two_steps = triage_imported(csv, mapping);
    CHECK(at_once.decisions == in_two_steps.decisions);
    CHECK(at_once.rejects.size() == in_two_steps.rejects.size());
    decided += std::get<TriageCounts>(at_once.counts).decided;
  }
  CHECK(decided > 100);
}

TEST_CASE("the order of a table does not matter", "[io][table]") {
  std::vector<std::string> records;
  for (int day = 10; day < 30; ++day) {
    records.push_back("c" + std::to_string(day) + ",2025-06-" + std::to_string(day) + " 10:00,A\n");
  }
  std::string in_order = head;
  std::string backwards;
  for (const auto& record : records) {
    in_order += record;
    backwards.insert(0, record);
  }

  const auto one = triage_csv(in_order, plain_mapping());
  const auto other = triage_csv(head + backwards, plain_mapping());

  const TriageCounts all{.rows = 20, .decided = 20};
  CHECK((std::get<TriageCounts>(one.counts) == all));
  CHECK((std::get<TriageCounts>(other.counts) == all));
  CHECK(one.decisions.size() == other.decisions.size());
  CHECK(one.decisions.find("\"escalation\"") != std::string::npos);
  CHECK(one.decisions.substr(one.decisions.find("\"c29\"")) ==
        other.decisions.substr(other.decisions.find("\"c29\""), one.decisions.size() - one.decisions.find("\"c29\"")));
}

TEST_CASE("a reject of a table names its line and its column", "[io][table]") {
  const auto told = triage_csv(
      head + "c1,2025-06-01 10:00,A\n\nc1,2025-06-01 11:00,A\nc2,today,A\nc3,1999-01-01 10:00,A\n", plain_mapping());

  CHECK((std::get<TriageCounts>(told.counts) == TriageCounts{.rows = 4, .decided = 1, .rejected = 3}));
  REQUIRE(told.rejects.size() == 3);
  CHECK((told.rejects[0] == Reject{.line = 4, .field = "Id", .reason = "an earlier row has this id"}));
  CHECK(told.rejects[1].line == 5);
  CHECK(told.rejects[1].field == "Date");
  CHECK(told.rejects[2].line == 6);
  CHECK(told.rejects[2].reason == "expected a day on which a policy was in force");
}

TEST_CASE("records of a table that were recorded later are not there yet", "[io][table]") {
  const auto told = triage_csv(head + "c1,2025-06-01 10:00,A\nc1,2025-06-03 10:00,A\nc2,2025-06-02 10:00,A\n",
                               plain_mapping(), parse_instant("2025-06-02T10:00Z")->instant);

  CHECK((std::get<TriageCounts>(told.counts) == TriageCounts{.rows = 3, .decided = 2, .not_yet_recorded = 1}));
}

TEST_CASE("a table without the mapping's columns, or that is not there, is an error", "[io][table]") {
  CHECK(std::get<FileError>(triage_csv("Id,Date\n", plain_mapping()).counts).key == "Block");
  CHECK(std::get<FileError>(triage_csv("", plain_mapping()).counts).reason == "has no line that names the columns");
  const auto nowhere = triage_table("/nowhere.csv", plain_mapping(), {}, PolicyTimeline{default_policy_book()},
                                    make_calendar(), boost::none, {});
  CHECK(std::holds_alternative<FileError>(nowhere));
}
