#include <earlyhelp/statistics/log_rank.hpp>
#include <earlyhelp/statistics/survival.hpp>

#include <catch2/catch.hpp>

#include <cstdint>
#include <initializer_list>
#include <vector>

using namespace earlyhelp;

// What textbooks and the documentation of other programs print of survival, to as many digits as they do.

namespace {

using People = std::vector<FollowUp>;

People people(std::initializer_list<std::int64_t> with_event, std::initializer_list<std::int64_t> lost) {
  People all;
  all.reserve(with_event.size() + lost.size());
  for (const auto time : with_event) all.push_back({.time = time, .has_event = true});
  for (const auto time : lost) all.push_back({.time = time, .has_event = false});
  return all;
}

/// Freireich and others (1963), as printed in Kalbfleisch and Prentice (1980): weeks in remission under 6-MP.
People treated() { return people({6, 6, 6, 7, 10, 13, 16, 22, 23}, {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}); }
/// The same under a placebo.
People untreated() { return people({1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}, {}); }

/// Miller (1981), Survival Analysis: weeks in remission of acute myelogenous leukaemia, with maintenance and without.
People maintained() { return people({9, 13, 18, 23, 31, 34, 48}, {13, 28, 45, 161}); }
People not_maintained() { return people({5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45}, {16}); }

/// Loprinzi and others (1994), Journal of Clinical Oncology 12, 601-607: days survived with advanced lung cancer, by
/// the performance score 0 and 2.
People score_0() {
  return people({5,   11,  15,  31,  53,  65,  81,  147, 166, 176, 189, 201, 246, 267, 285, 286, 303, 320, 337,
                 340, 348, 350, 353, 353, 371, 394, 428, 433, 442, 455, 558, 574, 643, 655, 705, 791, 883},
                {175, 191, 202, 224, 225, 235, 240, 252, 259, 266, 269, 276, 284,
                 292, 300, 315, 332, 382, 384, 444, 543, 559, 588, 821, 840, 1010});
}
People score_2() {
  return people(
      {11,  12,  13,  26,  30,  53,  54,  61,  65,  81,  93,  95,  105, 107, 122, 132, 145, 153, 156, 163, 166, 177,
       180, 183, 199, 201, 208, 212, 222, 239, 285, 288, 291, 310, 329, 351, 361, 387, 444, 524, 533, 654, 707, 814},
      {92, 105, 211, 292, 511, 551});
}

struct PrintedStep {
  std::int64_t time;
  std::int64_t at_risk;
  std::int64_t events;
  double survival;
  double error;
  double lower;
  double upper;
  double half_digit = 0.0005;  ///< of survival and limits; errors are printed with one digit more
};

void check(const SurvivalCurve& curve, LimitsScale scale, std::initializer_list<PrintedStep> printed) {
  auto expected = printed.begin();
  for (const auto& step : curve.steps()) {
    if (step.events == 0 || step.survival == 0) continue;
    REQUIRE(expected != printed.end());
    CAPTURE(step.time);
    CHECK(step.time == expected->time);
    CHECK(step.at_risk == expected->at_risk);
    CHECK(step.events == expected->events);
    CHECK(step.survival == Approx(expected->survival).margin(expected->half_digit));
    CHECK(step.standard_error().value() == Approx(expected->error).margin(0.00005));
    const auto interval = limits(step, 0.95, scale).value();
    CHECK(interval.lower == Approx(expected->lower).margin(expected->half_digit));
    CHECK(interval.upper == Approx(expected->upper).margin(0.0005));
    ++expected;
  }
  CHECK(expected == printed.end());
}

}  // namespace

// Kalbfleisch and Prentice (1980), table 1.4, for the curve; Venables and Ripley's package MASS, output of the example
// "gehan" (conf.type = "log-log"), for Greenwood's errors and the limits.
TEST_CASE("the curve of 6-MP, its errors and its log-log limits are those printed", "[statistics]") {
  check(SurvivalCurve{treated()}, LimitsScale::log_log,
        {{6, 21, 3, 0.857, 0.0764, 0.620, 0.952},
         {7, 17, 1, 0.807, 0.0869, 0.563, 0.923},
         {10, 15, 1, 0.753, 0.0963, 0.503, 0.889},
         {13, 12, 1, 0.690, 0.1068, 0.432, 0.849},
         {16, 11, 1, 0.627, 0.1141, 0.368, 0.805},
         {22, 7, 1, 0.538, 0.1282, 0.268, 0.747},
         {23, 6, 1, 0.448, 0.1346, 0.188, 0.680}});
  check(SurvivalCurve{untreated()}, LimitsScale::log_log,
        {{1, 21, 2, 0.9048, 0.0641, 0.67005, 0.975, 0.00005},
         {2, 19, 2, 0.8095, 0.0857, 0.56891, 0.924, 0.00005},
         {3, 17, 1, 0.7619, 0.0929, 0.51939, 0.893, 0.00005},
         {4, 16, 2, 0.6667, 0.1029, 0.42535, 0.825, 0.00005},
         {5, 14, 2, 0.5714, 0.1080, 0.33798, 0.749, 0.00005},
         {8, 12, 4, 0.3810, 0.1060, 0.18307, 0.578, 0.00005},
         {11, 8, 2, 0.2857, 0.0986, 0.11656, 0.482, 0.00005},
         {12, 6, 2, 0.1905, 0.0857, 0.05948, 0.377, 0.00005},
         {15, 4, 1, 0.1429, 0.0764, 0.03566, 0.321, 0.00005},
         {17, 3, 1, 0.0952, 0.0641, 0.01626, 0.261, 0.00005},
         {22, 2, 1, 0.0476, 0.0465, 0.00332, 0.197, 0.00005}});
  CHECK(SurvivalCurve{treated()}.quantile(0.5, QuantileRule::middle_of_stretch) == 23.0);
  CHECK(SurvivalCurve{untreated()}.quantile(0.5, QuantileRule::middle_of_stretch) == 8.0);
}

