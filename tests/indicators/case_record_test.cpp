#include <earlyhelp/indicators/case_record.hpp>

#include "support/make_register.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

FamilyLog referred_family() { return FamilyLog{"anna"}.referred("2025-01-06"); }

const PersonRecord& victim_of(const CaseRecord& record) { return record.people.front(); }

OutcomeMetric score(const FamilyLog& log, double value) {
  return {.person = log.victim(), .instrument = "swemwbs", .version = 1, .score = value};
}

}  // namespace

TEST_CASE("what was recorded after the cut-off does not count, even when it occurred before", "[indicators]") {
  auto log = referred_family();
  log.add("2025-01-07", ContactMade{.person = log.victim(), .mode = ContactMode::visit}, "2025-01-10");
  log.add("2025-01-08", Closed{.reason = ClosingReason::declined}, "2025-01-11T12:00:00.000001Z");
  CHECK_FALSE(make_record(log, "2025-01-10T11:59:59Z").first_contact);
  CHECK(make_record(log, "2025-01-10").first_contact == moment("2025-01-07"));
  CHECK_FALSE(make_record(log, "2025-01-11").closed_at);
  CHECK(make_record(log, "2025-01-12").closed_at == moment("2025-01-08"));
  CHECK_FALSE(make_record(log, "2025-01-05").began_at);
  CHECK(make_record(log, "2025-01-05").spells.empty());

  log.add_member(PersonId{"aunt"}, FamilyRole::other, "2025-02-01");
  CHECK(make_record(log, "2025-01-31").people.size() == 3);
  CHECK(make_record(log, "2025-02-01").people.size() == 4);
}

TEST_CASE("what is said to occur after the cut-off does not count, even when it was recorded before", "[indicators]") {
  auto log = referred_family();
  log.add("2025-03-01", Closed{.reason = ClosingReason::declined}, "2025-01-10");  // as no log would take it
  CHECK_FALSE(make_record(log, "2025-02-28").closed_at);
  CHECK(make_record(log, "2025-03-01").closed_at == moment("2025-03-01"));
}

TEST_CASE("what was withdrawn does not count from then on, and counted until then", "[indicators]") {
  auto log = referred_family();
  log.spoken_with("2025-01-07").withdraw("2025-01-09");
  log.spoken_with("2025-01-20");
  CHECK(make_record(log, "2025-01-08").first_contact == moment("2025-01-07"));
  CHECK_FALSE(make_record(log, "2025-01-09").first_contact);
  CHECK(make_record(log, "2025-02-01").first_contact == moment("2025-01-20"));
  CHECK(victim_of(make_record(log, "2025-02-01")).contacts == std::vector{moment("2025-01-20")});

  auto back = referred_family();
  back.closed("2025-01-10").withdraw("2025-01-11");
  CHECK(make_record(back, "2025-01-10").closed_at);
  CHECK_FALSE(make_record(back, "2025-01-11").closed_at);
  CHECK_FALSE(make_record(back, "2025-01-11").spells.front().closed_at);
}

TEST_CASE("a record does not depend on the order of events", "[indicators]") {
  auto log = referred_family();
  log.spoken_with("2025-01-07").add("2025-01-08", ConsentStated{.person = log.victim(), .consent = Consent::given});
  log.add("2025-01-09", ConsentStated{.person = log.victim(), .consent = Consent::withdrawn});
  log.closed("2025-02-01").add("2025-03-01", Reopened{});
  log.closed("2025-04-01", ClosingReason::moved_away);
  const auto expected = make_record(log, "2025-12-31");
  CHECK(victim_of(expected).consented_at == moment("2025-01-08"));
  std::reverse(log.file.events.begin(), log.file.events.end());
  CHECK((make_record(log, "2025-12-31") == expected));
  std::swap(log.file.events.front(), log.file.events[3]);
  CHECK((make_record(log, "2025-12-31") == expected));
}

TEST_CASE("a case is open from its beginning to its end, and again when it is reopened", "[indicators]") {
  auto log = referred_family();
  log.closed("2025-02-01").closed("2025-02-03", ClosingReason::declined);  // it is closed already
  auto record = make_record(log, "2025-12-31");
  CHECK(record.spells == std::vector{CaseSpell{moment("2025-01-06"), moment("2025-02-01")}});
  CHECK(record.closed_for == ClosingReason::no_more_needed);

  log.add("2025-03-01", Reopened{}).add("2025-03-02", Reopened{});
  record = make_record(log, "2025-12-31");
  CHECK(record.spells ==
        std::vector{CaseSpell{moment("2025-01-06"), moment("2025-02-01")}, CaseSpell{moment("2025-03-01")}});
  CHECK_FALSE(record.closed_at);
  CHECK_FALSE(record.closed_for);
  CHECK(record.began_at == moment("2025-01-06"));

  log.closed("2025-04-01", ClosingReason::moved_away);
  record = make_record(log, "2025-12-31");
  CHECK(record.spells.back() == CaseSpell{moment("2025-03-01"), moment("2025-04-01")});
  CHECK(record.closed_at == moment("2025-04-01"));
  CHECK(record.closed_for == ClosingReason::moved_away);
}

