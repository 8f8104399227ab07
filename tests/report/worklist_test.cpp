#include <earlyhelp/report/worklist.hpp>

#include "support/make_worklist.hpp"

#include <catch2/catch.hpp>

#include <tuple>

using namespace earlyhelp;
using namespace earlyhelp::test;

TEST_CASE("an empty day has an empty list", "[report]") {
  const auto now = after_report(0);
  const auto list = list_at(now, {});
  CHECK((list == Worklist{.now = now, .last_review = now, .cases = 0}));
}

TEST_CASE("a last review after the moment of the list is refused", "[report]") {
  CHECK_THROWS_AS(list_at(after_report(0), {}, {}, after_report(1)), std::invalid_argument);
  CHECK_NOTHROW(list_at(after_report(1), {}, {}, after_report(1)));
}

TEST_CASE("a duty is overdue after its due instant, of today until the local midnight, and later from there on",
          "[report]") {
  const auto zone = london();
  using Row = std::tuple<const char*, const char*, DueWhen>;
  const auto [now, due, when] = GENERATE(table<const char*, const char*, DueWhen>({
      Row{"2026-01-05T12:00:00Z", "2026-01-05T11:59:59.999999Z", DueWhen::overdue},
      Row{"2026-01-05T12:00:00Z", "2026-01-05T12:00:00Z", DueWhen::today},
      Row{"2026-01-05T12:00:00Z", "2026-01-05T23:59:59.999999Z", DueWhen::today},
      Row{"2026-01-05T12:00:00Z", "2026-01-06T00:00:00Z", DueWhen::later},
      Row{"2026-01-05T00:00:00Z", "2026-01-05T00:00:00Z", DueWhen::today},
      // In summer the day of London begins an hour before that of UTC.
      Row{"2025-06-30T12:00:00Z", "2025-06-30T22:59:59Z", DueWhen::today},
      Row{"2025-06-30T12:00:00Z", "2025-06-30T23:00:00Z", DueWhen::later},
      Row{"2025-06-30T23:30:00Z", "2025-07-01T22:30:00Z", DueWhen::today},
      Row{"2025-06-30T22:59:59Z", "2025-06-30T23:00:00Z", DueWhen::later},
      // The days on which the clocks change have 23 and 25 hours.
      Row{"2025-03-30T00:30:00Z", "2025-03-30T22:59:59Z", DueWhen::today},
      Row{"2025-03-30T00:30:00Z", "2025-03-30T23:00:00Z", DueWhen::later},
      Row{"2025-10-25T23:30:00Z", "2025-10-26T23:59:59Z", DueWhen::today},
      Row{"2025-10-25T23:30:00Z", "2025-10-27T00:00:00Z", DueWhen::later},
  }));
  CAPTURE(now, due);
  CHECK(due_when(make_instant(due), zone, make_instant(now)) == when);
  CHECK(due_when(boost::none, zone, make_instant(now)) == DueWhen::not_covered);
}

TEST_CASE("a duty is still to be done while it is open, overdue, or not covered and not done", "[report]") {
  const auto record = [](DutyStatus status, bool is_done) {
    DutyRecord duty{
        .duty = CaseDuty::contact_family, .incident = first_incident, .status = status, .opened_at = reported_at()};
    if (is_done) duty.done_at = after_report(1);
    return duty;
  };
  EnumSet<DutyStatus> open;
  for (const auto status : values_of<DutyStatus>) {
    if (is_open(record(status, false))) open.insert(status);
  }
  CHECK(open == EnumSet<DutyStatus>{DutyStatus::open, DutyStatus::overdue, DutyStatus::not_covered});
  CHECK_FALSE(is_open(record(DutyStatus::not_covered, true)));
}

TEST_CASE("the promise of contact moves from later to today to overdue", "[report]") {
  const auto file = make_case(CaseStatus::allocated).file;  // due 48 hours after the report, 23:00 in London
  const auto has_contact = [](const std::vector<OpenDuty>& duties) {
    return names_of(duties).find("contact_family") != std::string::npos;
  };
  CHECK(has_contact(list_at(after_report(24), {file}).later));
  CHECK(has_contact(list_at(after_report(26), {file}).due_today));
  CHECK(has_contact(list_at(after_report(48), {file}).due_today));
  CHECK(has_contact(list_at(after_report(49), {file}).overdue));
}