// Package survival, tests/doaml.Rout.save, which reproduces Miller (1981).
TEST_CASE("the curves of maintenance, their errors, log limits and medians are those printed", "[statistics]") {
  const SurvivalCurve with{maintained()};
  const SurvivalCurve without{not_maintained()};
  check(with, LimitsScale::log,
        {{9, 11, 1, 0.909, 0.0867, 0.7541, 1.000},
         {13, 10, 1, 0.818, 0.1163, 0.6192, 1.000},
         {18, 8, 1, 0.716, 0.1397, 0.4884, 1.000},
         {23, 7, 1, 0.614, 0.1526, 0.3769, 0.999},
         {31, 5, 1, 0.491, 0.1642, 0.2549, 0.946},
         {34, 4, 1, 0.368, 0.1627, 0.1549, 0.875},
         {48, 2, 1, 0.184, 0.1535, 0.0359, 0.944}});
  check(without, LimitsScale::log,
        {{5, 12, 2, 0.8333, 0.1076, 0.6470, 1.000, 0.00005},
         {8, 10, 2, 0.6667, 0.1361, 0.4468, 0.995, 0.00005},
         {12, 8, 1, 0.5833, 0.1423, 0.3616, 0.941, 0.00005},
         {23, 6, 1, 0.4861, 0.1481, 0.2675, 0.883, 0.00005},
         {27, 5, 1, 0.3889, 0.1470, 0.1854, 0.816, 0.00005},
         {30, 4, 1, 0.2917, 0.1387, 0.1148, 0.741, 0.00005},
         {33, 3, 1, 0.1944, 0.1219, 0.0569, 0.664, 0.00005},
         {43, 2, 1, 0.0972, 0.0919, 0.0153, 0.620, 0.00005}});

  const auto median = [](const SurvivalCurve& curve) {
    return curve.quantile_limits(0.5, 0.95, LimitsScale::log, QuantileRule::middle_of_stretch);
  };
  CHECK(with.quantile(0.5, QuantileRule::middle_of_stretch) == 31.0);
  CHECK(median(with).lower == 18.0);
  CHECK_FALSE(median(with).upper.has_value());
  CHECK(without.quantile(0.5, QuantileRule::middle_of_stretch) == 23.0);
  CHECK(median(without).lower == 8.0);
  CHECK_FALSE(median(without).upper.has_value());

  const auto compared = log_rank(std::vector{with, without});
  CHECK(compared.groups[0].observed == 7);
  CHECK(compared.groups[0].expected == Approx(10.69).margin(0.005));
  CHECK(compared.groups[1].observed == 11);
  CHECK(compared.groups[1].expected == Approx(7.31).margin(0.005));
  CHECK(compared.test.value().statistic == Approx(3.4).margin(0.05));
  CHECK(compared.test->p == Approx(0.07).margin(0.005));
}

// Package survival, output of the example "pseudo": restricted mean with upper limit 730, median and its limits.
TEST_CASE("restricted means, their errors and the limits of medians are those printed", "[statistics]") {
  const auto check_summary = [](const SurvivalCurve& curve, double mean, double error, double median, double lower,
                                double upper) {
    const auto restricted = curve.restricted_mean(730).value();
    CHECK(restricted.mean == Approx(mean).margin(0.5));
    CHECK(restricted.standard_error == Approx(error).margin(0.05));
    CHECK(curve.quantile(0.5, QuantileRule::middle_of_stretch) == median);
    const auto between = curve.quantile_limits(0.5, 0.95, LimitsScale::log, QuantileRule::middle_of_stretch);
    CHECK(between.lower == lower);
    CHECK(between.upper == upper);
  };
  const SurvivalCurve well{score_0()};
  const SurvivalCurve ill{score_2()};
  REQUIRE(well.people() == 63);
  REQUIRE(well.events() == 37);
  REQUIRE(ill.people() == 50);
  REQUIRE(ill.events() == 44);
  check_summary(well, 429, 32.2, 394, 348, 574);
  check_summary(ill, 256, 30.0, 199, 156, 288);
}

// Freireich and others (1963), as every textbook tests them: 16.79 on one degree of freedom.
TEST_CASE("the log-rank test of 6-MP is that of the printed example", "[statistics]") {
  const auto compared = log_rank(std::vector{SurvivalCurve{treated()}, SurvivalCurve{untreated()}});

  CHECK(compared.groups[0].expected == Approx(19.25).margin(0.005));
  CHECK(compared.groups[1].expected == Approx(10.75).margin(0.005));
  CHECK(compared.test.value().statistic == Approx(16.79).margin(0.005));
  CHECK(compared.degrees_of_freedom == 1);
}
