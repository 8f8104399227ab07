#include <earlyhelp/triage/triage.hpp>

#include "support/make_facts.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>
#include <string_view>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

constexpr int most = std::numeric_limits<int>::max();

bool fires(std::string_view id, const Facts& facts, const Policy& policy = make_policy()) {
  const auto ids = ids_of(triage(facts, policy).known.reasons, policy);
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

Policy policy_with(Parameter parameter, ParameterValue value) {
  auto book = default_policy_book();
  set(book, parameter, value);
  return policy_of(book);
}

Facts with_checklist(boost::optional<Instrument> instrument, int yes, int unanswered = 0) {
  auto facts = make_facts();
  facts.checklist = {.instrument = instrument, .yes_count = yes, .unanswered_count = unanswered};
  return facts;
}

Facts with_events(int events) {
  auto facts = make_facts();
  facts.history.events_in_window = events;
  return facts;
}

}  // namespace

TEST_CASE("the yes answers of a checklist with a threshold are high from it on", "[triage]") {
  const auto instrument = GENERATE(Instrument::dash_2009, Instrument::dash_ric);
  const auto [yes, is_high] =
      GENERATE(table<int, bool>({{0, false}, {13, false}, {14, true}, {15, true}, {most, true}}));
  CAPTURE(instrument, yes);
  const auto facts = with_checklist(instrument, yes);

  CHECK(fires("visible-high-risk", facts) == is_high);
  CHECK((triage(facts, make_policy()).known.grade == RiskGrade::high) == is_high);
  CHECK_FALSE(fires("incomplete-checklist", facts));
}

TEST_CASE("each instrument is held against its own threshold", "[triage]") {
  const auto dash = policy_with(Parameter::visible_high_risk_dash_2009, 17);
  const auto ric = policy_with(Parameter::visible_high_risk_dash_ric, 17);

  CHECK_FALSE(fires("visible-high-risk", with_checklist(Instrument::dash_2009, 16), dash));
  CHECK(fires("visible-high-risk", with_checklist(Instrument::dash_2009, 17), dash));
  CHECK(fires("visible-high-risk", with_checklist(Instrument::dash_ric, 14), dash));
  CHECK_FALSE(fires("visible-high-risk", with_checklist(Instrument::dash_ric, 16), ric));
  CHECK(fires("visible-high-risk", with_checklist(Instrument::dash_2009, 14), ric));
}

TEST_CASE("a checklist without a threshold, and none, count for nothing", "[triage]") {
  const auto instrument = GENERATE(boost::optional<Instrument>{}, boost::optional<Instrument>{Instrument::dara});
  CAPTURE(instrument);

  CHECK_FALSE(fires("visible-high-risk", with_checklist(instrument, most)));
  CHECK_FALSE(fires("incomplete-checklist", with_checklist(instrument, 13, most)));
}

TEST_CASE("unanswered items are reviewed from where they could reach the threshold", "[triage]") {
  const auto [yes, unanswered, is_incomplete] = GENERATE(table<int, int, bool>({
      {10, 3, false},
      {10, 4, true},
      {10, 5, true},
      {13, 0, false},
      {13, 1, true},
      {14, 1, false},
      {0, 13, false},
      {0, 14, true},
      {13, most, true},
      {most, most, false},
  }));
  CAPTURE(yes, unanswered);
  const auto facts = with_checklist(Instrument::dash_2009, yes, unanswered);

  CHECK(fires("incomplete-checklist", facts) == is_incomplete);
  CHECK(fires("visible-high-risk", facts) == (yes >= 14));
}

TEST_CASE("abuse escalates from the policy's number of events on", "[triage]") {
  const auto [events, is_escalation] =
      GENERATE(table<int, bool>({{1, false}, {2, false}, {3, true}, {4, true}, {most, true}}));
  CAPTURE(events);

  CHECK(fires("escalation", with_events(events)) == is_escalation);
  CHECK_FALSE(fires("repeated-conflict", with_events(events)));
}

TEST_CASE("conflict without an act is reviewed from the same number on, and never escalates", "[triage]") {
  const auto [events, is_repeated] = GENERATE(table<int, bool>({{2, false}, {3, true}, {4, true}, {most, true}}));
  CAPTURE(events);
  auto facts = with_events(events);
  facts.definition = Definition::family_conflict;

  CHECK(fires("repeated-conflict", facts) == is_repeated);
  CHECK_FALSE(fires("escalation", facts));

  facts.findings.set(Finding::injury, Answer::yes);
  CHECK_FALSE(fires("repeated-conflict", facts));
  CHECK(fires("escalation", facts) == is_repeated);
}

