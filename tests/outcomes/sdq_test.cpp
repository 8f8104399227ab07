#include <earlyhelp/outcomes/sdq.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

using SdqAnswer = boost::optional<int>;
using Five = std::array<boost::optional<int>, 5>;
const boost::none_t missing = boost::none;

constexpr std::array<std::size_t, 5> emotional_items = {3, 8, 13, 16, 24};

SdqAnswers every_item(const SdqAnswer& answer) {
  SdqAnswers answers;
  answers.fill(answer);
  return answers;
}

SdqAnswers with(SdqAnswers answers, std::size_t item, const SdqAnswer& answer) {
  answers[item - 1] = answer;
  return answers;
}

/// None of the emotional items is turned round.
boost::optional<int> emotional(const Five& five) {
  auto answers = every_item(0);
  for (std::size_t i = 0; i < five.size(); ++i) answers[emotional_items[i] - 1] = five[i];
  return sdq_score(answers, SdqScale::emotional);
}

SdqAnswers random_answers(std::mt19937_64& random, unsigned missing_in_ten) {
  SdqAnswers answers;
  for (auto& answer : answers) {
    if (random() % 10 >= missing_in_ten) answer = static_cast<int>(random() % 3);
  }
  return answers;
}

}  // namespace

TEST_CASE("a scale of the SDQ is five times the mean of what was answered, halves rounded up", "[outcomes]") {
  CHECK(emotional({2, 2, 2, 2, 2}) == 10);
  CHECK(emotional({1, 0, 1, 0, 1}) == 3);
  CHECK(emotional({2, 1, missing, 1, 0}) == 5);
  CHECK(emotional({2, missing, missing, 1, 1}) == 7);
  CHECK_FALSE(emotional({2, missing, missing, missing, 1}).has_value());
  CHECK(emotional({1, 1, missing, 1, missing}) == 5);
  CHECK(emotional({0, 0, 1, missing, missing}) == 2);
  CHECK(emotional({2, 2, 1, 2, missing}) == 9);
  CHECK(emotional({0, 1, 0, 1, missing}) == 3);
  CHECK(emotional({0, 0, 0, 0, 0}) == 0);
}

TEST_CASE("each item of the SDQ belongs to one scale, and five count the other way round", "[outcomes]") {
  const std::array<std::vector<std::size_t>, 5> items_of = {
      {{3, 8, 13, 16, 24}, {5, 7, 12, 18, 22}, {2, 10, 15, 21, 25}, {6, 11, 14, 19, 23}, {1, 4, 9, 17, 20}}};
  const std::vector<std::size_t> turned_round = {7, 11, 14, 21, 25};
  const auto plain = every_item(1);
  for (std::size_t item = 1; item <= plain.size(); ++item) {
    const auto is_turned = std::count(turned_round.begin(), turned_round.end(), item) == 1;
    for (std::size_t scale = 0; scale < items_of.size(); ++scale) {
      CAPTURE(item, scale);
      const auto in_scale = std::count(items_of[scale].begin(), items_of[scale].end(), item) == 1;
      const auto change = !in_scale ? 0 : is_turned ? -1 : 1;
      CHECK(sdq_score(with(plain, item, 2), static_cast<SdqScale>(scale)) == 5 + change);
      CHECK(sdq_score(with(plain, item, 0), static_cast<SdqScale>(scale)) == 5 - change);
    }
  }
  auto only_conduct = every_item(missing);
  for (const auto item : items_of[1]) only_conduct[item - 1] = 0;
  CHECK(sdq_score(with(only_conduct, 7, 2), SdqScale::conduct) == 0);
  auto only_peer = every_item(missing);
  for (const auto item : items_of[3]) only_peer[item - 1] = 0;
  CHECK(sdq_score(with(only_peer, 11, 2), SdqScale::peer) == 2);
}

TEST_CASE("the SDQ's total is of four scales, and missing with any of them", "[outcomes]") {
  std::mt19937_64 random{11};
  int complete = 0;
  for (int i = 0; i < 3000; ++i) {
    const auto answers = random_answers(random, static_cast<unsigned>(i) % 5);
    const auto of = [&](SdqScale scale) { return sdq_score(answers, scale).value_or(-100); };
    const auto externalising = of(SdqScale::conduct) + of(SdqScale::hyperactivity);
    const auto internalising = of(SdqScale::emotional) + of(SdqScale::peer);
    const auto total = externalising + internalising;
    CHECK(sdq_score(answers, SdqScale::externalising).has_value() == (externalising >= 0));
    CHECK(sdq_score(answers, SdqScale::internalising).has_value() == (internalising >= 0));
    CHECK(sdq_score(answers, SdqScale::total).has_value() == (total >= 0));
    if (total < 0) continue;
    ++complete;
    CHECK(sdq_score(answers, SdqScale::externalising) == externalising);
    CHECK(sdq_score(answers, SdqScale::internalising) == internalising);
    CHECK(sdq_score(answers, SdqScale::total) == total);
  }
  CHECK(complete > 500);
  CHECK(complete < 3000);
  CHECK(sdq_score(every_item(1), SdqScale::total) == 20);
}

