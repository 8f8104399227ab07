#include <earlyhelp/outcomes/danger_assessment.hpp>
#include <earlyhelp/outcomes/danger_screen.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <stdexcept>
#include <string>

using namespace earlyhelp;

namespace {

constexpr auto with_pregnancy = DangerScreenVersion::pregnancy_2009;
constexpr auto with_strangulation = DangerScreenVersion::strangulation_2017;

boost::optional<Text<31>> band(int score, DangerAssessmentVersion version = DangerAssessmentVersion::weighted_20) {
  return danger_band({.score = score, .version = version, .assessor_certified = true});
}

ScoreRange score(EnumSet<DangerFactor> yes, EnumSet<DangerFactor> unknown, DangerScreenVersion version) {
  return danger_score({.yes = yes, .unknown = unknown}, version);
}

}  // namespace

TEST_CASE("a weighted danger assessment has its published band", "[outcomes]") {
  const auto check = [](int score, const char* name) {
    CAPTURE(score);
    CHECK(band(score).value().view() == name);
  };
  check(-3, "variable");
  check(0, "variable");
  check(7, "variable");
  check(8, "increased");
  check(13, "increased");
  check(14, "severe");
  check(17, "severe");
  check(18, "extreme");
  check(37, "extreme");
  check(std::numeric_limits<int>::min(), "variable");
  check(std::numeric_limits<int>::max(), "extreme");
}

TEST_CASE("the bands of one danger assessment are not another's", "[outcomes]") {
  CHECK_FALSE(band(8, DangerAssessmentVersion::unweighted_15).has_value());
  CHECK_THROWS_AS(band(8, static_cast<DangerAssessmentVersion>(2)), std::invalid_argument);
}

TEST_CASE("the danger screen counts its five factors", "[outcomes]") {
  using enum DangerFactor;
  CHECK((score({}, {}, with_pregnancy) == ScoreRange{0, 0}));
  CHECK((score({weapon}, {}, with_pregnancy) == ScoreRange{1, 1}));
  CHECK((score({weapon, violent_jealousy}, {}, with_pregnancy) == ScoreRange{2, 2}));
  CHECK((score({weapon, violent_jealousy, escalation}, {}, with_strangulation) == ScoreRange{3, 3}));
  const EnumSet<DangerFactor> of_both = {escalation, weapon, believes_may_be_killed, violent_jealousy};
  CHECK((score(of_both | EnumSet{beaten_in_pregnancy}, {}, with_pregnancy) == ScoreRange{5, 5}));
  CHECK((score(of_both | EnumSet{strangulation}, {}, with_strangulation) == ScoreRange{5, 5}));
  CHECK((score({weapon}, {strangulation}, with_strangulation) == ScoreRange{1, 2}));
}

TEST_CASE("a factor of the other version of the danger screen is refused by name", "[outcomes]") {
  using enum DangerFactor;
  CHECK_THROWS_WITH(score({beaten_in_pregnancy}, {}, with_strangulation),
                    "answers: version strangulation_2017 does not ask about beaten_in_pregnancy");
  CHECK_THROWS_AS(score({}, {beaten_in_pregnancy}, with_strangulation), std::invalid_argument);
  CHECK_THROWS_WITH(score({strangulation}, {}, with_pregnancy),
                    "answers: version pregnancy_2009 does not ask about strangulation");
  CHECK_THROWS_WITH(score({weapon}, {weapon}, with_pregnancy),
                    "answers: needs one answer to each question, not yes and unknown to weapon");
  CHECK_THROWS_AS(score({weapon}, {}, static_cast<DangerScreenVersion>(2)), std::invalid_argument);
}
