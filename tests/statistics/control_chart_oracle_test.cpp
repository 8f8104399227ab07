#include <earlyhelp/statistics/control_chart.hpp>

#include "support/oracle_case.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

struct Series {
  std::string category;
  std::vector<ChartValue> values;
};

/// What the reference charts are made of.
std::map<std::string, Series> all_series() {
  std::map<std::string, Series> all;
  const auto table = read_oracle("xmr_data.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const OracleCase value{table, row};
    auto& series = all[value.at("series")];
    series.category = value.at("category");
    series.values.push_back({.value = value.number("value"), .rebases = value.count("rebase_here") == 1});
    REQUIRE(series.values.size() == static_cast<std::size_t>(value.count("index")));
  }
  return all;
}

ChartOptions lines_asked_for(const OracleCase& expected) {
  ChartOptions options{.improvement = Improvement::neutral,
                       .screens_outliers = expected.at("screen_outliers") == "TRUE"};
  if (!expected.is_missing("fix_after_n")) options.fix_after = static_cast<std::size_t>(expected.count("fix_after_n"));
  return options;
}

ChartOptions rules_asked_for(const OracleCase& expected) {
  auto options = lines_asked_for(expected);
  const auto& rule = expected.at("two_in_three_variant");
  REQUIRE((rule == "ptd" || rule == "mdc23"));
  options.two_in_three = rule == "ptd" ? TwoInThree::within_limits : TwoInThree::also_outside;
  options.improvement = parse<Improvement>(expected.at("improvement_direction")).value();
  return options;
}

std::string label(Cause cause) {
  constexpr std::array<const char*, count_of<Cause>> labels = {"Common Cause",
                                                               "Above UCL",
                                                               "Below LCL",
                                                               "7 Point Trend (Increasing)",
                                                               "7 Point Trend (Decreasing)",
                                                               "2 in 3 Above CL",
                                                               "2 in 3 Below CL",
                                                               "7 Points Above CL",
                                                               "7 Points Below CL"};
  return labels.at(static_cast<std::size_t>(cause));
}

std::string point_type(Variation variation) {
  constexpr std::array<const char*, count_of<Variation>> types = {
      "common_cause",          "special_cause_improvement",  "special_cause_improvement", "special_cause_concern",
      "special_cause_concern", "special_cause_neutral_high", "special_cause_neutral_low"};
  return types.at(static_cast<std::size_t>(variation));
}

std::string flag(bool value) { return value ? "TRUE" : "FALSE"; }

template <class Member>
boost::optional<double> line(const boost::optional<ChartLimits>& limits, Member member) {
  return limits ? boost::make_optional((*limits).*member) : boost::none;
}

}  // namespace

TEST_CASE("a chart's icons are every reference value", "[statistics][oracle]") {
  const auto all = all_series();
  for_each_case("xmr_series.csv", [&](const OracleCase& expected) {
    INFO(expected.at("series"));
    const auto& series = all.at(expected.at("series"));
    auto options = rules_asked_for(expected);
    if (!expected.is_missing("target")) options.target = expected.number("target");
    const auto chart = control_chart(series.values, options);

    expected.check_text("category", series.category);
    expected.check_text("n", std::to_string(chart.points.size()));
    expected.check_text("variation_icon", std::string{to_string(chart.variation.value())});
    expected.check_text("assurance_icon", chart.assurance ? std::string{to_string(*chart.assurance)} : "NA");
    expected.check_text("n_special_cause", std::to_string(chart.special_causes));
  });
}

TEST_CASE("a chart's lines are every reference value, segment by segment", "[statistics][oracle]") {
  const auto all = all_series();
  for_each_case("xmr_limits.csv", [&](const OracleCase& expected) {
    INFO(expected.at("series"));
    const auto& series = all.at(expected.at("series"));
    const auto chart = control_chart(series.values, lines_asked_for(expected));
    const auto& segment = chart.segments.at(static_cast<std::size_t>(expected.count("segment")));
    const auto& limits = segment.baseline.limits;

    expected.check_text("category", series.category);
    expected.check_text("n", std::to_string(segment.points));
    expected.check_within("mean", segment.baseline.mean);
    expected.check_within("amr_raw", line(limits, &ChartLimits::average_range_of_all));
    expected.check_within("amr_used", line(limits, &ChartLimits::average_range));
    expected.check_within("lpl", line(limits, &ChartLimits::lower));
    expected.check_within("upl", line(limits, &ChartLimits::upper));
    expected.check_within("lower_two_sigma", line(limits, &ChartLimits::lower_two_sigma));
    expected.check_within("upper_two_sigma", line(limits, &ChartLimits::upper_two_sigma));
    expected.check_within("mr_upper_limit", line(limits, &ChartLimits::upper_range));
  });
}

TEST_CASE("a chart's points are every reference value, rule by rule", "[statistics][oracle]") {
  const auto all = all_series();
  for_each_case("xmr_points.csv", [&](const OracleCase& expected) {
    INFO(expected.at("series") << ", point " << expected.at("index"));
    const auto& series = all.at(expected.at("series"));
    const auto chart = control_chart(series.values, rules_asked_for(expected));
    const auto& point = chart.points.at(static_cast<std::size_t>(expected.count("index") - 1));

    expected.check_text("category", series.category);
    expected.check_text("segment", std::to_string(point.segment));
    expected.check("value", point.value, 0);
    expected.check_within("mr", point.moving_range);
    expected.check_text("outside", flag(point.is_outside));
    expected.check_text("side_of_mean", std::to_string(point.side_of_mean));
    expected.check_text("beyond_two_sigma", flag(point.is_beyond_two_sigma));
    expected.check_text("trend", std::to_string(point.trend));
    expected.check_text("two_in_three", flag(point.is_two_in_three));
    expected.check_text("shift", flag(point.is_in_shift));
    expected.check_text("special_cause_type", label(point.cause));
    expected.check_text("point_type", point_type(point.variation));
  });
}
