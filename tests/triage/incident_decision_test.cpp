#include <earlyhelp/triage/incident_decision.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "support/make_facts.hpp"
#include "support/make_incident.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

Decision join_of(const Decision& a, const Decision& b) { return join(std::array{a, b}); }

Decision decision_on(const Facts& facts) { return triage(facts, make_policy()); }

Facts graver_facts() {
  auto facts = make_facts(Finding::strangulation);
  facts.officer_grade = RiskGrade::high;
  return facts;
}

/// make_incident() with a second suspect, a stranger to the victim.
Incident make_two_pairs() {
  auto incident = make_incident();
  incident.suspects.push_back(make_adult("stranger"));
  incident.family.relationships.push_back(
      {.one = PersonId{"stranger"}, .other = PersonId{"victim"}, .kind = RelationshipKind::unconnected});
  return incident;
}

/// Each reason with the suspect of its pair.
std::vector<std::string> told(const IncidentDecision& decided) {
  const auto policy = make_policy();
  std::vector<std::string> all;
  for (const auto& reason : decided.reasons()) {
    all.push_back(std::string{policy.rule(reason.rule).id.view()} + " " +
                  decided.pairs[reason.pair].parties.suspect.id.value());
  }
  return all;
}

History earlier_incidents(int count) {
  History history;
  for (int i = 1; i <= count; ++i) {
    history.add(make_past_incident("earlier-" + std::to_string(i), "2025-0" + std::to_string(i) + "-10T12:00:00Z"));
  }
  return history;
}

}  // namespace

TEST_CASE("the join of one decision is that decision", "[incident_decision]") {
  const auto decision = decision_on(graver_facts());
  CHECK(join(std::array{decision}) == decision);
}

TEST_CASE("the order, the grouping and the repetition of decisions do not change their join",
          "[incident_decision][properties]") {
  const auto policy = make_policy();
  RandomFacts random{41};
  for (int i = 0; i < 20'000; ++i) {
    const auto a = triage(random.next(), policy);
    const auto b = triage(random.next(), policy);
    const auto c = triage(random.next(), policy);
    const auto all = join(std::array{a, b, c});
    if (join_of(a, b) != join_of(b, a)) FAIL("case " << i << " commutes not");
    if (join_of(join_of(a, b), c) != all || join_of(a, join_of(b, c)) != all) FAIL("case " << i << " associates not");
    if (join_of(a, a) != a || join_of(all, b) != all) FAIL("case " << i << " is not idempotent");
  }
}

TEST_CASE("a join is nowhere below what it joins", "[incident_decision][properties]") {
  const auto policy = make_policy();
  RandomFacts random{42};
  for (int i = 0; i < 20'000; ++i) {
    const auto a = triage(random.next(), policy);
    const auto b = triage(random.next(), policy);
    const auto both = join_of(a, b);
    CHECK(both.known.grade == std::max(a.known.grade, b.known.grade));
    CHECK(both.known.route == std::max(a.known.route, b.known.route));
    CHECK(both.known.reasons == (a.known.reasons | b.known.reasons));
    CHECK(both.if_unknowns_yes.grade == std::max(a.if_unknowns_yes.grade, b.if_unknowns_yes.grade));
    CHECK(both.if_unknowns_yes.route == std::max(a.if_unknowns_yes.route, b.if_unknowns_yes.route));
    CHECK(both.if_unknowns_yes.reasons == (a.if_unknowns_yes.reasons | b.if_unknowns_yes.reasons));
    CHECK(both.ask_next == (a.ask_next | b.ask_next));
    CHECK(both.provisional == (a.provisional || b.provisional));
    const auto dropped = (a.known.duties | b.known.duties) - both.known.duties;
    const Duties may_be_dropped{Duty::review_decision, Duty::contact_family, Duty::mash_consideration};
    CHECK((dropped - may_be_dropped).empty());
  }
}

TEST_CASE("in a join one duty covers another, whichever pair it came from", "[incident_decision]") {
  const auto quiet = decision_on(make_facts());
  REQUIRE(quiet.known.duties == Duties{Duty::daily_review, Duty::contact_family});

  const auto honour = decision_on(make_facts(Finding::honour_or_forced_marriage));
  const auto safely = join_of(quiet, honour).known.duties;
  CHECK(safely.contains(Duty::contact_victim_safely));
  CHECK_FALSE(safely.contains(Duty::contact_family));

  const auto considered = decision_on(make_facts(Finding::party_under_18));
  const auto referred = decision_on(make_facts(Finding::child_harmed_or_threatened));
  REQUIRE(considered.known.duties.contains(Duty::mash_consideration));
  const auto mash = join_of(considered, referred).known.duties;
  CHECK(mash.contains(Duty::mash_referral));
  CHECK_FALSE(mash.contains(Duty::mash_consideration));

  const auto reviewed = decision_on(make_facts(Finding::weapon));
  const auto panel = decision_on(graver_facts());
  REQUIRE(reviewed.known.duties.contains(Duty::review_decision));
  const auto high = join_of(reviewed, panel).known.duties;
  CHECK_FALSE(high.contains(Duty::review_decision));
  CHECK_FALSE(high.contains(Duty::contact_family));
  CHECK(high.contains(Duty::daily_review));

  const auto honour_and_panel = join_of(honour, panel).known.duties;
  CHECK(honour_and_panel.contains(Duty::contact_victim_safely));
}

