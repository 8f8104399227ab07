#include <earlyhelp/policy/default_policy.hpp>

#include <array>

namespace earlyhelp {
namespace {

using enum Signal;

constexpr Source page{"Default triage policy", "section 3"};
constexpr Source act_2021{"Domestic Abuse Act 2021", "ss. 1 and 2"};
constexpr Source safelives{"SafeLives MARAC referral criteria", "visible high risk, escalation, judgement, repeat"};
constexpr Source local_review{"Plymouth safeguarding partnership, use of the DASH checklist",
                              "factors that outweigh a low count; local practice"};
constexpr Source encompass{"Domestic Abuse Act 2021", "s. 49A; Operation Encompass practice"};

constexpr Terms terms{
    .graded = officer_graded || judged,
    .act = injury || strangulation || weapon || threat_to_kill || stalking || sexual_harm || coercive_control ||
           honour_or_forced_marriage || order_breached || child_harmed_or_threatened,
    .abuse = domestic && (!family_conflict || act),
    .child = child_linked || unborn_child || pregnancy_or_new_baby || child_harmed_or_threatened || party_under_18 ||
             childrens_case_open || party_under_16,
};

constexpr Condition grade_is_medium = grade_medium_or_above && !grade_high;
constexpr Condition route_is_multi_agency_review = route_multi_agency_review_or_above && !route_high_risk_panel;

constexpr std::array<DutyClause, max_duty_clauses> opens(Duties duties) { return {DutyClause{.duties = duties}}; }

// Children's services lead when a party is under 16: then no conference and no advocate of its own.
constexpr std::array<DutyClause, max_duty_clauses> conference{
    DutyClause{.duties = {Duty::marac_referral, Duty::idva_offer}, .only_when = !party_under_16}};

constexpr Rule reviewed(RuleId id, Text<119> title, Condition when, Source source = page) {
  return {.id = id, .title = title, .when = when, .route_at_least = Route::multi_agency_review, .source = source};
}

constexpr Rule reviewed_and_referred(RuleId id, Text<119> title, Condition when, Source source = page) {
  Rule rule = reviewed(id, title, when, source);
  rule.duties = opens({Duty::victim_services_referral});
  return rule;
}

constexpr Rule prompt(RuleId id, Text<119> title, Condition when, Duty duty, Source source = page) {
  return {.id = id, .title = title, .when = when, .duties = opens({duty}), .source = source};
}

constexpr std::array rules{
    Rule{.id = "not-domestic",
         .title = "The parties are known not to be personally connected",
         .when = !domestic,
         .scope = Scope::every_incident,
         .source = act_2021},
    Rule{.id = "conflicting-record",
         .title = "Recorded as not domestic, but something on record speaks against that",
         .when = !domestic && (graded || child_harmed_or_threatened || order_breached || repeated_event ||
                               marac_referral_in_window || checklist_at_threshold),
         .scope = Scope::every_incident,
         .route_at_least = Route::multi_agency_review,
         .duties = opens({Duty::daily_review, Duty::review_decision}),
         .source = page},
    reviewed("definition-undetermined", "It is not known whether the incident is domestic", definition_undetermined,
             act_2021),
    Rule{.id = "party-under-16",
         .title = "A party is under 16: child protection",
         .when = party_under_16,
         .route_at_least = Route::multi_agency_review,
         .duties = opens({Duty::mash_referral}),
         .source = act_2021},
    Rule{.id = "domestic-incident",
         .title = "A domestic incident",
         .when = domestic,
         .route_at_least = Route::early_intervention,
         .duties = opens({Duty::daily_review}),
         .source = page},
    Rule{.id = "officer-grade",
         .title = "The attending officer graded the risk",
         .when = officer_graded,
         .scope = Scope::every_incident,
         .grade_at_least = GradeAsked::officers,
         .source = page},
    Rule{.id = "ungraded",
         .title = "Nobody has graded the risk",
         .when = domestic && !graded,
         .route_at_least = Route::multi_agency_review,
         .duties = opens({Duty::obtain_grade}),
         .source = page},
    Rule{.id = "professional-judgement",
         .title = "A professional judged the risk",
         .when = judged,
         .scope = Scope::every_incident,
         .grade_at_least = GradeAsked::judged,
         .source = safelives},
    Rule{.id = "visible-high-risk",
         .title = "The yes answers reach the threshold of the checklist",
         .when = checklist_at_threshold,
         .grade_at_least = GradeAsked::high,
         .source = safelives},
    reviewed("incomplete-checklist", "The unanswered items could reach the threshold of the checklist",
             checklist_may_reach_threshold),
    Rule{.id = "escalation",
         .title = "Repeated abuse between the same two people",
         .when = abuse && events_at_escalation,
         .route_at_least = Route::high_risk_panel,
         .duties = conference,
         .source = safelives},
    reviewed("repeated-conflict", "Repeated conflict without known abuse", domestic && !abuse && events_at_escalation),
    Rule{.id = "marac-repeat",
         .title = "Referred to MARAC within the window, and abused again",
         .when = marac_referral_in_window,
         .route_at_least = Route::high_risk_panel,
         .duties = conference,
         .source = safelives},
    reviewed_and_referred("strangulation", "Strangulation", strangulation, local_review),
    reviewed_and_referred("threat-to-kill", "A threat to kill", threat_to_kill, local_review),
    reviewed_and_referred("stalking", "Stalking", stalking, local_review),
    reviewed_and_referred("sexual-harm", "Sexual harm", sexual_harm),
    reviewed_and_referred("coercive-control", "Coercive control", coercive_control),
    reviewed_and_referred("honour-or-forced-marriage", "Honour-based abuse or forced marriage",
                          honour_or_forced_marriage, local_review),
    reviewed("victim-very-frightened", "The victim is very frightened", victim_very_frightened, local_review),
    reviewed_and_referred("victim-suicidal", "The victim is suicidal", victim_suicidal),
    reviewed("rising-abuse", "The abuse comes more often or gets worse", frequency_rising || severity_rising,
             local_review),
    reviewed("weapon", "A weapon", weapon),
    reviewed("order-breached", "A protective order or bail was breached", order_breached),
    reviewed("suspect-suicidal", "The suspect is suicidal", suspect_suicidal),
    Rule{.id = "cluster-of-three",
         .title = "Separation, coercive control and violence together",
         .when = separation && coercive_control && (injury || sexual_harm || strangulation || weapon),
         .route_at_least = Route::high_risk_panel,
         .duties = conference,
         .source = local_review},
    Rule{.id = "serial-perpetrator",
         .title = "The suspect has unconnected victims",
         .when = victims_at_serial,
         .route_at_least = Route::multi_agency_review,
         .duties = opens({Duty::perpetrator_review}),
         .source = {"ACPO 2009", "serial perpetrator: two or more unconnected victims"}},
    Rule{.id = "prosecution-likely",
         .title = "A prosecution is likely",
         .when = prosecution_likely,
         .route_at_least = Route::victim_services,
         .duties = opens({Duty::victim_services_referral}),
         .source = page},
    Rule{.id = "child-harmed",
         .title = "A child was harmed or threatened",
         .when = child_harmed_or_threatened,
         .scope = Scope::every_incident,
         .route_at_least = Route::multi_agency_review,
         .duties = {DutyClause{.duties = {Duty::mash_referral},
                               .within = Parameter::mash_referral_if_child_harmed_within}},
         .source = page},
    reviewed("medium-grade", "The risk is medium", grade_is_medium),
    Rule{.id = "high-grade",
         .title = "The risk is high",
         .when = grade_high,
         .route_at_least = Route::high_risk_panel,
         .duties = conference,
         .source = safelives},
    prompt("child-in-high-risk-home", "A child in a home of high risk", child&& route_high_risk_panel,
           Duty::mash_referral),
    prompt("child-cumulative", "A child, and repeated incidents", child&& events_at_cumulative,
           Duty::mash_consideration),
    prompt("young-child", "A very young or unborn child",
           abuse && (young_child || unborn_child || pregnancy_or_new_baby), Duty::mash_consideration),
    prompt("party-under-18", "A party is 16 or 17", party_under_18, Duty::mash_consideration),
    prompt("child-victim", "A child linked to abuse is a victim too", abuse&& child_linked, Duty::child_support_offer,
           {"Domestic Abuse Act 2021", "s. 3"}),
    prompt("childrens-case-open", "A children's case is open", childrens_case_open, Duty::notify_social_worker),
    prompt("school-notification", "A child of school age, and the duty to tell the school is in force",
           abuse && (school_age_child || party_under_18) && school_notification_in_force, Duty::notify_school,
           encompass),
    prompt("review-decision", "The daily review decides", domestic&& route_is_multi_agency_review,
           Duty::review_decision),
    Rule{.id = "first-contact",
         .title = "First contact with the victim",
         .when = domestic && !party_under_16 && (honour_possible || !route_high_risk_panel),
         .duties = {DutyClause{.duties = {Duty::contact_victim_safely}, .only_when = honour_possible},
                    DutyClause{.duties = {Duty::contact_family}, .only_when = !honour_possible}},
         .source = {"Northamptonshire early intervention service, annual report 2020-21", "contact within 48 hours"}},
};
static_assert(rules.size() <= max_rules);

}  // namespace

std::span<const Rule> default_rules() noexcept { return rules; }

Terms default_terms() noexcept { return terms; }

}  // namespace earlyhelp
