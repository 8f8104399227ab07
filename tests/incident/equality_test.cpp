#include <earlyhelp/incident/history.hpp>
#include <earlyhelp/incident/incident.hpp>

#include "support/differs.hpp"
#include "support/make_incident.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;

namespace {

const WrittenInstant another_time = make_written("2020-02-02T02:02:02Z");

Judgement make_judgement() { return {.grade = RiskGrade::high, .by = WorkerId{"w"}, .reason = ReasonId{"because-1"}}; }

Checklist make_checklist() {
  return {.instrument = Instrument::dara,
          .version = ChecklistVersionId{"v1"},
          .content = ChecklistCounts{.yes_count = 3, .unanswered_count = 2}};
}

}  // namespace

TEST_CASE("incidents that differ in anything are not equal", "[incident]") {
  check_differs(
      make_incident(), [](Incident& it) { it.id = IncidentId{"i-2"}; },
      [](Incident& it) { it.occurred_at = another_time; }, [](Incident& it) { it.recorded_at = another_time; },
      [](Incident& it) { it.reported_at = another_time; }, [](Incident& it) { it.attended_at = another_time; },
      [](Incident& it) { it.victims.push_back(make_adult("v-2")); }, [](Incident& it) { it.suspects.clear(); },
      [](Incident& it) { it.behaviours = boost::none; }, [](Incident& it) { it.officer_grade = RiskGrade::high; },
      [](Incident& it) { it.judgement = make_judgement(); }, [](Incident& it) { it.checklist = make_checklist(); },
      [](Incident& it) { it.findings.set(Finding::weapon, Answer::yes); },
      [](Incident& it) { it.history_known = false; }, [](Incident& it) { it.family.children_known = false; });
}

TEST_CASE("what is said of an incident is another when any part of it is", "[incident]") {
  check_differs(
      make_judgement(), [](Judgement& it) { it.grade = RiskGrade::medium; },
      [](Judgement& it) { it.by = WorkerId{"x"}; }, [](Judgement& it) { it.reason = boost::none; });
  check_differs(
      make_checklist(), [](Checklist& it) { it.instrument = Instrument::dash_ric; },
      [](Checklist& it) { it.version = ChecklistVersionId{"v2"}; },
      [](Checklist& it) { it.content = std::vector<AnsweredFactor>{}; });
  check_differs(
      ChecklistCounts{.yes_count = 3, .unanswered_count = 2}, [](ChecklistCounts& it) { it.yes_count = 4; },
      [](ChecklistCounts& it) { it.unanswered_count = 1; });
  check_differs(
      AnsweredFactor{.factor = FactorId{"f"}, .answer = ChecklistAnswer::yes},
      [](AnsweredFactor& it) { it.factor = FactorId{"g"}; },
      [](AnsweredFactor& it) { it.answer = ChecklistAnswer::refused; });
  check_differs(
      ChecklistFacts{.instrument = Instrument::dara}, [](ChecklistFacts& it) { it.instrument = boost::none; },
      [](ChecklistFacts& it) { it.yes_count = 1; }, [](ChecklistFacts& it) { it.unanswered_count = 1; });
  check_differs(
      Findings::all(Answer::no), [](Findings& it) { it.set(Finding::injury, Answer::yes); },
      [](Findings& it) { it.set(Finding::injury, Answer::unknown); });
  check_differs(
      make_parties(), [](Parties& it) { it.victim = make_adult("x"); },
      [](Parties& it) { it.suspect = make_adult("x"); });
}

TEST_CASE("records of history that differ in anything are not equal", "[incident]") {
  check_differs(
      make_past_incident("i", "2025-01-01T12:00:00Z"), [](PastIncident& it) { it.id = IncidentId{"j"}; },
      [](PastIncident& it) { it.occurred_at = another_time; },
      [](PastIncident& it) { it.recorded_at = another_time.instant; },
      [](PastIncident& it) { it.victim = PersonId{"x"}; }, [](PastIncident& it) { it.suspect = PersonId{"x"}; },
      [](PastIncident& it) { it.definition = Definition::family_conflict; });
  check_differs(
      make_referral("r", "2025-01-01T12:00:00Z"), [](MaracReferral& it) { it.id = ReferralId{"s"}; },
      [](MaracReferral& it) { it.occurred_at = another_time; },
      [](MaracReferral& it) { it.recorded_at = another_time.instant; },
      [](MaracReferral& it) { it.victim = PersonId{"x"}; }, [](MaracReferral& it) { it.suspect = PersonId{"x"}; });
  check_differs(
      PersonLink{.one = PersonId{"p"}, .other = PersonId{"q"}, .recorded_at = make_incident().recorded_at.instant},
      [](PersonLink& it) { it.one = PersonId{"r"}; }, [](PersonLink& it) { it.other = PersonId{"r"}; },
      [](PersonLink& it) { it.recorded_at = another_time.instant; });
}

TEST_CASE("answers of a history that differ in anything are not equal", "[incident]") {
  const HistoryFacts facts{.known = true, .marac_referral_in_window = false};
  check_differs(
      facts, [](HistoryFacts& it) { it.known = false; }, [](HistoryFacts& it) { it.events_in_window = 2; },
      [](HistoryFacts& it) { it.marac_referral_in_window = true; },
      [](HistoryFacts& it) { it.suspect_other_victims = 1; });
  check_differs(
      PairHistory{.facts = facts, .roles_reversed = false}, [](PairHistory& it) { it.facts.known = false; },
      [](PairHistory& it) { it.roles_reversed = true; });
  check_differs(
      HistoryWindows{.escalation_months = 12, .marac_repeat_months = 12},
      [](HistoryWindows& it) { it.escalation_months = 6; }, [](HistoryWindows& it) { it.marac_repeat_months = 6; });
}
