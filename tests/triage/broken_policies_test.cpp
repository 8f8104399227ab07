#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/realisable.hpp>
#include <earlyhelp/triage/triage.hpp>
#include <earlyhelp/triage/verify.hpp>

#include "support/make_calendar.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;
using enum Signal;

namespace {

/// What breaks `property` for `subject` in the shipped policy once it is spoilt; it has to be found.
Failure found(PolicyBook book, Property property, std::string_view subject) {
  const auto report = verify(policy_of(book)).of(property);
  const auto failure = std::find_if(report.failures.begin(), report.failures.end(),
                                    [&](const Failure& each) { return each.subject == subject; });
  if (failure == report.failures.end()) {
    for (const auto& other : report.failures) UNSCOPED_INFO(other.subject << ": " << other.sentence);
    FAIL(to_string(property) << " does not fail for " << subject);
  }
  CHECK(failure->cases > 0);
  CHECK_FALSE(failure->sentence.empty());
  for (const auto& facts : {failure->facts, failure->other}) {
    if (facts) CHECK(is_realisable(*facts));
  }
  return *failure;
}

Rule a_rule(RuleId id, Condition when, Route route) {
  return {.id = id, .title = "Spoilt", .when = when, .route_at_least = route, .source = {"test", ""}};
}

/// The shipped policy with one more row, in front of those that read the grade or the route.
PolicyBook with_row(const Rule& rule) {
  auto book = default_policy_book();
  const auto weapon =
      std::find_if(book.rules.begin(), book.rules.end(), [](const Rule& each) { return each.id.view() == "weapon"; });
  book.rules.insert(weapon, rule);
  return book;
}

/// The shipped policy with one row changed.
template <class Change>
PolicyBook with(std::string_view id, Change change) {
  auto book = default_policy_book();
  change(rule_of(book, id));
  return book;
}

Outcome known(const Facts& facts, const PolicyBook& book) { return triage(facts, policy_of(book)).known; }

Facts quiet() { return quiet_facts(Date{2025, 11, 7}); }

EnumSet<Fact> departures(const Failure& failure) { return differing(*failure.facts, quiet()); }

}  // namespace

TEST_CASE("a gap is found: a domestic incident that goes to nobody", "[triage][verify]") {
  const auto book = with("domestic-incident", [](Rule& rule) { rule.when = !family_conflict; });
  const auto failure = found(book, Property::no_gap, "route");
  CHECK(known(*failure.facts, book).route == Route::record_only);
  CHECK(failure.facts->definition == Definition::family_conflict);
  CHECK(departures(failure) == EnumSet{Fact::definition});
}

TEST_CASE("a gap is found: a case in which no rule fires", "[triage][verify]") {
  const auto book = with("not-domestic", [](Rule& rule) { rule.when = !domestic && injury; });
  const auto failure = found(book, Property::no_gap, "reasons");
  CHECK(known(*failure.facts, book).reasons.empty());
}

TEST_CASE("a rule that only fires where a finding is absent lowers the route when it is found", "[triage][verify]") {
  const auto book = with("weapon", [](Rule& rule) { rule.when = weapon && !prosecution_likely; });
  const auto failure = found(book, Property::graver_never_lowers, "prosecution_likely");
  CHECK(known(*failure.other, book).route < known(*failure.facts, book).route);
  CHECK(is_graver(*failure.other, *failure.facts));
  CHECK(departures(failure) == EnumSet{Fact::weapon});
}

TEST_CASE("a rule that fires on a low count lowers the route when the count rises", "[triage][verify]") {
  const auto book = with_row(a_rule("first-event", judged && !repeated_event, Route::high_risk_panel));
  const auto failure = found(book, Property::graver_never_lowers, "events_in_window");
  CHECK(known(*failure.other, book).route < known(*failure.facts, book).route);
  CHECK(failure.other->history.events_in_window > failure.facts->history.events_in_window);
}

TEST_CASE("a shadowed rule is found: whatever it asks for is asked for already", "[triage][verify]") {
  const auto book = with_row(a_rule("weapon-and-injury", weapon && injury, Route::multi_agency_review));
  const auto failure = found(book, Property::rules_matter, "weapon-and-injury");
  CHECK(departures(failure) == EnumSet{Fact::weapon, Fact::injury});
}

TEST_CASE("a rule is shadowed whose clock is never the first to run out", "[triage][verify]") {
  auto rule = a_rule("slow-referral", child_harmed_or_threatened, Route::multi_agency_review);
  rule.duties[0] = {.duties = {Duty::mash_referral}, .within = Parameter::contact_within};
  found(with_row(rule), Property::rules_matter, "slow-referral");
}

TEST_CASE("a rule that no case reaches is found", "[triage][verify]") {
  const auto book = with_row(a_rule("impossible", officer_high && !officer_medium_or_above, Route::high_risk_panel));
  CHECK_FALSE(found(book, Property::rules_can_fire, "impossible").facts.has_value());
}

