#include <earlyhelp/indicators/measurement.hpp>

#include "support/coded_indicator.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <stdexcept>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

const std::string yes = "yynynn";
const std::string no = "yynnnn";
const std::string lost = "yynlnn";
const std::string pending = "yyntnn";
const std::string unknown = "yynunn";
const std::string excluded = "yyynnn";

std::vector<std::string> random_codes(std::mt19937_64& random, std::size_t count) {
  const std::string letters = "nnyyyntlu";
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < count; ++i) {
    std::string code = "y";
    while (code.size() < 6) code += letters[random() % letters.size()];
    codes.push_back(code);
  }
  return codes;
}

/// By the letter behind the code; of one without a letter it is not recorded.
Grouping by_letter() {
  return {.id = "letter", .group_of = [](const Subject& subject) -> boost::optional<std::string> {
            const auto& code = code_of(subject);
            if (code.size() == 6) return {};
            return code.substr(6, 1) == "-" ? std::string{} : code.substr(6, 1);
          }};
}

std::string error_of(const Indicator& indicator) {
  try {
    indicator.require_sound();
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("whatever is replied to the six criteria, everybody stands where the criteria before let them",
          "[indicators]") {
  std::vector<std::string> codes;
  for (int number = 0; number < 15'625; ++number) {
    std::string code;
    for (int rest = number, i = 0; i < 6; ++i, rest /= 5) code += reply_letters[static_cast<std::size_t>(rest % 5)];
    codes.push_back(code);
  }
  const auto measurement = measure_codes(codes);
  std::vector<Standing> found(codes.size(), Standing::not_in_initial_population);
  for (const auto& member : measurement.members()) found[member.place] = member.standing;
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < codes.size(); ++i) wrong += found[i] == standing_of_code(codes[i]) ? 0U : 1U;
  CHECK(wrong == 0);
  CHECK(measurement.count(Standing::not_in_initial_population) == 0);
}

TEST_CASE("of all yes and no the counts are those of the six criteria", "[indicators]") {
  std::vector<std::string> codes;
  PopulationCounts expected;
  for (std::uint64_t bits = 0; bits < 64; ++bits) {
    std::string code;
    for (std::size_t i = 0; i < 6; ++i) code += (bits >> i & 1U) != 0 ? 'y' : 'n';
    codes.push_back(code);
    expected.add(Criteria::of_bits(bits));
    CHECK(standing_of_code(code) == standing(Criteria::of_bits(bits)));
  }
  const auto measurement = measure_codes(codes);
  CHECK((measurement.counts() == expected));
  CHECK(measurement.counts().of(Criterion::initial_population) == 32);
  CHECK(measurement.counts().of(Criterion::denominator) == 16);
  CHECK(measurement.counts().of(Criterion::denominator_exclusion) == 8);
  CHECK((measurement.score() == Proportion{.count = 2, .total = 6}));
}

TEST_CASE("who is pending, lost or not known is in the initial population and in no denominator", "[indicators]") {
  const auto measurement = measure_codes({yes, no, pending, lost, unknown, "tyyyyy", "ytyyyy"});
  CHECK(standings_of(measurement) == "numerator 1, denominator_only 1, pending 3, lost 1, not_known 1");
  CHECK(measurement.counts().of(Criterion::initial_population) == 7);
  CHECK(measurement.counts().of(Criterion::denominator) == 2);
  CHECK((measurement.score() == Proportion{.count = 1, .total = 2}));
  CHECK((measurement.bounds() == Interval{.lower = 1.0 / 7, .upper = 6.0 / 7}));
}

TEST_CASE("what is not asked is met by all at first, and by none afterwards", "[indicators]") {
  auto indicator = coded_indicator();
  for (auto* question : {&indicator.initial_population, &indicator.denominator, &indicator.denominator_exclusion,
                         &indicator.numerator_exclusion, &indicator.denominator_exception}) {
    *question = {};
  }
  const auto all = coded_register({"nnyyyy", "nnynyy", "nnytyy"});
  CHECK(standings_of(measure(indicator, all, the_year())) == "numerator 1, denominator_only 1, pending 1");
}

TEST_CASE("a figure says how far it can be trusted", "[indicators]") {
  CHECK(measure_codes({}).status() == FigureStatus::no_denominator);
  CHECK_FALSE(measure_codes({}).bounds().has_value());
  CHECK_FALSE(measure_codes({}).interval(0.95).has_value());
  CHECK(measure_codes({excluded, pending, lost}).status() == FigureStatus::no_denominator);
  CHECK((measure_codes({excluded, pending, lost}).bounds() == Interval{.lower = 0, .upper = 1}));
  CHECK(measure_codes({unknown, excluded}).status() == FigureStatus::invalid_input);
  CHECK(measure_codes({unknown, pending}).status() == FigureStatus::no_denominator);  // it may still come to one
  CHECK(measure_codes({unknown, lost}).status() == FigureStatus::no_denominator);
  CHECK(measure_codes({unknown, no}).status() == FigureStatus::unstable);
  CHECK(measure_codes(times(4, yes), 5).status() == FigureStatus::unstable);
  CHECK(measure_codes(times(5, yes), 5).status() == FigureStatus::ok);
  CHECK(measure_codes(both(times(4, yes), times(9, pending)), 5).status() == FigureStatus::unstable);
  CHECK(measure_codes(both(times(4, yes), {"yynyyn"}), 5).status() == FigureStatus::ok);  // stays in the denominator
  CHECK(measure_codes(both(times(4, yes), {"yynnny"}), 5).status() == FigureStatus::unstable);
  CHECK(measure_codes(both(times(4, yes), {excluded}), 5).status() == FigureStatus::unstable);
}

TEST_CASE("bounds and interval contain the score, and bounds are made of all whose answer is open", "[indicators]") {
  std::mt19937_64 random{51};
  for (int round = 0; round < 300; ++round) {
    const auto measurement = measure_codes(random_codes(random, random() % 25));
    const auto score = share(measurement.score());
    const auto bounds = measurement.bounds();
    if (!score) continue;
    REQUIRE(bounds.has_value());
    CHECK(0 <= bounds->lower);
    CHECK(bounds->lower <= *score);
    CHECK(*score <= bounds->upper);
    CHECK(bounds->upper <= 1);
    const auto interval = measurement.interval(0.95).value();
    CHECK(interval.lower <= *score);
    CHECK(*score <= interval.upper);
  }
}

TEST_CASE("who is excluded changes no score, whether counted as excluded or not at all", "[indicators]") {
  std::mt19937_64 random{52};
  for (int round = 0; round < 200; ++round) {
    auto codes = random_codes(random, 1 + random() % 25);
    const auto before = measure_codes(codes);
    for (auto& code : codes) {
      if (standing_of_code(code) == Standing::excluded) code = "nnnnnn";
    }
    const auto after = measure_codes(codes);
    CHECK((after.score() == before.score()));
    CHECK((after.bounds() == before.bounds()));
    CHECK(after.count(Standing::excluded) == 0);
  }
}

TEST_CASE("members are those who are counted", "[indicators]") {
  std::mt19937_64 random{53};
  for (int round = 0; round < 100; ++round) {
    const auto codes = random_codes(random, 30);
    const auto measurement = measure_codes(codes);
    std::int64_t together = 0;
    for (const auto standing : values_of<Standing>) {
      const auto members = measurement.members(standing);
      CHECK(static_cast<std::int64_t>(members.size()) == measurement.count(standing));
      for (const auto place : members) CHECK(standing_of_code(codes[place]) == standing);
      together += measurement.count(standing);
    }
    CHECK(together == static_cast<std::int64_t>(measurement.members().size()));
    CHECK(together == measurement.counts().of(Criterion::initial_population));
  }
}

TEST_CASE("strata are disjoint, and every count of every standing adds up to the whole", "[indicators]") {
  std::mt19937_64 random{54};
  const std::vector<std::string> letters = {"", "c", "a", "b", "-"};
  for (int round = 0; round < 100; ++round) {
    auto codes = random_codes(random, 40);
    for (auto& code : codes) code += letters[random() % letters.size()];
    const auto all = coded_register(codes);
    const auto whole = measure(coded_indicator(), all, the_year());
    const auto strata = stratify(coded_indicator(), all, the_year(), by_letter());
    std::vector<int> seen(codes.size());
    for (const auto standing : values_of<Standing>) {
      std::int64_t sum = 0;
      for (const auto& stratum : strata) sum += stratum.measurement.count(standing);
      CHECK(sum == whole.count(standing));
    }
    for (const auto& stratum : strata) {
      CHECK_FALSE(stratum.measurement.members().empty());
      for (const auto& member : stratum.measurement.members()) ++seen[member.place];
    }
    for (const auto& member : whole.members()) CHECK(seen[member.place] == 1);
    CHECK(std::count(seen.begin(), seen.end(), 0) + static_cast<std::ptrdiff_t>(whole.members().size()) ==
          static_cast<std::ptrdiff_t>(codes.size()));
  }
}

TEST_CASE("groups are in the order of their names, and those of whom it is not recorded are a group, and the last",
          "[indicators]") {
  const auto all = coded_register({yes, no + "b", yes + "a", pending + "-", no + "b", "nnnnnnz"});
  const auto strata = stratify(coded_indicator(), all, the_year(), by_letter());
  REQUIRE(strata.size() == 4);
  CHECK(strata[0].group == std::string{});  // a name, though an empty one
  CHECK(strata[1].group == std::string{"a"});
  CHECK(strata[2].group == std::string{"b"});
  CHECK_FALSE(strata[3].group);
  CHECK(standings_of(strata[2].measurement) == "denominator_only 2");
  CHECK(standings_of(strata[3].measurement) == "numerator 1");
  CHECK(stratify(coded_indicator(), coded_register({}), the_year(), by_letter()).empty());
}

TEST_CASE("a grouping that sorts nobody is refused", "[indicators]") {
  CHECK_THROWS_WITH(stratify(coded_indicator(), coded_register({yes}), the_year(), {.id = "empty", .group_of = {}}),
                    Catch::Contains("Grouping empty"));
}

TEST_CASE("nothing is measured of a period in which nobody belongs", "[indicators]") {
  const auto all = coded_register({yes, no});
  const auto measured = [&](Date first, Date last) {
    return standings_of(measure(coded_indicator(), all, Period{first, last}));
  };
  CHECK(measured(Date{2025, 1, 6}, Date{2025, 1, 6}) == "numerator 1, denominator_only 1");
  CHECK(measured(Date{2025, 1, 7}, Date{2025, 12, 31}).empty());
  CHECK(measured(Date{2024, 1, 1}, Date{2025, 1, 5}).empty());
  CHECK(measured(Date{2026, 1, 1}, Date{2026, 12, 31}).empty());  // after the cut-off
  CHECK(measured(Date{1400, 1, 1}, Date{9999, 12, 31}) == "numerator 1, denominator_only 1");
}

TEST_CASE("an indicator that cannot be is refused, by name and reason", "[indicators]") {
  const auto sound = coded_indicator();
  CHECK(error_of(sound).empty());
  const auto changed = [&](auto change) {
    auto indicator = sound;
    change(indicator);
    if (!error_of(indicator).empty())
      CHECK_THROWS_AS(measure(indicator, coded_register({}), the_year()), std::invalid_argument);
    return error_of(indicator);
  };
  CHECK(changed([](Indicator& i) { i.id = ""; }) == "Indicator : needs an id");
  CHECK(changed([](Indicator& i) { i.version = 0; }) == "Indicator coded: needs a version of 1 or more");
  CHECK(changed([](Indicator& i) { i.minimum = 0; }) == "Indicator coded: needs a minimum of 1 or more");
  CHECK(changed([](Indicator& i) { i.minimum = 1; }).empty());
  CHECK(changed([](Indicator& i) { i.window_days = 0; }) == "Indicator coded: needs a window of 1 day or more");
  CHECK(changed([](Indicator& i) { i.window_days = 1; }).empty());
  const ScoreRule rule{
      .instrument = "swemwbs", .version = 1, .of = FamilyRole::victim, .spread = {.deviation = 4, .reliability = 1}};
  const auto scored = [&](auto change) {
    auto other = rule;
    change(other);
    return changed([&](Indicator& i) { i.score = other; });
  };
  const std::string no_way = "Indicator coded: of the scores of its rule it is not known which way is better";
  const std::string no_spread = "Indicator coded: needs a deviation of scores above 0, and a reliability from 0 to 1";
  CHECK(scored([](ScoreRule&) {}).empty());
  CHECK(scored([](ScoreRule& r) { r.version = 2; }) == no_way);
  CHECK(scored([](ScoreRule& r) { r.instrument = "nobody knows"; }) == no_way);
  CHECK(scored([](ScoreRule& r) { r.spread.deviation = 0; }) == no_spread);
  CHECK(scored([](ScoreRule& r) { r.spread.reliability = -0.1; }) == no_spread);
  CHECK(changed([](Indicator& i) { i.numerator.of = nullptr; }) == "Indicator coded: asks for no numerator");
  const std::string unfit = "Indicator coded: subjects of this unit have no such index date";
  const std::vector<std::string> fits = {"family referred",     "family first_contact", "child referred",
                                         "child first_contact", "pair referred",        "pair first_contact",
                                         "pair first_callout",  "incident reported",    "incident disclosed"};
  for (const auto unit : values_of<CountedUnit>) {
    for (const auto index : values_of<IndexDate>) {
      const auto name = std::string{to_string(unit)} + " " + std::string{to_string(index)};
      CAPTURE(name);
      const bool is_fit = std::find(fits.begin(), fits.end(), name) != fits.end();
      const auto error = changed([&](Indicator& i) { i.unit = unit, i.index = index; });
      CHECK(error == (is_fit ? "" : unfit));
    }
  }
}