TEST_CASE("what never began was never closed, and begins with a referral or a decision, whichever is first",
          "[indicators]") {
  auto log = FamilyLog{"anna"}.closed("2025-01-01").add("2025-01-02", Reopened{});
  CHECK(make_record(log, "2025-12-31").spells.empty());
  CHECK_FALSE(make_record(log, "2025-12-31").closed_at);
  log.add("2025-01-03", make_decided("i-1", "2025-01-02")).referred("2025-01-05", ReferralSource::school);
  const auto record = make_record(log, "2025-12-31");
  CHECK(record.began_at == moment("2025-01-03"));
  CHECK(record.spells == std::vector{CaseSpell{moment("2025-01-03")}});
  CHECK(record.source == ReferralSource::school);
  CHECK(make_record(log.referred("2025-01-06"), "2025-12-31").source == ReferralSource::school);
}

TEST_CASE("a practitioner escalates by grading higher than the grade stood", "[indicators]") {
  using enum RiskGrade;
  const auto decided = [] { return referred_family().add("2025-01-07", make_decided("i-1", "2025-01-06", medium)); };
  const auto escalations = [](const FamilyLog& log) { return make_record(log, "2025-12-31").escalations; };
  const std::vector<Instant> none_at_all;
  CHECK(escalations(decided()) == none_at_all);
  CHECK(escalations(decided().add("2025-01-08", make_reassessed(medium))) == none_at_all);
  CHECK(escalations(decided().add("2025-01-08", make_reassessed(high))) == std::vector{moment("2025-01-08")});
  CHECK(escalations(referred_family().add("2025-01-08", make_reassessed(high))) == none_at_all);  // the first grade

  // What the daily review or another decision raised, nobody raised by working with the family.
  CHECK(escalations(decided().add("2025-01-08", DailyReviewed{.grade = high})) == none_at_all);
  CHECK(
      escalations(decided().add("2025-01-08", DailyReviewed{.grade = high}).add("2025-01-09", make_reassessed(high))) ==
      none_at_all);
  CHECK(escalations(decided()
                        .add("2025-01-08", make_decided("i-1", "2025-01-06", high))
                        .add("2025-01-09", make_reassessed(high))) == none_at_all);
  CHECK(escalations(decided()
                        .add("2025-01-08", make_decided("i-2", "2025-01-07", high))
                        .add("2025-01-09", make_reassessed(high))) == none_at_all);

  const GradeLowered lowered{.to = standard, .by = manager, .reason = reason};
  CHECK(escalations(decided().add("2025-01-08", lowered).add("2025-01-09", make_reassessed(medium))) ==
        std::vector{moment("2025-01-09")});
}

TEST_CASE("of a reassessed incident the first decision is kept", "[indicators]") {
  auto log = referred_family().add("2025-01-07", make_decided("i-1", "2025-01-06", RiskGrade::standard));
  log.add("2025-01-08", make_decided("i-1", "2025-01-07", RiskGrade::high));
  log.add("2025-01-09", IncidentDisclosed{.incident = IncidentId{"i-2"}, .by = log.victim()});
  log.add("2025-01-10", make_decided("i-2", "2025-01-10", boost::none));
  log.add("2025-01-11", IncidentDisclosed{.incident = IncidentId{"i-2"}, .by = log.victim()});
  const auto record = make_record(log, "2025-12-31");
  REQUIRE(record.incidents.size() == 2);
  CHECK(record.incidents[0].reported_at == moment("2025-01-06"));
  CHECK(record.incidents[0].grade == RiskGrade::standard);
  CHECK_FALSE(record.incidents[0].disclosed_at);
  CHECK(record.incidents[1].disclosed_at == moment("2025-01-09"));
  CHECK(record.incidents[1].reported_at == moment("2025-01-10"));
  CHECK_FALSE(record.incidents[1].grade);
  CHECK(record.incidents[1].duty(CaseDuty::record_crime).has_value());
  CHECK_FALSE(record.incidents[0].duty(CaseDuty::record_crime).has_value());
}

