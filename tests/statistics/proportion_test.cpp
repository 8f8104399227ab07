#include <earlyhelp/statistics/difference.hpp>
#include <earlyhelp/statistics/paired.hpp>
#include <earlyhelp/statistics/printed_percentage.hpp>
#include <earlyhelp/statistics/proportion.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <stdexcept>

using namespace earlyhelp;

namespace {

constexpr auto not_a_number = std::numeric_limits<double>::quiet_NaN();

/// Whether the exact percentage of `count` of `total` is rounded to `units` of the last decimal, half up, by long
/// arithmetic.
bool is_printed_as(std::int64_t count, std::int64_t total, std::int64_t units, std::int64_t units_in_one) {
  const auto twice = 200 * units_in_one * count;
  return (2 * units - 1) * total <= twice && twice < (2 * units + 1) * total;
}

}  // namespace

TEST_CASE("a share of nobody is no number, and has no interval", "[statistics]") {
  const Proportion nobody{.count = 0, .total = 0};
  CHECK_FALSE(share(nobody).has_value());
  CHECK_FALSE(wilson(nobody, 0.95).has_value());
  CHECK_FALSE(clopper_pearson(nobody, 0.95).has_value());
  CHECK_FALSE(difference(nobody, {.count = 1, .total = 2}).has_value());
  CHECK_FALSE(newcombe({.count = 1, .total = 2}, nobody, 0.95).has_value());
  CHECK_FALSE(risk_ratio({.count = 1, .total = 2}, nobody, 0.95).has_value());
  CHECK(fisher_p(nobody, nobody) == 1);
}

TEST_CASE("what cannot be a share is refused", "[statistics]") {
  CHECK_THROWS_AS(share({.count = -1, .total = 3}), std::invalid_argument);
  CHECK_THROWS_AS(share({.count = 4, .total = 3}), std::invalid_argument);
  CHECK_THROWS_AS(share({.count = 0, .total = -1}), std::invalid_argument);
  for (const auto confidence : {0.0, 1.0, -0.5, 1.5, not_a_number}) {
    CAPTURE(confidence);
    CHECK_THROWS_AS(wilson({.count = 1, .total = 3}, confidence), std::invalid_argument);
    CHECK_THROWS_AS(clopper_pearson({.count = 0, .total = 0}, confidence), std::invalid_argument);
    CHECK_THROWS_AS(odds_ratio({.count = 0, .total = 3}, {.count = 0, .total = 3}, confidence), std::invalid_argument);
  }
  CHECK_THROWS_AS(mcnemar({.yes_yes = 0, .yes_no = -1, .no_yes = 0, .no_no = 0}), std::invalid_argument);
}

// Newcombe (1998), Statistics in Medicine 17, 857-872, table I.
TEST_CASE("Wilson's interval is that of the paper's examples", "[statistics]") {
  const auto check = [](Proportion of, double lower, double upper) {
    const auto interval = wilson(of, 0.95).value();
    CHECK(interval.lower == Approx(lower).margin(0.00005));
    CHECK(interval.upper == Approx(upper).margin(0.00005));
  };
  check({.count = 81, .total = 263}, 0.2553, 0.3662);
  check({.count = 15, .total = 148}, 0.0624, 0.1605);
  check({.count = 0, .total = 20}, 0, 0.1611);
  check({.count = 1, .total = 29}, 0.0061, 0.1718);
}

// Newcombe (1998), Statistics in Medicine 17, 873-890, table II, example (a).
TEST_CASE("the interval of a difference is that of the paper's example", "[statistics]") {
  const auto interval = newcombe({.count = 56, .total = 70}, {.count = 48, .total = 80}, 0.95).value();
  CHECK(interval.lower == Approx(0.0524).margin(0.00005));
  CHECK(interval.upper == Approx(0.3339).margin(0.00005));
}

