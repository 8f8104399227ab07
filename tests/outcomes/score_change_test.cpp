#include <earlyhelp/outcomes/score_change.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace earlyhelp;

namespace {

/// As in the reference's examples: a change of 6.8208 is not reliable, more is.
constexpr ScoreSpread spread{.deviation = 5.8, .reliability = 0.82};

ScoreChange change(double before, double after, const char* id) {
  return score_change(before, after, scored_instrument(id, 1).value(), spread);
}

}  // namespace

TEST_CASE("a reliable fall is better where less is better", "[outcomes]") {
  const auto of = [](double before, double after) { return change(before, after, "sdq_parent_total"); };
  CHECK(of(20, 12).verdict == ScoreVerdict::reliably_better);
  CHECK(of(20, 12).change.index.value() == Approx(-2.299).margin(0.0005));
  CHECK(of(20, 12).change.error == Approx(3.4800).margin(0.00005));
  CHECK(of(20, 13).verdict == ScoreVerdict::reliably_better);
  CHECK(of(20, 13).change.index.value() == Approx(-2.011).margin(0.0005));
  CHECK(of(20, 14).verdict == ScoreVerdict::no_reliable_change);
  CHECK(of(20, 14).change.index.value() == Approx(-1.724).margin(0.0005));
  CHECK(of(12, 20).verdict == ScoreVerdict::reliably_worse);
  CHECK(of(20, 20).verdict == ScoreVerdict::no_reliable_change);
}

TEST_CASE("a reliable rise is better where more is better", "[outcomes]") {
  CHECK(change(12, 20, "swemwbs").verdict == ScoreVerdict::reliably_better);
  CHECK(change(20, 12, "swemwbs").verdict == ScoreVerdict::reliably_worse);
  CHECK(change(20, 14, "swemwbs").verdict == ScoreVerdict::no_reliable_change);
}

TEST_CASE("where neither way is good a reliable change has no verdict", "[outcomes]") {
  CHECK_FALSE(change(0, 8, "ace").verdict.has_value());
  CHECK_FALSE(change(8, 0, "ace").verdict.has_value());
  CHECK(change(8, 0, "ace").change.kind == ChangeKind::reliable_decrease);
  CHECK(change(4, 4, "ace").verdict == ScoreVerdict::no_reliable_change);
}

TEST_CASE("what is no score of the instrument has no change", "[outcomes]") {
  CHECK_THROWS_WITH(change(41, 12, "sdq_parent_total"), "score of sdq_parent_total 1: has to be at most 40, not 41");
  CHECK_THROWS_AS(change(20, -1, "sdq_parent_total"), std::invalid_argument);
  CHECK_THROWS_AS(change(20, 12.5, "sdq_parent_total"), std::invalid_argument);
  CHECK_THROWS_AS(
      score_change(20, 12, scored_instrument("sdq_parent_total", 1).value(), {.deviation = 0, .reliability = 0.82}),
      std::invalid_argument);
}
