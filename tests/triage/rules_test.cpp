#include <earlyhelp/triage/triage.hpp>

#include "support/make_facts.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;
using enum Duty;

namespace {

using Ids = std::vector<std::string>;

Outcome decide(const Facts& facts) { return triage(facts, make_policy()).known; }

Ids reasons(const Facts& facts) { return ids_of(decide(facts).reasons, make_policy()); }

/// What one yes among the findings of a quiet incident adds to its reasons, and what is decided then.
struct OneFinding {
  Finding finding;
  Ids reasons;
  Route route;
  Duties duties;
};

std::vector<OneFinding> one_finding() {
  using enum Finding;
  constexpr auto early = Route::early_intervention;
  constexpr auto review = Route::multi_agency_review;
  constexpr Duties usual{daily_review, contact_family};
  constexpr Duties reviewed = usual | Duties{review_decision};
  constexpr Duties referred = reviewed | Duties{victim_services_referral};
  const std::string decision = "review-decision";
  return {
      {injury, {}, early, usual},
      {strangulation, {"strangulation", decision}, review, referred},
      {weapon, {"weapon", decision}, review, reviewed},
      {threat_to_kill, {"threat-to-kill", decision}, review, referred},
      {stalking, {"stalking", decision}, review, referred},
      {sexual_harm, {"sexual-harm", decision}, review, referred},
      {coercive_control, {"coercive-control", decision}, review, referred},
      {separation, {}, early, usual},
      {pregnancy_or_new_baby, {"young-child"}, early, usual | Duties{mash_consideration}},
      {honour_or_forced_marriage,
       {"honour-or-forced-marriage", decision},
       review,
       {daily_review, review_decision, contact_victim_safely, victim_services_referral}},
      {victim_very_frightened, {"victim-very-frightened", decision}, review, reviewed},
      {victim_suicidal, {"victim-suicidal", decision}, review, referred},
      {frequency_rising, {"rising-abuse", decision}, review, reviewed},
      {severity_rising, {"rising-abuse", decision}, review, reviewed},
      {order_breached, {"order-breached", decision}, review, reviewed},
      {suspect_suicidal, {"suspect-suicidal", decision}, review, reviewed},
      {child_harmed_or_threatened, {"child-harmed", decision}, review, reviewed | Duties{mash_referral}},
      {prosecution_likely, {"prosecution-likely"}, Route::victim_services, usual | Duties{victim_services_referral}},
      {unborn_child, {"young-child"}, early, usual | Duties{mash_consideration}},
      {childrens_case_open, {"childrens-case-open"}, early, usual | Duties{notify_social_worker}},
      {party_under_18,
       {"party-under-18", "school-notification"},
       early,
       usual | Duties{mash_consideration, notify_school}},
  };
}

}  // namespace

TEST_CASE("a quiet domestic incident goes to the early-help practitioners and to the daily review", "[triage]") {
  const auto outcome = decide(make_facts());

  CHECK(outcome.grade == RiskGrade::standard);
  CHECK(outcome.route == Route::early_intervention);
  CHECK(outcome.duties == Duties{daily_review, contact_family});
  CHECK(ids_of(outcome.reasons, make_policy()) == Ids{"domestic-incident", "officer-grade", "first-contact"});
}

TEST_CASE("each finding alone fires its rule, and nothing else", "[triage]") {
  REQUIRE(one_finding().size() == count_of<Finding>);
  for (const auto& expected : one_finding()) {
    CAPTURE(expected.finding);
    Ids ids{"domestic-incident", "officer-grade"};
    ids.insert(ids.end(), expected.reasons.begin(), expected.reasons.end());
    ids.emplace_back("first-contact");

    const auto outcome = decide(make_facts(expected.finding));

    CHECK(ids_of(outcome.reasons, make_policy()) == ids);
    CHECK(outcome.grade == RiskGrade::standard);
    CHECK(outcome.route == expected.route);
    CHECK(outcome.duties == expected.duties);
  }
}

TEST_CASE("separation, coercive control and one act of violence are a cluster, and any two of them are not",
          "[triage]") {
  using enum Finding;
  const auto act = GENERATE(injury, sexual_harm, strangulation, weapon);
  CAPTURE(act);
  const auto all = Findings::all(Answer::no)
                       .with(separation, Answer::yes)
                       .with(coercive_control, Answer::yes)
                       .with(act, Answer::yes);
  const auto route = [](Findings findings) {
    auto facts = make_facts();
    facts.findings = findings;
    return decide(facts).route;
  };

  CHECK(route(all) == Route::high_risk_panel);
  CHECK(route(all.with(separation, Answer::no)) < Route::high_risk_panel);
  CHECK(route(all.with(coercive_control, Answer::no)) < Route::high_risk_panel);
  CHECK(route(all.with(act, Answer::no)) < Route::high_risk_panel);
  CHECK(route(all.with(act, Answer::no).with(stalking, Answer::yes)) < Route::high_risk_panel);
}