TEST_CASE("a rule that only an infant without a child reaches is found", "[triage][verify]") {
  const auto book = with_row(a_rule("orphan", young_child && !child_linked, Route::high_risk_panel));
  CHECK_FALSE(found(book, Property::rules_can_fire, "orphan").facts.has_value());
}

TEST_CASE("a threshold that is never reached is found", "[triage][verify]") {
  auto book = default_policy_book();
  std::erase_if(book.parameters, [](const ParameterRow& row) { return is_optional(row.parameter); });
  CHECK_FALSE(found(book, Property::rules_can_fire, "visible-high-risk").facts.has_value());
  CHECK_FALSE(found(book, Property::rules_can_fire, "incomplete-checklist").facts.has_value());
}

TEST_CASE("a count below its threshold and above it at once is found", "[triage][verify]") {
  const auto book =
      with("escalation", [](Rule& rule) { rule.when = abuse && events_at_escalation && !repeated_event; });
  CHECK_FALSE(found(book, Property::rules_can_fire, "escalation").facts.has_value());
}

TEST_CASE("a later deadline at a graver grade is found, with moments at which it is later", "[triage][verify]") {
  auto book = default_policy_book();
  set(book, Parameter::idva_offer_within, DutyClock{.clock = {.kind = ClockKind::working_days, .amount = 2}});
  const auto failure = found(book, Property::graver_never_delays, "first_contact");

  REQUIRE(failure.starts.has_value());
  const auto policy = policy_of(book);
  const auto before = due_times(triage(*failure.facts, policy), *failure.starts, policy, make_calendar());
  const auto after = due_times(triage(*failure.other, policy), *failure.starts, policy, make_calendar());
  CHECK(*before[Duty::contact_family] < *after[Duty::idva_offer]);
  CHECK_FALSE(after.duties.contains(Duty::contact_family));
}

TEST_CASE("clocks that cannot be ordered are said to be so, and fail nothing", "[triage][verify]") {
  auto book = default_policy_book();
  set(book, Parameter::mash_referral_within, DutyClock{.clock = {.kind = ClockKind::clock_hours, .amount = 4}});
  set(book, Parameter::contact_within, DutyClock{.clock = {.kind = ClockKind::working_days, .amount = 1}});
  set(book, Parameter::idva_offer_within, DutyClock{.clock = {.kind = ClockKind::working_hours, .amount = 8}});

  const auto found = verify(policy_of(book));

  CHECK(found.holds());
  const auto& undecided = found.of(Property::graver_never_delays).undecided;
  REQUIRE(undecided.size() == 1);
  CHECK(undecided.front().subject == "first_contact");
  CHECK(undecided.front().sentence.find("cannot be ordered") != std::string::npos);
  CHECK(known(*undecided.front().facts, book).duties.contains(Duty::contact_family));
  CHECK(known(*undecided.front().other, book).duties.contains(Duty::idva_offer));
}

TEST_CASE("clocks of different kinds are ordered where the time that passes does it", "[triage][verify]") {
  using enum ClockKind;
  const auto [contact, idva, is_later] = GENERATE(table<Clock, Clock, bool>({
      {{clock_hours, 48}, {clock_hours, 48}, false},
      {{clock_hours, 48}, {clock_hours, 49}, true},
      {{working_days, 1}, {clock_hours, 16}, false},  // from midnight to the end of work, across a change of the clock
      {{working_days, 1}, {clock_hours, 18}, true},
      {{working_days, 2}, {working_days, 1}, false},
      {{working_days, 1}, {working_days, 2}, true},
      {{clock_days, 2}, {clock_hours, 47}, false},
      {{clock_hours, 48}, {clock_days, 2}, true},  // when the clock goes back
      {{working_hours, 8}, {clock_hours, 8}, false},
      {{clock_hours, 8}, {working_hours, 8}, true},
      {{calendar_months, 1}, {clock_days, 27}, false},
      {{calendar_months, 1}, {clock_days, 31}, true},
      {{clock_hours, 25}, {daily_at, 540}, false},
      {{daily_at, 540}, {clock_hours, 4}, true},
      {{clock_hours, 4}, {next_school_day, 0}, true},
  }));
  CAPTURE(contact.kind, contact.amount, idva.kind, idva.amount);
  auto book = default_policy_book();
  set(book, Parameter::mash_referral_within, DutyClock{.clock = {.kind = clock_hours, .amount = 4}});
  set(book, Parameter::contact_within, DutyClock{.clock = contact});
  set(book, Parameter::idva_offer_within, DutyClock{.clock = idva});

  const auto report = verify(policy_of(book), {.invariants = {}}).of(Property::graver_never_delays);

  CHECK(report.undecided.empty());
  CHECK(report.failures.empty() != is_later);
}

