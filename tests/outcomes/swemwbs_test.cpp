#include <earlyhelp/outcomes/score_bands.hpp>
#include <earlyhelp/outcomes/swemwbs.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <stdexcept>

using namespace earlyhelp;

TEST_CASE("the metric wellbeing score is that of the published table", "[outcomes]") {
  CHECK(swemwbs_metric(7) == 7.00);
  CHECK(swemwbs_metric(8) == 9.51);
  CHECK(swemwbs_metric(21) == 19.25);
  CHECK(swemwbs_metric(22) == 19.98);
  CHECK(swemwbs_metric(28) == 25.03);
  CHECK(swemwbs_metric(34) == 32.55);
  CHECK(swemwbs_metric(35) == 35.00);
}

TEST_CASE("a higher sum of wellbeing has a higher metric score", "[outcomes]") {
  for (int raw = 8; raw <= 35; ++raw) {
    CAPTURE(raw);
    CHECK(swemwbs_metric(raw - 1) < swemwbs_metric(raw));
  }
}

TEST_CASE("wellbeing is scored when all seven answers are there, or not at all", "[outcomes]") {
  CHECK(swemwbs_raw({1, 1, 1, 1, 1, 1, 1}) == 7);
  CHECK(swemwbs_raw({5, 5, 5, 5, 5, 5, 5}) == 35);
  CHECK(swemwbs_raw({1, 2, 3, 4, 5, 4, 3}) == 22);
  CHECK_FALSE(swemwbs_raw({1, 2, 3, 4, 5, 4, boost::none}).has_value());
  CHECK_FALSE(swemwbs_raw({}).has_value());
}

TEST_CASE("wellbeing bands are the user's", "[outcomes]") {
  const ScoreBands bands{
      {{.name = "low", .from = 7}, {.name = "middle", .from = 19.25}, {.name = "high", .from = 29.31}},
      {.title = "made up"}};
  CHECK(bands.name(swemwbs_metric(20)).value().view() == "low");
  CHECK(bands.name(swemwbs_metric(21)).value().view() == "middle");
  CHECK(bands.name(swemwbs_metric(32)).value().view() == "high");
}

TEST_CASE("what cannot be answered about wellbeing is refused", "[outcomes]") {
  for (const auto raw : {6, 36, -1, std::numeric_limits<int>::max()}) {
    CHECK_THROWS_AS(swemwbs_metric(raw), std::invalid_argument);
  }
  CHECK_THROWS_WITH(swemwbs_raw({1, 1, 0, 1, 1, 1, 1}), Catch::Contains("item 3: needs 1 to 5"));
  CHECK_THROWS_WITH(swemwbs_raw({boost::none, 1, 1, 1, 1, 1, 6}), Catch::Contains("item 7: needs 1 to 5"));
}