TEST_CASE("the grade is the graver of the officer's and the judgement's, and no grade is none", "[triage]") {
  using Grade = boost::optional<RiskGrade>;
  const auto standard = Grade{RiskGrade::standard};
  const auto medium = Grade{RiskGrade::medium};
  const auto high = Grade{RiskGrade::high};
  const auto [officer, judgement, grade] = GENERATE_COPY(table<Grade, Grade, Grade>({
      {Grade{}, Grade{}, Grade{}},
      {standard, Grade{}, standard},
      {Grade{}, standard, standard},
      {medium, standard, medium},
      {standard, medium, medium},
      {high, medium, high},
      {medium, high, high},
      {high, Grade{}, high},
      {Grade{}, high, high},
  }));
  CAPTURE(officer, judgement);
  auto facts = make_facts();
  facts.officer_grade = officer;
  facts.judgement = judgement;

  CHECK(decide(facts).grade == grade);
}

TEST_CASE("a medium grade is reviewed, a high grade goes to the panel", "[triage]") {
  auto facts = make_facts();

  facts.officer_grade = RiskGrade::medium;
  CHECK(reasons(facts) ==
        Ids{"domestic-incident", "officer-grade", "medium-grade", "review-decision", "first-contact"});
  CHECK(decide(facts).route == Route::multi_agency_review);

  facts.officer_grade = RiskGrade::high;
  CHECK(reasons(facts) == Ids{"domestic-incident", "officer-grade", "high-grade"});
  CHECK(decide(facts).route == Route::high_risk_panel);
  CHECK(decide(facts).duties == Duties{daily_review, idva_offer, marac_referral});
}

TEST_CASE("an incident that nobody has graded is reviewed, and a grade is obtained", "[triage]") {
  auto facts = make_facts();
  facts.officer_grade = boost::none;

  const auto outcome = decide(facts);

  CHECK(ids_of(outcome.reasons, make_policy()) ==
        Ids{"domestic-incident", "ungraded", "review-decision", "first-contact"});
  CHECK(outcome.grade == boost::none);
  CHECK(outcome.duties == Duties{daily_review, obtain_grade, review_decision, contact_family});
}

TEST_CASE("a grade that a person gave is never lowered by a quiet checklist", "[triage]") {
  auto facts = make_facts();
  facts.judgement = RiskGrade::high;

  CHECK(decide(facts).grade == RiskGrade::high);
  CHECK(reasons(facts) == Ids{"domestic-incident", "officer-grade", "professional-judgement", "high-grade"});
}

TEST_CASE("an undetermined incident is reviewed", "[triage]") {
  CHECK(reasons(make_facts(Definition::undetermined)) ==
        Ids{"definition-undetermined", "domestic-incident", "officer-grade", "review-decision", "first-contact"});
}

TEST_CASE("a party under 16 is child protection: children's services are told and nobody else makes contact",
          "[triage]") {
  const auto outcome = decide(make_facts(Definition::party_under_16));

  CHECK(ids_of(outcome.reasons, make_policy()) ==
        Ids{"party-under-16", "domestic-incident", "officer-grade", "review-decision"});
  CHECK(outcome.route == Route::multi_agency_review);
  CHECK(outcome.duties == Duties{daily_review, review_decision, mash_referral});
}

TEST_CASE("one act in a family conflict makes it abuse", "[triage]") {
  auto facts = make_facts(Definition::family_conflict);
  facts.children = one_child(5);
  CHECK(decide(facts).duties == Duties{daily_review, contact_family});

  const auto act = GENERATE(
      values({Finding::injury, Finding::strangulation, Finding::weapon, Finding::threat_to_kill, Finding::stalking,
              Finding::sexual_harm, Finding::coercive_control, Finding::honour_or_forced_marriage,
              Finding::order_breached, Finding::child_harmed_or_threatened}));
  CAPTURE(act);
  facts.findings.set(act, Answer::yes);
  CHECK((decide(facts).duties & Duties{child_support_offer, notify_school}).size() == 2);
}

TEST_CASE("in a family conflict no other finding makes it abuse", "[triage]") {
  auto facts = make_facts(Definition::family_conflict);
  facts.children = one_child(0);
  facts.findings = Findings::all(Answer::yes);
  for (const auto act :
       {Finding::injury, Finding::strangulation, Finding::weapon, Finding::threat_to_kill, Finding::stalking,
        Finding::sexual_harm, Finding::coercive_control, Finding::honour_or_forced_marriage, Finding::order_breached,
        Finding::child_harmed_or_threatened}) {
    facts.findings.set(act, Answer::no);
  }

  CHECK((decide(facts).duties & Duties{child_support_offer, notify_school}).empty());
}