TEST_CASE("who works with a family is named once, and nobody does once the case is closed", "[indicators]") {
  auto log = referred_family();
  log.add("2025-01-07", Allocated{.worker = worker, .person = log.victim()});
  log.add("2025-01-08", Allocated{.worker = worker, .person = log.child()});
  log.add("2025-01-09", Allocated{.worker = other_worker, .person = log.suspect()});
  CHECK(make_record(log, "2025-01-31").workers == std::vector{worker, other_worker});
  CHECK(make_record(log, "2025-01-31").allocated_at == moment("2025-01-07"));
  log.add("2025-02-01", AllocationEnded{.worker = worker, .person = log.victim()});
  CHECK(make_record(log, "2025-02-01").workers == std::vector{worker, other_worker});
  log.add("2025-02-02", AllocationEnded{.worker = worker, .person = log.child()});
  CHECK(make_record(log, "2025-02-02").workers == std::vector{other_worker});
  log.closed("2025-02-03").add("2025-02-04", Reopened{});
  CHECK(make_record(log, "2025-02-03").workers.empty());
  CHECK(make_record(log, "2025-02-04").workers.empty());
  log.add("2025-02-05", Allocated{.worker = other_worker, .person = log.victim()});
  CHECK(make_record(log, "2025-02-05").workers == std::vector{other_worker});
  CHECK(make_record(log, "2025-02-05").allocated_at == moment("2025-01-07"));
}

TEST_CASE("an attempt is no contact, and a contact no attempt", "[indicators]") {
  auto log = referred_family();
  log.add("2025-01-07", ContactAttempted{.person = log.child(), .mode = ContactMode::phone, .result = {}});
  log.add("2025-01-09", ContactMade{.person = log.suspect(), .mode = ContactMode::visit});
  log.spoken_with("2025-01-10").spoken_with("2025-01-12");
  const auto record = make_record(log, "2025-12-31");
  CHECK(record.first_contact == moment("2025-01-10"));
  CHECK(record.people[0].contacts.front() == moment("2025-01-10"));
  CHECK(record.people[0].contacts == std::vector{moment("2025-01-10"), moment("2025-01-12")});
  CHECK(record.people[0].attempts.empty());
  CHECK(record.people[1].contacts.front() == moment("2025-01-09"));
  CHECK(record.people[2].contacts.empty());
  CHECK(record.people[2].attempts == std::vector{moment("2025-01-07")});
  CHECK(record.people[2].contacts.empty());
}

TEST_CASE("a referral on has the state that it came to last, and belongs to its person", "[indicators]") {
  auto log = referred_family();
  const auto onward = [&](const char* id, const PersonId& person, OnwardState state) {
    return ReferredOn{
        .referral = OnwardReferralId{id}, .person = person, .service = Service::specialist_service, .state = state};
  };
  log.add("2025-01-07", onward("r-1", log.victim(), OnwardState::made));
  log.add("2025-01-08", onward("r-1", log.victim(), OnwardState::accepted));
  log.add("2025-01-09", onward("r-2", log.victim(), OnwardState::made));
  log.add("2025-01-10", onward("r-3", log.child(), OnwardState::refused));
  log.add("2025-01-11", onward("r-4", PersonId{"stranger"}, OnwardState::made));
  const auto record = make_record(log, "2025-12-31");
  REQUIRE(record.people[0].onward.size() == 2);
  CHECK(record.people[0].onward[0].state == OnwardState::accepted);
  CHECK(record.people[0].onward[0].made_at == moment("2025-01-07"));
  CHECK_FALSE(record.people[0].onward[0].taken_up_at);
  CHECK(record.people[0].onward[1].state == OnwardState::made);
  REQUIRE(record.people[2].onward.size() == 1);
  CHECK(record.people[2].onward[0].id == OnwardReferralId{"r-3"});
  CHECK(make_record(log, "2025-01-07").people[0].onward[0].state == OnwardState::made);
  log.add("2025-02-01", onward("r-1", log.victim(), OnwardState::engaged));
  log.add("2025-02-02", onward("r-1", log.victim(), OnwardState::ended_early));
  log.add("2025-02-03", onward("r-3", log.child(), OnwardState::completed));
  const auto later = make_record(log, "2025-12-31");
  CHECK(later.people[0].onward[0].taken_up_at == moment("2025-02-01"));
  CHECK(later.people[0].onward[0].state == OnwardState::ended_early);
  CHECK(later.people[2].onward[0].taken_up_at == moment("2025-02-03"));
  CHECK(later.people[2].onward[0].made_at == moment("2025-01-10"));
}

