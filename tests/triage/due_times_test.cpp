#include <earlyhelp/calendar/due.hpp>
#include <earlyhelp/triage/due_times.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "support/make_calendar.hpp"
#include "support/make_facts.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// Reported on a Monday in term, at 10:00, without attendance.
ClockStarts reported(const std::string& at = "2026-01-05T10:00:00Z") {
  return {.reported_at = make_instant(at), .attended_at = {}};
}

/// A decision with these duties and no reason that names a clock of its own.
Decision with_duties(Duties duties) {
  auto decision = triage(make_facts(), make_policy());
  decision.known.duties = duties;
  return decision;
}

std::string due(Duty duty, const ClockStarts& starts, const Policy& policy = make_policy(),
                const Calendar& calendar = make_calendar()) {
  const auto times = due_times(with_duties({duty}), starts, policy, calendar);
  return times[duty] ? to_string(*times[duty]) : "not covered";
}

DutyClock clock(ClockKind kind, int amount, ClockStart start = ClockStart::report) {
  return {.clock = {.kind = kind, .amount = amount}, .start = start};
}

/// When the referral to the MASH is due after a child was harmed, under these two clocks.
std::string referral_due(DutyClock usual, DutyClock if_harmed, const Calendar& calendar) {
  auto book = default_policy_book();
  set(book, Parameter::mash_referral_within, usual);
  set(book, Parameter::mash_referral_if_child_harmed_within, if_harmed);
  const auto policy = policy_of(book);
  const auto decision = triage(make_facts(Finding::child_harmed_or_threatened), policy);
  const auto times = due_times(decision, reported(), policy, calendar);
  REQUIRE(times.duties.contains(Duty::mash_referral));
  const auto due = times[Duty::mash_referral];
  return due ? to_string(*due) : "not covered";
}

}  // namespace

TEST_CASE("every duty has its clock", "[due_times]") {
  const std::map<Duty, std::string> expected{{Duty::daily_review, "2026-01-06T09:00:00Z"},
                                             {Duty::obtain_grade, "2026-01-06T10:00:00Z"},
                                             {Duty::review_decision, "2026-01-07T09:00:00Z"},
                                             {Duty::contact_family, "2026-01-07T10:00:00Z"},
                                             {Duty::contact_victim_safely, "2026-01-07T10:00:00Z"},
                                             {Duty::victim_services_referral, "2026-01-07T17:00:00Z"},
                                             {Duty::idva_offer, "2026-01-06T10:00:00Z"},
                                             {Duty::marac_referral, "2026-01-06T17:00:00Z"},
                                             {Duty::mash_referral, "2026-01-06T10:00:00Z"},
                                             {Duty::mash_consideration, "2026-01-06T17:00:00Z"},
                                             {Duty::child_support_offer, "2026-01-07T10:00:00Z"},
                                             {Duty::notify_social_worker, "2026-01-06T17:00:00Z"},
                                             {Duty::notify_school, "2026-01-06T08:30:00Z"},
                                             {Duty::perpetrator_review, "2026-02-02T10:00:00Z"}};
  for (const auto duty : values_of<Duty>) {
    CAPTURE(duty);
    CHECK(due(duty, reported()) == expected.at(duty));
  }
}

TEST_CASE("the duties of a decision have due times, and no others", "[due_times][properties]") {
  const auto policy = make_policy();
  const auto calendar = make_calendar();
  RandomFacts random{31};
  for (int i = 0; i < 5'000; ++i) {
    const auto decision = triage(random.next(), policy);
    const auto times = due_times(decision, reported(), policy, calendar);
    CHECK(times.duties == decision.known.duties);
    for (const auto duty : values_of<Duty>) {
      if (times[duty].has_value() != decision.known.duties.contains(duty)) FAIL("case " << i << to_string(duty));
      if (times[duty] && *times[duty] <= reported().reported_at) FAIL("case " << i << " is due before it is known");
    }
  }
}

TEST_CASE("a harmed child makes the referral due in 4 hours, and whatever ends first counts", "[due_times]") {
  const auto calendar = make_calendar();
  const auto usual = clock(ClockKind::clock_hours, 24);
  CHECK(referral_due(usual, clock(ClockKind::clock_hours, 4), calendar) == "2026-01-05T14:00:00Z");
  CHECK(referral_due(usual, clock(ClockKind::clock_hours, 23), calendar) == "2026-01-06T09:00:00Z");
  CHECK(referral_due(usual, clock(ClockKind::clock_hours, 24), calendar) == "2026-01-06T10:00:00Z");
  CHECK(referral_due(usual, clock(ClockKind::clock_hours, 25), calendar) == "2026-01-06T10:00:00Z");

  const auto policy = make_policy();
  auto facts = make_facts(Definition::party_under_16);
  const auto without = due_times(triage(facts, policy), reported(), policy, calendar);
  CHECK(*without[Duty::mash_referral] == make_instant("2026-01-06T10:00:00Z"));
  facts.findings.set(Finding::child_harmed_or_threatened, Answer::yes);
  const auto with = due_times(triage(facts, policy), reported(), policy, calendar);
  CHECK(*with[Duty::mash_referral] == make_instant("2026-01-05T14:00:00Z"));
}

