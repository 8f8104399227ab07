#include <earlyhelp/statistics/difference.hpp>
#include <earlyhelp/statistics/funnel.hpp>
#include <earlyhelp/statistics/groups.hpp>
#include <earlyhelp/statistics/paired.hpp>
#include <earlyhelp/statistics/proportion.hpp>
#include <earlyhelp/statistics/rate.hpp>

#include <catch2/catch.hpp>

#include <cstdint>
#include <vector>

using namespace earlyhelp;

// What papers and textbooks print, to as many digits as they do.

namespace {

void check(const Interval& interval, double lower, double upper, double half_digit) {
  CHECK(interval.lower == Approx(lower).margin(half_digit));
  CHECK(interval.upper == Approx(upper).margin(half_digit));
}

}  // namespace

// Newcombe (1998), Statistics in Medicine 17, 857-872, table I, method 5.
TEST_CASE("the exact interval is that of Newcombe's examples", "[statistics]") {
  const auto of = [](std::int64_t count, std::int64_t total) {
    return clopper_pearson({.count = count, .total = total}, 0.95).value();
  };
  check(of(81, 263), 0.2527, 0.3676, 0.00005);
  check(of(15, 148), 0.0578, 0.1617, 0.00005);
  check(of(0, 20), 0, 0.1684, 0.00005);
  check(of(1, 29), 0.0009, 0.1776, 0.00005);
}

// Fisher (1935), the lady who tasted tea: three of four told rightly.
TEST_CASE("Fisher's test of the tea is 34 in 70", "[statistics]") {
  CHECK(fisher_p({.count = 3, .total = 4}, {.count = 1, .total = 4}) == Approx(34.0 / 70));
}

// Fagerland, Lydersen and Laake (2013), BMC Medical Research Methodology 13, table 1 (airways before and after).
TEST_CASE("McNemar's tests are those of the paper's 21 children", "[statistics]") {
  const PairedCounts children{.yes_yes = 1, .yes_no = 1, .no_yes = 7, .no_no = 12};
  CHECK(mcnemar(children)->p == Approx(0.034).margin(0.0005));
  CHECK(mcnemar_corrected(children)->p == Approx(0.077).margin(0.0005));
  CHECK(mcnemar_exact_p(children) == Approx(0.070).margin(0.0005));
  CHECK(mcnemar_mid_p(children) == Approx(0.039).margin(0.0005));
}

// Newcombe (1998), Statistics in Medicine 17, 2635-2650, table II, method 10.
TEST_CASE("the paired interval is that of the paper's example", "[statistics]") {
  const auto interval = newcombe_paired({.yes_yes = 36, .yes_no = 12, .no_yes = 2, .no_no = 0}, 0.95).value();
  check(interval, 0.0569, 0.3404, 0.00005);
}

// Boice and Monson's fluoroscopy patients, as Rothman's Modern Epidemiology prints them.
TEST_CASE("the ratio of two rates is that of the textbook", "[statistics]") {
  const auto ratio = rate_ratio({.events = 41, .exposure = 28'010}, {.events = 15, .exposure = 19'017}, 0.95);
  CHECK(ratio.ratio.value() == Approx(1.86).margin(0.005));
  CHECK(ratio.lower.value() == Approx(1.01).margin(0.005));
  CHECK(ratio.upper.value() == Approx(3.61).margin(0.005));
}

