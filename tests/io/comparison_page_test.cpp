#include <earlyhelp/io/comparison_page.hpp>
#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/triage/fact.hpp>

#include "support/policy.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>

using namespace earlyhelp;
using namespace earlyhelp::test;
using Json = nlohmann::json;

namespace {

/// Two rows only: who goes to the review because of a weapon, and with which duty.
PolicyBook small_book() {
  auto book = default_policy_book();
  const auto domestic = rule_of(book, "domestic-incident");
  auto weapon = rule_of(book, "weapon");
  weapon.duties = {DutyClause{.duties = {Duty::victim_services_referral}}};
  book.rules = {domestic, weapon};
  return book;
}

/// The same, with a weapon of no account but where somebody was hurt, who is offered an advocate.
PolicyBook later_book() {
  auto book = small_book();
  rule_of(book, "weapon").when = Signal::weapon && Signal::injury;
  rule_of(book, "weapon").duties = {DutyClause{.duties = {Duty::idva_offer}}};
  book.version = 2;
  return book;
}

}  // namespace

TEST_CASE("a comparison over all cases is printed with counts, examples, and that cases have no weight",
          "[io][verify]") {
  // 4 domestic definitions of 5, 4 grades by each of two people; of a weapon and of an injury one answer out of three.
  const auto page = io::comparison_page(compare(policy_of(small_book()), policy_of(later_book())));

  CHECK_THAT(page, Catch::StartsWith("Policy earlyhelp-default, version 1, in force from "));
  CHECK_THAT(page, Catch::Contains("\nand in its place earlyhelp-default, version 2, in force from "));
  CHECK_THAT(page, Catch::Contains("CASES: 720 that an incident can have, of which 592 keep grade and route, and 128 "
                                   "move\n"));
  CHECK_THAT(page, Catch::Contains("not weighted by how often they come up"));
  CHECK_THAT(page,
             Catch::Contains("128  multi_agency_review, none -> early_intervention, none\n      such as: weapon y\n"));
  CHECK_THAT(page, Catch::Contains(" +64  idva_offer\n      such as: injury y, weapon y\n"));
  CHECK_THAT(page, Catch::Contains(" -192  victim_services_referral\n      such as: weapon y\n"));
}

TEST_CASE("a policy compared with itself over all cases says that there is nothing", "[io][verify]") {
  const auto page = io::comparison_page(compare(policy_of(small_book()), policy_of(small_book())));
  CHECK_THAT(page,
             Catch::Contains("CASES: 240 that an incident can have, of which 240 keep grade and route, and 0 move"));
  CHECK_THAT(page, Catch::Contains("MOVES, and the smallest incident of each\n\n  none\n"));
  CHECK_THAT(page, Catch::EndsWith("in so many cases\n\n  none\n"));
}

TEST_CASE("the JSON of a comparison over all cases has every number and every example", "[io][verify]") {
  std::string out;
  io::write_json(compare(policy_of(small_book()), policy_of(later_book())), out);

  CHECK(out.back() == '\n');
  const auto json = Json::parse(out);
  CHECK(json.at("before").at("version") == 1);
  CHECK(json.at("after").at("version") == 2);
  CHECK(json.at("cases") == 720);
  CHECK(json.at("unmoved") == 592);
  CHECK(json.at("weighted") == false);
  CHECK(json.at("moves") == Json::parse(R"([{"route_before":"multi_agency_review","grade_before":"none",
      "route_after":"early_intervention","grade_after":"none","cases":128,"example":{"weapon":"y"}}])"));
  CHECK(json.at("duties") == Json::parse(R"([
      {"duty":"victim_services_referral","added":0,"dropped":192,"rescheduled":0,"dropped_from":{"weapon":"y"}},
      {"duty":"idva_offer","added":64,"dropped":0,"rescheduled":0,"added_to":{"injury":"y","weapon":"y"}}])"));
  CHECK(json.at("not_compared").empty());
}

TEST_CASE("duties that stay and are due by other clocks are counted, and windows that no case shows are named",
          "[io][verify]") {
  auto book = small_book();
  set(book, Parameter::victim_services_referral_within,
      DutyClock{.clock = {.kind = ClockKind::clock_hours, .amount = 4000}});
  set(book, Parameter::escalation_window, 6);
  const auto found = compare(policy_of(small_book()), policy_of(book));
  std::string out;
  io::write_json(found, out);

  const auto page = io::comparison_page(found);
  CHECK_THAT(page, Catch::Contains(" and 0 move\n"));
  CHECK_THAT(page, Catch::Contains(" ~64  victim_services_referral\n      such as: weapon y\n"));
  CHECK_THAT(page, Catch::Contains("\nNOT COMPARED, though the policies differ in it"));
  CHECK_THAT(page, Catch::Contains("\n  escalation_window\n"));
  const auto json = Json::parse(out);
  CHECK(json.at("duties") == Json::parse(R"([{"duty":"victim_services_referral","added":0,"dropped":0,
      "rescheduled":64,"rescheduled_in":{"weapon":"y"}}])"));
  CHECK(json.at("not_compared") == Json::parse(R"(["escalation_window"])"));
}