TEST_CASE("a clock that the calendar does not cover never hides one that it does", "[due_times]") {
  const Calendar without_terms{london(), make_holidays()};
  const auto not_covered = clock(ClockKind::next_school_day, 0);
  const auto covered = clock(ClockKind::clock_hours, 6);
  CHECK(referral_due(not_covered, covered, without_terms) == "2026-01-05T16:00:00Z");
  CHECK(referral_due(covered, not_covered, without_terms) == "2026-01-05T16:00:00Z");
  CHECK(referral_due(not_covered, not_covered, without_terms) == "not covered");
}

TEST_CASE("first contact is counted from attendance, and from the report when nobody attended", "[due_times]") {
  auto starts = reported();
  CHECK(due(Duty::contact_family, starts) == "2026-01-07T10:00:00Z");
  starts.attended_at = make_instant("2026-01-05T11:30:00Z");
  CHECK(due(Duty::contact_family, starts) == "2026-01-07T11:30:00Z");
  CHECK(due(Duty::contact_victim_safely, starts) == "2026-01-07T11:30:00Z");
  CHECK(due(Duty::obtain_grade, starts) == "2026-01-06T10:00:00Z");
  CHECK(due(Duty::idva_offer, starts) == "2026-01-06T10:00:00Z");
}

TEST_CASE("the decision of the review is due 24 hours after the review is", "[due_times]") {
  CHECK(due(Duty::review_decision, reported("2026-01-05T08:59:59Z")) == "2026-01-06T09:00:00Z");
  CHECK(due(Duty::review_decision, reported("2026-01-05T09:00:00Z")) == "2026-01-07T09:00:00Z");
  CHECK(due(Duty::review_decision, reported("2026-01-05T09:00:01Z")) == "2026-01-07T09:00:00Z");
}

TEST_CASE("the decision of the review follows the review, whatever clock the review has", "[due_times]") {
  auto book = default_policy_book();
  set(book, Parameter::daily_review_at, clock(ClockKind::clock_hours, 10, ClockStart::attendance));
  const auto policy = policy_of(book);
  auto starts = reported();
  CHECK(due(Duty::review_decision, starts, policy) == "2026-01-06T20:00:00Z");
  starts.attended_at = make_instant("2026-01-05T11:00:00Z");
  CHECK(due(Duty::daily_review, starts, policy) == "2026-01-05T21:00:00Z");
  CHECK(due(Duty::review_decision, starts, policy) == "2026-01-06T21:00:00Z");

  set(book, Parameter::daily_review_at, clock(ClockKind::next_school_day, 0));
  const Calendar without_terms{london(), make_holidays()};
  CHECK(due(Duty::review_decision, starts, policy_of(book), without_terms) == "not covered");
}

TEST_CASE("a night of change moves the wall time of hours and not of the daily review", "[due_times]") {
  // 29 March 2026: the clocks go from 01:00 to 02:00; the review is at 09:00 local, 08:00Z.
  CHECK(due(Duty::daily_review, reported("2026-03-28T10:00:00Z")) == "2026-03-29T08:00:00Z");
  CHECK(due(Duty::review_decision, reported("2026-03-28T10:00:00Z")) == "2026-03-30T08:00:00Z");
  CHECK(due(Duty::review_decision, reported("2026-03-28T08:00:00Z")) == "2026-03-29T09:00:00Z");
  CHECK(due(Duty::contact_family, reported("2026-03-28T10:00:00Z")) == "2026-03-30T10:00:00Z");
  CHECK(due(Duty::perpetrator_review, reported("2026-03-28T10:00:00Z")) == "2026-04-25T09:00:00Z");
  // 25 October 2026: from 02:00 back to 01:00; the review is at 09:00Z.
  CHECK(due(Duty::daily_review, reported("2026-10-24T10:00:00Z")) == "2026-10-25T09:00:00Z");
  CHECK(due(Duty::review_decision, reported("2026-10-24T07:00:00Z")) == "2026-10-25T08:00:00Z");
}

TEST_CASE("without school terms telling the school is a duty whose time is not covered", "[due_times]") {
  const auto policy = make_policy();
  auto facts = make_facts();
  facts.children = one_child(6);
  const auto decision = triage(facts, policy);

  const auto times = due_times(decision, reported(), policy, Calendar{london(), make_holidays()});

  CHECK(times.duties.contains(Duty::notify_school));
  CHECK_FALSE(times[Duty::notify_school]);
  CHECK(times[Duty::child_support_offer]);
}

TEST_CASE("outside the days that a calendar knows only what looks up no day is covered", "[due_times]") {
  const auto starts = reported("2027-01-04T10:00:00Z");
  CHECK(due(Duty::marac_referral, starts) == "not covered");
  CHECK(due(Duty::notify_school, starts) == "not covered");
  CHECK(due(Duty::contact_family, starts) == "2027-01-06T10:00:00Z");
  CHECK(due(Duty::daily_review, starts) == "2027-01-05T09:00:00Z");
}
