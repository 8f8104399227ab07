#include <earlyhelp/indicators/published_outcomes.hpp>

#include <earlyhelp/indicators/groupings.hpp>
#include <earlyhelp/indicators/published_measurement.hpp>

#include "support/make_register.hpp"
#include "support/random_register.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <random>
#include <stdexcept>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

using enum CaseOutcome;

const DisclosurePolicy hides_1_to_4 = disclosure_policy("suppress_1_4").value();

/// A closed case of a family of its own that comes to `wanted`.
FamilyLog family_of(CaseOutcome wanted, int number) {
  auto log = FamilyLog{std::string{to_string(wanted)} + std::to_string(number)}.referred("2025-01-06");
  const auto closed = [&](ClosingReason why) { return log.closed("2025-06-01", why); };
  const auto sent_to = [&](Service service) {
    log.add("2025-02-01", ReferredOn{.referral = OnwardReferralId{"r-1"},
                                     .person = log.victim(),
                                     .service = service,
                                     .state = OnwardState::made});
    return closed(ClosingReason::referred_on);
  };
  switch (wanted) {
    case mash:
      return sent_to(Service::mash);
    case escalated:
      return sent_to(Service::marac);
    case CaseOutcome::referred_on:
      return sent_to(Service::idva);
    case supported:
      log.add("2025-02-01", Intervention{.person = log.victim(), .kind = InterventionKind::direct_work});
      return closed(ClosingReason::no_more_needed);
    case advised_only:
      return closed(ClosingReason::advice_only);
    case declined:
      return closed(ClosingReason::declined);
    case not_reached:
      return closed(ClosingReason::not_reached);
    case unexplained:
      return closed(ClosingReason::no_more_needed);
    case not_for_the_service:
      return closed(ClosingReason::not_suitable);
    case pending:
      break;
  }
  return log;
}

/// Three who declined, and 10 and more of all other outcomes.
CaseRegister three_who_declined() {
  std::vector<FamilyLog> logs;
  int more = 10;
  for (const auto outcome : values_of<CaseOutcome>) {
    for (int i = outcome == declined ? 3 : ++more; i > 0; --i) logs.push_back(family_of(outcome, i));
  }
  return make_register(logs, "2025-12-31");
}

std::int64_t count_of_outcome(const GroupOutcomes& group, CaseOutcome outcome) {
  return group.families[static_cast<std::size_t>(outcome)];
}

CountTable table_of(const std::vector<GroupOutcomes>& groups) {
  std::vector<std::vector<std::int64_t>> counts;
  for (const auto& group : groups) counts.emplace_back(group.families.begin(), group.families.end());
  return CountTable{counts};
}

/// What a publication hides.
TableCells hidden_in(const PublishedOutcomes& published, const CountTable& table) {
  TableCells hidden{table};
  for (std::size_t row = 0; row <= published.groups(); ++row) {
    for (const auto outcome : values_of<CaseOutcome>) {
      const TableCell cell{.row = row, .column = static_cast<std::size_t>(outcome)};
      if (published.count(row, outcome).is_hidden()) hidden.insert(cell);
    }
    if (published.families(row).is_hidden()) hidden.insert({.row = row, .column = table.columns()});
  }
  return hidden;
}

}  // namespace

TEST_CASE("measurements of outcomes, published one by one, give a hidden one away, and one table does not",
          "[indicators]") {
  const auto all = three_who_declined();
  std::int64_t left = 0;
  for (const auto& indicator : outcome_indicators) {
    const std::vector strata{Stratum{.group = {}, .measurement = measure(indicator, all, the_year())}};
    const auto published = publish(strata, hides_1_to_4, SmallTotals::hidden).value();
    const auto count = published.count(0, Standing::numerator).value();
    REQUIRE(count.has_value() == (indicator.id.view() != "outcome_declined"));
    if (!count) continue;
    if (left == 0) left = *count + published.count(0, Standing::denominator_only).value().value();
    left -= *count;
  }
  CHECK(left == 3);

  const std::vector whole{all_outcomes(all, the_year())};
  CHECK_FALSE(publish(whole, hides_1_to_4, SmallTotals::shown).has_value());
  const auto published = publish(whole, hides_1_to_4, SmallTotals::hidden).value();
  CHECK(published.count(0, declined).is_hidden());
  const auto table = table_of(whole);
  const auto hidden = hidden_in(published, table);
  CHECK(check_disclosure(table, hidden, hides_1_to_4, SmallTotals::hidden).verdict == DisclosureVerdict::safe);
}

