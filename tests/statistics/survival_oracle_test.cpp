#include <earlyhelp/statistics/log_rank.hpp>
#include <earlyhelp/statistics/survival.hpp>

#include "support/oracle_case.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

// One set has tenths of a day, and near to each other what is the same tenth: as whole numbers of tenths they are.
double units_in_a_day(const std::string& dataset) { return dataset.find("float") != std::string::npos ? 10 : 1; }

struct Groups {
  double units_in_a_day = 1;
  std::map<std::string, std::vector<FollowUp>> people = {};

  std::int64_t time(double days) const { return std::llround(days * units_in_a_day); }
  SurvivalCurve curve(const std::string& group) const { return SurvivalCurve{people.at(group)}; }
};

/// What the reference curves are made of.
std::map<std::string, Groups> datasets() {
  std::map<std::string, Groups> all;
  const auto table = read_oracle("km_data.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const OracleCase person{table, row};
    auto& groups = all[person.at("dataset")];
    groups.units_in_a_day = units_in_a_day(person.at("dataset"));
    groups.people[person.at("group")].push_back(
        {.time = groups.time(person.number("time")), .has_event = person.count("status") == 1});
  }
  return all;
}

LimitsScale scale_of(const OracleCase& expected) {
  const auto& scale = expected.at("conf_type");
  return scale == "log-log" ? LimitsScale::log_log : parse<LimitsScale>(scale).value();
}

boost::optional<double> lower_of(const boost::optional<Interval>& interval) {
  return interval ? boost::make_optional(interval->lower) : boost::none;
}
boost::optional<double> upper_of(const boost::optional<Interval>& interval) {
  return interval ? boost::make_optional(interval->upper) : boost::none;
}

const SurvivalStep& step_at(const SurvivalCurve& curve, std::int64_t time) {
  for (const auto& step : curve.steps()) {
    if (step.time == time) return step;
  }
  throw std::invalid_argument{"no step at this time"};
}

}  // namespace

TEST_CASE("a curve gives every reference value, at every time", "[statistics][oracle]") {
  const auto all = datasets();
  for_each_case("km_curve.csv", [&](const OracleCase& expected) {
    const auto& groups = all.at(expected.at("dataset"));
    const auto curve = groups.curve(expected.at("group"));
    const auto& step = step_at(curve, groups.time(expected.number("time")));
    const auto scale = scale_of(expected);
    const auto interval = limits(step, expected.number("conf"), scale);

    CHECK(step.at_risk == expected.whole("n_risk"));
    CHECK(step.events == expected.whole("n_event"));
    CHECK(step.censored == expected.whole("n_censor"));
    expected.check_within("surv", step.survival);
    expected.check_within("std_err", step.standard_error());
    expected.check_within("lower", lower_of(interval));
    expected.check_within("upper", upper_of(interval));
    expected.check_within("cumhaz", step.cumulative_hazard);
    expected.check_text("r353_na", step.greenwood <= 0 && scale == LimitsScale::log_log ? "TRUE" : "FALSE");
  });
}

TEST_CASE("a curve at a time gives every reference value", "[statistics][oracle]") {
  const auto all = datasets();
  for_each_case("km_at_times.csv", [&](const OracleCase& expected) {
    const auto& groups = all.at(expected.at("dataset"));
    const auto at = groups.curve(expected.at("group"))
                        .at(groups.time(expected.number("t")), expected.number("conf"), scale_of(expected))
                        .value();

    CHECK(at.at_risk == expected.whole("n_risk"));
    expected.check_within("surv", at.survival);
    expected.check_within("lower", lower_of(at.interval));
    expected.check_within("upper", upper_of(at.interval));
    expected.check_text("beyond_last", at.is_beyond_last ? "TRUE" : "FALSE");
  });
}

TEST_CASE("a curve's quantiles give every reference value", "[statistics][oracle]") {
  const auto all = datasets();
  for_each_case("km_quantiles.csv", [&](const OracleCase& expected) {
    const auto& groups = all.at(expected.at("dataset"));
    const auto curve = groups.curve(expected.at("group"));
    const auto confidence = expected.number("conf");
    const auto scale = scale_of(expected);
    const auto days = [&](const boost::optional<double>& time) {
      return time ? boost::make_optional(*time / groups.units_in_a_day) : boost::none;
    };
    const auto limits_of = [&](double share, QuantileRule rule) {
      return curve.quantile_limits(share, confidence, scale, rule);
    };

    CHECK(curve.people() == expected.whole("n"));
    CHECK(curve.events() == expected.whole("events"));
    const auto check = [&](double share, const std::string& name) {
      const auto around = limits_of(share, QuantileRule::middle_of_stretch);
      expected.check(name.c_str(), days(curve.quantile(share, QuantileRule::middle_of_stretch)));
      expected.check((name + "_upper").c_str(), days(around.upper));
      // A lower limit that rises again is sorted first by the program that made the reference values.
      if (expected.at("nonmonotone_lower") == "FALSE") expected.check((name + "_lower").c_str(), days(around.lower));
    };
    check(0.25, "q25");
    check(0.5, "median");
    check(0.75, "q75");
    expected.check("median_lower_first_crossing", days(limits_of(0.5, QuantileRule::first_time).lower));
    expected.check("median_inf", days(curve.quantile(0.5, QuantileRule::first_time)));
  });
}

TEST_CASE("the area under a curve gives every reference value", "[statistics][oracle]") {
  const auto all = datasets();
  for_each_case("km_rmst.csv", [&](const OracleCase& expected) {
    const auto& groups = all.at(expected.at("dataset"));
    const auto mean = groups.curve(expected.at("group")).restricted_mean(groups.time(expected.number("tau"))).value();

    expected.check("rmst", mean.mean / groups.units_in_a_day);
    expected.check("se", mean.standard_error / groups.units_in_a_day);
  });
}

TEST_CASE("the log-rank test gives every reference value", "[statistics][oracle]") {
  const auto all = datasets();
  for_each_case("km_logrank.csv", [&](const OracleCase& expected) {
    const auto& groups = all.at(expected.at("dataset"));
    std::vector<SurvivalCurve> curves;
    std::size_t mine = 0;
    for (const auto& [name, people] : groups.people) {
      if (name == expected.at("group")) mine = curves.size();
      curves.emplace_back(people);
    }
    const auto compared = log_rank(curves);
    const auto& group = compared.groups[mine];

    CHECK(group.people == expected.whole("n"));
    CHECK(group.observed == expected.whole("observed"));
    expected.check("expected", group.expected);
    expected.check("variance", group.variance);
    expected.check("chisq", compared.test.value().statistic);
    CHECK(compared.degrees_of_freedom == expected.count("df"));
    expected.check("p", compared.test->p);
  });
}
