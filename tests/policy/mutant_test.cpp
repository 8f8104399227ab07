#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/policy/mutant.hpp>

#include "support/policy.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <vector>

using namespace earlyhelp;
using test::rule_of;

namespace {

const Date today{2026, 1, 5};

/// The shipped book with one rule, and terms of one signal each.
PolicyBook small_book(const Rule& rule) {
  auto book = default_policy_book();
  book.terms = {.graded = Signal::officer_graded,
                .act = Signal::injury,
                .abuse = Signal::domestic,
                .child = Signal::child_linked};
  book.rules = {rule};
  return book;
}

Rule weapon_rule(const Condition& when) {
  auto book = default_policy_book();
  auto rule = rule_of(book, "weapon");
  rule.when = when;
  return rule;
}

std::vector<std::string> slips(const std::vector<Mutant>& mutants, const std::string& place) {
  std::vector<std::string> found;
  for (const auto& mutant : mutants) {
    if (mutant.place == place) found.push_back(std::string{to_string(mutant.mutation)} + ": " + mutant.what);
  }
  return found;
}

}  // namespace

TEST_CASE("each signal of a condition is negated and dropped, and each and and or swapped", "[policy]") {
  const auto book = small_book(weapon_rule((Signal::weapon || Signal::injury) && Signal::domestic));

  CHECK(slips(mutants_of(book, today), "weapon: when") == std::vector<std::string>{
                                                              "signal_negated: not weapon instead of weapon",
                                                              "signal_dropped: without weapon",
                                                              "and_or_swapped: weapon and injury",
                                                              "signal_negated: not injury instead of injury",
                                                              "signal_dropped: without injury",
                                                              "and_or_swapped: injury or domestic",
                                                              "signal_negated: not domestic instead of domestic",
                                                              "signal_dropped: without domestic",
                                                          });
}

TEST_CASE("a signal that is dropped leaves its neighbours in the clauses they were in", "[policy]") {
  const auto when = [](const char* what, const Condition& before) {
    for (const auto& mutant : mutants_of(small_book(weapon_rule(before)), today)) {
      if (mutant.place == "weapon: when" && mutant.what == what) return mutant.book.rules.front().when;
    }
    throw std::out_of_range{what};
  };
  using enum Signal;

  CHECK((when("without weapon", (weapon || injury) && domestic) == (injury && domestic)));
  CHECK((when("without injury", (weapon || injury) && domestic) == (weapon && domestic)));
  CHECK((when("without domestic", (weapon || injury) && domestic) == (weapon || injury)));
  CHECK((when("injury or domestic", (weapon || injury) && domestic) == (weapon || injury || domestic)));
  CHECK((when("weapon and injury", weapon || injury) == (weapon && injury)));
}

TEST_CASE("what a rule asks for is changed to its neighbours, and its duties are dropped and exchanged one by one",
          "[policy]") {
  Rule rule = weapon_rule(Signal::weapon);
  rule.grade_at_least = GradeAsked::medium;
  rule.route_at_least = Route::high_risk_panel;
  rule.duties = {DutyClause{.duties = {Duty::marac_referral, Duty::idva_offer}}};

  const auto mutants = mutants_of(small_book(rule), today);

  CHECK(slips(mutants, "weapon") == std::vector<std::string>{
                                        "grade_changed: standard instead of medium",
                                        "grade_changed: high instead of medium",
                                        "route_changed: multi_agency_review instead of high_risk_panel",
                                        "duty_dropped: without idva_offer",
                                        "duty_dropped: without marac_referral",
                                        "duty_changed: mash_referral instead of marac_referral",
                                    });
}

TEST_CASE("a duty is exchanged for the next one, and the last one for that before it", "[policy]") {
  Rule rule = weapon_rule(Signal::weapon);
  rule.route_at_least = Route::record_only;
  rule.duties = {DutyClause{.duties = {Duty::daily_review}}, DutyClause{.duties = {Duty::perpetrator_review}}};

  const auto mutants = mutants_of(small_book(rule), today);

  CHECK(slips(mutants, "weapon") == std::vector<std::string>{
                                        "duty_dropped: without daily_review",
                                        "duty_changed: obtain_grade instead of daily_review",
                                        "duty_dropped: without perpetrator_review",
                                        "duty_changed: notify_school instead of perpetrator_review",
                                    });
}

