#include <earlyhelp/indicators/case_register.hpp>

#include "support/make_register.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// A case of `victims` and one suspect, that began on 6 January.
FamilyLog case_of(const std::string& id, const std::vector<std::string>& victims, const std::string& suspect = "s") {
  FamilyLog log{id};
  log.file.members.clear();
  for (const auto& victim : victims) log.add_member(PersonId{victim}, FamilyRole::victim);
  log.add_member(PersonId{suspect}, FamilyRole::perpetrator);
  return log.referred("2025-01-06");
}

/// The families by the ids of their cases: "a b, c".
std::string families_of(const CaseRegister& all) {
  std::string text;
  for (std::size_t i = 0; i < all.size(CountedUnit::family); ++i) {
    text += i == 0 ? "" : ", ";
    for (const auto& id : all.ids(CountedUnit::family, i)) text += (text.empty() || text.back() == ' ' ? "" : " ") + id;
  }
  return text;
}

std::vector<std::string> callouts_of(const CaseRegister& all, std::size_t pair = 0) {
  std::vector<std::string> ids;
  for (const auto& callout : all.pairs()[pair].callouts) ids.push_back(callout.incident.value());
  return ids;
}

PastIncident callout_between(const std::string& victim, const std::string& suspect, const std::string& id = "c",
                             const std::string& day = "2025-02-01") {
  auto callout = make_callout(id, FamilyLog{"nobody"}, day);
  callout.victim = PersonId{victim};
  callout.suspect = PersonId{suspect};
  return callout;
}

}  // namespace

TEST_CASE("cases with a victim in common are one family, over however many cases", "[indicators]") {
  const auto together =
      make_register(std::vector{case_of("a", {"v1"}), case_of("b", {"v2"}), case_of("c", {"v1", "v3"}),
                                case_of("d", {"v3", "v4"}), case_of("e", {"v5"})},
                    "2025-12-31");
  CHECK(families_of(together) == "a c d, b, e");
  // What puts two families together can come last.
  CHECK(families_of(make_register(std::vector{case_of("a", {"v1"}), case_of("b", {"v2"}), case_of("c", {"v3"}),
                                              case_of("d", {"v3", "v2"}), case_of("e", {"v2", "v1"})},
                                  "2025-12-31")) == "a b c d e");
}

TEST_CASE("a common suspect or child makes no family, and who has no victim is a family alone", "[indicators]") {
  auto with_child = case_of("c", {"v3"});
  with_child.add_member(PersonId{"v1"}, FamilyRole::child);
  const auto all = make_register(
      std::vector{case_of("a", {"v1"}), case_of("b", {"v2"}), with_child, case_of("d", {}), case_of("e", {})},
      "2025-12-31");
  CHECK(families_of(all) == "a, b, c, d, e");
  CHECK(all.size(CountedUnit::child) == 1);
}

TEST_CASE("a victim who was recorded after the cut-off puts no families together", "[indicators]") {
  auto log = case_of("b", {"v2"});
  log.add_member(PersonId{"v1"}, FamilyRole::victim, "2025-06-01");
  CHECK(families_of(make_register(std::vector{case_of("a", {"v1"}), log}, "2025-05-31")) == "a, b");
  CHECK(families_of(make_register(std::vector{case_of("a", {"v1"}), log}, "2025-06-01")) == "a b");
}

TEST_CASE("a child is one child, in however many families and however often in one", "[indicators]") {
  auto first = case_of("a", {"v1"});
  auto second = case_of("b", {"v2"});
  first.add_member(child, FamilyRole::child);
  first.add_member(child, FamilyRole::child);
  first.add_member(PersonId{"baby"}, FamilyRole::child);
  second.add_member(child, FamilyRole::child);
  const auto all = make_register(std::vector{first, second}, "2025-12-31");
  REQUIRE(all.size(CountedUnit::child) == 2);
  CHECK(all.ids(CountedUnit::child, 0) == std::vector<std::string>{"child"});
  CHECK(all.children()[0].cases == std::vector<std::uint32_t>{0, 1});
  CHECK(all.children()[1].cases == std::vector<std::uint32_t>{0});
}

TEST_CASE("two people are one pair, whoever of them was the victim", "[indicators]") {
  const std::vector callouts{callout_between("v1", "s", "c1"), callout_between("s", "v1", "c2")};
  const auto all = make_register(std::vector{case_of("a", {"v1"}), case_of("b", {"s"}, "v1")}, "2025-12-31", callouts);
  REQUIRE(all.size(CountedUnit::pair) == 1);
  CHECK(all.ids(CountedUnit::pair, 0) == std::vector<std::string>{"s", "v1"});
  CHECK(all.pairs()[0].cases == std::vector<std::uint32_t>{0, 1});
  CHECK(callouts_of(all) == std::vector<std::string>{"c1", "c2"});
  CHECK(all.size(CountedUnit::family) == 2);

  const auto with_other = make_register(std::vector{case_of("a", {"v1", "v2"})}, "2025-12-31",
                                        {callout_between("v1", "x"), callout_between("v2", "s")});
  CHECK(with_other.size(CountedUnit::pair) == 3);
  CHECK(with_other.pairs()[2].cases.empty());
  CHECK(with_other.pairs()[0].callouts.empty());
  CHECK(with_other.pairs()[1].callouts.size() == 1);
}