TEST_CASE("an SDQ score stays on its scale, and a worse answer never lowers it", "[outcomes]") {
  std::mt19937_64 random{12};
  for (int i = 0; i < 2000; ++i) {
    const auto answers = random_answers(random, 2);
    const auto item = 1 + random() % answers.size();
    const auto is_turned = item == 7 || item == 11 || item == 14 || item == 21 || item == 25;
    for (const auto scale : values_of<SdqScale>) {
      const auto best = sdq_score(with(answers, item, is_turned ? 2 : 0), scale);
      const auto worst = sdq_score(with(answers, item, is_turned ? 0 : 2), scale);
      CHECK(best.has_value() == worst.has_value());
      CHECK(best.value_or(0) >= 0);
      CHECK(best.value_or(0) <= worst.value_or(0));
      CHECK(worst.value_or(0) <= sdq_most(scale));
    }
  }
  CHECK(sdq_most(SdqScale::prosocial) == 10);
  CHECK(sdq_most(SdqScale::internalising) == 20);
  CHECK(sdq_most(SdqScale::total) == 40);
}

TEST_CASE("the SDQ's impact counts its two graver answers, one and two", "[outcomes]") {
  const auto of = [](std::vector<boost::optional<int>> answers, SdqInformant informant) {
    return sdq_impact({.has_difficulties = true, .answers = std::move(answers)}, informant);
  };
  CHECK(of({0, 1, 2, 3, 0}, SdqInformant::parent) == 3);
  CHECK(of({3, 3, 3, 3, 3}, SdqInformant::self) == 10);
  CHECK(of({3, 3, 3}, SdqInformant::teacher) == 6);
  CHECK(of({1, 1, 1}, SdqInformant::teacher) == 0);
  CHECK_FALSE(of({3, missing, 3}, SdqInformant::teacher).has_value());
}

TEST_CASE("without difficulties the SDQ's impact is 0", "[outcomes]") {
  CHECK(sdq_impact({.has_difficulties = false, .answers = {}}, SdqInformant::parent) == 0);
  CHECK(sdq_impact({.has_difficulties = false, .answers = {3, missing, 3}}, SdqInformant::teacher) == 0);
}

TEST_CASE("what cannot be answered to the SDQ is refused by item", "[outcomes]") {
  CHECK_THROWS_WITH(sdq_score(with(every_item(0), 17, 3), SdqScale::emotional),
                    Catch::Contains("item 17: needs 0, 1 or 2"));
  CHECK_THROWS_AS(sdq_score(with(every_item(0), 1, -1), SdqScale::total), std::invalid_argument);
  CHECK_THROWS_AS(sdq_score(every_item(0), static_cast<SdqScale>(8)), std::invalid_argument);
  CHECK_THROWS_AS(sdq_most(static_cast<SdqScale>(8)), std::invalid_argument);
  const auto impact = [](std::vector<boost::optional<int>> answers, SdqInformant informant) {
    return sdq_impact({.has_difficulties = true, .answers = std::move(answers)}, informant);
  };
  CHECK_THROWS_WITH(impact({0, 0, 0}, SdqInformant::parent), Catch::Contains("five of a parent or the child"));
  CHECK_THROWS_WITH(impact({0, 0, 0, 0, 0}, SdqInformant::teacher), Catch::Contains("three of a teacher"));
  CHECK_THROWS_AS(impact({}, SdqInformant::teacher), std::invalid_argument);
  CHECK_THROWS_WITH(impact({0, 0, 4}, SdqInformant::teacher), Catch::Contains("answer: needs 0 to 3"));
  CHECK_THROWS_AS(impact({0, -1, 0}, SdqInformant::teacher), std::invalid_argument);
  CHECK_THROWS_AS(impact({0, 0, 0}, static_cast<SdqInformant>(3)), std::invalid_argument);
}
