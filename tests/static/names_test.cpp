#include <earlyhelp/calendar/clock.hpp>
#include <earlyhelp/calendar/time_zone.hpp>
#include <earlyhelp/casework/allocation.hpp>
#include <earlyhelp/casework/assessment.hpp>
#include <earlyhelp/casework/capacity.hpp>
#include <earlyhelp/casework/case_duty.hpp>
#include <earlyhelp/casework/case_event.hpp>
#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/casework/case_rule.hpp>
#include <earlyhelp/casework/casework_policy.hpp>
#include <earlyhelp/casework/contact.hpp>
#include <earlyhelp/casework/lead.hpp>
#include <earlyhelp/casework/lifecycle.hpp>
#include <earlyhelp/casework/need.hpp>
#include <earlyhelp/casework/referral.hpp>
#include <earlyhelp/casework/staffing.hpp>
#include <earlyhelp/casework/staffing_plan.hpp>
#include <earlyhelp/casework/support.hpp>
#include <earlyhelp/casework/view.hpp>
#include <earlyhelp/incident/checklist.hpp>
#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/incident/incident_fault.hpp>
#include <earlyhelp/incident/incident_issue.hpp>
#include <earlyhelp/incident/instrument.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/indicators/case_outcome.hpp>
#include <earlyhelp/indicators/case_register.hpp>
#include <earlyhelp/indicators/indicator.hpp>
#include <earlyhelp/indicators/measurement.hpp>
#include <earlyhelp/indicators/population.hpp>
#include <earlyhelp/indicators/prompt_contact.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/outcomes/adverse_experience.hpp>
#include <earlyhelp/outcomes/attendance_change.hpp>
#include <earlyhelp/outcomes/danger_assessment.hpp>
#include <earlyhelp/outcomes/danger_screen.hpp>
#include <earlyhelp/outcomes/lethality_screen.hpp>
#include <earlyhelp/outcomes/odara.hpp>
#include <earlyhelp/outcomes/odara_norms.hpp>
#include <earlyhelp/outcomes/score_change.hpp>
#include <earlyhelp/outcomes/scored_instrument.hpp>
#include <earlyhelp/outcomes/sdq.hpp>
#include <earlyhelp/people/definition.hpp>
#include <earlyhelp/people/relationship.hpp>
#include <earlyhelp/policy/duty.hpp>
#include <earlyhelp/policy/mutant.hpp>
#include <earlyhelp/policy/parameter.hpp>
#include <earlyhelp/policy/route.hpp>
#include <earlyhelp/policy/rule.hpp>
#include <earlyhelp/policy/signal.hpp>
#include <earlyhelp/report/open_duty.hpp>
#include <earlyhelp/report/practitioner_list.hpp>
#include <earlyhelp/report/review_list.hpp>
#include <earlyhelp/report/worklist.hpp>
#include <earlyhelp/statistics/chart_options.hpp>
#include <earlyhelp/statistics/control_chart.hpp>
#include <earlyhelp/statistics/disclosure_control.hpp>
#include <earlyhelp/statistics/funnel.hpp>
#include <earlyhelp/statistics/printed_percentage.hpp>
#include <earlyhelp/statistics/rate.hpp>
#include <earlyhelp/statistics/reliable_change.hpp>
#include <earlyhelp/statistics/survival.hpp>
#include <earlyhelp/statistics/table_disclosure.hpp>
#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/invariant.hpp>
#include <earlyhelp/triage/scenario.hpp>
#include <earlyhelp/triage/scenario_coverage.hpp>
#include <earlyhelp/triage/vector_level.hpp>
#include <earlyhelp/triage/verify.hpp>

#include <algorithm>
#include <concepts>
#include <functional>
#include <string_view>

using namespace earlyhelp;

namespace {

// Lower case, digits, '-' and '_': safe in every file, feed and command line.
constexpr bool is_stable_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  });
}

