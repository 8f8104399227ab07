#include <earlyhelp/io/decision_writer.hpp>
#include <earlyhelp/io/feed_triage.hpp>

#include "support/make_calendar.hpp"
#include "support/make_feed.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"
#include "support/temporary_file.hpp"

#include <unistd.h>
#include <zlib.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::io;
using namespace earlyhelp::test;

namespace {

/// Everything that a run told.
struct Told {
  TriageCounts counts;
  std::vector<Reject> rejects;
  std::vector<std::string> ids;                  ///< of the decisions, in their order
  std::map<std::string, std::string> decisions;  ///< as written, by id
};

Told triage_text(const std::string& text, boost::optional<Instant> as_of = {}, const History& history = {}) {
  const TemporaryFile file{text};
  Told told;
  const auto counts = triage_feed(file.name(), history, PolicyTimeline{default_policy_book()}, make_calendar(), as_of,
                                  {.on_reject = [&](const Reject& reject) { told.rejects.push_back(reject); },
                                   .on_decision =
                                       [&](const DecidedIncident& row) {
                                         told.ids.push_back(row.incident.id.value());
                                         write_ndjson(row.incident.id, row.decided, row.due, row.policy,
                                                      told.decisions[told.ids.back()]);
                                       }});
  REQUIRE(std::holds_alternative<TriageCounts>(counts));
  told.counts = std::get<TriageCounts>(counts);
  CHECK(told.counts.decided + told.counts.rejected + told.counts.not_yet_recorded == told.counts.rows);
  CHECK(told.counts.decided == told.ids.size());
  CHECK(told.counts.rejected == told.rejects.size());
  return told;
}

std::string error_of(const std::string& file, const FeedListener& listener = {}) {
  const auto counts =
      triage_feed(file, {}, PolicyTimeline{default_policy_book()}, make_calendar(), boost::none, listener);
  REQUIRE(std::holds_alternative<FileError>(counts));
  return to_string(std::get<FileError>(counts));
}

std::string gzip(const std::string& text) {
  const TemporaryFile file{""};
  auto* const stream = ::gzopen(file.name().c_str(), "wb");
  ::gzwrite(stream, text.data(), static_cast<unsigned>(text.size()));
  ::gzclose(stream);
  std::ostringstream content;
  content << std::ifstream{file.name(), std::ios::binary}.rdbuf();
  return content.str();
}

}  // namespace

TEST_CASE("good rows go on beside rejects, both in the order of the feed", "[io][triage_feed]") {
  const auto told = triage_text(make_feed_row("a") + "bad\n\n" + make_feed_row("a") + make_feed_row("b") +
                                "{\"id\":\"c\"}\n" + make_feed_row("d"));

  CHECK(told.counts == TriageCounts{.rows = 6, .decided = 3, .rejected = 3});
  CHECK(told.ids == std::vector<std::string>{"a", "b", "d"});
  REQUIRE(told.rejects.size() == 3);
  CHECK(told.rejects[0].line == 2);
  CHECK(told.rejects[1] == Reject{.line = 4, .field = "id", .reason = "an earlier row has this id"});
  CHECK(told.rejects[2].line == 6);
}

TEST_CASE("an empty feed is fine", "[io][triage_feed]") { CHECK(triage_text("").counts == TriageCounts{}); }

TEST_CASE("the order of the rows does not change any decision", "[io][triage_feed][properties]") {
  auto incidents = make_tangled_incidents(300, GENERATE(1U, 2U, 3U));
  const auto in_order = triage_text(feed_of(incidents));
  REQUIRE(in_order.decisions.size() == 300);
  std::mt19937 random{7};

  for (int i = 0; i < 5; ++i) {
    std::shuffle(incidents.begin(), incidents.end(), random);
    CHECK(triage_text(feed_of(incidents)).decisions == in_order.decisions);
  }
}

