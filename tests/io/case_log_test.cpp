#include <earlyhelp/io/case_log.hpp>
#include <earlyhelp/io/line_reader.hpp>

#include "support/make_event_bodies.hpp"
#include "support/random_case.hpp"
#include "support/temporary_file.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

std::string written(const std::vector<CaseFile>& cases) {
  std::ostringstream out;
  io::write_case_log(out, cases);
  return out.str();
}

io::CaseLog read(const std::string& text) {
  std::istringstream in{text};
  return io::read_case_log(in);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + "\n";
  return text;
}

/// The same records in the order of their ids, so that it does not matter in which order they were read.
CaseFile in_order(CaseFile file) {
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  const auto by_person = [](const auto& a, const auto& b) { return a.person.id < b.person.id; };
  std::sort(file.events.begin(), file.events.end(), by_id);
  std::sort(file.members.begin(), file.members.end(), by_person);
  return file;
}

}  // namespace

TEST_CASE("a case log reads back as what was written, for every kind of event", "[io][case_log]") {
  const bool is_all_known = GENERATE(true, false);
  const auto file = make_case_of_every_kind(is_all_known);
  REQUIRE(file.events.size() == count_of<EventKind>);
  for (std::size_t i = 0; i < file.events.size(); ++i) {
    REQUIRE(file.events[i].kind() == values_of<EventKind>[i]);
    CaseFile alone{.id = file.id};
    alone.events.push_back(file.events[i]);
    const auto log = read(written({alone}));
    CAPTURE(written({alone}));
    REQUIRE(log.rejects.empty());
    REQUIRE(log.cases == std::vector<CaseFile>{alone});
  }

  const auto log = read(written({file}));
  CHECK(log == io::CaseLog{.cases = {file}, .rows = 39});
}

TEST_CASE("a row says what it records, and nothing that is not known", "[io][case_log]") {
  const auto bare = lines_of(written({make_case_of_every_kind(false)}));
  CHECK(bare[0] == R"({"case":"case-1","record":"member","person":{"id":"victim"},"role":"victim",)"
                   R"("recorded_at":"2025-06-01T22:00:00Z"})");
  CHECK(bare[3] == R"({"case":"case-1","record":"tie","one":"victim","other":"suspect","kind":"former_spouse",)"
                   R"("recorded_at":"2025-06-01T22:00:00Z"})");
  CHECK(bare[4] == R"({"case":"case-1","record":"residence","person":"victim","household":"home-1",)"
                   R"("recorded_at":"2025-06-01T22:00:00Z"})");
  CHECK(bare[12] ==
        R"({"case":"case-1","record":"event","kind":"channel_confirmed","id":"e-7",)"
        R"("occurred_at":"2025-06-01T22:00:00Z","recorded_at":"2025-06-01T22:00:00Z","recorded_by":"worker",)"
        R"("body":{"person":"victim","channel":"channel","safety":"unsafe","may_leave_message":false,)"
        R"("safe_from":"00:00","safe_until":"24:00"}})");
  const auto full = lines_of(written({make_case_of_every_kind(true)}));
  CHECK(
      full[0] ==
      R"({"case":"case-1","record":"member","person":{"id":"victim","born":"1985-02-28",)"
      R"("stated_age":{"years":120,"on":"2025-06-01"}},"role":"victim","recorded_at":"2025-06-01T22:00:00.123456Z"})");
}

TEST_CASE("random case files read back as they are", "[io][case_log]") {
  RandomCase random{2024};
  std::vector<CaseFile> files;
  for (int i = 0; i < 400; ++i) {
    auto file = random.next(static_cast<std::size_t>(random.below(40)));
    file.id = CaseId{"case-" + std::to_string(i)};
    std::vector<Residence> each_once;
    for (const auto& one : file.residences) {
      if (std::find(each_once.begin(), each_once.end(), one) == each_once.end()) each_once.push_back(one);
    }
    file.residences = each_once;
    files.push_back(std::move(file));
  }
  CHECK(read(written(files)).cases == files);
}