TEST_CASE("scores and answers are in the order in which they were taken", "[indicators]") {
  auto log = referred_family();
  log.add("2025-03-01", score(log, 25)).add("2025-02-01", score(log, 20));
  log.add("2025-03-02", FeedbackAsked{.person = log.victim()}).add("2025-03-09", FeedbackAsked{.person = log.victim()});
  log.add("2025-03-10", FeedbackAnswered{.person = log.victim(), .is_satisfied = false});
  log.add("2025-03-11", FeedbackAnswered{.person = log.victim(), .is_satisfied = true, .is_in_better_place = false});
  const auto record = make_record(log, "2025-12-31");
  const auto& person = victim_of(record);
  REQUIRE(person.scores.size() == 2);
  CHECK(person.scores[0].metric.score == 20);
  CHECK(person.scores[0].at == moment("2025-02-01"));
  CHECK(person.scores[1].metric.score == 25);
  CHECK(person.asked_feedback == moment("2025-03-02"));
  REQUIRE(person.feedback.size() == 2);
  CHECK(person.feedback[0].answer.is_satisfied == false);
  CHECK(person.feedback[0].at == moment("2025-03-10"));
  CHECK(person.feedback[1].answer.is_satisfied == true);
  CHECK(person.feedback[1].answer.is_in_better_place == false);
  CHECK(person.feedback[1].at == moment("2025-03-11"));
}

TEST_CASE("the first contact is with somebody other than a perpetrator, and not before the case began",
          "[indicators]") {
  FamilyLog log{"anna"};
  log.spoken_with("2025-01-05").spoken_with("2025-01-06").referred("2025-01-06");
  CHECK(make_record(log, "2025-12-31").first_contact == moment("2025-01-06"));  // at the very moment it began
  CHECK(make_record(log, "2025-12-31").people[0].contacts.size() == 2);
  CHECK_FALSE(
      make_record(FamilyLog{"anna"}.spoken_with("2025-01-05").referred("2025-01-06"), "2025-12-31").first_contact);
  CHECK_FALSE(make_record(FamilyLog{"anna"}.spoken_with("2025-01-05"), "2025-12-31").first_contact);

  auto other = referred_family();
  other.add("2025-01-07", ContactMade{.person = other.suspect(), .mode = ContactMode::visit});
  CHECK_FALSE(make_record(other, "2025-12-31").first_contact);
  other.add("2025-01-08", ContactMade{.person = other.child(), .mode = ContactMode::visit});
  CHECK(make_record(other, "2025-12-31").first_contact == moment("2025-01-08"));
}

TEST_CASE("to agree or to be helped counts from when the case began", "[indicators]") {
  const auto person = FamilyLog{"anna"}.victim();
  const ConsentStated agreed{.person = person, .consent = Consent::given};
  const Intervention help{.person = person, .kind = InterventionKind::advice};
  FamilyLog log{"anna"};
  log.add("2025-01-05", agreed).add("2025-01-05", help).referred("2025-01-06");
  CHECK_FALSE(victim_of(make_record(log, "2025-12-31")).consented_at);
  CHECK_FALSE(victim_of(make_record(log, "2025-12-31")).helped_at);
  log.add("2025-01-06", agreed).add("2025-01-07", help);
  CHECK(victim_of(make_record(log, "2025-12-31")).consented_at == moment("2025-01-06"));
  CHECK(victim_of(make_record(log, "2025-12-31")).helped_at == moment("2025-01-07"));
}

TEST_CASE("needs, experiences and help belong to whom they were recorded of", "[indicators]") {
  auto log = referred_family();
  log.add("2025-01-07", NeedIdentified{.person = log.suspect(), .need = Need::housing});
  log.add("2025-01-08", AdverseExperienceObserved{.child = log.child(), .experience = {}});
  log.add("2025-01-09", Intervention{.person = log.victim(), .kind = InterventionKind::advice});
  log.add("2025-01-10", AttendanceRecorded{.child = log.child(), .days = the_year(), .possible = 40, .attended = 30});
  const auto record = make_record(log, "2025-12-31");
  CHECK(record.people[0].interventions == EnumSet{InterventionKind::advice});
  CHECK(record.people[0].helped_at == moment("2025-01-09"));
  CHECK(record.people[1].need_found_at == moment("2025-01-07"));
  CHECK(record.people[2].experience_seen_at == moment("2025-01-08"));
  CHECK_FALSE(record.people[0].need_found_at);
  CHECK(record.people[1].needs == EnumSet{Need::housing});
  CHECK(record.people[2].experiences == EnumSet{AdverseExperience::physical_abuse});
  CHECK(record.people[2].attendance.size() == 1);
  CHECK(record.people[0].needs.empty());
  CHECK(record.people[0].experiences.empty());
}
