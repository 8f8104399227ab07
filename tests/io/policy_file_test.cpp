#include <earlyhelp/io/policy_file.hpp>
#include <earlyhelp/io/policy_page.hpp>
#include <earlyhelp/policy/default_policy.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <variant>

using namespace earlyhelp;
using namespace earlyhelp::io;

namespace {

/// The policy file of the default book with the first `from` replaced by `to`.
std::string changed(const std::string& from, const std::string& to) {
  auto text = write_policy(default_policy_book());
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string error_of(const std::string& text) {
  const auto read = parse_policy("p.json", text);
  REQUIRE(std::holds_alternative<FileError>(read));
  return to_string(std::get<FileError>(read));
}

}  // namespace

TEST_CASE("a policy book is written and read back without loss", "[io][policy]") {
  auto book = default_policy_book();
  book.retired_rules = {"old-rule", "older-rule-2"};
  book.parameters.push_back({.parameter = Parameter::visible_high_risk_dara,
                             .in_force_from = Date{2026, 4, 1},
                             .value = 9,
                             .source = {"A local protocol", ""}});

  const auto read = parse_policy("p.json", write_policy(book));

  REQUIRE(std::holds_alternative<PolicyBook>(read));
  CHECK(std::get<PolicyBook>(read) == book);
}

TEST_CASE("what is wrong with a policy file is named with line, key and what was expected", "[io][policy]") {
  using Catch::Contains;
  CHECK_THAT(error_of(changed("\"version\": 1", "\"version\": 1, \"colour\": 2")),
             Contains("p.json:3") && Contains("colour"));
  CHECK_THAT(error_of(changed("\"value\":14", "\"value\":\"14\"")),
             Contains("p.json:5") && Contains("parameters[0].value"));
  CHECK_THAT(error_of(changed("\"value\":14,", "")),
             Contains("p.json:5") && Contains("parameters[0]") && Contains("value"));
  CHECK_THAT(error_of(changed("\"value\":14", "\"value\":0")), Contains("parameters[0].value"));
  CHECK_THAT(error_of(changed("\"value\":14", "\"value\":14.5")), Contains("parameters[0].value"));
  CHECK_THAT(error_of(changed("\"unit\":\"yes_answers\"", "\"unit\":\"victims\"")), Contains("yes_answers"));
  CHECK_THAT(error_of(changed("\"value\":\"09:00\"", "\"value\":\"24:00\"")), Contains("hh:mm"));
  CHECK_THAT(error_of(changed("\"not domestic\"", "\"not domestical\"")),
             Contains("rules[0].when[0]") && Contains("signal"));
  CHECK_THAT(error_of(changed("\"route_at_least\":\"multi_agency_review\"", "\"route_at_least\":\"panel\"")),
             Contains("rules[1].route_at_least"));
  CHECK_THAT(error_of(changed("\"id\":\"not-domestic\",", "")), Contains("rules[0]") && Contains("id"));
  CHECK_THAT(error_of(changed("\"graded\"", "\"Graded\"")), Contains("terms"));
  CHECK_THAT(error_of("{"), Contains("p.json"));
  CHECK_THAT(error_of("[]"), Contains("object"));
}

TEST_CASE("the policy page shows every rule and every number", "[io][policy]") {
  const auto book = default_policy_book();
  const auto page = policy_page(book);

  for (const auto& rule : book.rules) CHECK_THAT(page, Catch::Contains("\n" + std::string{rule.id.view()}));
  for (const auto& row : book.parameters)
    CHECK_THAT(page, Catch::Contains(std::string{to_string(row.parameter)} + ": "));
}