TEST_CASE("the rows of a case may stand anywhere and in any order, and be told again", "[io][case_log]") {
  const std::vector<CaseFile> files{make_case_of_every_kind(true, "a"), make_case_of_every_kind(false, "b"),
                                    make_case_of_every_kind(true, "c")};
  auto lines = lines_of(written(files));
  const auto again = lines;
  lines.insert(lines.end(), again.begin(), again.end());
  std::mt19937 random{5};
  for (int i = 0; i < 5; ++i) {
    std::shuffle(lines.begin(), lines.end(), random);
    auto log = read(joined(lines));
    CHECK(log.rejects.empty());
    CHECK(log.incomplete.empty());
    CHECK(log.rows == lines.size());
    REQUIRE(log.cases.size() == 3);
    std::sort(log.cases.begin(), log.cases.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    for (std::size_t at = 0; at < 3; ++at) CHECK(in_order(log.cases[at]) == in_order(files[at]));
  }
}

TEST_CASE("cases come in the order of their first rows", "[io][case_log]") {
  auto lines = lines_of(written({make_case_of_every_kind(true, "z"), make_case_of_every_kind(true, "a")}));
  std::swap(lines[1], lines[39]);
  const auto log = read(joined(lines));
  REQUIRE(log.cases.size() == 2);
  CHECK(log.cases[0].id == CaseId{"z"});
  CHECK(log.cases[1].id == CaseId{"a"});
}

TEST_CASE("a row may be written in any way that JSON allows", "[io][case_log]") {
  const auto usual =
      read(R"({"case":"c","record":"event","kind":"withdrawn","id":"e1","occurred_at":"2025-06-01T22:00:00Z",)"
           R"("recorded_at":"2025-06-01T23:00:00Z","recorded_by":"w","body":{"event":"e0","reason":"r"}})");
  REQUIRE(usual.cases.size() == 1);
  for (const auto& other : std::vector<std::string>{
           R"({"body":{"reason":"r","event":"e0"},"recorded_by":"w","recorded_at":"2025-06-02T00:00+01:00",)"
           R"("occurred_at":"2025-06-01T22:00Z","id":"e1","kind":"withdrawn","record":"event","case":"c"})",
           "{ \"case\" : \"c\", \"record\" :\"event\", \"k\\u0069nd\": \"withdraw\\u006e\", \"id\": \"\\u00651\", "
           "\"occurred_at\": \"2025-06-01T22:00:00Z\", \"recorded_at\": \"2025-06-01T23:00:00Z\", "
           "\"recorded_by\": \"w\", \"body\": { \"event\": \"e0\" , \"reason\": \"r\" } }\t\r"}) {
    const auto log = read(other);
    CAPTURE(other);
    CHECK(log == usual);
  }
  const auto log =
      read(R"({"case":"c","record":"event","kind":"reopened","id":"e1","occurred_at":"2025-06-01T22:00:00Z",)"
           R"("recorded_at":"2025-06-01T23:00:00Z","recorded_by":"w","body":{"incident":null}})");
  REQUIRE(log.cases.size() == 1);
  CHECK(log.cases[0].events[0].body == CaseEventBody{Reopened{}});
}

TEST_CASE("an incident of a hundred victims and suspects has a decision that reads back", "[io][case_log]") {
  auto decision = make_decision_of(true).decision();
  decision.facts.resize(10'000, decision.facts.back());
  CaseFile file{.id = CaseId{"c"}};
  file.events.push_back({.id = CaseEventId{"e"},
                         .occurred_at = reported_at(),
                         .recorded_at = reported_at(),
                         .recorded_by = worker,
                         .body = Triaged{decision}});
  const auto text = written({file});
  CHECK(text.size() < io::max_case_row_bytes);
  CHECK(text.size() > io::LineReader::default_limit_bytes);
  CHECK(read(text).cases == std::vector<CaseFile>{file});
}

TEST_CASE("a case log is read from a file too, and one that cannot be read is an error", "[io][case_log]") {
  const auto file = make_case_of_every_kind(true);
  const TemporaryFile on_disk{written({file})};
  const auto log = io::read_case_log(on_disk.name());
  REQUIRE(std::holds_alternative<io::CaseLog>(log));
  CHECK(std::get<io::CaseLog>(log).cases == std::vector<CaseFile>{file});
  CHECK(std::holds_alternative<io::FileError>(io::read_case_log("no/such/file.ndjson")));

  std::istringstream failed{"{}"};
  failed.setstate(std::ios::badbit);
  CHECK_THROWS_AS(io::read_case_log(failed), std::runtime_error);
  std::ostringstream full;
  full.setstate(std::ios::badbit);
  CHECK_THROWS_AS(io::write_case_log(full, std::vector<CaseFile>{file}), std::runtime_error);
}

TEST_CASE("an empty log has no cases, and a line of white space is no row", "[io][case_log]") {
  CHECK(read("") == io::CaseLog{});
  CHECK(read("\n \t\r\n\n") == io::CaseLog{});
  CHECK(written({}).empty());
}
