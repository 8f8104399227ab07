#include <earlyhelp/indicators/published_measurement.hpp>

#include "support/coded_indicator.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <stdexcept>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// The standings of the initial population, as the columns of a table.
constexpr auto first_column = Standing::not_in_denominator;
constexpr std::size_t columns = count_of<Standing> - 1;

Standing standing_at(std::size_t column) {
  return static_cast<Standing>(column + static_cast<std::size_t>(first_column));
}

Grouping by_letter() {
  return {.id = "letter", .group_of = [](const Subject& subject) -> boost::optional<std::string> {
            const auto letter = code_of(subject).substr(6, 1);
            if (letter == "-" || letter.empty()) return {};
            return letter;
          }};
}

std::vector<Stratum> strata_of(const std::vector<std::string>& codes, std::int64_t minimum = 20) {
  auto indicator = coded_indicator();
  indicator.minimum = minimum;
  return stratify(indicator, coded_register(codes), the_year(), by_letter());
}

CountTable table_of(const std::vector<Stratum>& strata) {
  std::vector<std::vector<std::int64_t>> counts;
  for (const auto& stratum : strata) {
    counts.emplace_back();
    for (std::size_t i = 0; i < columns; ++i) counts.back().push_back(stratum.measurement.count(standing_at(i)));
  }
  return CountTable{counts};
}

const DisclosurePolicy hides_1_to_4 = disclosure_policy("suppress_1_4").value();

}  // namespace

TEST_CASE("no hidden count of a published measurement can be worked out", "[indicators][property]") {
  std::mt19937_64 random{71};
  const std::vector<std::string> letters = {"", "a", "b", "c"};
  std::size_t published_tables = 0;
  std::size_t hidden_cells = 0;
  for (int round = 0; round < 150; ++round) {
    std::vector<std::string> codes;
    for (auto left = 1 + random() % 80; left > 0; --left) {
      const std::string answers = random() % 3 == 0 ? "nytlu" : "nny";
      codes.push_back("yyn" + std::string{answers[random() % answers.size()]} + "nn" + letters[random() % 4]);
    }
    const auto strata = strata_of(codes);
    const auto& policy = disclosure_policies.at(random() % disclosure_policies.size());
    const auto totals = random() % 2 == 0 ? SmallTotals::shown : SmallTotals::hidden;
    const auto published = publish(strata, policy, totals);
    const auto table = table_of(strata);
    const auto hidden = cells_to_hide(table, policy, totals);
    REQUIRE(published.has_value() == hidden.has_value());
    if (!published) continue;
    ++published_tables;
    REQUIRE(published->groups() == strata.size());
    CHECK(check_disclosure(table, *hidden, policy, totals).verdict == DisclosureVerdict::safe);
    for (std::size_t row = 0; row <= strata.size(); ++row) {
      for (std::size_t column = 0; column < columns; ++column) {
        const auto count = published->count(row, standing_at(column));
        const auto exact = table.at({.row = row, .column = column});
        CHECK(count.is_hidden() == hidden->contains({.row = row, .column = column}));
        if (!count.is_hidden()) CHECK(count.value() == round_to_base(exact, policy.round_to));
        if (row < strata.size()) CHECK((publish(count, policy) == count));
        hidden_cells += count.is_hidden() ? 1U : 0U;
      }
    }
    for (const auto& bounds : cell_bounds(table, *hidden)) {
      if (is_small(table.at(bounds.cell), policy)) CHECK(bounds.high != boost::make_optional(bounds.low));
    }
  }
  CHECK(published_tables > 50);
  CHECK(hidden_cells > 200);
}

