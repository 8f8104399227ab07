#include <earlyhelp/statistics/difference.hpp>
#include <earlyhelp/statistics/funnel.hpp>
#include <earlyhelp/statistics/groups.hpp>
#include <earlyhelp/statistics/reliable_change.hpp>

#include "support/oracle_case.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

/// The units of each set, in the order of the file.
std::map<std::string, std::vector<Proportion>> sets_of(const char* file) {
  std::map<std::string, std::vector<Proportion>> sets;
  const auto table = read_oracle(file);
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const OracleCase unit{table, row};
    sets[unit.at("set")].push_back({.count = unit.whole("x"), .total = unit.whole("n")});
  }
  return sets;
}

std::string words_of(FunnelPosition position) {
  switch (position) {
    case FunnelPosition::low_0001:
      return "Low (0.001)";
    case FunnelPosition::low_0025:
      return "Low (0.025)";
    case FunnelPosition::not_significant:
      return "Not significant";
    case FunnelPosition::high_0025:
      return "High (0.025)";
    case FunnelPosition::high_0001:
      return "High (0.001)";
  }
  return "?";
}

}  // namespace

TEST_CASE("a funnel of shares gives every reference value", "[statistics][oracle]") {
  for_each_case("funnel_proportion.csv", [](const OracleCase& expected) {
    const Proportion unit{.count = expected.whole("x"), .total = expected.whole("n")};
    const auto lines = share_funnel(expected.number("baseline"), unit.total);
    const auto cut = drawn(lines);

    CHECK(expected.count("unit") > 0);
    expected.check("p", share(unit));
    expected.check_within("low_0025", lines.at_0025.lower);
    expected.check_within("high_0025", lines.at_0025.upper);
    expected.check_within("low_0001", lines.at_0001.lower);
    expected.check_within("high_0001", lines.at_0001.upper);
    expected.check_within("low_0025_clipped", cut.at_0025.lower);
    expected.check_within("high_0025_clipped", cut.at_0025.upper);
    expected.check_within("low_0001_clipped", cut.at_0001.lower);
    expected.check_within("high_0001_clipped", cut.at_0001.upper);
    expected.check_text("significance", words_of(position(share(unit).value(), lines)));
  });
}

TEST_CASE("a funnel of ratios gives every reference value", "[statistics][oracle]") {
  for_each_case("funnel_ratio_lines.csv", [](const OracleCase& expected) {
    const auto observed = expected.whole("observed");
    const auto check = [&](double tail, const std::string& name) {
      const auto lines = ratio_funnel(observed, tail);
      const auto count = static_cast<double>(observed);
      expected.check(("expected_at_lower_" + name).c_str(), lines.most, by_inverse);
      expected.check(("ratio_lower_" + name).c_str(), count / lines.most, by_inverse);
      expected.check(("expected_at_upper_" + name).c_str(), lines.least, by_inverse);
      expected.check(("ratio_upper_" + name).c_str(), count / lines.least.value(), by_inverse);
    };
    check(0.025, "0025");
    check(0.001, "0001");
  });
}

TEST_CASE("a count against what was expected gives every reference value", "[statistics][oracle]") {
  for_each_case("funnel_count_significance.csv", [](const OracleCase& expected) {
    const auto ratio = observed_ratio(expected.whole("observed"), expected.number("expected"));

    expected.check("ratio", ratio.ratio);
    expected.check("ratio_lower_95", "ratio_upper_95", ratio.at_0025, by_inverse);
    expected.check("ratio_lower_998", "ratio_upper_998", ratio.at_0001, by_inverse);
    expected.check_text("significance", words_of(ratio.position));
  });
}

TEST_CASE("groups compared give every reference value", "[statistics][oracle]") {
  auto sets = sets_of("groups_vs_rest.csv");
  for_each_case("groups_test.csv", [&](const OracleCase& expected) {
    const auto& groups = sets[expected.at("set")];
    CHECK(expected.count("n_groups") == expected.count("df") + 1);
    // In a file cut short, the last set may have lost some of its groups.
    if (groups.size() < static_cast<std::size_t>(expected.count("n_groups"))) return;
    const auto compared = compare_groups(groups);

    CHECK(compared.all.count == expected.whole("x_total"));
    CHECK(compared.all.total == expected.whole("n_total"));
    expected.check("p_overall", share(compared.all));
    expected.check("chi2", compared.test ? boost::make_optional(compared.test->statistic) : boost::none);
    CHECK(compared.degrees_of_freedom == expected.count("df"));
    expected.check("p_value", compared.test ? boost::make_optional(compared.test->p) : boost::none);
    expected.check("min_expected", compared.smallest);
    expected.check("max_minus_min", compared.widest_gap);
  });
}

TEST_CASE("a group against the rest gives every reference value", "[statistics][oracle]") {
  for_each_case("groups_vs_rest.csv", [](const OracleCase& expected) {
    const std::vector<Proportion> groups = {{.count = expected.whole("x"), .total = expected.whole("n")},
                                            {.count = expected.whole("x_rest"), .total = expected.whole("n_rest")}};
    const auto rest = rest_of(groups, 0);
    const auto ratio = risk_ratio(groups[0], rest, 0.95);

    CHECK(expected.count("group") > 0);
    CHECK((rest == groups[1]));
    expected.check("p", share(groups[0]));
    expected.check("wilson95_lower", "wilson95_upper", wilson(groups[0], 0.95));
    expected.check("diff_from_rest", difference(groups[0], rest));
    expected.check("newcombe95_lower", "newcombe95_upper", newcombe(groups[0], rest, 0.95));
    expected.check("ratio_to_rest", ratio ? boost::make_optional(ratio->ratio) : boost::none);
  });
}

TEST_CASE("the rest of each set is what the others are together", "[statistics][oracle]") {
  std::map<std::string, std::size_t> place;
  const auto sets = sets_of("groups_vs_rest.csv");
  const auto table = read_oracle("groups_vs_rest.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const OracleCase expected{table, row};
    const auto& groups = sets.at(expected.at("set"));
    const auto rest = rest_of(groups, place[expected.at("set")]++);
    // In a file cut short, the last set has lost some.
    if (expected.at("set") == table.at(table.rows() - 1, "set")) continue;
    CHECK((rest == Proportion{.count = expected.whole("x_rest"), .total = expected.whole("n_rest")}));
  }
}

TEST_CASE("the change of a score gives every reference value", "[statistics][oracle]") {
  for_each_case("reliable_change.csv", [](const OracleCase& expected) {
    const auto change =
        reliable_change(expected.number("pre"), expected.number("post"),
                        {.deviation = expected.number("sd_pre"), .reliability = expected.number("reliability")});

    expected.check("se_diff", change.error);
    expected.check("rci", change.index.value());
    expected.check("min_reliable_change_95", change.smallest);
    expected.check_text("class", std::string{to_string(change.kind)});
  });
}