TEST_CASE("an interval holds its share, is nested in one of more confidence, and mirrors that of the others",
          "[statistics]") {
  std::mt19937_64 random{5};
  for (int i = 0; i < 2000; ++i) {
    const auto total = static_cast<std::int64_t>(1 + random() % (i % 2 == 0 ? 30 : 100'000));
    const Proportion of{.count = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(total + 1)),
                        .total = total};
    const Proportion others{.count = total - of.count, .total = total};
    CAPTURE(of.count, of.total);
    for (const auto make : {wilson, clopper_pearson}) {
      const auto narrow = make(of, 0.95).value();
      const auto wide = make(of, 0.998).value();
      const auto mirrored = make(others, 0.95).value();
      CHECK(0 <= wide.lower);
      CHECK(wide.lower <= narrow.lower);
      CHECK(narrow.lower <= share(of).value());
      CHECK(share(of).value() <= narrow.upper);
      CHECK(narrow.upper <= wide.upper);
      CHECK(wide.upper <= 1);
      CHECK(narrow.lower == Approx(1 - mirrored.upper).margin(1e-12));
    }
  }
}

TEST_CASE("a difference and its tests change sign with the order of the groups, and nothing else", "[statistics]") {
  std::mt19937_64 random{6};
  const auto draw = [&] {
    const auto total = static_cast<std::int64_t>(1 + random() % 60);
    return Proportion{.count = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(total + 1)),
                      .total = total};
  };
  for (int i = 0; i < 2000; ++i) {
    const auto one = draw();
    const auto other = draw();
    CAPTURE(one.count, one.total, other.count, other.total);
    const auto there = newcombe(one, other, 0.95).value();
    const auto back = newcombe(other, one, 0.95).value();
    CHECK(there.lower == Approx(-back.upper).margin(1e-12));
    CHECK(there.lower <= difference(one, other).value());
    CHECK(difference(one, other).value() <= there.upper);
    CHECK(fisher_p(one, other) == Approx(fisher_p(other, one)));
    CHECK(pooled_test(one, other).has_value() == pooled_test(other, one).has_value());
    if (const auto z = pooled_test(one, other)) {
      CHECK(z->statistic == Approx(-pooled_test(other, one)->statistic).margin(1e-12));
      CHECK(yates_test(one, other)->statistic <= z->statistic * z->statistic + 1e-12);
    }
  }
}

TEST_CASE("the counts behind a printed percentage are those that are printed so", "[statistics]") {
  for (std::int64_t total = 1; total <= 60; ++total) {
    for (std::int64_t units = 0; units <= 1000; ++units) {
      std::int64_t how_many = 0;
      for (std::int64_t count = 0; count <= total; ++count) how_many += is_printed_as(count, total, units, 10) ? 1 : 0;
      const auto counts = consistent_numerators({.units = units, .decimals = 1}, total, Rounding::half_up);
      if ((counts ? counts->size() : 0) != how_many) FAIL_CHECK(total << " " << units);
      if (counts && !is_printed_as(counts->least, total, units, 10)) FAIL_CHECK(total << " " << units);
    }
  }
}

TEST_CASE("half up and half even part at an exact half alone", "[statistics]") {
  // 1 of 8 is 12.5 %.
  CHECK(consistent_numerators({.units = 13}, 8, Rounding::half_up).has_value());
  CHECK_FALSE(consistent_numerators({.units = 13}, 8, Rounding::half_even).has_value());
  CHECK(consistent_numerators({.units = 12}, 8, Rounding::half_even).has_value());
  CHECK_FALSE(consistent_numerators({.units = 12}, 8, Rounding::half_up).has_value());
}

TEST_CASE("a printed percentage is read as it stands, and nothing else is", "[statistics]") {
  CHECK((parse_percentage("62") == PrintedPercentage{.units = 62, .decimals = 0}));
  CHECK((parse_percentage("62.50") == PrintedPercentage{.units = 6250, .decimals = 2}));
  CHECK((parse_percentage("100.0") == PrintedPercentage{.units = 1000, .decimals = 1}));
  CHECK((parse_percentage("0") == PrintedPercentage{.units = 0, .decimals = 0}));
  for (const auto* text : {"", ".", "5.", ".5", "-1", "+1", "100.1", "101", "1e2", "6 2", "62%", "1.2.3", "1.-2",
                           "0.0000001", "99999999999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_percentage(text).has_value());
  }
  CHECK_THROWS_AS(consistent_numerators({.units = 101}, 8, Rounding::half_up), std::invalid_argument);
  CHECK_THROWS_AS(consistent_numerators({.units = 1, .decimals = 7}, 8, Rounding::half_up), std::invalid_argument);
  CHECK_THROWS_AS(consistent_numerators({.units = 1}, 0, Rounding::half_up), std::invalid_argument);
  CHECK(consistent_numerators({.units = 50'000'000, .decimals = 6}, 1'000'000'000, Rounding::half_up)->least ==
        499'999'995);
}

TEST_CASE("who did not change says nothing of a change", "[statistics]") {
  const PairedCounts same{.yes_yes = 30, .yes_no = 0, .no_yes = 0, .no_no = 12};
  CHECK_FALSE(mcnemar(same).has_value());
  CHECK_FALSE(mcnemar_corrected(same).has_value());
  CHECK(mcnemar_exact_p(same) == 1);
  CHECK(mcnemar_mid_p(same) == 1);
  CHECK(paired_difference(same) == 0.0);
  CHECK_FALSE(newcombe_paired({.yes_yes = 0, .yes_no = 0, .no_yes = 0, .no_no = 0}, 0.95).has_value());

  const PairedCounts few{.yes_yes = 30, .yes_no = 5, .no_yes = 1, .no_no = 12};
  const PairedCounts many{.yes_yes = 3000, .yes_no = 5, .no_yes = 1, .no_no = 12};
  CHECK(mcnemar_exact_p(few) == mcnemar_exact_p(many));
  CHECK(mcnemar_exact_p(few) == Approx(14.0 / 64));  // 2 (1 + 6) / 2^6
  CHECK(mcnemar_mid_p(few) == Approx(8.0 / 64));
}
