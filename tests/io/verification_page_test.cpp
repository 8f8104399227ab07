#include <earlyhelp/io/verification_page.hpp>
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

Json written(const Verification& found) {
  std::string out;
  io::write_json(found, out);
  CHECK(out.back() == '\n');
  return Json::parse(out);
}

}  // namespace

TEST_CASE("a page says of every property whether it holds, and counts in groups of three digits", "[io][verify]") {
  const auto found = verify(make_policy());

  const auto page = io::verification_page(found);

  for (const auto property : values_of<Property>) {
    CAPTURE(property);
    const std::string verdict = property == Property::graver_never_delays ? "FAILS  " : "holds  ";
    CHECK(page.find("\n  " + verdict + std::string{to_string(property)} + ": " + std::string{title_of(property)}) !=
          std::string::npos);
  }
  CHECK(page.find("1,595,998,850,300,928 that an incident can have") != std::string::npos);
  for (const auto& rule : found.rules) CHECK(page.find("\n  " + std::string{rule.id.view()}) != std::string::npos);
}

TEST_CASE("what a policy does not look at is said to be so", "[io][verify]") {
  auto book = default_policy_book();
  book.rules = {rule_of(book, "not-domestic"), rule_of(book, "domestic-incident")};
  const auto page = io::verification_page(verify(policy_of(book), {.invariants = {}}));
  CHECK(page.find("  stalking                     1  not looked at\n") != std::string::npos);
  CHECK(page.find("1 of 9 properties do not hold.") != std::string::npos);
}

TEST_CASE("the JSON of a verification has every number and every example", "[io][verify]") {
  auto book = default_policy_book();
  rule_of(book, "weapon").when = Signal::weapon && !Signal::injury;
  const auto found = verify(policy_of(book));

  const auto json = written(found);

  CHECK(json.at("holds") == false);
  CHECK(json.at("cases") == found.cases);
  CHECK(json.at("combinations") == found.combinations);
  CHECK(json.at("cuts").size() == found.cuts.size());
  REQUIRE(json.at("properties").size() == count_of<Property>);
  for (const auto property : values_of<Property>) {
    CAPTURE(property);
    const auto& report = json.at("properties").at(static_cast<std::size_t>(property));
    CHECK(report.at("id") == to_string(property));
    CHECK(report.at("cases") == found.of(property).cases);
    CHECK(report.at("holds") == found.of(property).failures.empty());
    CHECK(report.at("failures").size() == found.of(property).failures.size());
  }
  const auto& lowering = json.at("properties").at(static_cast<std::size_t>(Property::graver_never_lowers));
  const auto& failure = lowering.at("failures").at(0);
  CHECK(failure.at("subject") == "injury");
  CHECK(failure.at("facts").size() == count_of<Fact>);
  CHECK(failure.at("facts").at("weapon") == "y");
  CHECK(failure.at("other").at("injury") == "y");
  const auto& delay = json.at("properties").at(static_cast<std::size_t>(Property::graver_never_delays));
  CHECK(delay.at("failures").at(0).at("reported_at") == "2026-01-05T17:30:00Z");
  CHECK(json.at("rules").size() == found.rules.size());
  CHECK(json.at("rules").at(0).at("example") == Json{{"definition", "not_domestic"}});
}
