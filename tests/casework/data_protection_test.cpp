#include <earlyhelp/casework/data_protection.hpp>
#include <earlyhelp/casework/view.hpp>

#include "support/random_case.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;
using namespace earlyhelp::test;

TEST_CASE("a case is reviewed so many years after the last thing that happened", "[casework][retention]") {
  const auto& policy = make_casework_policy();
  auto log = make_case(CaseStatus::closed);  // ends on 2 June 2025
  CHECK_FALSE(retention_review(log.file, policy, Date{2031, 6, 1}).has_value());
  const auto review = retention_review(log.file, policy, Date{2031, 6, 2});
  REQUIRE(review.has_value());
  CHECK(review->last_event == Date{2025, 6, 2});
  CHECK(review->due_on == Date{2031, 6, 2});
  CHECK_FALSE(retention_review(CaseLog{}.file, policy, Date{2099, 1, 1}).has_value());

  log.add(24 * 10, IncidentDisclosed{.incident = IncidentId{"i-2"}, .by = victim});  // starts the years again
  CHECK_FALSE(retention_review(log.file, policy, Date{2031, 6, 10}).has_value());
  CHECK(retention_review(log.file, policy, Date{2031, 6, 11}).has_value());

  log.add(24 * 10, make_triaged([](Incident& incident) { incident.officer_grade = RiskGrade::high; }));
  CHECK_FALSE(retention_review(log.file, policy, Date{2035, 6, 10}).has_value());
  CHECK(retention_review(log.file, policy, Date{2035, 6, 11})->years == 10);
}

TEST_CASE("a case that ended on 29 February is reviewed on the 28th of a common year", "[casework][retention]") {
  auto log = make_case(CaseStatus::closed);
  auto last = log.event(0, FeedbackAsked{.person = victim});
  last.occurred_at = last.recorded_at = make_instant("2028-02-29T12:00:00Z");
  append(log.file, last);
  CHECK(retention_review(log.file, make_casework_policy(), Date{2034, 2, 28})->due_on == Date{2034, 2, 28});
}

TEST_CASE("redaction puts other ids in the place of a person, their channels and their home", "[casework][redaction]") {
  auto log = make_case(CaseStatus::in_contact);
  log.file.residences.push_back({.person = victim, .household = HouseholdId{"home"}, .recorded_at = reported_at()});
  log.file.residences.push_back({.person = child, .household = HouseholdId{"home"}, .recorded_at = reported_at()});
  const auto redacted = redact(log.file, victim, make_casework_policy());
  const auto& member = redacted.members.front().person;
  CHECK(member.id == PersonId{"redacted-1"});
  CHECK_FALSE(member.born.has_value());
  CHECK(redacted.residences.front().household == redacted.residences.back().household);
  CHECK(redacted.residences.front().household != HouseholdId{"home"});
  const auto& contact = std::get<ContactMade>(redacted.events.back().body);
  CHECK(contact.person == member.id);
  CHECK((contact.channel != channel));
  CHECK(redacted.members.back() == log.file.members.back());
}

TEST_CASE("an age that a rule turns on stays", "[casework][redaction]") {
  auto log = make_case(CaseStatus::in_contact);
  log.file.members.front().person.born = Date{2008, 1, 1};
  CHECK_FALSE(redact(log.file, victim, make_casework_policy()).members.front().person.born.has_value());
  log.add(24, ChildSupportOffered{.child = victim});
  CHECK(redact(log.file, victim, make_casework_policy()).members.front().person.born == Date{2008, 1, 1});
}

TEST_CASE("who works with a perpetrator sees no channel, place or disclosure of anybody else", "[casework][view]") {
  RandomCase random{7};
  for (int i = 0; i < 500; ++i) {
    const auto file = random.next(40);
    const auto seen = view_for(Viewer::perpetrator_worker, file);
    for (const auto& event : seen.events) {
      std::visit(
          [&](const auto& body) {
            using Body = std::decay_t<decltype(body)>;
            if constexpr (requires { body.person; }) CHECK(body.person == suspect);
            CHECK_FALSE((std::is_same_v<Body, IncidentDisclosed> || std::is_same_v<Body, ChannelShared> ||
                         std::is_same_v<Body, Triaged> || std::is_same_v<Body, CrimeRecorded> ||
                         std::is_same_v<Body, MustNotReceive> || std::is_same_v<Body, RiskReassessed>));
          },
          event.body);
    }
    for (const auto& residence : seen.residences) CHECK(residence.person == suspect);
    for (const auto& event : view_for(Viewer::victim_worker, file).events) {
      const auto* confirmed = std::get_if<ChannelConfirmed>(&event.body);
      CHECK((confirmed == nullptr || confirmed->person != suspect));
    }
    CHECK((view_for(Viewer::manager, file) == file));
  }
}

TEST_CASE("a withdrawal is seen by whoever saw what it withdraws", "[casework][view]") {
  auto log = make_case(CaseStatus::in_contact);
  const auto his = log.add(20, ContactMade{.person = suspect, .mode = ContactMode::outdoor_place}, other_worker);
  const auto hers = log.add(21, ContactMade{.person = victim, .mode = ContactMode::outdoor_place});
  log.add(22, Withdrawn{.event = his, .reason = reason});
  log.add(23, Withdrawn{.event = hers, .reason = reason});
  std::string kinds;
  for (const auto& event : view_for(Viewer::perpetrator_worker, log.file).events) {
    kinds += std::string{to_string(event.kind())} + " ";
  }
  CHECK(kinds == "referred suitability_decided allocated contact_made withdrawn ");
}

TEST_CASE("a school sees what it was told, and of whom", "[casework][view]") {
  auto log = make_case(CaseStatus::in_contact);
  log.add(20, Notified{.notice = Notice::social_worker, .child = child, .recipient = PersonId{"sw"}});
  CHECK(view_for(Viewer::school, log.file).events.empty());
  CHECK(view_for(Viewer::school, log.file).members.empty());
  log.add(21, Notified{.notice = Notice::school, .child = child, .recipient = PersonId{"dsl"}});
  const auto seen = view_for(Viewer::school, log.file);
  CHECK(seen.events.size() == 1);
  REQUIRE(seen.members.size() == 1);
  CHECK(seen.members.front().person.id == child);
}
