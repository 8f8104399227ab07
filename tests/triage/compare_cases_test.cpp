#include <earlyhelp/triage/difference.hpp>
#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/triage.hpp>
#include <earlyhelp/triage/verify.hpp>

#include "support/plain_cases.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;
using enum Signal;

namespace {

Facts quiet() { return quiet_facts(Date{2025, 11, 7}); }

PlainAxis axis(const std::vector<Change>& values) { return {.values = values, .rises = {}}; }

std::vector<PlainAxis> people() {
  std::vector<Change> definitions;
  for (const auto definition : values_of<Definition>) {
    definitions.emplace_back([definition](Facts& facts) { facts.definition = definition; });
  }
  const auto grades = [](boost::optional<RiskGrade> Facts::*who) {
    std::vector<Change> values{[who](Facts& facts) { facts.*who = boost::none; }};
    for (const auto grade : values_of<RiskGrade>) values.emplace_back([=](Facts& facts) { facts.*who = grade; });
    return axis(values);
  };
  return {axis(definitions), grades(&Facts::officer_grade), grades(&Facts::judgement)};
}

PlainAxis answers(Finding finding) {
  std::vector<Change> values;
  for (const auto answer : values_of<Answer>) {
    values.emplace_back([=](Facts& facts) { facts.findings.set(finding, answer); });
  }
  return axis(values);
}

PlainAxis events(const std::vector<int>& counts) {
  std::vector<Change> values;
  for (const int count : counts) values.emplace_back([=](Facts& facts) { facts.history.events_in_window = count; });
  return axis(values);
}

PlainAxis known_history() {
  return axis({[](Facts& facts) { facts.history.known = true; }, [](Facts& facts) { facts.history.known = false; }});
}

PolicyBook small_book() {
  auto book = default_policy_book();
  auto weapon = rule_of(book, "weapon");
  weapon.duties = {DutyClause{.duties = {Duty::victim_services_referral}, .only_when = !honour_possible}};
  auto escalation = rule_of(book, "escalation");
  escalation.when = events_at_escalation && judged;
  book.rules = {rule_of(book, "domestic-incident"), rule_of(book, "officer-grade"), weapon, escalation,
                rule_of(book, "not-domestic")};
  return book;
}

PolicyBook later_book() {
  auto book = small_book();
  rule_of(book, "weapon").when = weapon && (injury || officer_graded);
  rule_of(book, "weapon").grade_at_least = GradeAsked::medium;
  rule_of(book, "weapon").duties[0].duties = {Duty::idva_offer, Duty::victim_services_referral};
  rule_of(book, "weapon").duties[0].only_when = !injury;
  set(book, Parameter::escalation_events, 5);
  set(book, Parameter::victim_services_referral_within,
      DutyClock{.clock = {.kind = ClockKind::clock_hours, .amount = 4000}});
  return book;
}

using Key = std::tuple<Route, boost::optional<RiskGrade>, Route, boost::optional<RiskGrade>>;

/// How many cases, and the fewest departures of any.
struct Tally {
  std::uint64_t cases = 0;
  std::size_t departures = 1000;

  void add(const Facts& facts) {
    ++cases;
    departures = std::min(departures, differing(facts, quiet()).size());
  }
  friend bool operator==(const Tally&, const Tally&) = default;
};

}  // namespace

TEST_CASE("who moves over all cases, and which duties come and go, is what a loop over them counts",
          "[triage][verify]") {
  const auto a = policy_of(small_book());
  const auto b = policy_of(later_book());
  auto axes = people();
  for (const auto finding : {Finding::weapon, Finding::injury}) axes.push_back(answers(finding));
  axes.push_back(answers(Finding::honour_or_forced_marriage));
  axes.back().values.pop_back();  // an unknown is as possible as a yes
  axes.push_back(events({1, 3, 5}));
  axes.push_back(known_history());

  const auto found = compare(a, b);

  std::map<Key, Tally> moves;
  std::array<std::array<Tally, count_of<Duty>>, 3> duties;
  DueTable due_before{a};
  DueTable due_after{b};
  std::uint64_t cases = 0;
  for (const auto& each : cases_of(axes, quiet(), a)) {
    const auto& before = each.decision.known;
    const auto decision = triage(each.facts, b);
    const auto& after = decision.known;
    ++cases;
    if (before.route != after.route || before.grade != after.grade) {
      moves[{before.route, before.grade, after.route, after.grade}].add(each.facts);
    }
    for (const auto duty : after.duties - before.duties) duties[0][static_cast<std::size_t>(duty)].add(each.facts);
    for (const auto duty : before.duties - after.duties) duties[1][static_cast<std::size_t>(duty)].add(each.facts);
    for (const auto duty : before.duties& after.duties) {
      if (due_before.times(each.decision, duty) == due_after.times(decision, duty)) continue;
      duties[2][static_cast<std::size_t>(duty)].add(each.facts);
    }
  }
  CHECK(found.cases == cases);
  CHECK(found.before == a.stamp());
  std::map<Key, Tally> moved;
  auto unmoved = cases;
  for (const auto& move : found.moves) {
    moved[{move.route_before, move.grade_before, move.route_after, move.grade_after}] = {
        move.cases, differing(move.example, quiet()).size()};
    unmoved -= move.cases;
  }
  CHECK((moved == moves));
  CHECK(moves.size() > 5);
  CHECK(found.unmoved == unmoved);
  std::array<std::array<Tally, count_of<Duty>>, 3> changed;
  const auto tally_of = [](std::uint64_t count, const boost::optional<Facts>& example) {
    return example ? Tally{count, differing(*example, quiet()).size()} : Tally{};
  };
  for (const auto& change : found.duties) {
    changed[0][static_cast<std::size_t>(change.duty)] = tally_of(change.added, change.added_to);
    changed[1][static_cast<std::size_t>(change.duty)] = tally_of(change.dropped, change.dropped_from);
    changed[2][static_cast<std::size_t>(change.duty)] = tally_of(change.rescheduled, change.rescheduled_in);
  }
  CHECK((changed == duties));
  CHECK(changed[0][static_cast<std::size_t>(Duty::idva_offer)].cases > 0);
  CHECK(changed[1][static_cast<std::size_t>(Duty::victim_services_referral)].cases > 0);
  CHECK(changed[2][static_cast<std::size_t>(Duty::victim_services_referral)].cases > 0);
}

