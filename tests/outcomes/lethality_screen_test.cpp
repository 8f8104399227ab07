#include <earlyhelp/outcomes/lethality_screen.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <random>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;

namespace {

using Factors = EnumSet<LethalityFactor>;
using Trigger = boost::optional<LethalityTrigger>;

constexpr std::uint64_t every = (1U << count_of<LethalityFactor>)-1;

/// The factors at these places of the form, counted from 1.
Factors factors(std::initializer_list<int> places) {
  Factors factors;
  for (const auto place : places) factors.insert(static_cast<LethalityFactor>(place - 1));
  return factors;
}

LethalityScreen screen(Factors yes, Factors unknown = {}) {
  return {.answers = {.yes = yes, .unknown = unknown}, .declined = false, .officer_believes = false};
}

LethalityOutcome certain(Trigger trigger) { return {.known = trigger, .if_unknowns_yes = trigger}; }

Trigger known(const LethalityScreen& screen) { return lethality_outcome(screen).value().known; }

}  // namespace

TEST_CASE("the lethality screen asks for a referral as its worked cases do", "[outcomes]") {
  const auto check = [](std::initializer_list<int> yes, Trigger trigger) {
    CHECK((lethality_outcome(screen(factors(yes))) == certain(trigger)));
  };
  check({}, {});
  check({1}, LethalityTrigger::primary);
  check({3}, LethalityTrigger::primary);
  check({4, 5, 6}, {});
  check({4, 5, 6, 7}, LethalityTrigger::secondary);
  check({8, 9, 10, 11}, LethalityTrigger::secondary);
  check({2, 4, 5, 6, 7}, LethalityTrigger::primary);
}

TEST_CASE("the officer's belief asks for a referral where the factors do not", "[outcomes]") {
  auto believed = screen(factors({4, 5}));
  believed.officer_believes = true;
  CHECK((lethality_outcome(believed) == certain(LethalityTrigger::officers_belief)));
  believed.answers.yes = factors({4, 5, 6, 7});
  CHECK((lethality_outcome(believed) == certain(LethalityTrigger::secondary)));
}

TEST_CASE("a victim who declined is not scoreable, and that is not a no", "[outcomes]") {
  auto declined = screen({});
  declined.declined = true;
  CHECK_FALSE(lethality_outcome(declined).has_value());
  declined.answers.yes = factors({4, 5, 6});
  CHECK_FALSE(lethality_outcome(declined).has_value());
}

TEST_CASE("a refusal to answer hides no reason that is known", "[outcomes]") {
  auto declined = screen({});
  declined.declined = true;
  declined.officer_believes = true;
  CHECK((lethality_outcome(declined) ==
         LethalityOutcome{.known = LethalityTrigger::officers_belief, .if_unknowns_yes = LethalityTrigger::primary}));
  declined.officer_believes = false;
  declined.answers.yes = factors({2});
  CHECK((lethality_outcome(declined) == certain(LethalityTrigger::primary)));
}

TEST_CASE("an unknown factor leaves a referral possible", "[outcomes]") {
  CHECK((lethality_outcome(screen(factors({4, 5, 6}), factors({7}))) ==
         LethalityOutcome{.known = {}, .if_unknowns_yes = LethalityTrigger::secondary}));
  CHECK((lethality_outcome(screen(factors({4, 5}), factors({7}))) == certain({})));
  CHECK((lethality_outcome(screen({}, factors({3}))) ==
         LethalityOutcome{.known = {}, .if_unknowns_yes = LethalityTrigger::primary}));
  CHECK((lethality_outcome(screen({}, Factors::of_bits(every))) ==
         LethalityOutcome{.known = {}, .if_unknowns_yes = LethalityTrigger::primary}));
}

TEST_CASE("every set of factors: three alone suffice, of the others four do", "[outcomes]") {
  for (std::uint64_t bits = 0; bits <= every; ++bits) {
    const auto yes = Factors::of_bits(bits);
    int of_first_three = 0;
    int of_others = 0;
    for (const auto factor : yes) (static_cast<int>(factor) < 3 ? of_first_three : of_others) += 1;
    const auto expected = of_first_three > 0 ? Trigger{LethalityTrigger::primary}
                          : of_others >= 4   ? Trigger{LethalityTrigger::secondary}
                                             : Trigger{};
    if (!(lethality_outcome(screen(yes)) == certain(expected))) {
      CAPTURE(bits);
      FAIL("another trigger");
    }
  }
}

TEST_CASE("what is unknown comes to lie between what it is as a no and as a yes", "[outcomes]") {
  std::mt19937_64 random{7};
  for (int i = 0; i < 5000; ++i) {
    const auto unknown = Factors::of_bits(random() & random() & every);
    const auto yes = Factors::of_bits(random() & random() & every) - unknown;
    const auto found = Factors::of_bits(random() & every) & unknown;
    const auto outcome = lethality_outcome(screen(yes, unknown)).value();
    const auto later = known(screen(yes | found));
    CHECK(outcome.known.has_value() <= later.has_value());
    CHECK(later.has_value() <= outcome.if_unknowns_yes.has_value());
    CHECK(known(screen(yes)) == outcome.known);
    CHECK(known(screen(yes | unknown)) == outcome.if_unknowns_yes);
  }
}

TEST_CASE("a factor answered twice, or none of the form's, is refused by name", "[outcomes]") {
  CHECK_THROWS_WITH(lethality_outcome(screen(factors({5}), factors({5, 6}))),
                    "answers: needs one answer to each question, not yes and unknown to strangulation");
  CHECK_THROWS_AS(lethality_outcome(screen(Factors::of_bits(every + 1))), std::invalid_argument);
  CHECK_THROWS_AS(lethality_outcome(screen({}, Factors::of_bits(every + 1))), std::invalid_argument);
}