// An enum is complete when every value has an id of its own, there is no value behind the last, and it can be hashed.
template <Named Enum, Enum last>
constexpr bool is_complete() {
  const auto& ids = Names<Enum>::ids;
  if (static_cast<std::size_t>(last) + 1 != ids.size()) return false;
  for (auto id = ids.begin(); id != ids.end(); ++id) {
    if (!is_stable_id(*id) || std::find(ids.begin(), id, *id) != id) return false;
  }
  return requires(Enum value) {
    { std::hash<Enum>{}(value) } -> std::same_as<std::size_t>;
  };
}

}  // namespace

static_assert(is_complete<AdverseExperience, AdverseExperience::family_member_in_prison>());
static_assert(is_complete<Answer, Answer::unknown>());
static_assert(is_complete<Assurance, Assurance::consistent_fail>());
static_assert(is_complete<AttemptResult, AttemptResult::declined>());
static_assert(is_complete<AttendanceVerdict, AttendanceVerdict::worse>());
static_assert(is_complete<Behaviour, Behaviour::psychological_emotional_or_other>());
static_assert(is_complete<CaseDuty, CaseDuty::triage_disclosed>());
static_assert(is_complete<CaseOutcome, CaseOutcome::not_for_the_service>());
static_assert(is_complete<CaseRule, CaseRule::withdraws_an_event>());
static_assert(is_complete<CaseStatus, CaseStatus::closed>());
static_assert(is_complete<Cause, Cause::shift_below>());
static_assert(is_complete<ChannelSafety, ChannelSafety::unsafe>());
static_assert(is_complete<ChecklistAnswer, ChecklistAnswer::refused>());
static_assert(is_complete<ChosenFor, ChosenFor::leaves_room_for_others>());
static_assert(is_complete<ClockKind, ClockKind::daily_at>());
static_assert(is_complete<ClockStart, ClockStart::daily_review>());
static_assert(is_complete<ClosingReason, ClosingReason::opened_in_error>());
static_assert(is_complete<Consent, Consent::withdrawn>());
static_assert(is_complete<ContactMode, ContactMode::text>());
static_assert(is_complete<ContactOutlook, ContactOutlook::case_incomplete>());
static_assert(is_complete<CountedUnit, CountedUnit::incident>());
static_assert(is_complete<DangerAssessmentVersion, DangerAssessmentVersion::unweighted_15>());
static_assert(is_complete<DangerFactor, DangerFactor::strangulation>());
static_assert(is_complete<DangerScreenVersion, DangerScreenVersion::strangulation_2017>());
static_assert(is_complete<DecisionPart, DecisionPart::suitability>());
static_assert(is_complete<Definition, Definition::not_domestic>());
static_assert(is_complete<Direction, Direction::no_order>());
static_assert(is_complete<DueWhen, DueWhen::not_covered>());
static_assert(is_complete<DisclosureVerdict, DisclosureVerdict::unsafe>());
static_assert(is_complete<Duty, Duty::perpetrator_review>());
static_assert(is_complete<DutyStatus, DutyStatus::no_safe_channel>());
static_assert(is_complete<EventKind, EventKind::withdrawn>());
static_assert(is_complete<Fact, Fact::reported_on>());
static_assert(is_complete<FamilyRole, FamilyRole::other>());
static_assert(is_complete<FigureStatus, FigureStatus::suppressed>());
static_assert(is_complete<Finding, Finding::party_under_18>());
static_assert(is_complete<GradeAsked, GradeAsked::judged>());
static_assert(is_complete<HandlingSpread, HandlingSpread::lognormal>());
static_assert(is_complete<ChangeKind, ChangeKind::reliable_increase>());
static_assert(is_complete<Criterion, Criterion::denominator_exception>());
static_assert(is_complete<FunnelPosition, FunnelPosition::high_0001>());
static_assert(is_complete<Improvement, Improvement::neutral>());
static_assert(is_complete<LimitsScale, LimitsScale::log_log>());
static_assert(is_complete<NoAttendanceChange, NoAttendanceChange::missed_too_little>());
static_assert(is_complete<QuantileRule, QuantileRule::first_time>());
static_assert(is_complete<PromptContact, PromptContact::invalid_contact_before_start>());
static_assert(is_complete<RateMethod, RateMethod::byar>());
static_assert(is_complete<Rounding, Rounding::half_even>());
static_assert(is_complete<Standing, Standing::not_known>());
static_assert(is_complete<SchoolTerm, SchoolTerm::summer>());
static_assert(is_complete<ScoreVerdict, ScoreVerdict::reliably_worse>());
static_assert(is_complete<ScoredBy, ScoredBy::elsewhere>());
static_assert(is_complete<IncidentFault, IncidentFault::too_many_people>());
static_assert(is_complete<IncidentIssue, IncidentIssue::reported_before_incident>());
static_assert(is_complete<IndexDate, IndexDate::first_callout>());
static_assert(is_complete<Instrument, Instrument::dara>());
static_assert(is_complete<InterventionKind, InterventionKind::family_work>());
static_assert(is_complete<Lead, Lead::idva>());
static_assert(is_complete<LethalityFactor, LethalityFactor::stalking>());
static_assert(is_complete<LethalityTrigger, LethalityTrigger::officers_belief>());
static_assert(is_complete<MutantEnd, MutantEnd::equivalent>());
static_assert(is_complete<Mutation, Mutation::duty_changed>());
static_assert(is_complete<Need, Need::other>());
static_assert(is_complete<NoCapacity, NoCapacity::no_hours>());
static_assert(is_complete<NormFit, NormFit::not_known>());
static_assert(is_complete<NotApplicable, NotApplicable::closed_before_due>());
static_assert(is_complete<NotCoveredBecause, NotCoveredBecause::day_not_known>());
static_assert(is_complete<Notice, Notice::school>());
static_assert(is_complete<OdaraItem, OdaraItem::barrier_to_support>());
static_assert(is_complete<OnwardState, OnwardState::ended_early>());
static_assert(is_complete<Parameter, Parameter::perpetrator_review_within>());
static_assert(is_complete<PromiseKept, PromiseKept::by_attempt>());
static_assert(is_complete<Property, Property::invariants_hold>());
static_assert(is_complete<ReferralSource, ReferralSource::other>());
static_assert(is_complete<RelationshipKind, RelationshipKind::unconnected>());
static_assert(is_complete<Reply, Reply::not_known>());
static_assert(is_complete<ReviewStanding, ReviewStanding::late>());
static_assert(is_complete<RiskGrade, RiskGrade::high>());
static_assert(is_complete<Route, Route::high_risk_panel>());
static_assert(is_complete<Scope, Scope::every_incident>());
static_assert(is_complete<SdqInformant, SdqInformant::self>());
static_assert(is_complete<SdqScale, SdqScale::total>());
static_assert(is_complete<Service, Service::other>());
static_assert(is_complete<Signal, Signal::route_high_risk_panel>());
static_assert(is_complete<SmallTotals, SmallTotals::hidden>());
static_assert(is_complete<StaffingState, StaffingState::stable>());
static_assert(is_complete<Suitability, Suitability::not_suitable>());
static_assert(is_complete<TwoInThree, TwoInThree::also_outside>());
static_assert(is_complete<UnderlyingReason, UnderlyingReason::not_found>());
static_assert(is_complete<Unit, Unit::clock>());
static_assert(is_complete<Unknown, Unknown::children>());
static_assert(is_complete<Variation, Variation::neutral_low>());
static_assert(is_complete<VectorLevel, VectorLevel::x86_64_v4>());
static_assert(is_complete<Viewer, Viewer::school>());
static_assert(is_complete<WaitsBecause, WaitsBecause::taken_by_earlier_due>());
static_assert(is_complete<WaitsFor, WaitsFor::allocation>());
static_assert(is_complete<WallKind, WallKind::ambiguous>());
static_assert(is_complete<WholeShares, WholeShares::shown>());
static_assert(is_complete<WorkOrder, WorkOrder::case_by_case>());

static_assert(to_string(Finding::party_under_18) == "party_under_18");
static_assert(to_string(static_cast<Answer>(3)) == "?");
static_assert(RiskGrade::standard < RiskGrade::medium && RiskGrade::medium < RiskGrade::high);
