#include <earlyhelp/io/casework_policy_file.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <variant>

using namespace earlyhelp;
using namespace earlyhelp::io;

namespace {

/// A policy in which nothing is as it is by default.
CaseworkPolicy local_policy() {
  CaseworkPolicy policy{.zone = london()};
  policy.promise_kept = PromiseKept::by_attempt;
  policy.safe_channel_days = 14;
  policy.attempts_before_not_reached = 5;
  policy.keep_years = 7;
  policy.keep_high_risk_years = 12;
  policy.record_crime_within = {.clock = {.kind = ClockKind::daily_at, .amount = 9 * 60 + 5}};
  policy.triage_disclosed_within = {.clock = {.kind = ClockKind::next_school_day, .amount = 0}};
  policy.modes = {{.from = Date{2020, 3, 24},
                   .modes = {ContactMode::phone, ContactMode::text},
                   .source = {"A local protocol", "3"}},
                  {.from = Date{2021, 7, 19}, .modes = {}, .source = {"Another", ""}}};
  return policy;
}

OrFileError<CaseworkPolicy> parsed(const std::string& text) { return parse_casework_policy("c.json", text, london()); }

/// What is said of the file of the local policy with the first `from` replaced by `to`.
std::string error_of(const std::string& from, const std::string& to) {
  auto text = write_casework_policy(local_policy());
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  const auto read = parsed(text.replace(at, from.size(), to));
  REQUIRE(std::holds_alternative<FileError>(read));
  return to_string(std::get<FileError>(read));
}

/// Everything but the zone, which no file holds.
void check_same(const CaseworkPolicy& one, const CaseworkPolicy& other) {
  CHECK(one.promise_kept == other.promise_kept);
  CHECK(one.safe_channel_days == other.safe_channel_days);
  CHECK(one.attempts_before_not_reached == other.attempts_before_not_reached);
  CHECK(one.keep_years == other.keep_years);
  CHECK(one.keep_high_risk_years == other.keep_high_risk_years);
  CHECK((one.record_crime_within == other.record_crime_within));
  CHECK((one.triage_disclosed_within == other.triage_disclosed_within));
  CHECK((one.modes == other.modes));
}

}  // namespace

TEST_CASE("a casework policy is written and read back without loss", "[io][casework]") {
  for (const auto& policy : {CaseworkPolicy{.zone = london()}, local_policy()}) {
    const auto read = parsed(write_casework_policy(policy));
    REQUIRE(std::holds_alternative<CaseworkPolicy>(read));
    check_same(std::get<CaseworkPolicy>(read), policy);
  }
}

TEST_CASE("what is wrong with a casework policy is named with its place and what was expected", "[io][casework]") {
  using Catch::Contains;
  CHECK_THAT(error_of("\"keep_years\"", "\"colour\":1,\"keep_years\""), Contains("c.json:1") && Contains("colour"));
  CHECK_THAT(error_of("\"keep_years\":7,", ""), Contains("keep_years"));
  CHECK_THAT(error_of("\"keep_years\":7", "\"keep_years\":0"), Contains("keep_years"));
  CHECK_THAT(error_of("\"keep_years\":7", "\"keep_years\":\"7\""), Contains("keep_years") && Contains("text"));
  CHECK_THAT(error_of("by_attempt", "by_letter"), Contains("promise_kept") && Contains("by_contact"));
  CHECK_THAT(error_of("09:05", "24:00"), Contains("record_crime_within.value") && Contains("hh:mm"));
  CHECK_THAT(error_of("\"unit\":\"daily_at\"", "\"by\":\"x\",\"unit\":\"daily_at\""), Contains("record_crime_within"));
  CHECK_THAT(error_of("\"phone\"", "\"pigeon\""), Contains("modes[0].modes[0]") && Contains("phone"));
  CHECK_THAT(error_of("2021-07-19", "2020-03-24"), Contains("modes") && Contains("after the one before"));
  CHECK_THAT(error_of("2021-07-19", "2021-02-29"), Contains("modes[1].from"));
  CHECK_THAT(error_of("\"title\":\"Another\"", "\"title\":\"\""), Contains("modes[1].source.title"));
}

TEST_CASE("without days of permitted modes every way of contact is permitted", "[io][casework]") {
  auto policy = local_policy();
  policy.modes.clear();
  auto text = write_casework_policy(policy);
  const std::string none = ",\"modes\":[]";
  REQUIRE(text.find(none) != std::string::npos);
  const auto read = parsed(text.replace(text.find(none), none.size(), ""));

  REQUIRE(std::holds_alternative<CaseworkPolicy>(read));
  CHECK(std::get<CaseworkPolicy>(read).modes.empty());
  CHECK(std::get<CaseworkPolicy>(read).modes_on(Date{2026, 1, 5}).contains(ContactMode::visit));
}