TEST_CASE("two who are recorded as victim and suspect of each other are one pair, and nobody is a pair with himself",
          "[indicators]") {
  auto log = case_of("a", {"v1"});
  log.add_member(PersonId{"s"}, FamilyRole::victim);
  log.add_member(PersonId{"v1"}, FamilyRole::perpetrator);
  const auto all = make_register(std::vector{log}, "2025-12-31", {callout_between("x", "x")});
  REQUIRE(all.size(CountedUnit::pair) == 1);
  CHECK(all.pairs()[0].cases == std::vector<std::uint32_t>{0});
}

TEST_CASE("callouts count once, when domestic and known, in the order in which they occurred", "[indicators]") {
  const FamilyLog anna{"anna"};
  auto later = make_callout("c1", anna, "2025-02-09");  // the same again, recorded later and of another day
  later.recorded_at = moment("2025-02-20");
  auto not_domestic = make_callout("c2", anna, "2025-02-02");
  not_domestic.definition = Definition::not_domestic;
  auto family_abuse = make_callout("c3", anna, "2025-01-15");
  family_abuse.definition = Definition::family_conflict;
  auto unknown_yet = make_callout("c4", anna, "2025-01-01");
  unknown_yet.recorded_at = moment("2025-12-31T12:00:00.000001Z");
  auto just_known = make_callout("c5", anna, "2025-03-01");
  just_known.recorded_at = moment("2025-12-31");
  std::vector callouts{
      later, make_callout("c1", anna, "2025-02-01"), not_domestic, family_abuse, unknown_yet, just_known, family_abuse};
  for (int i = 0; i < 7; ++i) {
    std::rotate(callouts.begin(), callouts.begin() + 1, callouts.end());
    const auto all = make_register(std::vector{anna}, "2025-12-31", callouts);
    CHECK(callouts_of(all) == std::vector<std::string>{"c3", "c1", "c5"});
    CHECK(all.pairs()[0].callouts[1].occurred_on == Date{2025, 2, 1});
  }
  CHECK(callouts_of(make_register(std::vector{anna}, "2026-01-01", callouts)).front() == "c4");
}

TEST_CASE("a case of which nothing was known yet is left out", "[indicators]") {
  FamilyLog later{"later"};
  for (auto& member : later.file.members) member.recorded_at = moment("2025-06-01");
  later.add("2025-05-01", Referred{.source = ReferralSource::school}, "2025-06-02");
  FamilyLog decided{"decided"};
  decided.file.members.clear();
  decided.add("2025-05-01", make_decided("i-1", "2025-05-01"));
  FamilyLog disclosed{"disclosed"};
  disclosed.file.members.clear();
  disclosed.add("2025-06-01", IncidentDisclosed{.incident = IncidentId{"i-2"}, .by = child});
  const std::vector logs{later, decided, FamilyLog{"anna"}, disclosed};
  CHECK(families_of(make_register(logs, "2025-04-30")) == "anna");
  CHECK(families_of(make_register(logs, "2025-05-31")) == "decided, anna");
  CHECK(families_of(make_register(logs, "2025-06-01")) == "later, decided, anna, disclosed");
}

TEST_CASE("two cases of one id are refused by name, known or not", "[indicators]") {
  const std::vector logs{case_of("a", {"v1"}), case_of("b", {"v2"}), case_of("a", {"v3"})};
  CHECK_THROWS_WITH(make_register(logs, "2025-12-31"), Catch::Contains("the id a"));
  CHECK_THROWS_AS(make_register(logs, "2019-01-01"), std::invalid_argument);
}

TEST_CASE("an incident of two cases is two, each with its own place", "[indicators]") {
  auto first = case_of("a", {"v1"});
  auto second = case_of("b", {"v2"});
  first.add("2025-01-07", make_decided("i-1", "2025-01-07")).add("2025-01-08", make_decided("i-2", "2025-01-08"));
  second.add("2025-01-07", make_decided("i-1", "2025-01-07"));
  const auto all = make_register(std::vector{first, second}, "2025-12-31");
  REQUIRE(all.size(CountedUnit::incident) == 3);
  CHECK(all.ids(CountedUnit::incident, 1) == std::vector<std::string>{"a", "i-2"});
  CHECK(all.ids(CountedUnit::incident, 2) == std::vector<std::string>{"b", "i-1"});
  CHECK(all.cases_of(CountedUnit::incident, 2).front() == 1);
  CHECK(all.cases_of(CountedUnit::incident, 2).size() == 1);
}

TEST_CASE("a place that there is not has no ids", "[indicators]") {
  const auto all = make_register(std::vector{case_of("a", {"v1"})}, "2025-12-31");
  for (const auto unit : values_of<CountedUnit>) {
    CHECK_THROWS_AS(all.ids(unit, all.size(unit)), std::out_of_range);
  }
  const auto empty = make_register(std::vector<CaseFile>{}, "2025-12-31");
  for (const auto unit : values_of<CountedUnit>) CHECK(empty.size(unit) == 0);
}

TEST_CASE("days are those of the policy's zone, summer time too", "[indicators]") {
  const auto all = make_register(std::vector<CaseFile>{}, "2025-06-30T23:00:00Z");
  CHECK(all.cut_off_day() == Date{2025, 7, 1});
  CHECK(all.day_of(moment("2025-06-30T22:59:59Z")) == Date{2025, 6, 30});
  CHECK(all.day_of(moment("2025-12-31T23:59:59Z")) == Date{2025, 12, 31});
}
