#include <earlyhelp/io/case_log.hpp>

#include "support/make_event_bodies.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;
using io::Reject;

namespace {

io::CaseLog read(const std::string& text) {
  std::istringstream in{text};
  return io::read_case_log(in);
}

std::string rows_of(const CaseFile& file) {
  std::string text;
  io::write(file, text);
  return text;
}

/// A row of an event of `kind`, recorded an hour after it occurred.
std::string event_row(const std::string& kind, const std::string& body, const std::string& id = "e-1") {
  return R"({"case":"c-1","record":"event","kind":")" + kind + R"(","id":")" + id +
         R"(","occurred_at":"2025-06-01T22:00:00Z","recorded_at":"2025-06-01T23:00:00Z","recorded_by":"w-1","body":)" +
         body + "}";
}

const std::string good = event_row("perpetrator_reviewed", R"({"person":"p-1"})");
const std::string member_row =
    R"({"case":"c-1","record":"member","person":{"id":"p-1"},"role":"victim","recorded_at":"2025-06-01T22:00:00Z"})";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// The only reject of a log of one row, as "field: reason". Its case is incomplete and has no file.
std::string reject_of(const std::string& row) {
  const auto log = read(row + "\n");
  if (log.rejects.size() != 1 || !log.cases.empty() || log.rejects[0].line != 1) return "";
  if (log.incomplete != std::vector<CaseId>{CaseId{"c-1"}}) return "";
  return log.rejects[0].field + ": " + log.rejects[0].reason;
}

const std::string decision =
    R"({"incident":"i-1","policy":{"id":"p","version":1,"in_force_from":"2025-01-01"},"route":"record_only",)"
    R"("duties":["daily_review"],"suitability":"not_yet","is_provisional":true,"meets_marac_criteria":false,)"
    R"("starts":{"reported_at":"2025-06-01T22:00:00Z"},)"
    R"("daily_review":{"clock":{"kind":"daily_at","amount":600},"start":"report"},"terms":[],"facts":[]})";

}  // namespace

