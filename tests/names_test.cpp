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
#include <earlyhelp/io/mapping.hpp>
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
#include <earlyhelp/policy/mutant.hpp>
#include <earlyhelp/policy/rule.hpp>
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

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

using namespace earlyhelp;

namespace {

/// How the compiler spells a value: by its name, or as a number cast to the enum when no enumerator has it.
template <auto value>
constexpr std::string_view spelt() {
  constexpr std::string_view signature = __PRETTY_FUNCTION__;
  constexpr auto begin = signature.find("value = ") + 8;
  return signature.substr(begin, signature.find_first_of(";]", begin) - begin);
}

template <class Enum, std::size_t number>
constexpr bool is_enumerator = spelt<static_cast<Enum>(number)>().front() != '(';

template <class Enum, std::size_t number>
constexpr std::string_view enumerator() {
  constexpr auto name = spelt<static_cast<Enum>(number)>();
  return name.substr(name.rfind(':') + 1);
}

static_assert(is_enumerator<Answer, 2> && !is_enumerator<Answer, 3>);
static_assert(enumerator<Answer, 2>() == "unknown");

/// Whether the ids of `Enum` are as many as its values: each has an enumerator, and there is none behind them.
template <class Enum>
constexpr bool has_an_id_for_each_value = []<std::size_t... numbers>(std::index_sequence<numbers...>) {
  return (is_enumerator<Enum, numbers> && ...) && !is_enumerator<Enum, sizeof...(numbers)>;
}
(std::make_index_sequence<count_of<Enum>>{});

/// Whether the id of each value is the name of its enumerator.
template <class Enum>
constexpr bool has_the_names_of_its_enumerators = []<std::size_t... numbers>(std::index_sequence<numbers...>) {
  return ((to_string(static_cast<Enum>(numbers)) == enumerator<Enum, numbers>()) && ...);
}
(std::make_index_sequence<count_of<Enum>>{});

/// The enums whose ids are those of a document, and not the words of the code.
template <class Enum>
constexpr bool is_renamed =
    std::is_same_v<Enum, Answer> || std::is_same_v<Enum, GradeAsked> || std::is_same_v<Enum, io::FeedField>;

/// Every public enum. RuleIndex is none of them: its values are places in a table, and have no names.
using Enums =
    std::tuple<AdverseExperience, Answer, Assurance, AttemptResult, AttendanceVerdict, Behaviour, CaseDuty, CaseOutcome,
               CaseRule, CaseStatus, Cause, ChangeKind, ChannelSafety, ChecklistAnswer, ChosenFor, ClockKind,
               ClockStart, ClosingReason, Consent, ContactMode, ContactOutlook, CountedUnit, Criterion,
               DangerAssessmentVersion, DangerFactor, DangerScreenVersion, DecisionPart, Definition, Direction,
               DisclosureVerdict, DueWhen, Duty, DutyStatus, EventKind, Fact, FamilyRole, FigureStatus, Finding,
               FunnelPosition, GradeAsked, HandlingSpread, Improvement, IncidentFault, IncidentIssue, IndexDate,
               Instrument, InterventionKind, Lead, LethalityFactor, LethalityTrigger, LimitsScale, MutantEnd, Mutation,
               Need, NoAttendanceChange, NoCapacity, NormFit, NotApplicable, NotCoveredBecause, Notice, OdaraItem,
               OnwardState, Parameter, PromiseKept, PromptContact, Property, QuantileRule, RateMethod, ReferralSource,
               RelationshipKind, Reply, ReviewStanding, RiskGrade, Rounding, Route, SchoolTerm, Scope, ScoreVerdict,
               ScoredBy, SdqInformant, SdqScale, Service, Signal, SmallTotals, StaffingState, Standing, Suitability,
               TwoInThree, UnderlyingReason, Unit, Unknown, Variation, VectorLevel, Viewer, WaitsBecause, WaitsFor,
               WallKind, WholeShares, WorkOrder, io::FeedField>;

template <class Enum>
std::string name_of() {
  const auto value = spelt<Enum{}>();
  const auto type = value.substr(0, value.rfind(':') - 1);
  return std::string{type.substr(type.rfind(':') + 1)};
}

template <class... Each>
std::multiset<std::string> names_of(const std::tuple<Each...>*) {
  return {name_of<Each>()...};
}

/// The names of the enums that the public headers define with a value; one that is there twice cannot be used.
std::multiset<std::string> public_enums() {
  std::multiset<std::string> names;
  const std::regex definition{R"(enum class (\w+)[^{};]*\{[^}])"};
  for (const auto& file : std::filesystem::recursive_directory_iterator{EARLYHELP_HEADERS}) {
    if (!file.is_regular_file()) continue;
    std::ostringstream content;
    content << std::ifstream{file.path()}.rdbuf();
    const auto text = content.str();
    for (auto found = std::sregex_iterator{text.begin(), text.end(), definition}; found != std::sregex_iterator{};
         ++found) {
      names.insert((*found)[1]);
    }
  }
  return names;
}

}  // namespace

TEST_CASE("every public enum is listed here once, and so has ids", "[ground]") {
  CHECK(public_enums() == names_of(static_cast<const Enums*>(nullptr)));
}

TEMPLATE_LIST_TEST_CASE("every value of an enum has one id of its own, which reads back as it", "[ground]", Enums) {
  STATIC_REQUIRE(has_an_id_for_each_value<TestType>);
  STATIC_REQUIRE(has_the_names_of_its_enumerators<TestType> != is_renamed<TestType>);
  const auto& ids = Names<TestType>::ids;

  for (std::size_t i = 0; i < ids.size(); ++i) {
    CAPTURE(ids[i]);
    const auto value = static_cast<TestType>(i);
    CHECK(std::count(ids.begin(), ids.end(), ids[i]) == 1);
    CHECK(std::string_view{ids[i]}.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") ==
          std::string_view::npos);
    CHECK(to_string(value) == ids[i]);
    CHECK(parse<TestType>(ids[i]).value() == value);
    CHECK_FALSE(parse<TestType>(std::string{ids[i]} + " ").has_value());
    CHECK_FALSE(parse<TestType>(" " + std::string{ids[i]}).has_value());
    CHECK_FALSE(parse<TestType>(std::string{ids[i]} + std::string(1, '\0')).has_value());
    CHECK_FALSE(parse<TestType>(std::string_view{ids[i]}.substr(1)).has_value());
  }
}

TEMPLATE_LIST_TEST_CASE("what is no id is none, and what is no value has none", "[ground]", Enums) {
  for (const auto* garbage : {"", " ", "?", "0", "garbage", "none", "Y", "STANDARD", "Injury"}) {
    CAPTURE(garbage);
    CHECK_FALSE(parse<TestType>(garbage).has_value());
  }
  CHECK(to_string(static_cast<TestType>(count_of<TestType>)) == "?");
  CHECK(to_string(static_cast<TestType>(255)) == "?");
  CHECK_FALSE(is_declared(static_cast<TestType>(count_of<TestType>)));
  CHECK(values_of<TestType>.size() == count_of<TestType>);
}
