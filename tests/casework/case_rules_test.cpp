#include <earlyhelp/casework/replay.hpp>

#include "support/make_case.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

using enum CaseStatus;

/// For each kind of event, one letter for each status in the order of CaseStatus: what forbids it, or '.' for nothing.
const std::map<EventKind, std::string> table{
    {EventKind::referred, "......X"},
    {EventKind::triaged, "......."},
    {EventKind::daily_reviewed, "......."},
    {EventKind::suitability_decided, "R.....X"},
    {EventKind::allocated, "RS.S..X"},
    {EventKind::allocation_ended, "RAAA..X"},
    {EventKind::separation_waived, "R.....X"},
    {EventKind::channel_confirmed, "......."},
    {EventKind::channel_shared, "......."},
    {EventKind::must_not_receive, "......."},
    {EventKind::contact_attempted, "RLLL..X"},
    {EventKind::contact_made, "RLLL..X"},
    {EventKind::consent_stated, "RCCCC.X"},
    {EventKind::need_identified, "R.....X"},
    {EventKind::adverse_experience_observed, "R.....X"},
    {EventKind::reason_found, "R.....X"},
    {EventKind::intervention, "RCCCC.X"},
    {EventKind::referred_on, "R......"},
    {EventKind::risk_reassessed, "......."},
    {EventKind::grade_lowered, "R.....X"},
    {EventKind::incident_disclosed, "......."},
    {EventKind::crime_recorded, "......."},
    {EventKind::notified, "......."},
    {EventKind::mash_considered, "......."},
    {EventKind::perpetrator_reviewed, "......."},
    {EventKind::child_support_offered, "......."},
    {EventKind::duty_waived, "......."},
    {EventKind::attendance_recorded, "R......"},
    {EventKind::outcome_measured, "R......"},
    {EventKind::feedback_asked, "RCCCC.."},
    {EventKind::feedback_answered, "RCCCC.."},
    {EventKind::closed, "R.....X"},
    {EventKind::reopened, "ROOOOO."},
    {EventKind::withdrawn, "......."},
};

const std::map<char, CaseRule> letters{
    {'R', CaseRule::referral_comes_first},      {'X', CaseRule::closed_case_stays_closed},
    {'S', CaseRule::suitable_before_allocated}, {'A', CaseRule::allocation_exists},
    {'L', CaseRule::allocated_before_contact},  {'C', CaseRule::contact_before_work},
    {'O', CaseRule::only_closed_case_reopens},
};

CaseStatus status_of(const CaseLog& log) { return replay(log.file, make_casework_policy()).state.status; }

/// What the usual case of each status comes to after `body`.
std::string statuses_after(const CaseEventBody& body) {
  std::string statuses;
  for (const auto status : values_of<CaseStatus>) {
    auto log = make_case(status);
    log.add(24, body);
    statuses += (statuses.empty() ? "" : " ") + std::string{to_string(status_of(log))};
  }
  return statuses;
}

ReferredOn onward(OnwardState state, Service service = Service::specialist_service) {
  return {.referral = OnwardReferralId{"r-1"}, .person = victim, .service = service, .state = state};
}

}  // namespace

TEST_CASE("while a case stands so, this may happen and that may not", "[casework]") {
  REQUIRE(table.size() == count_of<EventKind>);
  for (const auto& [kind, row] : table) {
    for (const auto status : values_of<CaseStatus>) {
      CAPTURE(to_string(kind), to_string(status));
      const auto letter = row[static_cast<std::size_t>(status)];
      const auto expected = letter == '.' ? boost::none : boost::make_optional(letters.at(letter));
      CHECK(forbidden_by(kind, status) == expected);
    }
  }
}

TEST_CASE("a case comes from one status to the next", "[casework]") {
  for (const auto status : values_of<CaseStatus>) {
    const auto log = make_case(status);
    CHECK(status_of(log) == status);
    CHECK(replay(log.file, make_casework_policy()).violations.empty());
  }
  CHECK(statuses_after(Referred{.source = ReferralSource::school}) ==
        "referred referred suitable not_suitable allocated in_contact closed");
  CHECK(statuses_after(SuitabilityDecided{.is_suitable = true}) ==
        "not_referred suitable suitable suitable allocated in_contact closed");
  CHECK(statuses_after(SuitabilityDecided{.is_suitable = false}) ==
        "not_referred not_suitable not_suitable not_suitable allocated in_contact closed");
  CHECK(statuses_after(DailyReviewed{.grade = RiskGrade::medium, .contact_by = worker}) ==
        "not_referred suitable suitable suitable allocated in_contact closed");
  CHECK(statuses_after(Allocated{.worker = worker, .person = victim}) ==
        "not_referred allocated allocated allocated allocated in_contact closed");
  CHECK(statuses_after(ContactMade{.person = victim, .mode = ContactMode::at_school}) ==
        "not_referred in_contact in_contact in_contact in_contact in_contact closed");
  CHECK(statuses_after(Closed{.reason = ClosingReason::declined}) ==
        "not_referred closed closed closed closed closed closed");
  CHECK(statuses_after(Reopened{}) == "not_referred referred suitable not_suitable allocated in_contact referred");
}

