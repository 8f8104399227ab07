#include <earlyhelp/statistics/survival.hpp>

#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <catch2/catch.hpp>

#include <cstdint>
#include <random>
#include <vector>

using namespace earlyhelp;

// Ten years of days; the same people with their times spread so far that they have to be sorted. Beside both what it
// costs to read the people once.
TEST_CASE("Kaplan-Meier of a million people", "[survival]") {
  std::mt19937_64 random{11};
  constexpr std::size_t million = 1'000'000;
  std::vector<FollowUp> people;
  for (std::size_t i = 0; i < million; ++i) {
    people.push_back({.time = static_cast<std::int64_t>(random() % 3650), .has_event = random() % 4 == 0});
  }
  auto spread = people;
  for (auto& person : spread)
    person.time = person.time * 1'000'000'000 + static_cast<std::int64_t>(random() % 1'000'000'000);

  BENCHMARK("days") { return SurvivalCurve{people}.steps().back().survival; };
  BENCHMARK("times that have to be sorted") { return SurvivalCurve{spread}.steps().back().survival; };
  BENCHMARK("reading the people") {
    std::int64_t sum = 0;
    for (const auto& person : people) sum += person.time;
    return sum;
  };
}
