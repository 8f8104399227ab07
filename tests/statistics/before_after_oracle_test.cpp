#include <earlyhelp/statistics/interrupted_series.hpp>
#include <earlyhelp/statistics/regression_to_mean.hpp>

#include "support/oracle_case.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr double by_regression = 1e-8;

struct Series {
  std::vector<double> values = {};
  std::size_t first_after = 0;
};

std::map<std::string, Series> all_series() {
  std::map<std::string, Series> all;
  const auto table = read_oracle("its_data.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const OracleCase point{table, row};
    auto& series = all[point.at("series")];
    series.values.push_back(point.number("y"));
    series.first_after = static_cast<std::size_t>(point.count("t0"));
    CHECK(series.values.size() == static_cast<std::size_t>(point.count("t")));
    CHECK((point.count("post") == 1) == (series.values.size() >= series.first_after));
  }
  return all;
}

const RegressionTerm& term_of(const InterruptedSeries& fit, const std::string& name) {
  if (name == "intercept") return fit.intercept;
  if (name == "trend") return fit.trend;
  if (name == "level_change") return fit.level_change;
  if (name == "slope_change") return fit.slope_change;
  throw std::invalid_argument{"no such term: " + name};
}

}  // namespace

TEST_CASE("an interrupted series gives every reference value", "[statistics][oracle]") {
  const auto all = all_series();
  for_each_case("its_fit.csv", [&](const OracleCase& expected) {
    const auto& series = all.at(expected.at("series"));
    const auto lag = static_cast<std::size_t>(expected.count("nw_lag"));
    const auto fit = interrupted_series(series.values, series.first_after, lag).value();
    const auto& term = term_of(fit, expected.at("term"));

    CHECK(series.values.size() == static_cast<std::size_t>(expected.count("n")));
    CHECK(series.first_after == static_cast<std::size_t>(expected.count("t0")));
    expected.check("estimate", term.estimate, by_regression);
    expected.check("se", term.error, by_regression);
    expected.check("t_value", term.t, by_regression);
    expected.check("p_value", term.p, by_regression);
    expected.check("nw_se", term.newey_west_error, by_regression);
    expected.check("sigma", fit.sigma, by_regression);
    CHECK(fit.degrees_of_freedom == expected.count("df"));
    expected.check("r_squared", fit.r_squared, by_regression);
    expected.check("durbin_watson", fit.durbin_watson, by_regression);
    expected.check("resid_lag1", fit.error_autocorrelation, by_regression);
    expected.check("naive_post_minus_pre_mean", fit.difference_of_means, by_regression);
    expected.check("last_period_effect", fit.last_period_effect, by_regression);
  });
}

TEST_CASE("a score of those selected gives every reference value", "[statistics][oracle]") {
  for_each_case("rtm_normal.csv", [](const OracleCase& expected) {
    const auto selected = selected_score({.mean = expected.number("mean"),
                                          .deviation = expected.number("sd_total"),
                                          .correlation = expected.number("correlation")},
                                         expected.number("selected_above"))
                              .value();
    expected.check("expected_first", selected.first);
    expected.check("expected_second", selected.second);
    expected.check_within("expected_fall_without_effect", selected.fall());
  });
}

TEST_CASE("a count of those selected gives every reference value", "[statistics][oracle]") {
  for_each_case("rtm_counts.csv", [](const OracleCase& expected) {
    const RepeatedCount count{.shape = expected.number("gamma_shape"),
                              .rate = expected.number("gamma_rate"),
                              .before = expected.number("T1"),
                              .after = expected.number("T2")};
    const auto least = expected.count("selected_at_least");
    const auto selected = selected_count(count, least).value();
    const auto exactly = expected_after(count, least);

    expected.check("mean_before_all", selected_count(count, 0)->events_before);
    expected.check("share_selected", selected.share, by_inverse);
    expected.check("expected_before_selected", selected.events_before, by_inverse);
    expected.check("expected_after_selected", selected.events_after, by_inverse);
    expected.check("expected_change_per_T1_without_effect",
                   selected.events_after * count.before / count.after - selected.events_before, by_inverse);
    expected.check("p_no_callout_after_selected", selected.none_after, by_inverse);
    expected.check("expected_after_given_exactly_k", exactly.events_after);
    expected.check("p_no_callout_given_exactly_k", exactly.none_after);
  });
}
