#include <earlyhelp/statistics/disclosure_control.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;

namespace {

DisclosurePolicy policy(std::int64_t lowest, std::int64_t highest, std::int64_t round_to = 1) {
  return {.id = "of this test", .lowest = lowest, .highest = highest, .round_to = round_to};
}

}  // namespace

TEST_CASE("a count is hidden from the lowest to the highest of a policy, and shown beside them", "[statistics]") {
  const auto shown = [](std::int64_t count, const char* id) {
    return to_string(publish(count, disclosure_policy(id).value()));
  };
  CHECK(shown(0, "suppress_1_4") == "0");
  CHECK(shown(1, "suppress_1_4") == "*");
  CHECK(shown(4, "suppress_1_4") == "*");
  CHECK(shown(5, "suppress_1_4") == "5");
  CHECK(shown(0, "suppress_0_4") == "*");
  CHECK(shown(7, "suppress_1_7_then_round_5") == "*");
  CHECK(shown(8, "suppress_1_7_then_round_5") == "10");
  CHECK(shown(5, "suppress_1_4_then_round_5") == "5");
  CHECK_FALSE(disclosure_policy("suppress_1_5").has_value());
}

TEST_CASE("an exact half is rounded up", "[statistics]") {
  CHECK(round_to_base(4, 10) == 0);
  CHECK(round_to_base(5, 10) == 10);
  CHECK(round_to_base(15, 10) == 20);
  CHECK(round_to_base(25, 10) == 30);
  CHECK(round_to_base(7, 5) == 5);
  CHECK(round_to_base(8, 5) == 10);
  CHECK(round_to_base(7, 1) == 7);
  for (std::int64_t count = 0; count < 500; ++count) {
    for (std::int64_t base = 1; base < 30; ++base) {
      const auto rounded = round_to_base(count, base);
      CHECK(rounded % base == 0);
      CHECK(2 * (rounded - count) <= base);
      CHECK(2 * (count - rounded) < base);
    }
  }
}

TEST_CASE("the middle of six is as often too much as too little", "[statistics]") {
  CHECK(midpoint_6(0) == 0);
  CHECK(midpoint_6(1) == 3);
  CHECK(midpoint_6(6) == 3);
  CHECK(midpoint_6(7) == 9);
  for (std::int64_t first = 1; first < 300; first += 6) {
    std::int64_t difference = 0;
    for (auto count = first; count < first + 6; ++count) difference += midpoint_6(count) - count;
    CHECK(difference == -3);  // half of a count, for the six have no whole middle
  }
}

TEST_CASE("what is published already is published as it stands", "[statistics]") {
  std::mt19937_64 random{21};
  for (int round = 0; round < 20'000; ++round) {
    const auto lowest = static_cast<std::int64_t>(random() % 2);
    const auto chosen =
        policy(lowest, lowest + static_cast<std::int64_t>(random() % 12), 1 + static_cast<std::int64_t>(random() % 12));
    try {
      require_sound(chosen);
    } catch (const std::invalid_argument&) {
      continue;
    }
    const auto count = static_cast<std::int64_t>(random() % 60);
    const auto once = publish(count, chosen);
    CHECK(publish(once, chosen) == once);
    CHECK(once.is_hidden() == is_small(count, chosen));
    // No number that is shown may be taken for one that is hidden.
    if (!once.is_hidden()) CHECK_FALSE(is_small(*once.value(), chosen));
  }
}

TEST_CASE("a policy that gives away what it hides is refused", "[statistics]") {
  CHECK_THROWS_WITH(publish(8, policy(1, 5, 5)), Catch::StartsWith("round to: needs"));
  CHECK_NOTHROW(publish(8, policy(1, 7, 5)));
  CHECK_THROWS_AS(publish(8, policy(2, 7)), std::invalid_argument);
  CHECK_THROWS_AS(publish(8, policy(-1, 7)), std::invalid_argument);
  CHECK_THROWS_AS(publish(8, policy(1, 0)), std::invalid_argument);
  CHECK_THROWS_AS(publish(8, policy(1, 4, 0)), std::invalid_argument);
  CHECK_THROWS_AS(publish(8, policy(1, std::numeric_limits<std::int64_t>::max())), std::invalid_argument);
  for (const auto& known : disclosure_policies) CHECK_NOTHROW(require_sound(known));
}

TEST_CASE("what is no count is refused", "[statistics]") {
  for (const auto bad : std::vector<std::int64_t>{-1, 1'000'000'000'000'001, std::numeric_limits<std::int64_t>::min(),
                                                  std::numeric_limits<std::int64_t>::max()}) {
    CHECK_THROWS_WITH(publish(bad, policy(1, 4)), Catch::StartsWith("count: needs 0 to 10^15"));
    CHECK_THROWS_AS(round_to_base(bad, 5), std::invalid_argument);
    CHECK_THROWS_AS(midpoint_6(bad), std::invalid_argument);
  }
  CHECK_THROWS_AS(round_to_base(5, 0), std::invalid_argument);
  CHECK_THROWS_AS(round_to_base(5, 1'000'000'001), std::invalid_argument);
  CHECK(publish(1'000'000'000'000'000, policy(1, 4)).value() == std::int64_t{1'000'000'000'000'000});
}
