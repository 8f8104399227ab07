#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/due_times.hpp>
#include <earlyhelp/triage/explain.hpp>
#include <earlyhelp/triage/incident_decision.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "support/differs.hpp"
#include "support/make_facts.hpp"
#include "support/make_incident.hpp"
#include "support/policy.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;
using test::make_facts;
using test::make_policy;

TEST_CASE("facts that differ in anything are not equal", "[triage]") {
  check_differs(
      make_facts(), [](Facts& it) { it.definition = Definition::undetermined; },
      [](Facts& it) { it.officer_grade = RiskGrade::high; }, [](Facts& it) { it.judgement = RiskGrade::high; },
      [](Facts& it) { it.checklist.yes_count = 1; },
      [](Facts& it) { it.findings.set(Finding::weapon, Answer::unknown); },
      [](Facts& it) { it.history.events_in_window = 2; }, [](Facts& it) { it.children.linked = 1; },
      [](Facts& it) {
        it.reported_on = Date{2026, 1, 6};
      });
}

TEST_CASE("decisions that differ in anything are not equal", "[triage]") {
  const auto decision = triage(make_facts(), make_policy());
  check_differs(
      decision, [](Decision& it) { ++it.policy.version; }, [](Decision& it) { it.known.grade = RiskGrade::high; },
      [](Decision& it) { it.if_unknowns_yes.grade = boost::none; }, [](Decision& it) { it.provisional = true; },
      [](Decision& it) { it.ask_next = {Unknown::history}; },
      [](Decision& it) { it.suitability = Suitability::not_yet; });
  check_differs(
      decision.known, [](Outcome& it) { it.grade = boost::none; },
      [](Outcome& it) { it.route = Route::high_risk_panel; }, [](Outcome& it) { it.duties = {}; },
      [](Outcome& it) { it.reasons = {}; });
  check_differs(
      PairReason{.rule = RuleIndex{1}, .pair = 0}, [](PairReason& it) { it.rule = RuleIndex{2}; },
      [](PairReason& it) { it.pair = 1; });
}

TEST_CASE("explanations that differ in anything are not equal", "[triage]") {
  const SeenValue seen{.signal = Signal::events_at_escalation,
                       .answer = true,
                       .value = "4",
                       .threshold = Parameter::escalation_events,
                       .threshold_value = std::string{"3"}};
  check_differs(
      seen, [](SeenValue& it) { it.signal = Signal::repeated_event; }, [](SeenValue& it) { it.answer = false; },
      [](SeenValue& it) { it.value = "5"; }, [](SeenValue& it) { it.threshold = boost::none; },
      [](SeenValue& it) { it.threshold_value = boost::none; });
  check_differs(
      RuleAccount{.rule = RuleIndex{1}, .id = "r", .seen = {seen}, .source = Source{"page"}, .sentence = "So."},
      [](RuleAccount& it) { it.rule = RuleIndex{2}; }, [](RuleAccount& it) { it.id = "s"; },
      [](RuleAccount& it) { it.seen.clear(); }, [](RuleAccount& it) { it.source = Source{"law"}; },
      [](RuleAccount& it) { it.sentence.clear(); });
  check_differs(
      Margin{.signal = Signal::repeated_event,
             .more = 1,
             .grade = RiskGrade::high,
             .route = Route::high_risk_panel,
             .new_duties = {},
             .sentence = "So."},
      [](Margin& it) { it.signal = Signal::events_at_escalation; }, [](Margin& it) { it.more = 2; },
      [](Margin& it) { it.grade = boost::none; }, [](Margin& it) { it.route = Route::record_only; },
      [](Margin& it) { it.new_duties = {Duty::daily_review}; }, [](Margin& it) { it.sentence.clear(); });
}

TEST_CASE("due times that differ in anything are not equal", "[triage]") {
  const auto noon = make_written("2026-01-05T12:00:00Z").instant;
  const auto night = make_written("2026-01-05T00:00:00Z").instant;
  check_differs(
      ClockStarts{.reported_at = noon, .attended_at = noon}, [&](ClockStarts& it) { it.reported_at = night; },
      [&](ClockStarts& it) { it.attended_at = boost::none; });
  check_differs(
      DueTimes{.duties = {Duty::daily_review}}, [](DueTimes& it) { it.duties = {}; },
      [&](DueTimes& it) { it.due.front() = noon; });
}
