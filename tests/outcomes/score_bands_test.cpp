#include <earlyhelp/outcomes/score_bands.hpp>

#include <catch2/catch.hpp>

#include <limits>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr auto infinity = std::numeric_limits<double>::infinity();
constexpr auto not_a_number = std::numeric_limits<double>::quiet_NaN();

ScoreBands bands(std::vector<ScoreBand> bands) { return ScoreBands{std::move(bands), {.title = "made up"}}; }

}  // namespace

TEST_CASE("a band is closed below and open above", "[outcomes]") {
  const auto low_high = bands({{"low", 0}, {"middle", 19.25}, {"high", 29.31}});
  CHECK(low_high.name(0).value().view() == "low");
  CHECK(low_high.name(19.24).value().view() == "low");
  CHECK(low_high.name(19.25).value().view() == "middle");
  CHECK(low_high.name(29.3).value().view() == "middle");
  CHECK(low_high.name(29.31).value().view() == "high");
  CHECK(low_high.name(1e9).value().view() == "high");
  CHECK_FALSE(low_high.name(-0.01).has_value());
  CHECK(low_high.bands().size() == 3);
  CHECK(low_high.source().title == "made up");
}

TEST_CASE("a first band may have no lower end", "[outcomes]") {
  CHECK(bands({{"variable", -infinity}, {"more", 8}}).name(-1e9).value().view() == "variable");
}

TEST_CASE("bands that cannot be are refused by name", "[outcomes]") {
  CHECK_THROWS_WITH(bands({}), "bands: needs at least one");
  CHECK_THROWS_WITH(bands({{"", 0}}), "band : needs a name");
  CHECK_THROWS_WITH(bands({{"a", 0}, {"b", 1}, {"a", 2}}), "band a: needs a name of its own");
  CHECK_THROWS_WITH(bands({{"a", 0}, {"b", 0}}), "band b: needs to begin above the band before");
  CHECK_THROWS_WITH(bands({{"a", 2}, {"b", 1}}), "band b: needs to begin above the band before");
  CHECK_THROWS_WITH(bands({{"a", 2}, {"b", -infinity}}), "band b: needs a finite beginning");
  CHECK_THROWS_WITH(bands({{"a", infinity}}), "band a: needs a finite beginning");
  CHECK_THROWS_WITH(bands({{"a", not_a_number}}), "band a: needs a finite beginning");
  for (const auto score : {infinity, -infinity, not_a_number}) {
    CHECK_THROWS_AS(bands({{"a", 0}}).name(score), std::invalid_argument);
  }
}