TEST_CASE("events are about people of the family, and what is for children about children", "[casework]") {
  const auto log = make_case(in_contact);
  CHECK(log.broken(24, NeedIdentified{.person = PersonId{"nobody"}, .need = Need::parenting}) ==
        "person_of_the_family");
  CHECK(log.broken(24, NeedIdentified{.person = aunt, .need = Need::parenting}).empty());
  CHECK(log.broken(24, ChildSupportOffered{.child = aunt}) == "child_of_the_family");
  CHECK(log.broken(24, ChildSupportOffered{.child = child}).empty());

  auto young = log;
  young.file.members.front().person.born = Date{2008, 1, 1};
  CHECK(young.broken(24, ChildSupportOffered{.child = victim}).empty());  // 17 years old
  young.file.members.front().person.born = boost::none;
  CHECK(young.broken(24, ChildSupportOffered{.child = victim}) == "child_of_the_family");
}

TEST_CASE("work needs consent; advice, signposting and protection do not", "[casework]") {
  auto log = make_case(in_contact);
  const auto help = [](InterventionKind kind) { return Intervention{.person = victim, .kind = kind}; };
  CHECK(log.broken(24, help(InterventionKind::advice)).empty());
  CHECK(log.broken(24, help(InterventionKind::signposting)).empty());
  CHECK(log.broken(24, help(InterventionKind::direct_work)) == "consent_before_work");
  CHECK(log.broken(24, help(InterventionKind::family_work)) == "consent_before_work");
  CHECK(log.broken(24, onward(OnwardState::made)) == "consent_before_onward_referral");
  CHECK(log.broken(24, onward(OnwardState::made, Service::mash)).empty());
  CHECK(log.broken(24, onward(OnwardState::made, Service::marac)).empty());

  log.add(12, ConsentStated{.person = victim, .consent = Consent::given});
  CHECK(log.broken(24, help(InterventionKind::direct_work)).empty());
  CHECK(log.broken(24, onward(OnwardState::made)).empty());
  log.add(13, ConsentStated{.person = victim, .consent = Consent::withdrawn});
  CHECK(log.broken(24, help(InterventionKind::direct_work)) == "consent_before_work");
}

TEST_CASE("a referral on goes from state to state, for the same person to the same service", "[casework]") {
  using enum OnwardState;
  const std::map<OnwardState, EnumSet<OnwardState>> next{
      {made, {accepted, refused, declined}}, {accepted, {engaged, declined}}, {engaged, {completed, ended_early}}};
  for (const auto from : values_of<OnwardState>) {
    auto log = make_case(in_contact);
    log.add(12, ConsentStated{.person = victim, .consent = Consent::given});
    log.add(13, onward(from));
    for (const auto to : values_of<OnwardState>) {
      CAPTURE(to_string(from), to_string(to));
      const bool is_next = next.contains(from) && next.at(from).contains(to);
      CHECK(log.broken(24, onward(to)) == (is_next ? "" : "onward_referral_in_order"));
    }
  }
  CHECK(make_case(in_contact).broken(24, onward(accepted, Service::mash)) == "onward_referral_in_order");
}

TEST_CASE("a reassessment raises, and only a named person lowers a grade, never below the MARAC criteria",
          "[casework]") {
  auto log = make_case(in_contact);  // standard
  const auto reassessed = [](RiskGrade grade) {
    const auto policy = make_policy();
    return RiskReassessed{.grade = grade,
                          .reason = reason,
                          .decision = Triaged{regraded(make_triaged().decision(), grade, reported_at(), policy)}};
  };
  const auto lowered = [](RiskGrade to) { return GradeLowered{.to = to, .by = manager, .reason = reason}; };
  CHECK(log.broken(24, reassessed(RiskGrade::standard)).empty());
  CHECK(log.broken(24, lowered(RiskGrade::standard)) == "lowering_lowers");
  CHECK(replay(log.file, make_casework_policy()).state.lead() == Lead::early_help_team);
  log.add(12, reassessed(RiskGrade::high));
  CHECK(replay(log.file, make_casework_policy()).state.lead() == Lead::idva);
  CHECK(replay(log.file, make_casework_policy()).state.grade == RiskGrade::high);
  CHECK(replay(log.file, make_casework_policy()).state.route() == Route::high_risk_panel);
  CHECK(log.broken(24, reassessed(RiskGrade::medium)) == "reassessment_raises");
  CHECK(log.broken(24, lowered(RiskGrade::medium)).empty());
  CHECK(log.broken(24, lowered(RiskGrade::high)) == "lowering_lowers");

  auto criteria = make_case(in_contact);
  criteria.add(12, make_triaged([](Incident& incident) {
                 incident.checklist = Checklist{.instrument = Instrument::dash_2009,
                                                .version = ChecklistVersionId{"v"},
                                                .content = ChecklistCounts{.yes_count = 14, .unanswered_count = 0}};
               }));
  CHECK(criteria.broken(24, lowered(RiskGrade::medium)) == "marac_criteria_stand");
  CHECK(criteria.broken(24, lowered(RiskGrade::standard)) == "marac_criteria_stand");
}