TEST_CASE("a bad row of a case log is a reject that names field and reason, and its case is incomplete",
          "[io][case_log]") {
  REQUIRE(read(good).rejects.empty());
  REQUIRE(read(member_row).rejects.empty());
  REQUIRE(read(event_row("triaged", decision)).rejects.empty());
  const std::string reference = "expected a reference: 1 to 128 bytes without white space";
  const auto attendance = [](const std::string& rest) {
    return event_row("attendance_recorded",
                     R"({"child":"p-1","days":{"first":"2025-09-01","last":"2025-09-30"},)" + rest + "}");
  };
  const auto confirmed = [](const std::string& from, const std::string& until) {
    return event_row("channel_confirmed", R"({"person":"p-1","channel":"t","safety":"safe","may_leave_message":true,)"
                                          R"("safe_from":")" +
                                              from + R"(","safe_until":")" + until + "\"}");
  };
  const auto measured = [](const std::string& rest) {
    return event_row("outcome_measured", R"({"person":"p-1",)" + rest + "}");
  };
  const auto decided = [](const std::string& from, const std::string& to) {
    return event_row("triaged", replaced(decision, from, to));
  };
  for (const auto& [row, expected] : std::vector<std::pair<std::string, std::string>>{
           {replaced(good, R"("id":)", R"("note":"x","id":)"), "note: unknown key"},
           {replaced(good, R"("id":)", R"("free text of a note":1,"id":)"), "?: unknown key"},
           {replaced(good, R"({"person")", R"({"place":"x","person")"), "body.place: unknown key"},
           {replaced(good, R"("id":)", R"("id":"e-2","id":)"), "id: the key occurs twice"},
           {replaced(good, R"("record":"event",)", R"("record":"event","record":"event",)"),
            "record: the key occurs twice"},
           {replaced(good, R"({"person":"p-1"})", R"({"person":"p-1","person":"p-1"})"),
            "body.person: the key occurs twice"},
           {replaced(good, R"("e-1")", "7"), "id: expected a reference"},
           {replaced(good, R"("e-1")", R"("e 1")"), "id: " + reference},
           {replaced(good, R"("e-1")", '"' + std::string(129, 'x') + '"'), "id: " + reference},
           {replaced(good, R"("e-1")", "null"), "id: missing"},
           {replaced(good, R"("record":"event",)", ""), "record: missing"},
           {replaced(good, R"("event")", R"("note")"), "record: expected one of member, tie, residence, event"},
           {replaced(good, R"("event")", "3"), "record: expected one of member, tie, residence, event"},
           {replaced(good, R"("kind":"perpetrator_reviewed",)", ""), "kind: missing"},
           {replaced(good, R"({"person":"p-1"})", "null"), "body: missing"},
           {replaced(good, R"({"person":"p-1"})", "[]"), "body: expected an object"},
           {replaced(good, R"({"person":"p-1"})", "{}"), "body.person: missing"},
           {replaced(good, "22:00:00Z", "22:00:00"),
            "occurred_at: expected a time that exists, written YYYY-MM-DDThh:mm:ss with an offset"},
           {replaced(good, "22:00:00Z", "23:00:00.000001Z"), "occurred_at: expected not after recorded_at"},
           {good + "{}", ": expected nothing after the object"},
           {attendance(R"("possible":3,"attended":4)"), "body.attended: expected not more than possible"},
           {attendance(R"("possible":-1,"attended":-1)"),
            "body.possible: expected a whole number from 0 to 2147483647"},
           {attendance(R"("possible":1.5,"attended":1)"), "body.possible: expected a whole number"},
           {attendance(R"("possible":3000000000,"attended":1)"),
            "body.possible: expected a whole number from 0 to 2147483647"},
           {replaced(attendance(R"("possible":3,"attended":3)"), "2025-09-30", "2025-08-31"),
            "body.days.last: expected not before first"},
           {replaced(attendance(R"("possible":3,"attended":3)"), "2025-09-30", "2025-09-31"),
            "body.days.last: expected a day that exists, written YYYY-MM-DD"},
           {confirmed("08:00", "08:00"), "body.safe_until: expected another time than safe_from"},
           {confirmed("24:00", "08:00"), "body.safe_from: expected a time of day, written hh:mm"},
           {confirmed("08:00", "24:01"), "body.safe_until: expected a time of day, written hh:mm"},
           {confirmed("8:00", "24:00"), "body.safe_from: expected a time of day, written hh:mm"},
           {measured(R"("instrument":"core 10","version":1,"score":1)"),
            "body.instrument: expected 1 to 31 bytes without white space"},
           {measured(R"("instrument":"","version":1,"score":1)"), "body.instrument: expected a text of 1 to 31 bytes"},
           {measured(R"("instrument":"core","version":65536,"score":1)"),
            "body.version: expected a whole number from 0 to 65535"},
           {measured(R"("instrument":"core","version":1,"score":1e400)"), "body.score: expected a number"},
           {measured(R"("instrument":"core","version":1,"score":"1")"), "body.score: expected a number"},
           {decided(R"("amount":600)", R"("amount":1440)"),
            "body.daily_review.clock.amount: expected an amount with which such a clock can run"},
           {decided(R"(["daily_review"])", R"(["daily_review","daily_review"])"), "body.duties[1]: expected each once"},
           {decided(R"("facts":[])", R"("facts":[{}])"), "body.facts[0].definition: missing"},
           {decided(R"("policy":{)", R"("policy":{"x":1,)"), "body.policy.x: unknown key"},
           {replaced(member_row, R"({"id":"p-1"})", R"({"id":"p-1","age":7})"), "person.age: unknown key"},
           {replaced(member_row, R"({"id":"p-1"})", R"({"id":"p-1","stated_age":{"years":121,"on":"2025-06-01"}})"),
            "person.stated_age.years: expected a whole number from 0 to 120"},
       }) {
    CAPTURE(row);
    CHECK(reject_of(row) == expected);
  }
}

TEST_CASE("the case of a bad row is found as far as the row says which", "[io][case_log]") {
  const auto named = [](const std::string& text) {
    const auto log = read(text);
    CAPTURE(text);
    CHECK(log.rejects.size() == 1);
    CHECK(log.cases.empty());
    return log.incomplete;
  };
  const std::vector<CaseId> one{CaseId{"c-1"}};
  for (std::size_t size = 14; size < good.size(); ++size) CHECK(named(good.substr(0, size)) == one);
  CHECK(named(replaced(good, "p-1", "\xff")) == one);
  CHECK(named(replaced(good, "p-1", "\\ud800")) == one);
  CHECK(named(R"({"record":"event","case":"c-1","id":)") == one);
  CHECK(named(R"({"record":["event"],"case":"c-1"})") == one);
  CHECK(named(R"({"case":"c-1","case":"c-2"})") == std::vector<CaseId>{CaseId{"c-1"}, CaseId{"c-2"}});
  for (const std::string text : {"nonsense", "7", "{}", R"({"case":7})", R"({"case":"c 1"})", R"({"case":"c-)",
                                 "{\"case\":\"\xff\"}", R"({"body":{"case":"c-1"}})", R"(["case","c-1"])"}) {
    CHECK(named(text).empty());
  }
}

