#include <earlyhelp/casework/case_duty.hpp>

#include "support/make_case.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// How every duty stands `hours` after the report: "daily_review overdue, contact_family open".
std::string standing(const CaseLog& log, double hours, const CaseworkPolicy& policy = make_casework_policy(),
                     const Calendar& calendar = make_calendar()) {
  std::string text;
  for (const auto& record : duties(log.file, policy, calendar, log.event(hours, Reopened{}).occurred_at)) {
    if (!text.empty()) text += ", ";
    text += std::string{to_string(record.duty)} + " " + std::string{to_string(record.status)};
    if (record.why_not) text += " (" + std::string{to_string(*record.why_not)} + ")";
  }
  return text;
}

/// How `duty` stands.
std::string standing(const CaseLog& log, double hours, CaseDuty duty,
                     const CaseworkPolicy& policy = make_casework_policy()) {
  for (const auto& record : duties(log.file, policy, make_calendar(), log.event(hours, Reopened{}).occurred_at)) {
    if (record.duty != duty) continue;
    return std::string{to_string(record.status)} +
           (record.why_not ? " (" + std::string{to_string(*record.why_not)} + ")" : "");
  }
  return "no duty";
}

/// A referred and allocated case with what was decided about its incident.
CaseLog triaged(const Triaged& decision) {
  auto log = make_case(CaseStatus::allocated);
  log.add(6.5, decision);
  return log;
}

ContactMade met(const PersonId& person = victim) { return {.person = person, .mode = ContactMode::outdoor_place}; }

}  // namespace

TEST_CASE("the promise is kept by two-way contact with the victim within 48 hours, that instant included",
          "[casework][duties]") {
  const auto log = make_case(CaseStatus::allocated);
  const auto contact = CaseDuty::contact_family;
  CHECK(standing(log, 48, contact) == "open");
  CHECK(standing(log, 48.001, contact) == "overdue");
  const auto after = [&](double hours, const CaseEventBody& body,
                         const CaseworkPolicy& policy = make_casework_policy()) {
    auto with = log;
    with.add(hours, body);
    return standing(with, 100, contact, policy);
  };
  CHECK(after(48, met()) == "done_in_time");
  CHECK(after(48.001, met()) == "done_late");
  CHECK(after(20, met(aunt)) == "overdue");
  const ContactAttempted attempt{.person = victim, .mode = ContactMode::visit, .result = AttemptResult::no_answer};
  CHECK(after(20, attempt) == "overdue");
  auto by_attempt = make_casework_policy();
  by_attempt.promise_kept = PromiseKept::by_attempt;
  CHECK(after(20, attempt, by_attempt) == "done_in_time");
  CHECK(after(-1, met()) == "overdue");        // before anything was reported
  CHECK(after(1.5, met()) == "done_in_time");  // before it was decided, and after the report
}

TEST_CASE("a victim who is to be contacted safely is not contacted by an attempt", "[casework][duties]") {
  auto log = triaged(
      make_triaged([](Incident& incident) { incident.findings.set(Finding::honour_or_forced_marriage, Answer::yes); }));
  log.add(20, ContactAttempted{.person = victim, .mode = ContactMode::visit, .result = AttemptResult::no_answer});
  auto by_attempt = make_casework_policy();
  by_attempt.promise_kept = PromiseKept::by_attempt;
  CHECK(standing(log, 30, CaseDuty::contact_victim_safely, by_attempt) == "open");
  CHECK(standing(log, 30, CaseDuty::contact_family, by_attempt) == "not_applicable (superseded)");
  log.add(31, met());
  CHECK(standing(log, 32, CaseDuty::contact_victim_safely, by_attempt) == "done_in_time");
}

TEST_CASE("that nobody could be contacted safely is an outcome of its own", "[casework][duties]") {
  auto log = make_case(CaseStatus::allocated);
  log.add(30, Closed{.reason = ClosingReason::no_safe_channel});
  CHECK(standing(log, 31) == "daily_review overdue, contact_family no_safe_channel");
  auto late = make_case(CaseStatus::allocated);
  late.add(50, Closed{.reason = ClosingReason::no_safe_channel});
  CHECK(standing(late, 51, CaseDuty::contact_family) == "overdue");
}

TEST_CASE("closing ends what is not due yet, and nothing that was overdue", "[casework][duties]") {
  auto log = make_case(CaseStatus::allocated);
  log.add(5, Closed{.reason = ClosingReason::moved_away});
  CHECK(standing(log, 400) ==
        "daily_review not_applicable (closed_before_due), contact_family not_applicable (closed_before_due)");
  auto late = make_case(CaseStatus::allocated);
  late.add(48.5, Closed{.reason = ClosingReason::moved_away});
  CHECK(standing(late, 400) == "daily_review overdue, contact_family overdue");
}

