#include "support/plain_triage.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>

namespace earlyhelp::test {
namespace {

using Answers = std::map<Signal, bool>;
using Unknowns = std::set<Unknown>;

Unknown unknown_of(Finding finding) {
  return static_cast<Unknown>(static_cast<int>(Unknown::injury) + static_cast<int>(finding));
}

Unknowns unknowns_of(const Facts& facts) {
  const bool is_domestic = facts.definition != Definition::not_domestic;
  Unknowns unknowns;
  for (const auto finding : values_of<Finding>) {
    const bool counts =
        is_domestic || finding == Finding::order_breached || finding == Finding::child_harmed_or_threatened;
    if (facts.findings[finding] == Answer::unknown && counts) unknowns.insert(unknown_of(finding));
  }
  if (!facts.history.known) unknowns.insert(Unknown::history);
  if (!is_domestic) return unknowns;
  if (facts.definition == Definition::undetermined) unknowns.insert(Unknown::definition);
  if (!facts.officer_grade && !facts.judgement) unknowns.insert(Unknown::officer_grade);
  if (!facts.checklist.instrument || facts.checklist.unanswered_count > 0) unknowns.insert(Unknown::checklist);
  if (!facts.children.known) unknowns.insert(Unknown::children);
  return unknowns;
}

/// The signals with `as_yes` read as yes.
Answers answers_of(const Facts& facts, const Thresholds& numbers, const Unknowns& as_yes) {
  using enum Signal;
  Answers is;
  for (const auto finding : values_of<Finding>) {
    is[signal_of(finding)] = facts.findings[finding] == Answer::yes || as_yes.contains(unknown_of(finding));
  }
  is[honour_possible] = facts.findings[Finding::honour_or_forced_marriage] != Answer::no;
  is[domestic] = facts.definition != Definition::not_domestic;
  is[family_conflict] = facts.definition == Definition::family_conflict;
  is[party_under_16] = facts.definition == Definition::party_under_16;
  is[definition_undetermined] = facts.definition == Definition::undetermined;

  const auto officer = as_yes.contains(Unknown::officer_grade) ? RiskGrade::high : facts.officer_grade;
  is[officer_graded] = officer.has_value();
  is[officer_medium_or_above] = officer && *officer >= RiskGrade::medium;
  is[officer_high] = officer && *officer == RiskGrade::high;
  is[judged] = facts.judgement.has_value();
  is[judged_medium_or_above] = facts.judgement && *facts.judgement >= RiskGrade::medium;
  is[judged_high] = facts.judgement && *facts.judgement == RiskGrade::high;

  const auto& checklist = facts.checklist;
  const auto threshold =
      checklist.instrument ? numbers.visible_high_risk[static_cast<std::size_t>(*checklist.instrument)] : boost::none;
  const auto most = std::int64_t{checklist.yes_count} + checklist.unanswered_count;
  const bool is_filled_in = as_yes.contains(Unknown::checklist);
  const auto at_least = threshold.value_or(0);
  const bool reaches = threshold && checklist.yes_count >= at_least;
  is[checklist_at_threshold] = reaches || (is_filled_in && (!threshold || most >= at_least));
  is[checklist_may_reach_threshold] = !is_filled_in && threshold && !reaches && most >= at_least;

  const auto& history = facts.history;
  const bool worst_history = as_yes.contains(Unknown::history);
  is[repeated_event] = worst_history || history.events_in_window > 1;
  is[events_at_escalation] = worst_history || history.events_in_window >= numbers.escalation_events;
  is[events_at_cumulative] = worst_history || history.events_in_window >= numbers.cumulative_child_events;
  is[marac_referral_in_window] = worst_history || history.marac_referral_in_window;
  is[victims_at_serial] = worst_history || std::int64_t{history.suspect_other_victims} + 1 >= numbers.serial_victims;

  const auto& children = facts.children;
  const bool some_child = as_yes.contains(Unknown::children);
  const auto youngest = children.youngest_age_years;
  is[child_linked] = some_child || children.linked > 0;
  is[school_age_child] = some_child || children.of_school_age > 0;
  is[young_child] = some_child || (youngest && *youngest < numbers.young_child_under_years);
  is[school_notification_in_force] = facts.reported_on >= numbers.school_notification_from;
  return is;
}

bool holds(const Condition& condition, Answers& is) {
  bool all = true;
  condition.for_each_clause([&](std::span<const Literal> clause) {
    bool any = false;
    for (const auto& literal : clause) any = any || is[literal.signal] != literal.is_negated;
    all = all && any;
  });
  return all;
}

boost::optional<RiskGrade> asked_grade(GradeAsked asked, const Answers& is) {
  using enum Signal;
  const auto person = [&](Signal graded, Signal medium, Signal high) -> boost::optional<RiskGrade> {
    if (is.at(high)) return RiskGrade::high;
    if (is.at(medium)) return RiskGrade::medium;
    if (is.at(graded)) return RiskGrade::standard;
    return {};
  };
  if (asked == GradeAsked::officers) return person(officer_graded, officer_medium_or_above, officer_high);
  if (asked == GradeAsked::judged) return person(judged, judged_medium_or_above, judged_high);
  return static_cast<RiskGrade>(asked);
}

/// Grade and route so far, as the rules behind read them.
void tell(const Outcome& outcome, Answers& is) {
  using enum Signal;
  is[grade_standard_or_above] = outcome.grade.has_value();
  is[grade_medium_or_above] = outcome.grade && *outcome.grade >= RiskGrade::medium;
  is[grade_high] = outcome.grade && *outcome.grade == RiskGrade::high;
  is[route_early_intervention_or_above] = outcome.route >= Route::early_intervention;
  is[route_victim_services_or_above] = outcome.route >= Route::victim_services;
  is[route_multi_agency_review_or_above] = outcome.route >= Route::multi_agency_review;
  is[route_high_risk_panel] = outcome.route >= Route::high_risk_panel;
}

Outcome outcome_of(Answers is, const Policy& policy) {
  Outcome outcome{.grade = boost::none, .route = Route::record_only, .duties = {}, .reasons = {}};
  for (const auto term : {Signal::graded, Signal::act, Signal::abuse, Signal::child}) {
    is[term] = holds(policy.term(term), is);
  }
  for (std::size_t i = 0; i < policy.rules().size(); ++i) {
    const auto& rule = policy.rules()[i];
    tell(outcome, is);
    if (rule.scope == Scope::domestic_incidents && !is[Signal::domestic]) continue;
    if (!holds(rule.when, is)) continue;
    outcome.reasons.insert(static_cast<RuleIndex>(i));
    if (rule.grade_at_least) outcome.grade = std::max(outcome.grade, asked_grade(*rule.grade_at_least, is));
    outcome.route = std::max(outcome.route, rule.route_at_least);
    for (const auto& clause : rule.duties) {
      if (holds(clause.only_when, is)) outcome.duties |= clause.duties;
    }
  }
  const bool has_panel = outcome.route == Route::high_risk_panel;
  const bool has_safe_contact = outcome.duties.contains(Duty::contact_victim_safely);
  if (outcome.duties.contains(Duty::mash_referral)) outcome.duties.erase(Duty::mash_consideration);
  if (has_safe_contact || has_panel) outcome.duties.erase(Duty::contact_family);
  if (has_panel) outcome.duties.erase(Duty::review_decision);
  return outcome;
}

bool differ(const Outcome& a, const Outcome& b) {
  return a.grade != b.grade || a.route != b.route || a.duties != b.duties;
}

Suitability suitability_of(Route route, bool is_provisional) {
  if (route == Route::early_intervention) return is_provisional ? Suitability::not_yet : Suitability::suitable;
  return route == Route::multi_agency_review ? Suitability::not_yet : Suitability::not_suitable;
}

}  // namespace

Decision plain_triage(const Facts& facts, const Policy& policy) {
  const auto read = [&](const Unknowns& as_yes) {
    return outcome_of(answers_of(facts, policy.thresholds(), as_yes), policy);
  };
  const auto unknowns = unknowns_of(facts);
  const auto known = read({});
  const auto if_unknowns_yes = read(unknowns);

  EnumSet<Unknown> ask_next;
  bool does_one_alone = false;
  for (const auto unknown : unknowns) {
    const bool changes = differ(read({unknown}), known);
    does_one_alone = does_one_alone || changes;
    const bool is_always_asked = unknown == Unknown::definition || unknown == Unknown::officer_grade ||
                                 unknown == Unknown::honour_or_forced_marriage;
    if (changes || is_always_asked) ask_next.insert(unknown);
  }
  if (differ(known, if_unknowns_yes) && !does_one_alone) {
    for (const auto unknown : unknowns) ask_next.insert(unknown);
  }
  const bool is_provisional = differ(known, if_unknowns_yes) || unknowns.contains(Unknown::definition) ||
                              unknowns.contains(Unknown::officer_grade);
  return {.policy = policy.stamp(),
          .known = known,
          .if_unknowns_yes = if_unknowns_yes,
          .provisional = is_provisional,
          .ask_next = ask_next,
          .suitability = suitability_of(known.route, is_provisional)};
}

}  // namespace earlyhelp::test