TEST_CASE("a torn last line and one that is too long are rejects, and the rows beside them stay", "[io][case_log]") {
  const auto log = read(member_row + "\n" + std::string(io::max_case_row_bytes + 1, 'x') + "\n" + good + "\n" +
                        good.substr(0, good.size() - 1));
  CHECK(log.rejects == std::vector<Reject>{{.line = 2, .field = "", .reason = "the line is too long"},
                                           {.line = 4, .field = "", .reason = "the file breaks off in this line"}});
  REQUIRE(log.cases.size() == 1);
  CHECK(log.cases[0].members.size() == 1);
  CHECK(log.cases[0].events.size() == 1);
  CHECK(log.incomplete == std::vector<CaseId>{CaseId{"c-1"}});
  CHECK(log.rows == 4);
}

TEST_CASE("of different events with one id in a case the first row stays", "[io][case_log]") {
  const auto other = event_row("perpetrator_reviewed", R"({"person":"p-2"})");
  const auto of_another_case = replaced(other, "c-1", "c-2");
  const auto log = read(good + "\n" + other + "\n" + good + "\n" + of_another_case + "\n" + other + "\n");

  const auto reject = [](std::uint64_t line) {
    return Reject{.line = line, .field = "id", .reason = "an earlier row of the case is another event with this id"};
  };
  CHECK(log.rejects == std::vector<Reject>{reject(2), reject(5)});
  CHECK(log.incomplete == std::vector<CaseId>{CaseId{"c-1"}});
  REQUIRE(log.cases.size() == 2);
  REQUIRE(log.cases[0].events.size() == 1);
  CHECK(std::get<PerpetratorReviewed>(log.cases[0].events[0].body).person == PersonId{"p-1"});
  CHECK(log.cases[1].events.size() == 1);
}

TEST_CASE("somebody who is a member twice, as another person, is a reject", "[io][case_log]") {
  const auto log = read(member_row + "\n" + replaced(member_row, "victim", "perpetrator") + "\n" + member_row + "\n");
  CHECK(log.rejects ==
        std::vector<Reject>{{.line = 2, .field = "person.id", .reason = "an earlier row says another thing of them"}});
  REQUIRE(log.cases.size() == 1);
  REQUIRE(log.cases[0].members.size() == 1);
  CHECK(log.cases[0].members[0].role == FamilyRole::victim);
}

TEST_CASE("ties and residences of people who are not members are kept", "[io][case_log]") {
  auto file = make_case_of_every_kind(true);
  file.members.clear();
  const auto log = read(rows_of(file));
  CHECK(log == io::CaseLog{.cases = {file}, .rows = 36});
}

TEST_CASE("whichever row of a log is spoilt, the others are read and the case is incomplete", "[io][case_log]") {
  const auto file = make_case_of_every_kind(true);
  const auto text = rows_of(file);
  for (std::size_t begin = 0; begin < text.size(); begin = text.find('\n', begin) + 1) {
    auto spoilt = text;
    spoilt.insert(text.find("\"recorded_at\"", begin), "\"x\":1,");
    const auto log = read(spoilt);
    CHECK(log.rejects.size() == 1);
    CHECK(log.incomplete == std::vector<CaseId>{file.id});
    REQUIRE(log.cases.size() == 1);
    const auto& got = log.cases[0];
    CHECK(got.members.size() + got.ties.size() + got.residences.size() + got.events.size() == 38);
  }
}

TEST_CASE("every byte of a row of a case log may change to every other", "[io][case_log][fuzz]") {
  const auto all = rows_of(make_case_of_every_kind(true));
  const auto kind = GENERATE(as<std::string>{}, R"("record":"member")", R"("record":"tie")", R"("record":"residence")",
                             R"("kind":"channel_confirmed")", R"("kind":"attendance_recorded")",
                             R"("kind":"outcome_measured")", R"("kind":"risk_reassessed")");
  const auto begin = all.rfind('\n', all.find(kind)) + 1;
  const auto row = all.substr(begin, all.find('\n', begin) - begin);
  REQUIRE(row.find(kind) != std::string::npos);
  // The rest of a decision repeats what it began with.
  const auto most = std::min<std::size_t>(row.size(), 700);
  for (std::size_t at = 0; at < most; ++at) {
    std::string mutants;
    for (unsigned byte = 0; byte <= 0xff; ++byte) {
      if (byte == '\n') continue;
      mutants.append(row, 0, at).push_back(static_cast<char>(byte));
      mutants.append(row, at + 1, std::string::npos).push_back('\n');
    }
    const auto log = read(mutants);
    if (log.rows != 255 || (log.rejects.empty() && log.cases.empty())) FAIL(row << " at " << at);
    for (const auto& reject : log.rejects) {
      if (reject.reason.empty() || reject.line == 0) FAIL(row << " at " << at);
    }
  }
}