TEST_CASE("each duty is done by what it asks for", "[casework][duties]") {
  auto log = triaged(make_triaged([](Incident& incident) {
    incident.officer_grade = boost::none;
    incident.findings = Findings::all(Answer::yes);
    incident.family.children = {make_child("child", Date{2015, 1, 1})};
  }));
  log.add(7, make_triaged([](Incident& incident) {
            incident.id = IncidentId{"i-2"};
            incident.officer_grade = boost::none;
            incident.findings.set(Finding::childrens_case_open, Answer::yes);
          }));
  CHECK(standing(log, 8) ==
        "daily_review open, obtain_grade open, contact_family not_applicable (superseded), contact_victim_safely open, "
        "victim_services_referral open, "
        "idva_offer open, marac_referral open, mash_referral overdue, child_support_offer open, "
        "notify_social_worker open, "
        "daily_review open, obtain_grade open, review_decision open, contact_family open, notify_social_worker open");
  const auto refer = [&](double hours, Service service) {
    log.add(hours, ReferredOn{.referral = OnwardReferralId{std::string{to_string(service)}},
                              .person = victim,
                              .service = service,
                              .state = OnwardState::made});
  };
  log.add(9, DailyReviewed{.grade = RiskGrade::medium, .contact_by = worker});
  refer(9.1, Service::idva);
  refer(9.2, Service::marac);
  refer(9.3, Service::mash);
  refer(9.4, Service::victim_services);
  log.add(9.5, ChildSupportOffered{.child = child});
  log.add(9.7, Notified{.notice = Notice::social_worker, .child = child, .recipient = PersonId{"sw"}});
  log.add(9.8, met());
  CHECK(standing(log, 10) ==
        "daily_review done_in_time, obtain_grade done_in_time, contact_family not_applicable (superseded), "
        "contact_victim_safely done_in_time, "
        "victim_services_referral done_in_time, idva_offer done_in_time, marac_referral done_in_time, "
        "mash_referral done_late, child_support_offer done_in_time, notify_social_worker done_in_time, "
        "daily_review done_in_time, obtain_grade done_in_time, review_decision done_in_time, "
        "contact_family done_in_time, notify_social_worker done_in_time");
}

TEST_CASE("a school and a social worker are told each by a notice of their own", "[casework][duties]") {
  auto decision = make_triaged().decision();
  decision.duties = {Duty::notify_school, Duty::notify_social_worker, Duty::perpetrator_review,
                     Duty::mash_consideration};
  for (const auto duty : decision.duties) {
    decision.terms.push_back({.duty = duty, .clock = {.clock = {.kind = ClockKind::clock_hours, .amount = 24}}});
  }
  CaseLog log;
  log.add(1, Referred{.source = ReferralSource::police});
  log.add(2, Triaged{decision});
  const auto after = [&](const CaseEventBody& body) {
    auto with = log;
    with.add(3, body);
    return standing(with, 4);
  };
  CHECK(after(Notified{.notice = Notice::school, .child = child, .recipient = PersonId{"dsl"}}) ==
        "mash_consideration open, notify_social_worker open, notify_school done_in_time, perpetrator_review open");
  CHECK(after(Notified{.notice = Notice::social_worker, .child = child, .recipient = PersonId{"sw"}}) ==
        "mash_consideration open, notify_social_worker done_in_time, notify_school open, perpetrator_review open");
  CHECK(after(PerpetratorReviewed{.person = suspect}) ==
        "mash_consideration open, notify_social_worker open, notify_school open, perpetrator_review done_in_time");
  CHECK(after(MashConsidered{.reason = reason}) ==
        "mash_consideration done_in_time, notify_social_worker open, notify_school open, perpetrator_review open");
}

TEST_CASE("a duty is waived by a named person", "[casework][duties]") {
  auto log = make_case(CaseStatus::allocated);
  const auto waived = log.add(20, DutyWaived{.duty = Duty::contact_family, .by = manager, .reason = reason});
  CHECK(standing(log, 100, CaseDuty::contact_family) == "not_applicable (waived)");
  CHECK(standing(log, 10, CaseDuty::contact_family) == "open");  // not yet
  log.add(30, Withdrawn{.event = waived, .reason = reason});
  CHECK(standing(log, 100, CaseDuty::contact_family) == "overdue");
}

TEST_CASE("a reassessment upwards opens the duties of the panel at once", "[casework][duties]") {
  auto log = make_case(CaseStatus::in_contact);
  const auto policy = make_policy();
  const auto at = log.event(60, Reopened{}).occurred_at;
  log.add(60, RiskReassessed{.grade = RiskGrade::high,
                             .reason = reason,
                             .decision = Triaged{regraded(make_triaged().decision(), RiskGrade::high, at, policy)}});
  CHECK(standing(log, 61) == "daily_review overdue, contact_family done_in_time, idva_offer open, marac_referral open");
  CHECK(standing(log, 84, CaseDuty::idva_offer) == "open");  // 24 hours from the reassessment
  CHECK(standing(log, 84.01, CaseDuty::idva_offer) == "overdue");
}

TEST_CASE("a disclosed incident is recorded as a crime within a day, and goes through triage", "[casework][duties]") {
  auto log = make_case(CaseStatus::in_contact);
  const IncidentId second{"i-2"};
  log.add(12, IncidentDisclosed{.incident = second, .by = victim});
  CHECK(standing(log, 36, CaseDuty::record_crime) == "open");
  CHECK(standing(log, 36.01, CaseDuty::record_crime) == "overdue");
  CHECK(standing(log, 36.01, CaseDuty::triage_disclosed) == "overdue");
  log.add(36, CrimeRecorded{.incident = second});
  log.add(37, make_triaged([&](Incident& incident) {
            incident.id = second;
            incident.findings.set(Finding::child_harmed_or_threatened, Answer::yes);
          }));
  CHECK(standing(log, 38, CaseDuty::record_crime) == "done_in_time");
  CHECK(standing(log, 38, CaseDuty::triage_disclosed) == "done_late");
  CHECK(standing(log, 38, CaseDuty::mash_referral) != "no duty");
}

TEST_CASE("a duty whose due time is not covered is still a duty, and says so", "[casework][duties]") {
  const auto log = triaged(
      make_triaged([](Incident& incident) { incident.findings.set(Finding::prosecution_likely, Answer::yes); }));
  const Calendar unknown{london(), Holidays{.known = Period{Date{2020, 1, 1}, Date{2020, 1, 1}}, .days = {}}};
  CHECK(standing(log, 8, make_casework_policy(), unknown) ==
        "daily_review open, contact_family open, victim_services_referral not_covered");
}