TEST_CASE("what has no due time says why", "[report]") {
  CaseLog log;
  log.add(2, make_triaged([](Incident& incident) {
            incident = make_early_help_incident();
            incident.findings.set(Finding::coercive_control, Answer::yes);
            incident.findings.set(Finding::childrens_case_open, Answer::yes);
            incident.family.children = {make_child("child", Date{2015, 1, 1})};
          }));
  const std::vector<CaseFile> cases{log.file};
  const WorklistInput input{.cases = cases, .incidents = {}, .last_review = reported_at()};
  const auto now = make_instant("2026-01-05T11:00:00Z");
  const auto why_in = [&](const Calendar& calendar) {
    std::string why;
    for (const auto& duty : worklist(input, make_casework_policy(), calendar, now).not_covered) {
      why += std::string{to_string(duty.duty)} + " " + std::string{to_string(duty.why_not.value())} + "; ";
    }
    return why;
  };
  const Holidays long_ago{.known = Period{Date{2020, 1, 1}, Date{2020, 1, 1}}, .days = {}};
  CHECK(why_in(Calendar{london(), make_holidays()}) == "notify_school no_school_terms; ");
  CHECK(why_in(Calendar{london(), long_ago}) ==
        "victim_services_referral day_not_known; notify_social_worker day_not_known; notify_school no_school_terms; ");
  CHECK(why_in(Calendar{london(), long_ago, make_school_terms()}) ==
        "victim_services_referral day_not_known; notify_social_worker day_not_known; notify_school day_not_known; ");
  CHECK(why_in(make_calendar()).empty());
}

TEST_CASE("a family waits from the moment on at which it came to this, the earliest due first", "[report]") {
  auto decided = make_case(CaseStatus::suitable);
  decided.add(6, IncidentDisclosed{.incident = IncidentId{"i-2"}, .by = victim});  // it goes on waiting
  auto late = make_case(CaseStatus::allocated);
  late.file.id = CaseId{"case-2"};
  for (const auto& person : {victim, child}) late.add(8, AllocationEnded{.worker = worker, .person = person});
  late.add(9, AllocationEnded{.worker = other_worker, .person = suspect});
  CaseLog school;
  school.file.id = CaseId{"case-0"};
  school.add(1, Referred{.source = ReferralSource::school});

  const auto waiting = list_at(after_report(20), {school.file, late.file, decided.file}).waiting;
  REQUIRE(waiting.size() == 3);
  CHECK(waiting[0].in_case == CaseId{"case-1"});
  CHECK(waiting[0].waits_for == WaitsFor::allocation);
  CHECK(waiting[0].since == after_report(3));
  CHECK(waiting[0].due.has_value());
  CHECK(waiting[1].in_case == CaseId{"case-2"});
  CHECK(waiting[1].since == after_report(9));
  CHECK(waiting[2].waits_for == WaitsFor::suitability);
  CHECK(waiting[2].since == after_report(1));
  CHECK_FALSE(waiting[2].due.has_value());
}

TEST_CASE("a family that somebody else leads does not wait for the team", "[report]") {
  CaseLog log;
  log.add(1, Referred{.source = ReferralSource::police, .incident = first_incident});
  log.add(2, make_triaged([](Incident& incident) { incident.officer_grade = RiskGrade::high; }));
  CHECK(list_at(after_report(3), {log.file}).waiting.empty());
}

