#include <earlyhelp/indicators/population.hpp>

#include <catch2/catch.hpp>

#include <cstdint>
#include <random>

using namespace earlyhelp;

TEST_CASE("moving somebody between excluded and not in the population changes no score", "[indicators]") {
  std::mt19937_64 random{12};
  for (int round = 0; round < 200; ++round) {
    PopulationCounts with;
    PopulationCounts without;
    for (int i = 0; i < 50; ++i) {
      const auto met = Criteria::of_bits(random() % 64);
      with.add(met);
      without.add(standing(met) == Standing::excluded ? Criteria{} : met);
    }
    CHECK((with.score() == without.score()));
  }
}

TEST_CASE("an exception never lowers a score, and no score is out of range", "[indicators]") {
  for (std::uint64_t bits = 0; bits < 64; ++bits) {
    const auto met = Criteria::of_bits(bits);
    PopulationCounts plain;
    PopulationCounts excepted;
    for (auto* counts : {&plain, &excepted}) {
      counts->add({Criterion::initial_population, Criterion::denominator, Criterion::numerator}, 3);
      counts->add({Criterion::initial_population, Criterion::denominator}, 2);
    }
    plain.add(met - Criteria{Criterion::denominator_exception});
    excepted.add(met | Criteria{Criterion::denominator_exception});
    CHECK(share(plain.score()).value() <= share(excepted.score()).value());
    CHECK(share(excepted.score()).value() <= 1);
  }
}

TEST_CASE("who is in the denominator of the score is known by the standing", "[indicators]") {
  for (std::uint64_t bits = 0; bits < 64; ++bits) {
    PopulationCounts counts;
    counts.add(Criteria::of_bits(bits));
    CHECK(is_in_denominator(standing(Criteria::of_bits(bits))) == (counts.score().total == 1));
    CHECK_FALSE(is_undecided(standing(Criteria::of_bits(bits))));
  }
  for (const auto undecided : {Standing::pending, Standing::lost, Standing::not_known}) {
    CHECK(is_undecided(undecided));
    CHECK_FALSE(is_in_denominator(undecided));
  }
}

TEST_CASE("who is excluded and excepted too is taken off once", "[indicators]") {
  PopulationCounts counts;
  counts.add({Criterion::initial_population, Criterion::denominator, Criterion::denominator_exclusion,
              Criterion::denominator_exception});
  counts.add({Criterion::initial_population, Criterion::denominator});
  CHECK((counts.score() == Proportion{.count = 0, .total = 1}));
}

TEST_CASE("disjoint strata add up to the whole", "[indicators]") {
  std::mt19937_64 random{13};
  PopulationCounts whole;
  std::array<PopulationCounts, 3> strata;
  for (int i = 0; i < 500; ++i) {
    const auto met = Criteria::of_bits(random() % 64);
    whole.add(met);
    strata[random() % 3].add(met);
  }
  for (const auto criterion : Criteria::of_bits(63)) {
    CHECK(strata[0].of(criterion) + strata[1].of(criterion) + strata[2].of(criterion) == whole.of(criterion));
  }
}