TEST_CASE("a published share is of the counts that are shown", "[indicators]") {
  auto codes = both(times(33, "yynynna"), times(12, "yynnnna"));
  codes = both(both(codes, times(8, "yynyyna")), times(21, "yyntnna"));
  const auto rounding = disclosure_policy("suppress_1_7_then_round_5").value();
  const auto published = publish(strata_of(codes), rounding, SmallTotals::shown).value();
  CHECK(published.group(0) == std::string{"a"});
  CHECK(published.count(0, Standing::numerator).value() == std::int64_t{35});
  CHECK(published.count(0, Standing::denominator_only).value() == std::int64_t{10});
  CHECK(published.count(0, Standing::numerator_excluded).value() == std::int64_t{10});
  CHECK(published.count(0, Standing::pending).value() == std::int64_t{20});
  CHECK(published.count(0, Standing::excluded).value() == std::int64_t{0});
  CHECK(published.share(0).value() == Approx(35.0 / 55));
  CHECK(published.share(1).value() == Approx(35.0 / 55));
  CHECK(published.status(0) == FigureStatus::ok);
}

TEST_CASE("where a count of the share is hidden there is no share", "[indicators]") {
  const auto codes =
      both(both(times(30, "yynynna"), times(3, "yynnnna")), both(times(30, "yynynnb"), times(20, "yynnnnb")));
  const auto published = publish(strata_of(codes), hides_1_to_4, SmallTotals::shown).value();
  CHECK(published.count(0, Standing::denominator_only).is_hidden());
  CHECK(published.count(1, Standing::denominator_only).is_hidden());  // or the total would tell it
  for (const auto place : {0U, 1U}) {
    CHECK_FALSE(published.share(place).has_value());
    CHECK(published.status(place) == FigureStatus::suppressed);
  }
  CHECK(published.share(2).value() == Approx(60.0 / 83));
  CHECK(published.status(2) == FigureStatus::ok);
}

TEST_CASE("a published figure says how far it can be trusted, by what is shown", "[indicators]") {
  const auto status_of = [](const std::vector<std::string>& codes) {
    return publish(strata_of(codes, 15), hides_1_to_4, SmallTotals::shown).value().status(0);
  };
  CHECK(status_of(times(14, "yynynna")) == FigureStatus::unstable);
  CHECK(status_of(times(15, "yynynna")) == FigureStatus::ok);
  CHECK(status_of(both(times(7, "yynynna"), times(8, "yynnnna"))) == FigureStatus::ok);
  CHECK(status_of(both(times(14, "yynynna"), times(9, "yyntnna"))) == FigureStatus::unstable);
  CHECK(status_of(times(9, "yyntnna")) == FigureStatus::no_denominator);
  CHECK_FALSE(publish(strata_of(times(9, "yyntnna")), hides_1_to_4, SmallTotals::shown)->share(0).has_value());
}

TEST_CASE("those of whom the group is not recorded are published as a group", "[indicators]") {
  const auto codes = both(times(10, "yynynna"), times(12, "yynnnn"));
  const auto published = publish(strata_of(codes), hides_1_to_4, SmallTotals::shown).value();
  REQUIRE(published.groups() == 2);
  CHECK_FALSE(published.group(1).has_value());
  CHECK(published.count(1, Standing::denominator_only).value() == std::int64_t{12});
  CHECK(published.count(2, Standing::numerator).value() == std::int64_t{10});
}

TEST_CASE("what is not in a publication is refused", "[indicators]") {
  CHECK_THROWS_AS(publish(std::vector<Stratum>{}, hides_1_to_4, SmallTotals::shown), std::invalid_argument);
  const auto published = publish(strata_of(times(10, "yynynna")), hides_1_to_4, SmallTotals::shown).value();
  CHECK_THROWS_AS(published.count(2, Standing::numerator), std::invalid_argument);
  CHECK_THROWS_AS(published.share(2), std::invalid_argument);
  CHECK_THROWS_AS(published.status(2), std::invalid_argument);
  CHECK_THROWS_AS(published.group(1), std::out_of_range);
  CHECK_THROWS_AS(published.count(0, Standing::not_in_initial_population), std::invalid_argument);
  CHECK_THROWS_AS(published.count(0, static_cast<Standing>(count_of<Standing>)), std::invalid_argument);
  // The total would be the count.
  CHECK_FALSE(publish(strata_of(times(3, "yynynna")), hides_1_to_4, SmallTotals::shown).has_value());
  CHECK(publish(strata_of(times(3, "yynynna")), hides_1_to_4, SmallTotals::hidden).has_value());
}