TEST_CASE("escalation and the cumulative prompt have a number each", "[triage]") {
  const auto escalation_5 = policy_with(Parameter::escalation_events, 5);
  const auto cumulative_2 = policy_with(Parameter::cumulative_child_events, 2);
  auto facts = with_events(4);
  facts.children = one_child(5);

  CHECK_FALSE(fires("escalation", facts, escalation_5));
  CHECK(fires("child-cumulative", facts, escalation_5));
  facts.history.events_in_window = 5;
  CHECK(fires("escalation", facts, escalation_5));
  facts.history.events_in_window = 2;
  CHECK_FALSE(fires("escalation", facts, cumulative_2));
  CHECK(fires("child-cumulative", facts, cumulative_2));
}

TEST_CASE("events accumulate for a child from the policy's number on, and only for a child", "[triage]") {
  const auto [events, is_cumulative] = GENERATE(table<int, bool>({{2, false}, {3, true}, {4, true}, {most, true}}));
  CAPTURE(events);
  auto facts = with_events(events);
  CHECK_FALSE(fires("child-cumulative", facts));

  SECTION("linked") { facts.children = one_child(9); }
  SECTION("unborn") { facts.findings.set(Finding::unborn_child, Answer::yes); }
  SECTION("pregnancy") { facts.findings.set(Finding::pregnancy_or_new_baby, Answer::yes); }
  SECTION("harmed") { facts.findings.set(Finding::child_harmed_or_threatened, Answer::yes); }
  SECTION("party of 16 or 17") { facts.findings.set(Finding::party_under_18, Answer::yes); }
  SECTION("open case") { facts.findings.set(Finding::childrens_case_open, Answer::yes); }
  SECTION("party under 16") { facts.definition = Definition::party_under_16; }
  CHECK(fires("child-cumulative", facts) == is_cumulative);
}

TEST_CASE("a suspect is serial when this victim and the others reach the number", "[triage]") {
  const auto [others, number, is_serial] = GENERATE(table<int, int, bool>({
      {0, 2, false},
      {1, 2, true},
      {2, 2, true},
      {0, 1, true},
      {1, 3, false},
      {2, 3, true},
      {most, 2, true},
      {most - 1, most, true},
      {most - 2, most, false},
  }));
  CAPTURE(others, number);
  auto facts = make_facts();
  facts.history.suspect_other_victims = others;

  CHECK(fires("serial-perpetrator", facts, policy_with(Parameter::serial_victims, number)) == is_serial);
}

TEST_CASE("a MARAC referral in the window goes back to the panel", "[triage]") {
  auto facts = make_facts();
  CHECK_FALSE(fires("marac-repeat", facts));

  facts.history.marac_referral_in_window = true;
  CHECK(fires("marac-repeat", facts));
  CHECK(triage(facts, make_policy()).known.route == Route::high_risk_panel);
}

TEST_CASE("a child is young below the policy's age, and not on it", "[triage]") {
  const auto [age, under, is_young] = GENERATE(table<int, int, bool>({
      {0, 1, true},
      {1, 1, false},
      {2, 1, false},
      {6, 7, true},
      {7, 7, false},
      {8, 7, false},
  }));
  CAPTURE(age, under);
  const auto policy = policy_with(Parameter::young_child_under_years, under);
  auto facts = make_facts();
  facts.children = one_child(age);

  CHECK(fires("young-child", facts, policy) == is_young);
  facts.definition = Definition::family_conflict;
  CHECK_FALSE(fires("young-child", facts, policy));
  facts.children.youngest_age_years = boost::none;
  facts.definition = Definition::domestic_abuse;
  CHECK_FALSE(fires("young-child", facts, policy));
}

TEST_CASE("the school is told from the day on which the duty is in force", "[triage]") {
  const auto [day, is_told] = GENERATE(table<Date, bool>({
      {Date{2025, 11, 6}, false},
      {Date{2025, 11, 7}, true},
      {Date{2025, 11, 8}, true},
  }));
  CAPTURE(to_string(day));
  auto facts = make_facts();
  facts.reported_on = day;
  CHECK_FALSE(fires("school-notification", facts));

  SECTION("a child of school age") { facts.children = one_child(5); }
  SECTION("a party of 16 or 17") { facts.findings.set(Finding::party_under_18, Answer::yes); }
  CHECK(fires("school-notification", facts) == is_told);

  facts.definition = Definition::family_conflict;
  CHECK_FALSE(fires("school-notification", facts));
}

TEST_CASE("the largest counts there are have an answer", "[triage]") {
  auto facts = with_checklist(Instrument::dash_2009, most, most);
  facts.history = {
      .known = false, .events_in_window = most, .marac_referral_in_window = true, .suspect_other_victims = most};
  facts.children = {.known = false, .linked = most, .youngest_age_years = most, .of_school_age = most};

  const auto decision = triage(facts, make_policy());

  CHECK(decision.known.grade == RiskGrade::high);
  CHECK(decision.known.route == Route::high_risk_panel);
  CHECK(decision.known.duties.contains(Duty::perpetrator_review));
}
