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

/// The cells of 0 that say that a whole group is in the numerator, or that nobody of it is.
TableCells telling_noughts(const CountTable& table, const std::vector<Stratum>& strata) {
  TableCells noughts{table};
  for (std::size_t row = 0; row < strata.size(); ++row) {
    const auto share = earlyhelp::share(strata[row].measurement.score());
    for (std::size_t column = 0; column < columns; ++column) {
      const bool tells = (share == 0.0 && standing_at(column) == Standing::numerator) ||
                         (share == 1.0 && standing_at(column) == Standing::denominator_only);
      if (tells) noughts.insert({.row = row, .column = column});
    }
  }
  return noughts;
}

const DisclosurePolicy hides_1_to_4 = disclosure_policy("suppress_1_4").value();

}  // namespace

TEST_CASE("no hidden count of a published measurement can be worked out", "[indicators][property]") {
  std::mt19937_64 random{71};
  const std::vector<std::string> letters = {"", "a", "b", "c"};
  std::size_t published_tables = 0;
  std::size_t hidden_cells = 0;
  std::size_t whole_shares = 0;
  for (int round = 0; round < 150; ++round) {
    std::vector<std::string> codes;
    const bool is_nobody = random() % 4 == 0;
    for (auto left = 1 + random() % 80; left > 0; --left) {
      const std::string answers = is_nobody ? "n" : random() % 3 == 0 ? "nytlu" : "nny";
      codes.push_back("yyn" + std::string{answers[random() % answers.size()]} + "nn" + letters[random() % 4]);
    }
    const auto strata = strata_of(codes);
    auto policy = disclosure_policies.at(random() % disclosure_policies.size());
    policy.whole_shares = random() % 4 == 0 ? WholeShares::shown : WholeShares::hidden;
    const auto totals = random() % 2 == 0 ? SmallTotals::shown : SmallTotals::hidden;
    const auto published = publish(strata, policy, totals);
    const auto table = table_of(strata);
    const TableCells nothing{table};
    const auto noughts = policy.whole_shares == WholeShares::hidden ? telling_noughts(table, strata) : nothing;
    const auto hidden = cells_to_hide(table, policy, totals, nothing, noughts);
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
      const auto share = published->share(row);
      if (policy.whole_shares == WholeShares::hidden) CHECK((!share || (0 < *share && *share < 1)));
      whole_shares += share == 0.0 || share == 1.0 ? 1U : 0U;
    }
    for (const auto& bounds : cell_bounds(table, *hidden)) {
      if (is_small(table.at(bounds.cell), policy) || noughts.contains(bounds.cell))
        CHECK(bounds.high != boost::make_optional(bounds.low));
    }
  }
  CHECK(published_tables > 50);
  CHECK(hidden_cells > 200);
  CHECK(whole_shares > 10);
}

TEST_CASE("a share of all or of nobody is not published, and cannot be worked out", "[indicators]") {
  const auto mixed = both(times(20, "yynynnb"), times(15, "yynnnnb"));
  auto shows = hides_1_to_4;
  shows.whole_shares = WholeShares::shown;
  for (const auto* whole : {"yynynna", "yynnnna"}) {
    const auto strata = strata_of(both(times(30, whole), mixed));
    const auto hidden = publish(strata, hides_1_to_4, SmallTotals::shown).value();
    CHECK_FALSE(hidden.share(0).has_value());
    CHECK(hidden.status(0) == FigureStatus::suppressed);
    const auto nought = whole == std::string{"yynynna"} ? Standing::denominator_only : Standing::numerator;
    CHECK(hidden.count(0, nought).is_hidden());
    CHECK(hidden.count(1, nought).is_hidden());  // or the total would tell it
    CHECK(publish(strata, shows, SmallTotals::shown)->share(0) == (nought == Standing::numerator ? 0.0 : 1.0));
    // Of one group the total is the count.
    const auto alone = strata_of(times(30, whole));
    CHECK_FALSE(publish(alone, hides_1_to_4, SmallTotals::shown).has_value());
    const auto without_totals = publish(alone, hides_1_to_4, SmallTotals::hidden).value();
    for (const auto place : {0U, 1U}) CHECK_FALSE(without_totals.share(place).has_value());
  }
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
  const auto seven = times(7, "yynynna");
  CHECK(status_of(both(seven, times(7, "yynnnna"))) == FigureStatus::unstable);
  CHECK(status_of(both(seven, times(8, "yynnnna"))) == FigureStatus::ok);
  CHECK(status_of(both(both(seven, times(7, "yynnnna")), times(9, "yyntnna"))) == FigureStatus::unstable);
  CHECK(status_of(times(9, "yyntnna")) == FigureStatus::no_denominator);
  CHECK_FALSE(publish(strata_of(times(9, "yyntnna")), hides_1_to_4, SmallTotals::shown)->share(0).has_value());
}

TEST_CASE("those of whom the group is not recorded are published as a group", "[indicators]") {
  const auto codes =
      both(both(times(10, "yynynna"), times(6, "yynnnna")), both(times(5, "yynynn"), times(12, "yynnnn")));
  const auto published = publish(strata_of(codes), hides_1_to_4, SmallTotals::shown).value();
  REQUIRE(published.groups() == 2);
  CHECK_FALSE(published.group(1).has_value());
  CHECK(published.count(1, Standing::denominator_only).value() == std::int64_t{12});
  CHECK(published.count(2, Standing::numerator).value() == std::int64_t{15});
}

TEST_CASE("what is not in a publication is refused", "[indicators]") {
  CHECK_THROWS_AS(publish(std::vector<Stratum>{}, hides_1_to_4, SmallTotals::shown), std::invalid_argument);
  const auto codes = both(times(10, "yynynna"), times(10, "yynnnna"));
  const auto published = publish(strata_of(codes), hides_1_to_4, SmallTotals::shown).value();
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
