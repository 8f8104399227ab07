#include <earlyhelp/outcomes/crime_severity.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;

namespace {

using Offences = std::vector<OffenceCount>;

CrimeSeverity of(const Offences& offences) { return crime_severity(offences, ons_severity_2021()); }

double days(const Offences& offences) { return static_cast<double>(of(offences).millionths.value()) / 1e6; }

/// Medians of harm in days, for the arithmetic alone: they are no weights of an offence.
OffenceWeights medians() {
  return {"medians",
          {{"rape", 2555'000'000},
           {"injury", 365'000'000},
           {"none", 10'000'000},
           {"harass", 10'000'000},
           {"damage", 2'000'000}},
          {.title = "made up"}};
}
std::int64_t whole_days(const Offences& offences) {
  return crime_severity(offences, medians()).millionths.value() / 1'000'000;
}

}  // namespace

TEST_CASE("offences weigh together what the worked sums say", "[outcomes]") {
  const auto check = [](const Offences& offences, double expected) {
    CHECK(days(offences) == Approx(expected).margin(0.001));
  };
  check({{"105A", 1}}, 13.511);
  check({{"105A", 1}, {"58A", 1}}, 18.907);
  check({{"105A", 1}, {"8N", 1}, {"58A", 1}}, 208.061);
  check({{"8L", 1}, {"8R", 1}}, 51.236);
  check({{"8Q", 1}, {"66", 1}}, 128.859);
  check({{"3B", 1}, {"8N", 1}}, 464.463);
  check({{"5D", 1}}, 2034.742);
  check({{"19C", 1}, {"8N", 1}, {"105A", 1}}, 3155.605);
  check({{"105A", 7}, {"8N", 1}}, 283.728);
  check({{"11A", 1}, {"105A", 1}}, 152.227);
}

TEST_CASE("the weights of 2021 are those of the published classes", "[outcomes]") {
  const auto weights = ons_severity_2021();
  const auto check = [&](const char* code, double expected) {
    CAPTURE(code);
    CHECK(static_cast<double>(weights.weight(code).value()) / 1e6 == Approx(expected).margin(0.0005));
  };
  for (const auto* homicide : {"1", "4.1", "4.2", "4.10"}) check(homicide, 7973.393);
  for (const auto* damage : {"58A", "58B", "58C", "58D"}) check(damage, 5.397);
  check("2", 4654.298);
  check("5E", 1446.983);
  check("8S", 401.424);
  check("104", 7.544);
  check("8P", 312.907);
  check("105B", 30.763);
  check("8M", 37.511);
  check("19F", 3191.965);
  check("83", 3.304);
  check("79", 168.738);
  check("36", 1216.815);
  check("59", 60.932);
  check("56A", 826.190);
  check("56B", 186.668);
  check("20A", 459.070);
  check("9A", 6.812);
  check("10D", 53.038);
  check("34B", 799.629);
  CHECK(weights.name() == "ons_2021");
}

TEST_CASE("the table of 2021 has every class of the published one", "[outcomes]") {
  const auto table = ons_severity_2021();
  Offences each;
  for (const auto& weight : table.weights()) each.push_back({weight.code, 1});
  CHECK(each.size() == 131);
  CHECK(days(each) == Approx(117583.236620).margin(0.0001));
}

TEST_CASE("an offence without a weight leaves no sum, and is named once", "[outcomes]") {
  const auto severity = of({{"8U", 2}, {"105A", 1}, {"75A", 1}, {"8U", 1}});
  CHECK_FALSE(severity.millionths.has_value());
  CHECK((severity.without_weight == std::vector<Text<7>>{"75A", "8U"}));
  CHECK_FALSE(ons_severity_2021().weight("8").has_value());
  CHECK_FALSE(ons_severity_2021().weight("8n").has_value());
  CHECK_FALSE(ons_severity_2021().weight("").has_value());
  CHECK_FALSE(of({{"8U", 0}}).millionths.has_value());
}

TEST_CASE("weights of the user's own are summed as the worked sums say", "[outcomes]") {
  CHECK(whole_days({{"rape", 1}}) == 2555);
  CHECK(whole_days({{"injury", 2}}) == 730);
  CHECK(whole_days({{"harass", 3}}) == 30);
  CHECK(whole_days({{"rape", 1}, {"injury", 2}, {"harass", 3}}) == 3315);
  CHECK(whole_days({{"none", 1}, {"damage", 1}}) == 12);
  CHECK(whole_days({}) == 0);
  CHECK(crime_severity(Offences{{"other", 1}}, medians()).without_weight == std::vector<Text<7>>{"other"});
  CHECK(crime_severity({}, medians()).weights == "medians");
  CHECK(crime_severity(Offences{{"a", 3}}, OffenceWeights{"own", {{"a", 0}}, {.title = "made up"}}).millionths ==
        std::int64_t{0});
}

TEST_CASE("the order of offences does not matter, and lists of them add up", "[outcomes]") {
  std::mt19937_64 random{17};
  const auto table = ons_severity_2021();
  const auto& weights = table.weights();
  for (int i = 0; i < 300; ++i) {
    Offences offences;
    for (auto n = random() % 20; n > 0; --n) {
      offences.push_back({weights[random() % weights.size()].code, static_cast<std::int64_t>(random() % 50)});
    }
    const auto whole = crime_severity(offences, table);
    auto shuffled = offences;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    CHECK((crime_severity(shuffled, table) == whole));
    const auto middle = shuffled.begin() + static_cast<std::ptrdiff_t>(shuffled.size() / 2);
    const auto first = crime_severity(Offences(shuffled.begin(), middle), table).millionths.value();
    const auto last = crime_severity(Offences(middle, shuffled.end()), table).millionths.value();
    CHECK(first + last == whole.millionths.value());
  }
}

TEST_CASE("weights and counts that cannot be are refused by code", "[outcomes]") {
  const Source source{.title = "made up"};
  CHECK_THROWS_WITH(OffenceWeights("", {{"a", 1}}, source), "weights: needs a name");
  CHECK_THROWS_WITH(OffenceWeights("own", {{"", 1}}, source), "weights own: code : needs to be named");
  CHECK_THROWS_WITH(OffenceWeights("own", {{"b", 1}, {"a", 1}, {"b", 2}}, source),
                    "weights own: code b: needs one weight");
  CHECK_THROWS_WITH(OffenceWeights("own", {{"a", -1}}, source), "weights own: code a: needs 0 to 100,000 days");
  CHECK_THROWS_AS(OffenceWeights("own", {{"a", 100'000'000'001}}, source), std::invalid_argument);
  CHECK_THROWS_WITH(of({{"8N", -1}}), Catch::Contains("count of 8N: needs 0 or more"));
  CHECK_THROWS_AS(of({{"8N", 10'000'001}}), std::invalid_argument);
  CHECK_THROWS_AS(of({{"8N", 1}, {"8L", std::numeric_limits<std::int64_t>::max()}}), std::invalid_argument);
  const OffenceWeights greatest{"own", {{"a", 100'000'000'000}}, source};
  CHECK(crime_severity(Offences{{"a", 10'000'000}}, greatest).millionths == 1'000'000'000'000'000'000);
}
