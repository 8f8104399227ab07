#include <earlyhelp/triage/compare.hpp>
#include <earlyhelp/triage/fact_table.hpp>
#include <earlyhelp/triage/sweep.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "support/make_facts.hpp"
#include "support/policy.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;
using test::make_facts;
using test::make_policy;
using test::policy_of;

namespace {

template <class Change>
Policy changed(Change change) {
  auto book = default_policy_book();
  change(book);
  return policy_of(book);
}

Policy with_escalation(int events) {
  return changed([=](PolicyBook& book) { test::set(book, Parameter::escalation_events, events); });
}

Facts repeated(int events, Date reported_on) {
  auto facts = make_facts();
  facts.history.events_in_window = events;
  facts.reported_on = reported_on;
  return facts;
}

std::vector<Facts> random_facts(std::size_t count, std::uint64_t seed) {
  test::RandomFacts random{seed};
  std::vector<Facts> facts;
  for (std::size_t i = 0; i < count; ++i) facts.push_back(random.next());
  return facts;
}

std::uint64_t at(const std::array<std::uint64_t, count_of<Duty>>& counts, Duty duty) {
  return counts[static_cast<std::size_t>(duty)];
}

}  // namespace

TEST_CASE("a policy compared with itself moves nobody", "[triage]") {
  const auto facts = random_facts(5'000, 1);
  const FactTable table{facts};

  const auto comparison = compare(make_policy(), make_policy(), table.columns());

  CHECK((comparison == Comparison{.incidents = 5'000, .unmoved = 5'000, .moves = {}, .weeks = {}}));
}

TEST_CASE("who moves is counted with where from, where to and the first examples", "[triage]") {
  const Date monday{2026, 1, 5};
  std::vector<Facts> facts;
  for (const int events : {2, 3, 3, 4, 3, 3}) facts.push_back(repeated(events, monday));
  const FactTable table{facts};

  const auto comparison = compare(make_policy(), with_escalation(4), table.columns());

  CHECK(comparison.incidents == 6);
  CHECK(comparison.unmoved == 2);
  CHECK((comparison.moves == std::vector<IncidentMove>{{.grade_before = RiskGrade::standard,
                                                        .route_before = Route::high_risk_panel,
                                                        .grade_after = RiskGrade::standard,
                                                        .route_after = Route::early_intervention,
                                                        .incidents = 4,
                                                        .examples = {1, 2, 4}}}));
}

TEST_CASE("duties added and dropped are counted by the week of the report, from Monday to Sunday", "[triage]") {
  std::vector<Facts> facts;
  for (const auto day : {Date{2026, 1, 11}, Date{2026, 1, 12}, Date{2026, 1, 18}, Date{2026, 1, 5}}) {
    facts.push_back(repeated(3, day));
  }
  const FactTable table{facts};

  const auto weeks = compare(make_policy(), with_escalation(4), table.columns()).weeks;

  REQUIRE(weeks.size() == 2);
  CHECK(weeks[0].monday == Date{2026, 1, 5});
  CHECK(weeks[1].monday == Date{2026, 1, 12});
  for (const auto& week : weeks) {
    CHECK(at(week.dropped, Duty::marac_referral) == 2);
    CHECK(at(week.added, Duty::contact_family) == 2);
    CHECK(at(week.added, Duty::marac_referral) == 0);
  }
}

TEST_CASE("duties that stay are counted as sooner or later by the week; a time not covered is later than one that is",
          "[triage]") {
  const Date monday{2026, 1, 5};
  const Instant noon{monday, boost::posix_time::hours{12}};
  const auto due = [](Duty duty, boost::optional<Instant> at) {
    DueTimes times{.duties = {duty}};
    times.due[static_cast<std::size_t>(duty)] = at;
    return times;
  };
  ComparisonTally tally;
  tally.add(monday, due(Duty::mash_referral, noon), due(Duty::mash_referral, add_hours(noon, 1)));
  tally.add(monday, due(Duty::mash_referral, noon), due(Duty::mash_referral, boost::none));
  tally.add(monday, due(Duty::mash_referral, boost::none), due(Duty::mash_referral, noon));
  tally.add(monday, due(Duty::idva_offer, add_hours(noon, 1)), due(Duty::idva_offer, noon));
  tally.add(monday, due(Duty::notify_school, noon), due(Duty::notify_school, noon));
  tally.add(monday, due(Duty::contact_family, noon), due(Duty::contact_victim_safely, add_hours(noon, 1)));

  const auto weeks = tally.result().weeks;

  REQUIRE(weeks.size() == 1);
  DutyWeek expected{.monday = monday};
  expected.later[static_cast<std::size_t>(Duty::mash_referral)] = 2;
  expected.sooner[static_cast<std::size_t>(Duty::mash_referral)] = 1;
  expected.sooner[static_cast<std::size_t>(Duty::idva_offer)] = 1;
  CHECK((weeks[0] == expected));
}

TEST_CASE("policies that count in windows of different lengths are not compared on the same facts", "[triage]") {
  const auto window = GENERATE(Parameter::escalation_window, Parameter::marac_repeat_window);
  const FactTable table{random_facts(3, 1)};
  const auto other = changed([=](PolicyBook& book) { test::set(book, window, 6); });

  CHECK_THROWS_WITH(compare(make_policy(), other, table.columns()), Catch::Contains(std::string{to_string(window)}));
}

TEST_CASE("a comparison is the tally of the decisions one by one", "[triage][property]") {
  const auto facts = random_facts(20'000, 7);
  const FactTable table{facts};
  const auto before = make_policy();
  const auto after = changed([](PolicyBook& book) {
    test::set(book, Parameter::serial_victims, 3);
    test::rule_of(book, "weapon").route_at_least = Route::high_risk_panel;
  });
  ComparisonTally tally;
  for (const auto& each : facts) {
    tally.add(each.reported_on, triage(each, before).known, triage(each, after).known);
  }

  CHECK((compare(before, after, table.columns()) == tally.result()));
  CHECK(tally.result().unmoved < 20'000);
}

TEST_CASE("a sweep counts what every variant of the thresholds decides", "[triage][property]") {
  const auto facts = random_facts(20'011, 11);
  const FactTable table{facts};
  const auto policy = make_policy();
  std::vector<Thresholds> variants;
  for (auto it = policy.thresholds(); it.escalation_events <= 5; ++it.escalation_events) variants.push_back(it);
  auto it = policy.thresholds();
  it.visible_high_risk[static_cast<std::size_t>(Instrument::dara)] = 5;
  variants.push_back(it);
  it.visible_high_risk = {};
  it.serial_victims = 3;
  it.cumulative_child_events = 2;
  variants.push_back(it);
  it.young_child_under_years = 7;
  it.school_notification_from = Date{2025, 11, 8};
  variants.push_back(it);

  const auto workloads = sweep(policy, variants, table.columns());

  REQUIRE(workloads.size() == variants.size());
  for (std::size_t i = 0; i < variants.size(); ++i) {
    auto book = default_policy_book();
    const auto& numbers = variants[i];
    test::set(book, Parameter::escalation_events, numbers.escalation_events);
    test::set(book, Parameter::serial_victims, numbers.serial_victims);
    test::set(book, Parameter::cumulative_child_events, numbers.cumulative_child_events);
    test::set(book, Parameter::young_child_under_years, numbers.young_child_under_years);
    test::set(book, Parameter::school_notification_from, numbers.school_notification_from);
    for (const auto instrument : values_of<Instrument>) {
      const auto& least = numbers.visible_high_risk[static_cast<std::size_t>(instrument)];
      std::erase_if(book.parameters,
                    [&](const ParameterRow& row) { return row.parameter == visible_high_risk_of(instrument); });
      if (!least) continue;
      auto row = test::row_of(book, Parameter::escalation_events);
      row.parameter = visible_high_risk_of(instrument);
      row.value = *least;
      book.parameters.push_back(row);
    }
    const auto variant = policy_of(book);
    REQUIRE(variant.thresholds() == numbers);
    Workload expected;
    for (const auto& each : facts) {
      const auto decision = triage(each, variant);
      if (decision.known.grade) ++expected.by_grade[static_cast<std::size_t>(*decision.known.grade)];
      ++expected.by_route[static_cast<std::size_t>(decision.known.route)];
      for (const auto duty : decision.known.duties) ++expected.by_duty[static_cast<std::size_t>(duty)];
      expected.provisional += decision.provisional ? 1 : 0;
    }
    CAPTURE(i);
    CHECK((workloads[i] == expected));
  }
}

TEST_CASE("a sweep over nothing, or of nothing, is nothing", "[triage]") {
  const FactTable none;
  const FactTable some{random_facts(3, 1)};
  const std::vector<Thresholds> one{make_policy().thresholds()};

  CHECK((sweep(make_policy(), one, none.columns()) == std::vector<Workload>{Workload{}}));
  CHECK(sweep(make_policy(), {}, some.columns()).empty());
}