TEST_CASE("what is to be asked next is looked at as exactly as the rest", "[triage][verify]") {
  // No other unknown makes it turn on whether this one is asked for, so the rest of the facts only multiply the cases.
  const auto policy = policy_of(small_book());
  auto axes = people();
  for (const auto finding : {Finding::weapon, Finding::honour_or_forced_marriage}) axes.push_back(answers(finding));
  axes.push_back(events({1, 3}));
  axes.push_back(known_history());
  const auto slow = cases_of(axes, quiet(), policy);
  for (const auto unknown : {Unknown::definition, Unknown::officer_grade, Unknown::weapon,
                             Unknown::honour_or_forced_marriage, Unknown::history}) {
    CAPTURE(unknown);
    Tally asked;
    for (const auto& each : slow) {
      if (each.decision.ask_next.contains(unknown)) asked.add(each.facts);
    }
    const auto found = verify(policy, {.invariants = {{.id = "unasked",
                                                       .title = "It is not asked for",
                                                       .facts = {},
                                                       .parts = {DecisionPart::ask_next},
                                                       .holds = [=](const Facts&, const Decision& decision) {
                                                         return !decision.ask_next.contains(unknown);
                                                       }}}});

    const auto& failures = found.of(Property::invariants_hold).failures;
    REQUIRE(failures.size() == 1);
    CHECK(failures.front().subject == "unasked");
    CHECK(triage(*failures.front().facts, policy).ask_next.contains(unknown));
    CHECK(differing(*failures.front().facts, found.quiet).size() == asked.departures);
    REQUIRE(found.cases % slow.size() == 0);
    CHECK(failures.front().cases == asked.cases * (found.cases / slow.size()));
  }
}

TEST_CASE("policies that only ask for other things next are told apart by that", "[triage][verify]") {
  // With nobody in danger from the family neither unknown matters alone; and whether both matter is the same in both.
  auto book = default_policy_book();
  auto both = rule_of(book, "weapon");
  both.when = weapon && injury;
  book.rules = {rule_of(book, "domestic-incident"), both};
  const auto together = policy_of(book);
  book.rules.back().when = weapon && weapon && injury;
  CHECK_FALSE(difference(together, policy_of(book), {DecisionPart::ask_next}).has_value());
  book.rules.back().when = weapon && (injury || injury) && (injury || stalking);
  CHECK_FALSE(difference(together, policy_of(book), {DecisionPart::ask_next}).has_value());
  book.rules.back().when = weapon && (injury || stalking);

  const auto found = difference(together, policy_of(book), {DecisionPart::ask_next});

  REQUIRE(found.has_value());
  CHECK_FALSE(triage(found->facts, together).ask_next == triage(found->facts, policy_of(book)).ask_next);
}

TEST_CASE("a duty from the daily review is due otherwise when the review is", "[triage][verify]") {
  auto book = small_book();
  set(book, Parameter::victim_services_referral_within,
      DutyClock{.clock = {.kind = ClockKind::clock_hours, .amount = 4}, .start = ClockStart::daily_review});
  const auto before = policy_of(book);
  set(book, Parameter::daily_review_at, DutyClock{.clock = {.kind = ClockKind::daily_at, .amount = 10 * 60}});

  const auto found = compare(before, policy_of(book));

  const auto change = std::find_if(found.duties.begin(), found.duties.end(),
                                   [](const DutyChange& each) { return each.duty == Duty::victim_services_referral; });
  REQUIRE(change != found.duties.end());
  CHECK(change->rescheduled > 0);
  CHECK(found.not_compared.empty());
}