TEST_CASE("a feed in the order in which it was recorded is decided in one pass as in two",
          "[io][triage_feed][properties]") {
  auto incidents = make_tangled_incidents(2'000, GENERATE(8U, 9U));
  std::stable_sort(incidents.begin(), incidents.end(),
                   [](const Incident& a, const Incident& b) { return a.recorded_at.instant < b.recorded_at.instant; });
  const auto many = incidents[1'000].recorded_at;  // more at once than are read before any is decided
  for (auto i = std::size_t{700}; i < 1'400; ++i) {
    incidents[i].recorded_at = many;
    if (incidents[i].occurred_at.instant > many.instant) incidents[i].occurred_at = many;
  }
  for (auto i = std::size_t{1'400}; i < 2'000; ++i) {
    const auto& ahead = incidents[i - 1].recorded_at;
    if (incidents[i].recorded_at.instant < ahead.instant) incidents[i].recorded_at = ahead;
  }
  const auto in_order = triage_text(feed_of(incidents));
  CHECK(in_order.counts == TriageCounts{.rows = 2'000, .decided = 2'000});

  std::swap(incidents[3], incidents[1'990]);
  CHECK(triage_text(feed_of(incidents)).decisions == in_order.decisions);
}

TEST_CASE("what was recorded at the same moment counts, however many rows stand between", "[io][triage_feed]") {
  std::vector<Incident> others;
  for (int i = 0; i < 600; ++i) {
    others.push_back(make_incident());
    others.back().id = IncidentId{"other-" + std::to_string(i)};
    others.back().victims = {make_adult("v" + std::to_string(i))};
    others.back().suspects = {make_adult("s" + std::to_string(i))};
    others.back().recorded_at = make_written("2025-06-01T22:00:00Z");
  }
  const auto told = triage_text(make_feed_row("a") + feed_of(others) + make_feed_row("b") + make_feed_row("c"));
  CHECK(told.decisions.at("a").find("\"escalation\"") != std::string::npos);  // the third of this pair
  CHECK(told.decisions.at("other-0").find("\"escalation\"") == std::string::npos);
}

TEST_CASE("one pass and two give the same rejects", "[io][triage_feed]") {
  auto early = make_incident();
  early.id = IncidentId{"early"};
  early.reported_at = make_written("2009-02-28T23:59:59Z");
  const auto late = make_feed_row("a", "2025-06-02T22:00:00Z");
  const auto rows = "bad\n" + feed_of({early}) + late + make_feed_row("a") + "{}";
  const auto in_order = "bad\n" + feed_of({early}) + late + late + "{}";

  const auto told = triage_text(in_order);
  CHECK(told.rejects.size() == 4);
  CHECK(told.rejects == triage_text(rows).rejects);
}

TEST_CASE("a feed that loses its order while it is read is an error", "[io][triage_feed]") {
  std::string text;
  while (text.size() < 3'000'000) text += make_feed_row("i-" + std::to_string(text.size()), "2025-06-02T22:00:00Z");
  auto changed = text + make_feed_row("last", "2025-06-01T22:00:00Z");
  text += make_feed_row("last", "2025-06-02T22:00:00Z");
  for (auto* each : {&text, &changed}) {
    for (std::size_t i = 0; i < 300; ++i) *each = make_feed_row("f-" + std::to_string(300 - i)) + *each;
  }
  const TemporaryFile file{text};
  const auto change = [&](const DecidedIncident& row) {
    if (row.incident.id.value() == "f-1") std::ofstream{file.name(), std::ios::in | std::ios::binary} << changed;
  };
  CHECK(error_of(file.name(), {.on_decision = change}) == file.name() + ": changed while it was read");
}

TEST_CASE("decisions as of an instant are those of the rows that were there then, and the future changes none",
          "[io][triage_feed][properties]") {
  const auto incidents = make_tangled_incidents(300, 4);
  const auto all = triage_text(feed_of(incidents));
  const auto as_of = GENERATE_COPY(make_instant("2024-12-31T00:00:00Z"), incidents[10].recorded_at.instant,
                                   incidents[200].recorded_at.instant, make_instant("2026-01-01T00:00:00Z"));
  std::vector<Incident> there;
  std::map<std::string, std::string> expected;
  for (const auto& incident : incidents) {
    if (incident.recorded_at.instant > as_of) continue;
    there.push_back(incident);
    expected.insert(*all.decisions.find(incident.id.value()));
  }

  const auto then = triage_text(feed_of(incidents), as_of);

  CHECK(then.decisions == expected);
  CHECK(then.decisions == triage_text(feed_of(there)).decisions);
  CHECK(then.counts == TriageCounts{.rows = 300, .decided = there.size(), .not_yet_recorded = 300 - there.size()});
}

TEST_CASE("a row that is not there yet leaves its id to one that is", "[io][triage_feed]") {
  const auto told = triage_text(make_feed_row("a", "2025-07-01T00:00:00Z") + make_feed_row("a", "2025-06-02T00:00:00Z"),
                                make_instant("2025-06-15T00:00:00Z"));
  CHECK(told.counts == TriageCounts{.rows = 2, .decided = 1, .not_yet_recorded = 1});
}

TEST_CASE("a row reported before any policy is a reject, and history all the same", "[io][triage_feed]") {
  auto early = make_incident();
  early.id = IncidentId{"early"};
  early.reported_at = make_written("2009-02-28T23:59:59Z");
  auto first = early;
  first.id = IncidentId{"first"};
  first.reported_at = make_written("2009-03-01T00:00:00Z");

  const auto told = triage_text(feed_of({make_incident(), early, first}));

  CHECK(told.ids == std::vector<std::string>{"i-1", "first"});
  CHECK(told.rejects ==
        std::vector<Reject>{
            {.line = 2, .field = "reported_at", .reason = "expected a day on which a policy was in force"}});
  CHECK(told.decisions.at("i-1").find("\"escalation\"") != std::string::npos);  // the third of this pair
}

TEST_CASE("what came before the feed counts", "[io][triage_feed]") {
  History history;
  history.add(make_past_incident("h-1", "2025-01-01T12:00:00Z"));
  CHECK(triage_text(make_feed_row("a"), {}, history).decisions.at("a").find("escalation") == std::string::npos);
  history.add(make_past_incident("h-2", "2025-02-01T12:00:00Z"));
  CHECK(triage_text(make_feed_row("a"), {}, history).decisions.at("a").find("escalation") != std::string::npos);
}

TEST_CASE("a feed that cannot be read to its end is an error", "[io][triage_feed]") {
  CHECK(error_of("/no/such/feed.ndjson").find("/no/such/feed.ndjson: cannot be opened") == 0);

  const auto packed = gzip(feed_of(make_tangled_incidents(300, 5)));
  const TemporaryFile whole{packed};
  CHECK(std::holds_alternative<TriageCounts>(
      triage_feed(whole.name(), {}, PolicyTimeline{default_policy_book()}, make_calendar(), boost::none, {})));
  const TemporaryFile broken{packed.substr(0, packed.size() / 2)};
  CHECK(error_of(broken.name()).find("breaks off") != std::string::npos);
}

TEST_CASE("a feed that shrinks between the passes is an error, and what was appended is not looked at",
          "[io][triage_feed]") {
  const auto text = feed_of(make_tangled_incidents(2'000, 6));
  const TemporaryFile shrinking{text};
  const auto cut = [&](const DecidedIncident&) { CHECK(::truncate(shrinking.name().c_str(), 0) == 0); };
  CHECK(error_of(shrinking.name(), {.on_decision = cut}) == shrinking.name() + ": changed while it was read");

  const TemporaryFile growing{text};
  std::uint64_t decided = 0;
  const auto append = [&](const DecidedIncident&) {
    if (decided++ == 0) std::ofstream{growing.name(), std::ios::app} << make_feed_row("late") << "bad\n";
  };
  const auto counts = triage_feed(growing.name(), {}, PolicyTimeline{default_policy_book()}, make_calendar(),
                                  boost::none, {.on_decision = append});
  CHECK(std::get<TriageCounts>(counts) == TriageCounts{.rows = 2'000, .decided = 2'000});
  CHECK(decided == 2'000);
}

TEST_CASE("progress is told now and then, and at the end with everything", "[io][triage_feed]") {
  std::vector<std::uint64_t> first;
  std::vector<std::uint64_t> second;
  std::string bad;
  for (int i = 0; i < 9'000; ++i) bad += "bad\n";
  const TemporaryFile file{bad + make_feed_row("late", "2026-12-31T00:00:00Z")};
  const auto counts = triage_feed(file.name(), {}, PolicyTimeline{default_policy_book()}, make_calendar(),
                                  make_instant("2026-01-01T00:00:00Z"),
                                  {.on_progress = [&](std::uint64_t done, boost::optional<std::uint64_t> total) {
                                    (total ? second : first).push_back(done);
                                    if (total) CHECK(*total == 9'001);
                                  }});
  CHECK(std::get<TriageCounts>(counts).rows == 9'001);
  CHECK(first == std::vector<std::uint64_t>{8192});
  CHECK(second == std::vector<std::uint64_t>{8192, 9'001});
}