TEST_CASE("suitability follows from the joined route and provisional", "[incident_decision]") {
  const auto suitable = decision_on(make_facts());
  REQUIRE(suitable.suitability == Suitability::suitable);
  const auto provisional = decision_on(make_facts(Finding::strangulation, Answer::unknown));
  REQUIRE(provisional.known.route == Route::early_intervention);

  CHECK(join_of(suitable, suitable).suitability == Suitability::suitable);
  CHECK(join_of(suitable, provisional).suitability == Suitability::not_yet);
  CHECK(join_of(suitable, decision_on(make_facts(Finding::weapon))).suitability == Suitability::not_yet);
  CHECK(join_of(suitable, decision_on(graver_facts())).suitability == Suitability::not_suitable);
}

TEST_CASE("an incident of one pair is decided as its facts are", "[incident_decision]") {
  const auto decided = triage(make_incident(), History{}, make_policy());

  REQUIRE(decided.pairs.size() == 1);
  CHECK(decided.pairs[0].parties == make_parties());
  CHECK(decided.pairs[0].decision == triage(decided.pairs[0].facts, make_policy()));
  CHECK(decided.decision == decided.pairs[0].decision);
  CHECK(decided.issues.empty());
}

TEST_CASE("the reasons of an incident stand in rule order, then by pair, and name their pair", "[incident_decision]") {
  const auto decided = triage(make_two_pairs(), History{}, make_policy());

  REQUIRE(decided.pairs.size() == 2);
  CHECK(decided.decision == join_of(decided.pairs[0].decision, decided.pairs[1].decision));
  CHECK(told(decided) == std::vector<std::string>{"not-domestic stranger", "conflicting-record stranger",
                                                  "domestic-incident suspect", "officer-grade suspect",
                                                  "officer-grade stranger", "medium-grade suspect",
                                                  "review-decision suspect", "first-contact suspect"});
}

TEST_CASE("the third incident of a pair within the window escalates", "[incident_decision]") {
  const auto policy = make_policy();
  const auto route = [&](int earlier) { return triage(make_incident(), earlier_incidents(earlier), policy); };
  CHECK(route(1).decision.known.route == Route::multi_agency_review);
  CHECK(route(2).decision.known.route == Route::high_risk_panel);
  CHECK(route(3).decision.known.route == Route::high_risk_panel);
  CHECK(route(2).pairs[0].facts.history.events_in_window == 3);
  CHECK(route(2).issues.empty());
}

TEST_CASE("the windows of an incident's history are those of the policy", "[incident_decision]") {
  auto book = default_policy_book();
  set(book, Parameter::escalation_window, 4);  // from 1 February 2025
  const auto decided = triage(make_incident(), earlier_incidents(3), policy_of(book));
  CHECK(decided.pairs[0].facts.history.events_in_window == 3);

  set(book, Parameter::marac_repeat_window, 1);
  History history;
  history.add(make_referral("r-1", "2025-04-30T12:00:00Z"));
  CHECK_FALSE(triage(make_incident(), history, policy_of(book)).pairs[0].facts.history.marac_referral_in_window);
  CHECK(triage(make_incident(), history, make_policy()).pairs[0].facts.history.marac_referral_in_window);
}

TEST_CASE("roles that were reversed before are an issue, and the incident counts", "[incident_decision]") {
  History history;
  auto reversed = make_past_incident("earlier", "2025-03-01T12:00:00Z");
  std::swap(reversed.victim, reversed.suspect);
  history.add(reversed);

  const auto decided = triage(make_incident(), history, make_policy());

  CHECK(decided.issues == EnumSet{IncidentIssue::conflicting_roles});
  CHECK(decided.pairs[0].facts.history.events_in_window == 2);
}

TEST_CASE("a judgement without a reason has no effect and is an issue", "[incident_decision]") {
  auto incident = make_incident();
  incident.judgement = Judgement{.grade = RiskGrade::high, .by = WorkerId{"w-1"}, .reason = {}};
  const auto without = triage(incident, History{}, make_policy());
  CHECK(without.decision.known.grade == RiskGrade::medium);
  CHECK(without.issues == EnumSet{IncidentIssue::judgement_without_reason});

  incident.judgement->reason = ReasonId{"n-1"};
  const auto with = triage(incident, History{}, make_policy());
  CHECK(with.decision.known.grade == RiskGrade::high);
  CHECK(with.issues.empty());
}

TEST_CASE("the clocks of an incident start at its report and at its attendance", "[incident_decision]") {
  auto incident = make_incident();
  incident.reported_at = make_written("2025-06-01T21:00:00+01:00");
  CHECK(clock_starts(incident) ==
        ClockStarts{.reported_at = make_written("2025-06-01T20:00:00Z").instant, .attended_at = {}});
  incident.attended_at = make_written("2025-06-01T21:30:00+01:00");
  CHECK(clock_starts(incident).attended_at == make_written("2025-06-01T20:30:00Z").instant);
}

TEST_CASE("the day of the report is the local day as written", "[incident_decision]") {
  auto incident = make_incident();
  incident.reported_at = make_written("2025-06-02T00:30:00+01:00");
  const auto facts = facts_of(incident, make_parties(), {.known = true, .marac_referral_in_window = false});
  CHECK(facts.reported_on == Date{2025, 6, 2});
}