TEST_CASE("a duty that only stands where a finding is absent is found", "[triage][verify]") {
  const auto book = with("child-harmed", [](Rule& rule) { rule.duties[0].only_when = !stalking; });
  const auto failure = found(book, Property::graver_never_delays, "mash");
  CHECK(known(*failure.facts, book).duties.contains(Duty::mash_referral));
  CHECK_FALSE(known(*failure.other, book).duties.contains(Duty::mash_referral));
  CHECK_FALSE(failure.starts.has_value());
}

TEST_CASE("two contradicting rows are found: the same cases, and different routes", "[triage][verify]") {
  const auto book = with_row(a_rule("weapon-again", weapon, Route::high_risk_panel));
  const auto failure = found(book, Property::no_contradiction, "weapon-again and weapon");
  CHECK(known(*failure.facts, book).reasons.size() > 1);
}

TEST_CASE("rows that never fire contradict nothing", "[triage][verify]") {
  auto book = with_row(a_rule("dead", officer_high && !officer_graded, Route::high_risk_panel));
  book.rules.insert(book.rules.begin(), a_rule("as-dead", judged_high && !judged, Route::early_intervention));
  CHECK(verify(policy_of(book)).of(Property::no_contradiction).failures.empty());
}

TEST_CASE("two contradicting rows are found: contact the family, and tell nobody", "[triage][verify]") {
  auto rule = a_rule("call-home", prosecution_likely, Route::record_only);
  rule.duties[0].duties = {Duty::contact_family};
  const auto failure = found(with_row(rule), Property::no_contradiction, "call-home and first-contact");
  CHECK(departures(failure) == EnumSet{Fact::prosecution_likely, Fact::honour_or_forced_marriage});
}

TEST_CASE("an officer's grade that one finding lowers is found", "[triage][verify]") {
  const auto book = with("officer-grade", [](Rule& rule) { rule.when = officer_graded && !injury; });
  const auto failure = found(book, Property::people_never_lowered, "officer_grade");
  CHECK(known(*failure.facts, book).grade < failure.facts->officer_grade);
}

TEST_CASE("a rule that an unknown alone fires is found: its yes does not reach as high", "[triage][verify]") {
  auto book = with("incomplete-checklist", [](Rule& rule) { rule.route_at_least = Route::high_risk_panel; });
  rule_of(book, "visible-high-risk").grade_at_least = GradeAsked::standard;
  const auto failure = found(book, Property::unknowns_are_bounded, "known");
  const auto decision = triage(*failure.facts, policy_of(book));
  CHECK(decision.if_unknowns_yes.route < decision.known.route);
}

TEST_CASE("a truth that is graver than every unknown a yes is found", "[triage][verify]") {
  const auto book = with_row(a_rule("unhurt", threat_to_kill && !injury, Route::high_risk_panel));
  const auto failure = found(book, Property::unknowns_are_bounded, "truth");
  const auto bound = triage(*failure.facts, policy_of(book)).if_unknowns_yes;
  CHECK(known(*failure.other, book).route > bound.route);
  CHECK(failure.facts->findings.unknown().contains(Finding::injury));
}

TEST_CASE("a rule that misses the unknowns is found: somebody in the family is told", "[triage][verify]") {
  const auto book = with("first-contact", [](Rule& rule) {
    rule.duties[0].only_when = honour_or_forced_marriage;
    rule.duties[1].only_when = !honour_or_forced_marriage;
  });
  const auto failure = found(book, Property::invariants_hold, "nobody-is-told-when-honour-is-possible");
  CHECK(failure.facts->findings[Finding::honour_or_forced_marriage] == Answer::unknown);
  CHECK(known(*failure.facts, book).duties.contains(Duty::contact_family));
}

TEST_CASE("every invariant that ships is broken by some policy", "[triage][verify]") {
  const auto without = [](std::string_view id) {
    auto book = default_policy_book();
    std::erase_if(book.rules, [&](const Rule& rule) { return rule.id.view() == id; });
    return book;
  };
  const auto [id, rule] = GENERATE(table<std::string, std::string>({
      {"domestic-is-reviewed-daily", "domestic-incident"},
      {"contact-below-the-panel", "first-contact"},
      {"nobody-is-told-when-honour-is-possible", "first-contact"},
      {"harmed-child-reaches-mash", "child-harmed"},
      {"high-risk-has-an-advocate", "high-grade"},
      {"ungraded-is-reviewed-and-graded", "ungraded"},
      {"undetermined-is-reviewed", "definition-undetermined"},
      {"repeat-returns-to-the-panel", "marac-repeat"},
  }));
  CAPTURE(id, rule);
  found(without(rule), Property::invariants_hold, id);
}

TEST_CASE("the panel without a referral, and early help for who is at risk, are found", "[triage][verify]") {
  const auto unreferred = with("cluster-of-three", [](Rule& rule) { rule.duties = {}; });
  found(unreferred, Property::invariants_hold, "panel-is-referred-to-marac");
  const auto unreviewed = with("medium-grade", [](Rule& rule) { rule.route_at_least = Route::record_only; });
  found(unreviewed, Property::invariants_hold, "suitable-is-final");
}
