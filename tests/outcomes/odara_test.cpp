#include <earlyhelp/outcomes/odara.hpp>
#include <earlyhelp/outcomes/odara_norms.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr int published_limit = 5;

/// The first `yes` items are there, the next `unknown` are not known.
YesNoAnswers<OdaraItem> answers(int yes, int unknown = 0) {
  const auto first = [](int items) { return EnumSet<OdaraItem>::of_bits((std::uint64_t{1} << items) - 1); };
  return {.yes = first(yes), .unknown = first(yes + unknown) - first(yes)};
}

OdaraReading reading(int least, int most, NormFit fit = NormFit::like_the_norms) {
  return odara_reading({.least = least, .most = most}, odara_norms_2004(), fit);
}

}  // namespace

TEST_CASE("each item is a point, and the norms of 2004 are those printed", "[outcomes]") {
  const auto check = [](int yes, ScoreRange band, int percent) {
    CAPTURE(yes);
    const auto score = odara_score(answers(yes), published_limit).value();
    CHECK((score == ScoreRange{.least = yes, .most = yes}));
    const auto read = odara_reading(score, odara_norms_2004(), NormFit::like_the_norms);
    CHECK((read ==
           OdaraReading{.norms = "2004", .lowest_band = band, .highest_band = band, .reassaulted = 10 * percent}));
  };
  check(0, {0, 0}, 5);
  check(1, {1, 1}, 10);
  check(2, {2, 2}, 20);
  check(3, {3, 3}, 27);
  check(4, {4, 4}, 41);
  check(5, {5, 6}, 59);
  check(6, {5, 6}, 59);
  check(7, {7, 13}, 70);
  check(13, {7, 13}, 70);
}

TEST_CASE("unknown items make the score a range, and a range has no single rate", "[outcomes]") {
  const auto score = odara_score(answers(3, 2), published_limit).value();
  CHECK((score == ScoreRange{.least = 3, .most = 5}));
  const auto read = reading(3, 5);
  CHECK((read.lowest_band == ScoreRange{3, 3}));
  CHECK((read.highest_band == ScoreRange{5, 6}));
  CHECK_FALSE(read.reassaulted.has_value());
  CHECK_FALSE(reading(5, 6).reassaulted.has_value());
}

TEST_CASE("more unknown items than the limit are not scoreable", "[outcomes]") {
  CHECK_FALSE(odara_score(answers(2, 6), published_limit).has_value());
  CHECK((odara_score(answers(2, 5), published_limit) == ScoreRange{.least = 2, .most = 7}));
  CHECK((odara_score(answers(2, 6), 6) == ScoreRange{.least = 2, .most = 8}));
  CHECK_FALSE(odara_score(answers(0, 1), 0).has_value());
  CHECK((odara_score(answers(0, 13), 13) == ScoreRange{.least = 0, .most = 13}));
}

TEST_CASE("norms say nothing about somebody who is not like those they were taken from", "[outcomes]") {
  for (const auto fit : {NormFit::unlike_the_norms, NormFit::not_known}) {
    CAPTURE(fit);
    CHECK_FALSE(reading(4, 4, fit).reassaulted.has_value());
    CHECK((reading(4, 4, fit).lowest_band == ScoreRange{4, 4}));
  }
}

TEST_CASE("the norms of 2004 add up", "[outcomes]") {
  CHECK(check(odara_norms_2004()).empty());
  auto before = -1;
  for (const auto& band : odara_norms_2004().bands) {
    CHECK(band.reassaulted > before);
    before = band.reassaulted;
  }
}

