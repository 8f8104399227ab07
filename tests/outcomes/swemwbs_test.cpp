#include <earlyhelp/outcomes/score_bands.hpp>
#include <earlyhelp/outcomes/swemwbs.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;

TEST_CASE("the metric wellbeing score is that of the published table", "[outcomes]") {
  const std::vector<double> published = {7.00,  9.51,  11.25, 12.40, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36,
                                         16.88, 17.43, 17.98, 18.59, 19.25, 19.98, 20.73, 21.54, 22.35, 23.21,
                                         24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.70, 32.55, 35.00};
  int raw = 7;
  for (const auto metric : published) CHECK(swemwbs_metric(raw++) == metric);
  CHECK(raw == 36);
  CHECK(swemwbs_metric(21) == 19.25);
  CHECK(swemwbs_metric(34) == 32.55);
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