// R's documentation of poisson.test: the last example, digits of its output.
TEST_CASE("the ratio of two rates and its test are those of R's documentation", "[statistics]") {
  const auto ratio = rate_ratio({.events = 11, .exposure = 800}, {.events = 21, .exposure = 3'011}, 0.95);
  CHECK(ratio.ratio.value() == Approx(1.971488).margin(0.0000005));
  CHECK(ratio.lower.value() == Approx(0.8584264).margin(0.00000005));
  CHECK(ratio.upper.value() == Approx(4.2772659).margin(0.00000005));
  CHECK(ratio.p == Approx(0.07967).margin(0.000005));
}

// R's documentation of chisq.test: the table of 12 and 7 over 5 and 7.
TEST_CASE("the corrected test is that of R's documentation", "[statistics]") {
  CHECK(yates_test({.count = 12, .total = 19}, {.count = 5, .total = 12})->p == Approx(0.4233).margin(0.00005));
}

// Agresti, Categorical Data Analysis: aspirin and heart attacks of 22,071 physicians.
TEST_CASE("risk and odds ratio are those of the textbook", "[statistics]") {
  const Proportion placebo{.count = 189, .total = 11'034};
  const Proportion aspirin{.count = 104, .total = 11'037};
  const auto risk = risk_ratio(placebo, aspirin, 0.95).value();
  CHECK(risk.ratio == Approx(1.82).margin(0.005));
  check(*risk.interval, 1.43, 2.31, 0.0055);
  const auto odds = odds_ratio(placebo, aspirin, 0.95).value();
  CHECK(odds.ratio == Approx(1.83).margin(0.005));
  check(*odds.interval, 1.44, 2.33, 0.0055);
  CHECK(pooled_test(placebo, aspirin)->statistic == Approx(5.00).margin(0.005));
}

// Garwood (1936) and every table of Poisson limits since.
TEST_CASE("the exact limits of a count are those of the tables", "[statistics]") {
  check(exact_count_limits(0, 0.95), 0, 3.69, 0.005);
  check(exact_count_limits(1, 0.95), 0.0253, 5.57, 0.005);
  check(exact_count_limits(5, 0.95), 1.62, 11.67, 0.005);
  check(exact_count_limits(10, 0.95), 4.80, 18.39, 0.006);
  check(exact_count_limits(20, 0.95), 12.22, 30.89, 0.005);
}

// Fleiss (1981), Statistical Methods for Rates and Proportions, page 139: smokers among lung cancer patients of four
// studies; the digits are those of R's documentation of prop.test.
TEST_CASE("the chi-square of four groups is that of the textbook", "[statistics]") {
  const std::vector<Proportion> studies = {
      {.count = 83, .total = 86}, {.count = 90, .total = 93}, {.count = 129, .total = 136}, {.count = 70, .total = 82}};
  const auto compared = compare_groups(studies);
  CHECK(compared.degrees_of_freedom == 3);
  CHECK(compared.test->statistic == Approx(12.6004).margin(0.00005));
  CHECK(compared.test->p == Approx(0.005585).margin(0.0000005));
}

// Package PHEindicatormethods of the Office for Health Improvement and Disparities, test data for funnel plots: per
// cent, about a baseline of 80.642448, lines not cut to what is possible only where they need not be.
TEST_CASE("the lines of a funnel of shares are those printed", "[statistics]") {
  struct Printed {
    std::int64_t total;
    double lower_0025;
    double lower_0001;
  };
  for (const auto& printed :
       {Printed{3, 35.933491, 10.150815}, Printed{5, 46.011039, 26.039864}, Printed{11, 57.293957, 43.829393}}) {
    CAPTURE(printed.total);
    const auto lines = drawn(share_funnel(0.80642448, printed.total));
    CHECK(100 * lines.at_0025.lower == Approx(printed.lower_0025).margin(0.000001));
    CHECK(100 * lines.at_0001.lower == Approx(printed.lower_0001).margin(0.000001));
    CHECK(lines.at_0025.upper == 1);
    CHECK(lines.at_0001.upper == 1);
  }
}

// The same, of ratios: expected counts, whose first five decimals are right.
TEST_CASE("the lines of a funnel of ratios are those printed", "[statistics]") {
  struct Printed {
    std::int64_t observed;
    double most_0025;
    double least_0025;
    double most_0001;
    double least_0001;
  };
  for (const auto& printed : {Printed{1, 5.571644585, 0.025317898, 9.233410143, 0.001000547},
                              Printed{2, 7.224687515, 0.242209467, 11.22886836, 0.04540199},
                              Printed{10, 18.39035799, 4.795387629, 24.13397235, 2.960519925}}) {
    CAPTURE(printed.observed);
    const auto inner = ratio_funnel(printed.observed, 0.025);
    const auto outer = ratio_funnel(printed.observed, 0.001);
    CHECK(inner.most == Approx(printed.most_0025).margin(0.000005));
    CHECK(inner.least.value() == Approx(printed.least_0025).margin(0.000005));
    CHECK(outer.most == Approx(printed.most_0001).margin(0.000005));
    CHECK(outer.least.value() == Approx(printed.least_0001).margin(0.000005));
  }
}
