#include <earlyhelp/outcomes/sdq_bands.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

std::string parent(int score, SdqScale scale) {
  return std::string{sdq_band(score, scale, SdqInformant::parent, sdq_parent_three_bands()).value().view()};
}
std::string teacher(int score, SdqScale scale) {
  return std::string{sdq_band(score, scale, SdqInformant::teacher, sdq_teacher_four_bands()).value().view()};
}

/// The highest score of each band but the last.
std::vector<int> ends(SdqScale scale, const SdqScheme& scheme) {
  std::vector<int> ends;
  for (int score = 0; score < sdq_most(scale); ++score) {
    if (!(sdq_band(score, scale, scheme.informant, scheme).value() ==
          sdq_band(score + 1, scale, scheme.informant, scheme).value())) {
      ends.push_back(score);
    }
  }
  return ends;
}

}  // namespace

TEST_CASE("totals of teachers have four bands, those of parents three", "[outcomes]") {
  CHECK(teacher(11, SdqScale::total) == "close_to_average");
  CHECK(teacher(12, SdqScale::total) == "slightly_raised");
  CHECK(teacher(15, SdqScale::total) == "slightly_raised");
  CHECK(teacher(16, SdqScale::total) == "high");
  CHECK(teacher(18, SdqScale::total) == "high");
  CHECK(teacher(19, SdqScale::total) == "very_high");
  CHECK(parent(13, SdqScale::total) == "normal");
  CHECK(parent(14, SdqScale::total) == "borderline");
  CHECK(parent(16, SdqScale::total) == "borderline");
  CHECK(parent(17, SdqScale::total) == "abnormal");
}

TEST_CASE("every SDQ band ends where its table says", "[outcomes]") {
  using Ends = std::vector<int>;
  const auto of_parents = sdq_parent_three_bands();
  CHECK(ends(SdqScale::total, of_parents) == Ends{13, 16});
  CHECK(ends(SdqScale::emotional, of_parents) == Ends{3, 4});
  CHECK(ends(SdqScale::conduct, of_parents) == Ends{2, 3});
  CHECK(ends(SdqScale::hyperactivity, of_parents) == Ends{5, 6});
  CHECK(ends(SdqScale::peer, of_parents) == Ends{2, 3});
  CHECK(ends(SdqScale::prosocial, of_parents) == Ends{4, 5});
  const auto of_teachers = sdq_teacher_four_bands();
  CHECK(ends(SdqScale::total, of_teachers) == Ends{11, 15, 18});
  CHECK(ends(SdqScale::emotional, of_teachers) == Ends{3, 4, 5});
  CHECK(ends(SdqScale::conduct, of_teachers) == Ends{2, 3, 4});
  CHECK(ends(SdqScale::hyperactivity, of_teachers) == Ends{5, 7, 8});
  CHECK(ends(SdqScale::peer, of_teachers) == Ends{2, 4, 5});
  CHECK(ends(SdqScale::prosocial, of_teachers) == Ends{3, 4, 5});
}

TEST_CASE("more prosocial is better", "[outcomes]") {
  CHECK(parent(10, SdqScale::prosocial) == "normal");
  CHECK(parent(0, SdqScale::prosocial) == "abnormal");
  CHECK(teacher(10, SdqScale::prosocial) == "close_to_average");
  CHECK(teacher(0, SdqScale::prosocial) == "very_low");
}

TEST_CASE("one informant's SDQ bands are refused for another's answers", "[outcomes]") {
  CHECK_THROWS_WITH(sdq_band(12, SdqScale::total, SdqInformant::self, sdq_teacher_four_bands()),
                    "informant: needs teacher for bands teacher_four_bands, not self");
  CHECK_THROWS_AS(sdq_band(12, SdqScale::total, SdqInformant::teacher, sdq_parent_three_bands()),
                  std::invalid_argument);
}

TEST_CASE("SDQ bands of the user's own are taken as data", "[outcomes]") {
  const ScoreBands two{{{.name = "few", .from = 0}, {.name = "many", .from = 20}}, {.title = "made up"}};
  SdqScheme scheme{
      .name = "own", .informant = SdqInformant::self, .scales = {{.scale = SdqScale::total, .bands = two}}};
  CHECK(sdq_band(20, SdqScale::total, SdqInformant::self, scheme).value().view() == "many");
  CHECK_FALSE(sdq_band(3, SdqScale::peer, SdqInformant::self, scheme).has_value());
  scheme.scales.push_back({.scale = SdqScale::total, .bands = two});
  CHECK_THROWS_WITH(sdq_band(20, SdqScale::total, SdqInformant::self, scheme), "scheme own: needs one table for total");
}

TEST_CASE("a score that its SDQ scale does not have is refused", "[outcomes]") {
  const auto of_parents = sdq_parent_three_bands();
  CHECK_THROWS_WITH(sdq_band(11, SdqScale::peer, SdqInformant::parent, of_parents), Catch::Contains("0 to 10"));
  CHECK_THROWS_WITH(sdq_band(41, SdqScale::total, SdqInformant::parent, of_parents), Catch::Contains("0 to 40"));
  CHECK_THROWS_AS(sdq_band(-1, SdqScale::total, SdqInformant::parent, of_parents), std::invalid_argument);
  CHECK_FALSE(sdq_band(20, SdqScale::externalising, SdqInformant::parent, of_parents).has_value());
}
