#include <earlyhelp/outcomes/adverse_experience.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>
#include <string>

using namespace earlyhelp;

namespace {

using Experiences = EnumSet<AdverseExperience>;

Experiences first(int categories) { return Experiences::of_bits((1U << categories) - 1U); }

std::string band(int score) { return std::string{adverse_experience_bands().name(score).value().view()}; }

}  // namespace

TEST_CASE("each kind of adverse experience counts once", "[outcomes]") {
  const auto count = [](Experiences yes) { return count_yes(AdverseExperiences{.yes = yes, .unknown = {}}); };
  CHECK((count({}) == ScoreRange{0, 0}));
  CHECK((count({AdverseExperience::domestic_abuse_at_home}) == ScoreRange{1, 1}));
  CHECK((count({AdverseExperience::domestic_abuse_at_home, AdverseExperience::parents_separated}) == ScoreRange{2, 2}));
  CHECK((count({AdverseExperience::physical_abuse, AdverseExperience::physical_abuse}) == ScoreRange{1, 1}));
  CHECK((count(first(3)) == ScoreRange{3, 3}));
  CHECK((count(first(4)) == ScoreRange{4, 4}));
  CHECK((count(first(10)) == ScoreRange{10, 10}));
}

TEST_CASE("unknown experiences leave the count and its band open", "[outcomes]") {
  const auto range = count_yes(AdverseExperiences{.yes = first(3), .unknown = first(5) - first(3)});
  CHECK((range == ScoreRange{3, 5}));
  CHECK(band(range.least) == "two_or_three");
  CHECK(band(range.most) == "four_or_more");
  CHECK_FALSE(range.is_exact());
  CHECK((count_yes(AdverseExperiences{.yes = {}, .unknown = first(10)}) == ScoreRange{0, 10}));
}

TEST_CASE("adverse experiences have four bands", "[outcomes]") {
  CHECK(band(0) == "none");
  CHECK(band(1) == "one");
  CHECK(band(2) == "two_or_three");
  CHECK(band(3) == "two_or_three");
  CHECK(band(4) == "four_or_more");
  CHECK(band(10) == "four_or_more");
}

TEST_CASE("an experience that is both there and unknown is refused by name", "[outcomes]") {
  CHECK_THROWS_WITH(count_yes(AdverseExperiences{.yes = first(2), .unknown = first(1)}),
                    "answers: needs one answer to each question, not yes and unknown to physical_abuse");
  CHECK_THROWS_AS(count_yes(AdverseExperiences{.yes = {}, .unknown = first(11)}), std::invalid_argument);
}
