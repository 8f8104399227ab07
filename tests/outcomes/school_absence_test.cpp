#include <earlyhelp/outcomes/school_absence.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>
#include <random>
#include <stdexcept>

using namespace earlyhelp;

namespace {

constexpr AbsenceRule rule{.least_possible = 100};

boost::optional<Absence> missed(std::int64_t count, std::int64_t possible, const AbsenceRule& by = rule) {
  return absence({.possible = possible, .attended = possible - count}, by);
}

}  // namespace

TEST_CASE("absence is persistent from a tenth, severe from a half, of the child's own sessions", "[outcomes]") {
  const auto check = [](std::int64_t count, std::int64_t possible, bool persistent, bool severe, bool is_short) {
    CHECK((missed(count, possible) == Absence{.missed = {.count = count, .total = possible},
                                              .is_persistent = persistent,
                                              .is_severe = severe,
                                              .is_short = is_short}));
  };
  check(37, 380, false, false, false);
  check(38, 380, true, false, false);
  check(19, 190, true, false, false);
  check(189, 380, true, false, false);
  check(190, 380, true, true, false);
  check(5, 50, true, false, true);
  check(0, 380, false, false, false);
  check(380, 380, true, true, false);
}

TEST_CASE("a printed absence is the share of what was missed", "[outcomes]") {
  CHECK(share(missed(37, 380).value().missed).value() == Approx(0.0974).margin(0.00005));
  CHECK(share(missed(38, 380).value().missed).value() == Approx(0.1000).margin(0.00005));
  CHECK(share(missed(189, 380).value().missed).value() == Approx(0.4974).margin(0.00005));
}

TEST_CASE("without a possible session absence is undefined", "[outcomes]") { CHECK_FALSE(missed(0, 0).has_value()); }

TEST_CASE("an enrolment is short below the least, not at it", "[outcomes]") {
  CHECK(missed(0, 99).value().is_short);
  CHECK_FALSE(missed(0, 100).value().is_short);
  CHECK_FALSE(missed(0, 1, {.least_possible = 0}).value().is_short);
}

TEST_CASE("the persistent share was another in earlier years", "[outcomes]") {
  CHECK_FALSE(persistent_percent(2004).has_value());
  CHECK(persistent_percent(2005) == 20);
  CHECK(persistent_percent(2009) == 20);
  CHECK(persistent_percent(2010) == 15);
  CHECK(persistent_percent(2014) == 15);
  CHECK(persistent_percent(2015) == 10);
  CHECK_FALSE(missed(38, 380, {.least_possible = 100, .persistent_percent = 15}).value().is_persistent);
  CHECK(missed(57, 380, {.least_possible = 100, .persistent_percent = 15}).value().is_persistent);
}

TEST_CASE("a rule may call any absence persistent, or only all of it", "[outcomes]") {
  const AbsenceRule any{.least_possible = 0, .persistent_percent = 1, .severe_percent = 100};
  CHECK_FALSE(missed(0, 100, any).value().is_persistent);
  CHECK(missed(1, 100, any).value().is_persistent);
  CHECK_FALSE(missed(99, 100, any).value().is_severe);
  CHECK(missed(100, 100, any).value().is_severe);
  CHECK(missed(1'000'000, 1'000'000, {.least_possible = 0, .persistent_percent = 100, .severe_percent = 100})
            .value()
            .is_persistent);
}

TEST_CASE("severe absence is persistent too, and more missed is never less absent", "[outcomes]") {
  std::mt19937_64 random{3};
  for (int i = 0; i < 5000; ++i) {
    const auto possible = static_cast<std::int64_t>(1 + random() % 400);
    const auto count = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(possible));
    const auto less = missed(count, possible).value();
    const auto more = missed(count + 1, possible).value();
    CHECK(less.is_severe <= less.is_persistent);
    CHECK(less.is_persistent <= more.is_persistent);
    CHECK(less.is_severe <= more.is_severe);
  }
}

TEST_CASE("sessions and rules of absence that cannot be are refused", "[outcomes]") {
  const auto of = [](std::int64_t possible, std::int64_t attended) {
    return absence({.possible = possible, .attended = attended}, rule);
  };
  CHECK_THROWS_WITH(of(10, 11), Catch::Contains("attended: needs 0 or more, and no more than possible"));
  CHECK_THROWS_AS(of(10, -1), std::invalid_argument);
  CHECK_THROWS_AS(of(-1, -1), std::invalid_argument);
  CHECK_THROWS_AS(of(0, 1), std::invalid_argument);
  CHECK_THROWS_WITH(of(1'000'001, 0), Catch::Contains("possible: needs 0 to 10^6"));
  CHECK_THROWS_AS(of(std::numeric_limits<std::int64_t>::max(), 0), std::invalid_argument);
  CHECK_THROWS_AS(missed(1, 10, {.least_possible = -1}), std::invalid_argument);
  CHECK_THROWS_AS(missed(1, 10, {.least_possible = 1, .persistent_percent = 0}), std::invalid_argument);
  CHECK_THROWS_AS(missed(1, 10, {.least_possible = 1, .persistent_percent = 10, .severe_percent = 101}),
                  std::invalid_argument);
  CHECK_THROWS_WITH(missed(1, 10, {.least_possible = 1, .persistent_percent = 20, .severe_percent = 15}),
                    Catch::Contains("severe_percent: needs no less than the persistent one"));
}
