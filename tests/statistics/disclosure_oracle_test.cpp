#include <earlyhelp/statistics/count_table.hpp>
#include <earlyhelp/statistics/disclosure_control.hpp>
#include <earlyhelp/statistics/table_disclosure.hpp>

#include "support/oracle_case.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

/// "3 20|12 18": two rows of two.
std::vector<std::vector<std::int64_t>> grid(const std::string& text) {
  std::vector<std::vector<std::int64_t>> rows;
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line, '|');) {
    rows.emplace_back();
    std::istringstream cells{line};
    for (std::int64_t cell = 0; cells >> cell;) rows.back().push_back(cell);
  }
  return rows;
}

struct TableCase {
  explicit TableCase(const OracleCase& given)
      : table{grid(given.at("counts"))},
        hidden{table},
        policy{.id = "threshold", .lowest = 1, .highest = given.whole("threshold")} {
    REQUIRE(table.rows() == static_cast<std::size_t>(given.count("rows")));
    REQUIRE(table.columns() == static_cast<std::size_t>(given.count("cols")));
    const auto mask = grid(given.at("hidden_mask"));
    for (const auto cell : table.cells()) {
      if (!table.is_total(cell) && mask.at(cell.row).at(cell.column) == 1) hidden.insert(cell);
    }
    if (given.at("grand_total_hidden") == "TRUE") hidden.insert({.row = table.rows(), .column = table.columns()});
  }

  CountTable table;
  TableCells hidden;
  DisclosurePolicy policy;
};

std::map<std::string, TableCase> all_tables() {
  std::map<std::string, TableCase> all;
  const auto table = read_oracle("sdc_tables.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const OracleCase given{table, row};
    all.emplace(given.at("case_id"), TableCase{given});
  }
  return all;
}

std::string flag(bool value) { return value ? "TRUE" : "FALSE"; }

}  // namespace

TEST_CASE("a published count is every reference value, by every policy", "[statistics][oracle]") {
  for_each_case("sdc_counts.csv", [](const OracleCase& expected) {
    const auto count = expected.whole("count");

    for (const auto& policy : disclosure_policies) {
      expected.check_text(std::string{policy.id}.c_str(), to_string(publish(count, policy)));
    }
    expected.check_text("round_5", std::to_string(round_to_base(count, 5)));
    expected.check_text("round_10", std::to_string(round_to_base(count, 10)));
    expected.check_text("midpoint_6", std::to_string(midpoint_6(count)));
  });
}

TEST_CASE("the verdict on a table is every reference value", "[statistics][oracle]") {
  for_each_case("sdc_tables.csv", [](const OracleCase& expected) {
    INFO(expected.at("case_id"));
    const TableCase given{expected};
    const auto check = check_disclosure(given.table, given.hidden, given.policy, SmallTotals::shown);

    expected.check_text("n_primary", std::to_string(check.small));
    expected.check_text("n_hidden", std::to_string(check.hidden));
    expected.check_text("n_primary_recovered_exactly", std::to_string(check.recovered));
    expected.check_text("n_primary_known_small", std::to_string(check.known_small));
    expected.check_text("verdict", std::string{to_string(check.verdict)});
    // The pattern that hides nothing but what is small is that of the policy.
    const auto small = small_cells(given.table, given.policy, SmallTotals::shown);
    CHECK((expected.at("pattern") == "primary_only") == (small == given.hidden));
  });
}

TEST_CASE("what a reader can tell of a hidden cell is every reference value", "[statistics][oracle]") {
  const auto all = all_tables();
  for_each_case("sdc_table_cells.csv", [&](const OracleCase& expected) {
    INFO(expected.at("case_id") << ", " << expected.at("row") << " " << expected.at("col"));
    const auto& given = all.at(expected.at("case_id"));
    const TableCell cell{.row = static_cast<std::size_t>(expected.count("row") - 1),
                         .column = static_cast<std::size_t>(expected.count("col") - 1)};
    const auto bounds = cell_bounds(given.table, given.hidden);
    const auto found = std::find_if(bounds.begin(), bounds.end(), [&](const auto& b) { return b.cell == cell; });

    expected.check_text("count", std::to_string(given.table.at(cell)));
    expected.check_text("primary_suppressed",
                        flag(small_cells(given.table, given.policy, SmallTotals::shown).contains(cell)));
    expected.check_text("hidden", flag(given.hidden.contains(cell)));
    REQUIRE(found != bounds.end());
    expected.check_text("attacker_low", std::to_string(found->low));
    expected.check_text("attacker_high", std::to_string(found->high.value()));
  });
}