TEST_CASE("a case is not closed over what protects somebody, nor as not reached before it was tried", "[casework]") {
  auto log = make_case(allocated);
  const auto attempt =
      ContactAttempted{.person = victim, .mode = ContactMode::visit, .result = AttemptResult::no_answer};
  const auto not_reached = Closed{.reason = ClosingReason::not_reached};
  CHECK(log.broken(200, not_reached) == "attempts_before_not_reached");
  log.add(24, attempt);
  log.add(25, attempt);  // the same day
  log.add(48, attempt);
  CHECK(log.broken(200, not_reached) == "attempts_before_not_reached");
  log.add(72, attempt);
  CHECK(log.broken(200, not_reached).empty());

  log.add(80, make_triaged(
                  [](Incident& incident) { incident.findings.set(Finding::child_harmed_or_threatened, Answer::yes); }));
  CHECK(log.broken(200, not_reached) == "safeguarding_before_closing");
  log.add(81, onward(OnwardState::made, Service::mash));
  CHECK(log.broken(200, not_reached).empty());
}

TEST_CASE("other rules are broken, and kept", "[casework]") {
  auto log = make_case(in_contact);
  CHECK(log.broken(24, AllocationEnded{.worker = worker, .person = suspect}) == "allocation_exists");
  CHECK(log.broken(24, AllocationEnded{.worker = worker, .person = victim}).empty());
  CHECK(log.broken(24, Allocated{.worker = worker, .person = suspect}) == "separate_practitioners");
  CHECK(log.broken(24, Allocated{.worker = other_worker, .person = victim}) == "separate_practitioners");
  CHECK(log.broken(24, SeparationWaived{.worker = worker, .manager = worker, .reason = reason}) ==
        "manager_is_another");
  CHECK(log.broken(24, CrimeRecorded{.incident = IncidentId{"i-2"}}) == "crime_was_disclosed");
  CHECK(log.broken(24, FeedbackAnswered{.person = victim}) == "feedback_asked_first");
  CHECK(log.broken(24, DutyWaived{.duty = Duty::marac_referral, .by = manager, .reason = reason}) ==
        "duty_of_the_case");
  CHECK(log.broken(24, DutyWaived{.duty = Duty::contact_family, .by = manager, .reason = reason}).empty());
  const Notified notified{.notice = Notice::school, .child = child, .recipient = PersonId{"dsl"}};
  CHECK(log.broken(24, notified).empty());

  log.add(20, SeparationWaived{.worker = worker, .manager = manager, .reason = reason});
  log.add(20.1, IncidentDisclosed{.incident = IncidentId{"i-2"}, .by = victim});
  log.add(20.2, FeedbackAsked{.person = victim});
  log.add(20.3, MustNotReceive{.recipient = PersonId{"dsl"}, .reason = reason});
  CHECK(log.broken(24, Allocated{.worker = worker, .person = suspect}).empty());
  CHECK(log.broken(24, CrimeRecorded{.incident = IncidentId{"i-2"}}).empty());
  CHECK(log.broken(24, FeedbackAnswered{.person = victim}).empty());
  CHECK(log.broken(24, notified) == "recipient_allowed");
}

TEST_CASE("what was recorded wrongly is withdrawn, once", "[casework]") {
  auto log = make_case(in_contact);
  const auto contact = log.file.events.back().id;
  const auto withdraw = [](const CaseEventId& id) { return Withdrawn{.event = id, .reason = reason}; };
  CHECK(log.broken(24, withdraw(CaseEventId{"nothing"})) == "withdraws_an_event");
  const auto withdrawal = log.add(24, withdraw(contact));
  CHECK(status_of(log) == allocated);
  CHECK(log.broken(25, withdraw(contact)) == "withdraws_an_event");
  CHECK(log.broken(25, withdraw(withdrawal)) == "withdraws_an_event");

  auto early = make_case(in_contact);
  auto before = early.event(9, withdraw(early.file.events.back().id));  // recorded before what it withdraws
  append(early.file, before);
  CHECK(status_of(early) == in_contact);
}

TEST_CASE("to allow an event is to say what it breaks, later events too", "[casework]") {
  auto log = make_case(in_contact);
  log.add(12, ConsentStated{.person = victim, .consent = Consent::given});
  log.add(14, Intervention{.person = victim, .kind = InterventionKind::direct_work});
  CHECK(log.broken(13, ConsentStated{.person = victim, .consent = Consent::withdrawn}) ==
        "consent_before_work (of another)");
}