TEST_CASE("the review has what was recorded after the last one, and what nobody reviewed", "[report]") {
  const auto before = make_for_review("i-1", 0);
  const auto on_time = make_for_review("i-2", 10);
  const auto after = make_for_review("i-3", 11);
  const auto tomorrow = make_for_review("i-4", 40);
  auto reviewed = make_case(CaseStatus::referred);
  reviewed.add(9, DailyReviewed{});

  const auto list = list_at(after_report(20), {reviewed.file}, {tomorrow, after, before, on_time}, after_report(10));
  REQUIRE(ids_of(list.daily_review) == "i-2 i-3");
  CHECK(list.daily_review[0].standing == ReviewStanding::late);
  CHECK(list.daily_review[1].standing == ReviewStanding::since_last);
}

TEST_CASE("a case says which incidents were reviewed: by a review, a waiver, or not at all", "[report]") {
  const auto incident = make_for_review("i-1", 0);
  const auto standing = [&](const CaseLog& log, int last_review) -> std::string {
    const auto list = list_at(after_report(20), {log.file}, {incident}, after_report(last_review));
    if (list.daily_review.empty()) return "gone";
    CHECK((list.daily_review.front().cases == std::vector<CaseId>{log.file.id}));
    return std::string{to_string(list.daily_review.front().standing)};
  };
  auto log = make_case(CaseStatus::referred);
  CHECK(standing(log, 10) == "late");
  auto waived = log;
  waived.add(3, DutyWaived{.duty = Duty::daily_review, .by = manager, .reason = reason});
  CHECK(standing(waived, 10) == "gone");
  auto taken_back = log;
  const auto review = taken_back.add(3, DailyReviewed{});
  CHECK(standing(taken_back, 10) == "gone");
  CHECK(standing(taken_back, -1) == "already_reviewed");
  taken_back.add(4, Withdrawn{.event = review, .reason = reason});
  CHECK(standing(taken_back, 10) == "late");
}

TEST_CASE("an incident that nobody needs to review is on the list once", "[report]") {
  const auto other = make_for_review("i-1", 0, [](Incident& incident) {
    incident.officer_grade = boost::none;
    incident.behaviours = EnumSet<Behaviour>{};
    incident.family.relationships.front().kind = RelationshipKind::unconnected;
  });
  REQUIRE_FALSE(other.decision.known.duties.contains(Duty::daily_review));
  CHECK(list_at(after_report(5), {}, {other}, after_report(-1)).daily_review.size() == 1);
  CHECK(list_at(after_report(5), {}, {other}, after_report(0)).daily_review.empty());
}

TEST_CASE("what a case breaks, cannot be read in full, or has no safe channel is told", "[report]") {
  auto log = make_case(CaseStatus::allocated);
  const auto visit = log.add(
      7, ContactAttempted{
             .person = victim, .mode = ContactMode::text, .result = AttemptResult::message_left, .channel = channel});
  const std::vector<CaseFile> cases{log.file};
  const std::vector<CaseId> incomplete{CaseId{"b"}, CaseId{"a"}, CaseId{"b"}};
  const auto list =
      worklist({.cases = cases, .incidents = {}, .incomplete = incomplete, .last_review = after_report(8)},
               make_casework_policy(), make_calendar(), after_report(8));
  CHECK((list.incomplete == std::vector<CaseId>{CaseId{"a"}, CaseId{"b"}}));
  REQUIRE_FALSE(list.violations.empty());
  CHECK(list.violations.front().in_case == log.file.id);
  CHECK(list.violations.front().violation.event == visit);
  CHECK((list.no_safe_channel == std::vector<NoSafeChannel>{{.in_case = log.file.id, .person = victim}}));

  log.add(8, ChannelConfirmed{.person = victim, .channel = channel, .safety = ChannelSafety::safe});
  CHECK(list_at(after_report(8), {log.file}).no_safe_channel.empty());
}

TEST_CASE("a case is on the list when its keeping is to be reviewed, and not a day before", "[report]") {
  const auto file = make_case(CaseStatus::closed).file;  // closed on 2 June 2025, kept for 6 years
  CHECK(list_at(make_instant("2031-06-01T22:59:59Z"), {file}).retention.empty());
  const auto due = list_at(make_instant("2031-06-01T23:00:00Z"), {file}).retention;
  REQUIRE(due.size() == 1);
  CHECK(due.front().review.due_on == Date{2031, 6, 2});
}