TEST_CASE("other norms are taken as data", "[outcomes]") {
  const OdaraNorms norms{.name = "local",
                         .bands = {{.from = 0, .reassaulted = 125, .in_band = 600, .below = 0, .above = 400},
                                   {.from = 5, .reassaulted = 500, .in_band = 400, .below = 600, .above = 0}},
                         .source = {.title = "a force's own follow-up"}};
  CHECK(check(norms).empty());
  const auto read = odara_reading({.least = 4, .most = 4}, norms, NormFit::like_the_norms);
  CHECK((read == OdaraReading{.norms = "local", .lowest_band = {0, 4}, .highest_band = {0, 4}, .reassaulted = 125}));
}

TEST_CASE("the last band of norms may be the greatest score alone", "[outcomes]") {
  const OdaraNorms norms{.name = "local",
                         .bands = {{.from = 0, .reassaulted = 0, .in_band = 1000, .below = 0, .above = 0},
                                   {.from = 13, .reassaulted = 1000, .in_band = 0, .below = 1000, .above = 0}},
                         .source = {.title = "made up"}};
  CHECK(check(norms).empty());
  CHECK((odara_reading({.least = 13, .most = 13}, norms, NormFit::not_known).lowest_band == ScoreRange{13, 13}));
}

TEST_CASE("what cannot be in norms is named", "[outcomes]") {
  const auto issues_with = [](auto change) {
    auto norms = odara_norms_2004();
    change(norms);
    return check(norms);
  };
  const auto check_first = [&](auto change, const char* where, const char* what) {
    const auto issues = issues_with(change);
    REQUIRE_FALSE(issues.empty());
    CHECK(issues.front().where == where);
    CHECK(issues.front().what == what);
  };
  check_first([](auto& norms) { norms.name = ""; }, "norms ", "without a name");
  check_first([](auto& norms) { norms.bands.clear(); }, "norms 2004", "the first band has to begin at 0");
  check_first([](auto& norms) { norms.bands.erase(norms.bands.begin()); }, "norms 2004",
              "the first band has to begin at 0");
  check_first([](auto& norms) { norms.bands[2].from = 1; }, "norms 2004: band from 1",
              "has to begin above the one before, and at most at 13");
  check_first([](auto& norms) { norms.bands.back().from = 14; }, "norms 2004: band from 14",
              "has to begin above the one before, and at most at 13");
  check_first([](auto& norms) { norms.bands[3].reassaulted = 1001; }, "norms 2004: band from 3",
              "a share per thousand has to be 0 to 1000");
  check_first([](auto& norms) { norms.bands[6].in_band = std::numeric_limits<int>::max(); }, "norms 2004: band from 7",
              "a share per thousand has to be 0 to 1000");
  check_first([](auto& norms) { norms.bands[3].in_band += 10; }, "norms 2004: band from 3",
              "below, in and above the band have to make 1000");
  check_first([](auto& norms) { norms.bands.pop_back(); }, "norms 2004",
              "the shares in all bands have to make 1000, not 930");
  const auto shifted = [](auto& norms) {
    norms.bands[1].below += 10;
    norms.bands[1].above -= 10;
  };
  check_first(shifted, "norms 2004: band from 1", "the share below has to be that of the bands before");

  auto norms = odara_norms_2004();
  shifted(norms);
  CHECK_THROWS_WITH(odara_reading({.least = 1, .most = 1}, norms, NormFit::not_known),
                    "norms 2004: band from 1: the share below has to be that of the bands before");
}

TEST_CASE("a score or limit that cannot be is refused", "[outcomes]") {
  CHECK_THROWS_AS(reading(-1, 3), std::invalid_argument);
  CHECK_THROWS_AS(reading(3, 14), std::invalid_argument);
  CHECK_THROWS_AS(reading(4, 3), std::invalid_argument);
  CHECK_THROWS_AS(odara_score(answers(1), -1), std::invalid_argument);
  CHECK_THROWS_AS(odara_score(answers(1), 14), std::invalid_argument);
  CHECK_THROWS_WITH(odara_score({.yes = {OdaraItem::threat}, .unknown = {OdaraItem::threat}}, published_limit),
                    "answers: needs one answer to each question, not yes and unknown to threat");
}