TEST_CASE("every family is counted once, as its outcome", "[indicators]") {
  const auto all = three_who_declined();
  const auto whole = all_outcomes(all, the_year());
  CHECK_FALSE(whole.group.has_value());
  CHECK(count_of_outcome(whole, declined) == 3);
  CHECK(count_of_outcome(whole, pending) == 11);
  CHECK(count_of_outcome(whole, not_for_the_service) == 19);
  CHECK(std::accumulate(whole.families.begin(), whole.families.end(), std::int64_t{0}) ==
        static_cast<std::int64_t>(all.size(CountedUnit::family)));
  CHECK(group_outcomes(make_register(std::vector<FamilyLog>{}, "2025-12-31"), the_year(), by_month()).empty());
  const auto nobody = all_outcomes(make_register(std::vector<FamilyLog>{}, "2025-12-31"), the_year());
  CHECK((nobody == GroupOutcomes{.group = {}, .families = {}}));
}

TEST_CASE("no outcome that is hidden can be worked out, of whatever groups", "[indicators][property]") {
  RandomRegister random{72};
  std::size_t hidden_counts = 0;
  for (int round = 0; round < 60; ++round) {
    const CaseRegister all{random.cases(60), {}, make_casework_policy(), make_calendar(), moment("2026-12-31")};
    const auto groups = group_outcomes(all, the_year(), by_referral_source());
    const auto& policy = disclosure_policies.at(static_cast<std::size_t>(random.below(5)));
    const auto totals = random.below(2) == 0 ? SmallTotals::shown : SmallTotals::hidden;
    const auto published = publish(groups, policy, totals);
    if (!published) {
      CHECK(totals == SmallTotals::shown);
      continue;
    }
    const auto table = table_of(groups);
    const auto hidden = hidden_in(*published, table);
    REQUIRE(published->groups() == groups.size());
    CHECK(check_disclosure(table, hidden, policy, totals).verdict == DisclosureVerdict::safe);
    for (std::size_t row = 0; row < groups.size(); ++row) {
      CHECK(published->group(row) == groups[row].group);
      for (const auto outcome : values_of<CaseOutcome>) {
        const auto shown = published->count(row, outcome).value();
        hidden_counts += shown ? 0U : 1U;
        if (shown) CHECK(*shown == round_to_base(count_of_outcome(groups[row], outcome), policy.round_to));
      }
    }
  }
  CHECK(hidden_counts > 100);
}

TEST_CASE("that all of a group came to one outcome is not published", "[indicators]") {
  const auto group = [](const char* name, std::int64_t of_supported, std::int64_t of_declined) {
    GroupOutcomes outcomes{.group = std::string{name}, .families = {}};
    outcomes.families[static_cast<std::size_t>(supported)] = of_supported;
    outcomes.families[static_cast<std::size_t>(declined)] = of_declined;
    return outcomes;
  };
  const std::vector groups{group("a", 30, 0), group("b", 20, 10)};
  const auto hidden = publish(groups, hides_1_to_4, SmallTotals::shown).value();
  CHECK(hidden.count(0, declined).is_hidden());
  CHECK(hidden.count(0, supported).is_hidden());
  CHECK(hidden.families(0).value() == std::int64_t{30});
  CHECK(hidden.count(2, declined).value() == std::int64_t{10});
  auto shows = hides_1_to_4;
  shows.whole_shares = WholeShares::shown;
  CHECK(publish(groups, shows, SmallTotals::shown)->count(0, supported).value() == std::int64_t{30});
}

TEST_CASE("what is in no publication of outcomes is refused", "[indicators]") {
  CHECK_THROWS_AS(publish(std::vector<GroupOutcomes>{}, hides_1_to_4, SmallTotals::shown), std::invalid_argument);
  const std::vector whole{all_outcomes(three_who_declined(), the_year())};
  const auto published = publish(whole, hides_1_to_4, SmallTotals::hidden).value();
  CHECK_THROWS_AS(published.group(1), std::out_of_range);
  CHECK_THROWS_AS(published.count(2, declined), std::invalid_argument);
  CHECK_THROWS_AS(published.families(2), std::invalid_argument);
  CHECK_THROWS_AS(published.count(0, static_cast<CaseOutcome>(count_of<CaseOutcome>)), std::invalid_argument);
}