TEST_CASE("each number that facts are compared with is one more and one less, windows and clocks stay", "[policy]") {
  const auto mutants = mutants_of(default_policy_book(), today);

  CHECK(slips(mutants, "escalation_events") ==
        std::vector<std::string>{"number_raised: 4 instead of 3", "number_lowered: 2 instead of 3"});
  CHECK(slips(mutants, "school_notification_from") ==
        std::vector<std::string>{"number_raised: 2025-11-08 instead of 2025-11-07",
                                 "number_lowered: 2025-11-06 instead of 2025-11-07"});
  CHECK(slips(mutants, "escalation_window").empty());
  CHECK(slips(mutants, "contact_within").empty());
}

TEST_CASE("a number or a day beyond which there is none has no mutant on that side", "[policy]") {
  auto book = default_policy_book();
  const auto of_days = [&](Date from) {
    test::set(book, Parameter::school_notification_from, from);
    return slips(mutants_of(book, today), "school_notification_from");
  };
  CHECK(of_days(Date{9999, 12, 31}) == std::vector<std::string>{"number_lowered: 9999-12-30 instead of 9999-12-31"});
  CHECK(of_days(Date{9999, 12, 30}).size() == 2);
  CHECK(of_days(Date{1400, 1, 1}) == std::vector<std::string>{"number_raised: 1400-01-02 instead of 1400-01-01"});
  CHECK(of_days(Date{1400, 1, 2}).size() == 2);

  const auto of_events = [&](int events) {
    test::set(book, Parameter::escalation_events, events);
    return slips(mutants_of(book, today), "escalation_events");
  };
  constexpr int highest = std::numeric_limits<int>::max();
  CHECK(of_events(highest) == std::vector<std::string>{"number_lowered: 2147483646 instead of 2147483647"});
  CHECK(of_events(highest - 1).size() == 2);
  CHECK(of_events(1) == std::vector<std::string>{"number_raised: 2 instead of 1"});
}

TEST_CASE("a rule is not made to ask for what it does not ask for", "[policy]") {
  Rule rule = weapon_rule(Signal::weapon);
  rule.route_at_least = Route::early_intervention;
  CHECK(slips(mutants_of(small_book(rule), today), "weapon") ==
        std::vector<std::string>{"route_changed: record_only instead of early_intervention",
                                 "route_changed: victim_services instead of early_intervention"});

  rule.route_at_least = Route::record_only;
  CHECK(slips(mutants_of(small_book(rule), today), "weapon").empty());
}

TEST_CASE("a number that is not in force, or no more, has no mutant", "[policy]") {
  auto book = default_policy_book();
  auto later = test::row_of(book, Parameter::escalation_events);
  later.in_force_from = Date{2026, 1, 1};
  later.value = 5;
  book.parameters.push_back(later);

  CHECK(slips(mutants_of(book, Date{2025, 12, 31}), "escalation_events").front() == "number_raised: 4 instead of 3");
  CHECK(slips(mutants_of(book, Date{2026, 1, 1}), "escalation_events").front() == "number_raised: 6 instead of 5");
}

TEST_CASE("every mutant of the shipped policy is a sound policy, another one, and only once there", "[policy]") {
  const auto book = default_policy_book();
  const auto mutants = mutants_of(book, today);

  std::set<std::string> names;
  for (const auto& mutant : mutants) {
    INFO(mutant.place << ": " << mutant.what);
    CHECK(check(mutant.book).empty());
    CHECK_FALSE((mutant.book == book));
    names.insert(mutant.place + ": " + mutant.what);
  }
  CHECK(names.size() == mutants.size());
  const auto is_drop = [](const Mutant& mutant) { return mutant.mutation == Mutation::rule_dropped; };
  CHECK(static_cast<std::size_t>(std::count_if(mutants.begin(), mutants.end(), is_drop)) == book.rules.size());
}
