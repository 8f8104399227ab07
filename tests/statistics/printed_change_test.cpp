#include <earlyhelp/statistics/chart_limits.hpp>
#include <earlyhelp/statistics/interrupted_series.hpp>
#include <earlyhelp/statistics/mean_interval.hpp>
#include <earlyhelp/statistics/regression_to_mean.hpp>
#include <earlyhelp/statistics/reliable_change.hpp>

#include <catch2/catch.hpp>

#include <cstddef>
#include <vector>

using namespace earlyhelp;

// What papers and textbooks print of change, over time and from before to after, to as many digits as they do.

// Jacobson and Truax (1991), Journal of Consulting and Clinical Psychology 59, 12-19: a hypothetical client, from 32.5
// to 47.5 on a scale of deviation 7.5 and reliability 0.80.
TEST_CASE("a reliable change is that of the paper's example", "[statistics]") {
  const auto change = reliable_change(32.5, 47.5, {.deviation = 7.5, .reliability = 0.8});
  CHECK(change.error == Approx(4.74).margin(0.005));
  CHECK(change.index.value() == Approx(3.16).margin(0.005));
  CHECK(change.kind == ChangeKind::reliable_increase);
}

// Naylor and Shine (1965), A table for determining the increase in mean criterion score obtained by using a selection
// device, Journal of Industrial Psychology 3: the mean of those selected, in deviations, by the share selected. Times
// the correlation it is their mean on the second score; the example is that of the package personnelSelectionUtility.
TEST_CASE("the first mean of those selected is that of the table, and the second the same times the correlation",
          "[statistics]") {
  struct Printed {
    double cut_off;  ///< of a standard normal score: 1, 5, 10, 20 and 50 % lie above
    double mean;
  };
  for (const auto& printed : {Printed{2.326348, 2.665}, Printed{1.644854, 2.063}, Printed{1.281552, 1.755},
                              Printed{0.841621, 1.400}, Printed{0, 0.798}}) {
    CAPTURE(printed.cut_off);
    const auto selected = selected_score({.mean = 0, .deviation = 1, .correlation = 0.35}, printed.cut_off).value();
    CHECK(selected.first == Approx(printed.mean).margin(0.0005));
  }
  const auto fifth = selected_score({.mean = 0, .deviation = 1, .correlation = 0.35}, 0.841621).value();
  CHECK(fifth.first == Approx(1.39981).margin(0.000005));
  CHECK(fifth.second == Approx(0.489933).margin(0.0000005));
}

// Efron and Hastie (2016), Computer Age Statistical Inference, table 6.1, as recomputed in the notebooks CASI_Python:
// claims of holders of car insurance in one year, of which a gamma distribution of shape 0.7015 and scale 0.3056 is the
// likeliest, and what is expected in the next year.
TEST_CASE("what is expected after a count is that of the textbook", "[statistics]") {
  const RepeatedCount claims{.shape = 0.7015, .rate = 1 / 0.3056, .before = 1, .after = 1};
  const std::vector<double> printed = {0.164, 0.398, 0.632, 0.866};
  for (std::size_t events = 0; events < printed.size(); ++events) {
    CAPTURE(events);
    CHECK(expected_after(claims, static_cast<int>(events)).events_after == Approx(printed[events]).margin(0.0005));
  }
  CHECK(expected_after(claims, 4).events_after == Approx(1.10).margin(0.005));
  CHECK(expected_after(claims, 5).events_after == Approx(1.33).margin(0.005));
  CHECK(expected_after(claims, 6).events_after == Approx(1.57).margin(0.005));
}

// Packs of cigarettes sold per head in California, 1970 to 2000, before and after the tax of 1989: Abadie, Diamond and
// Hainmueller (2010), JASA 105. The estimates are those of Linden's commands itsa and power itsa (Stata Journal 15,
// 480-500; help of power itsa), which count 1970 as 0.
TEST_CASE("the two lines through an interrupted series are those printed", "[statistics]") {
  const std::vector<double> packs = {123,   121,   123.5, 124.4, 126.7, 127.1, 128,  126.4, 126.1, 121.9, 120.2,
                                     118.6, 115.4, 110.8, 104.8, 102.8, 99.7,  97.5, 90.1,  82.4,  77.8,  68.7,
                                     67.5,  63.4,  58.6,  56.4,  54.5,  53.8,  52.3, 47.2,  41.6};
  const auto fit = interrupted_series(packs, 20, 1).value();
  CHECK(fit.intercept.estimate + fit.trend.estimate == Approx(132.2258).margin(0.00005));
  CHECK(fit.trend.estimate == Approx(-1.779474).margin(0.0000005));
  CHECK(fit.level_change.estimate == Approx(-20.0581).margin(0.00005));
  CHECK(fit.trend.estimate + fit.slope_change.estimate == Approx(-3.274126).margin(0.0000005));
}

// NIST/SEMATECH e-Handbook of Statistical Methods, section 6.3.2.2: the flow rate of ten batches. The handbook divides
// three ranges by 1.128 where a chart here takes 2.66 of them.
TEST_CASE("the limits of a chart of single values are those of the handbook", "[statistics]") {
  const std::vector<double> rates = {49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};
  for (const auto screens_outliers : {false, true}) {
    const auto baseline = chart_baseline(rates, rates.size(), screens_outliers);
    CHECK(baseline.mean == Approx(50.81).margin(0.00005));
    CHECK(baseline.limits->average_range == Approx(1.8778).margin(0.00005));
    const auto reach = (baseline.limits->upper - baseline.mean) / 2.66 * 3 / 1.128;
    CHECK(baseline.mean + reach == Approx(55.8041).margin(0.00005));
    CHECK(baseline.mean - reach == Approx(45.8159).margin(0.00005));
    CHECK(baseline.limits->upper == Approx(55.8041).margin(0.001));
    CHECK(baseline.limits->lower == Approx(45.8159).margin(0.001));
  }
}

// Student (1908), Biometrika 6: the hours of sleep that ten patients gained by one drug over another; the interval is
// that of R's documentation of t.test.
TEST_CASE("the interval of a mean is that of Student's own example", "[statistics]") {
  const std::vector<double> gained = {1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4};
  const auto interval = mean_interval(gained, 0.95).value();
  CHECK(interval.mean == Approx(1.58).margin(0.005));
  CHECK(interval.lower == Approx(0.7001142).margin(0.00000005));
  CHECK(interval.upper == Approx(2.4598858).margin(0.00000005));
}
