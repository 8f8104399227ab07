#include <earlyhelp/statistics/difference.hpp>
#include <earlyhelp/statistics/paired.hpp>
#include <earlyhelp/statistics/printed_percentage.hpp>
#include <earlyhelp/statistics/proportion.hpp>
#include <earlyhelp/statistics/rate.hpp>

#include "support/oracle_case.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace earlyhelp;

namespace {

Proportion proportion(const OracleCase& expected, const char* count, const char* total) {
  return {.count = expected.whole(count), .total = expected.whole(total)};
}

void check(const OracleCase& expected, const char* ratio, const char* lower, const char* upper,
           const boost::optional<RatioEstimate>& estimate) {
  expected.check(ratio, estimate ? boost::make_optional(estimate->ratio) : boost::none);
  expected.check(lower, upper, estimate ? estimate->interval : boost::none);
}

void check(const OracleCase& expected, const char* statistic, const char* p, const boost::optional<TestResult>& test) {
  expected.check(statistic, test ? boost::make_optional(test->statistic) : boost::none);
  expected.check(p, test ? boost::make_optional(test->p) : boost::none);
}

}  // namespace

TEST_CASE("a share and its intervals give every reference value", "[statistics][oracle]") {
  for_each_case("proportions.csv", [](const OracleCase& expected) {
    INFO(expected.at("label"));
    const auto of = proportion(expected, "x", "n");
    const auto confidence = expected.number("conf");

    expected.check("p", share(of));
    expected.check("wilson_lower", "wilson_upper", wilson(of, confidence));
    expected.check("cp_lower", "cp_upper", clopper_pearson(of, confidence), by_inverse);
  });
}

TEST_CASE("the counts behind a printed percentage are every reference value", "[statistics][oracle]") {
  for_each_case("consistent_numerators.csv", [](const OracleCase& expected) {
    const auto percentage = parse_percentage(expected.at("printed_percent")).value();
    const auto rounding = parse<Rounding>(expected.at("rounding")).value();
    const auto counts = consistent_numerators(percentage, expected.whole("n"), rounding);

    CHECK(percentage.decimals == expected.count("decimals"));
    expected.check_text("how_many", std::to_string(counts ? counts->size() : 0));
    expected.check_text("x_min", counts ? std::to_string(counts->least) : "NA");
    expected.check_text("x_max", counts ? std::to_string(counts->most) : "NA");
  });
}

TEST_CASE("a rate and its limits give every reference value", "[statistics][oracle]") {
  for_each_case("rates.csv", [](const OracleCase& expected) {
    const Rate rate{.events = expected.whole("events"), .exposure = expected.number("exposure")};
    const auto confidence = expected.number("conf");
    const auto multiplier = expected.number("multiplier");
    const auto byar = byar_count_limits(rate.events, confidence);
    const auto limits = rate_limits(rate, confidence);

    expected.check("rate", value(rate) * multiplier);
    expected.check("byar_count_lower", byar.lower);
    expected.check("byar_count_upper", byar.upper);
    expected.check("exact_count_lower", "exact_count_upper", exact_count_limits(rate.events, confidence), by_inverse);
    expected.check_text("ukhsa_method", limits.method == RateMethod::exact ? "Exact" : "Byars");
    expected.check("ukhsa_rate_lower", limits.interval.lower * multiplier, by_inverse);
    expected.check("ukhsa_rate_upper", limits.interval.upper * multiplier, by_inverse);
  });
}

TEST_CASE("two rates compared give every reference value", "[statistics][oracle]") {
  for_each_case("rate_ratio.csv", [](const OracleCase& expected) {
    const Rate one{.events = expected.whole("events1"), .exposure = expected.number("exposure1")};
    const Rate other{.events = expected.whole("events2"), .exposure = expected.number("exposure2")};
    const auto compared = rate_ratio(one, other, expected.number("conf"));

    expected.check("rate_ratio", compared.ratio);
    expected.check("lower", compared.lower, by_inverse);
    expected.check("upper", compared.upper, by_inverse);
    expected.check("p_exact_two_sided", compared.p);
  });
}

TEST_CASE("two groups compared give every reference value", "[statistics][oracle]") {
  for_each_case("diff_two_proportions.csv", [](const OracleCase& expected) {
    const auto one = proportion(expected, "x1", "n1");
    const auto other = proportion(expected, "x2", "n2");
    const auto confidence = expected.number("conf");

    expected.check("diff", difference(one, other));
    expected.check("newcombe_lower", "newcombe_upper", newcombe(one, other, confidence));
    check(expected, "z_pooled", "p_pooled", pooled_test(one, other));
    check(expected, "chi2_yates", "p_yates", yates_test(one, other));
    // Not given for a million in each group; the probabilities of both tests are near each other there.
    if (!expected.is_missing("p_fisher")) {
      expected.check("p_fisher", fisher_p(one, other));
    } else {
      CHECK(fisher_p(one, other) == Approx(expected.number("p_yates")).epsilon(0.01));
    }
    check(expected, "rr", "rr_lower", "rr_upper", risk_ratio(one, other, confidence));
    check(expected, "or", "or_lower", "or_upper", odds_ratio(one, other, confidence));
  });
}

TEST_CASE("the same people before and after give every reference value", "[statistics][oracle]") {
  for_each_case("paired_before_after.csv", [](const OracleCase& expected) {
    const PairedCounts counts{.yes_yes = expected.whole("yes_yes"),
                              .yes_no = expected.whole("yes_no"),
                              .no_yes = expected.whole("no_yes"),
                              .no_no = expected.whole("no_no")};

    check(expected, "mcnemar_chi2", "mcnemar_p", mcnemar(counts));
    check(expected, "mcnemar_chi2_corrected", "mcnemar_p_corrected", mcnemar_corrected(counts));
    expected.check("mcnemar_p_exact", mcnemar_exact_p(counts));
    expected.check("mcnemar_p_mid", mcnemar_mid_p(counts));
    expected.check("diff_before_minus_after", paired_difference(counts));
    expected.check("newcombe_paired_lower", "newcombe_paired_upper", newcombe_paired(counts, expected.number("conf")));
  });
}
