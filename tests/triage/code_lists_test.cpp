#include <earlyhelp/triage/code_lists.hpp>
#include <earlyhelp/triage/columns.hpp>
#include <earlyhelp/triage/fact_table.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "support/columns.hpp"
#include "support/policy.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

using Offsets = std::vector<std::int32_t>;
using Codes = std::vector<std::uint8_t>;

}  // namespace

TEST_CASE("a list has the code of each bit of its mask, in their order", "[triage][columns]") {
  const std::vector<std::uint64_t> masks{0b1011, 0, std::uint64_t{1} << 63U, ~std::uint64_t{0}};
  Offsets offsets(5);
  Codes codes(code_count(masks));
  write_code_lists(masks, {.offsets = offsets, .codes = codes});

  CHECK(offsets == Offsets{0, 3, 3, 4, 68});
  REQUIRE(codes.size() == 68);
  CHECK(Codes(codes.begin(), codes.begin() + 4) == Codes{0, 1, 3, 63});
  for (std::size_t i = 0; i < 64; ++i) CHECK(codes[4 + i] == i);
}

TEST_CASE("no mask is no list", "[triage][columns]") {
  Offsets offsets{7};
  write_code_lists(std::span<const std::uint16_t>{}, {.offsets = offsets, .codes = {}});
  CHECK(offsets == Offsets{0});
}

TEST_CASE("the lists of columns name the reasons and duties of each incident", "[triage][columns]") {
  RandomFacts random{1};
  const auto policy = make_policy();
  const auto facts = make_rows(500, random, false);
  const FactTable table{facts};
  DecisionTable decisions{facts.size()};
  triage(table.columns(), policy, decisions.columns());
  const auto& masks = decisions.if_unknowns_yes;
  Offsets reason_offsets(facts.size() + 1);
  Offsets duty_offsets(facts.size() + 1);
  Codes reasons(code_count(masks.reasons));
  Codes duties(code_count(masks.duties));
  write_code_lists(masks.reasons, {.offsets = reason_offsets, .codes = reasons});
  write_code_lists(masks.duties, {.offsets = duty_offsets, .codes = duties});

  for (std::size_t i = 0; i < facts.size(); ++i) {
    const auto& outcome = triage(facts[i], policy).if_unknowns_yes;
    Codes expected_reasons;
    for (const auto rule : outcome.reasons) expected_reasons.push_back(static_cast<std::uint8_t>(rule));
    Codes expected_duties;
    for (const auto duty : outcome.duties) expected_duties.push_back(static_cast<std::uint8_t>(duty));
    CHECK(Codes(reasons.begin() + reason_offsets[i], reasons.begin() + reason_offsets[i + 1]) == expected_reasons);
    CHECK(Codes(duties.begin() + duty_offsets[i], duties.begin() + duty_offsets[i + 1]) == expected_duties);
  }
}

TEST_CASE("lists need exactly the room that they take", "[triage][columns]") {
  const std::vector<std::uint16_t> masks{3, 4};
  Offsets offsets(2);
  Codes codes(3);
  CHECK_THROWS_WITH(write_code_lists(masks, {.offsets = offsets, .codes = codes}), "CodeLists: 2 offsets; has to be 3");
  offsets.resize(3);
  codes.resize(2);
  CHECK_THROWS_WITH(write_code_lists(masks, {.offsets = offsets, .codes = codes}), "CodeLists: 2 codes; has to be 3");
}
