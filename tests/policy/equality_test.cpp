#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/policy/policy_book.hpp>

#include "support/differs.hpp"
#include "support/policy.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;
using test::make_policy;
using test::policy_of;

TEST_CASE("rules that differ in anything are not equal", "[policy]") {
  const Condition injured = Signal::injury;
  auto book = default_policy_book();
  check_differs(
      test::rule_of(book, "strangulation"), [](Rule& it) { it.id = "x"; }, [](Rule& it) { it.title = "x"; },
      [&](Rule& it) { it.when = injured; }, [](Rule& it) { it.scope = Scope::every_incident; },
      [](Rule& it) { it.grade_at_least = GradeAsked::high; },
      [](Rule& it) { it.route_at_least = Route::high_risk_panel; }, [](Rule& it) { it.duties = {}; },
      [](Rule& it) { it.source = Source{"x"}; });
  check_differs(
      DutyClause{.duties = {Duty::daily_review}}, [](DutyClause& it) { it.duties = {}; },
      [&](DutyClause& it) { it.only_when = injured; },
      [](DutyClause& it) { it.within = Parameter::mash_referral_within; });
  check_differs(
      Literal{.signal = Signal::injury}, [](Literal& it) { it.signal = Signal::weapon; },
      [](Literal& it) { it.is_negated = true; }, [](Literal& it) { it.ends_clause = false; });
  check_differs(
      Terms{}, [&](Terms& it) { it.graded = injured; }, [&](Terms& it) { it.act = injured; },
      [&](Terms& it) { it.abuse = injured; }, [&](Terms& it) { it.child = injured; });
  check_differs(
      injured, [](Condition& it) { it = Signal::weapon; },
      [](Condition& it) { it.append({.signal = Signal::weapon}); });
}

TEST_CASE("books of policy that differ in anything are not equal", "[policy]") {
  check_differs(
      default_policy_book(), [](PolicyBook& it) { it.id = "x"; }, [](PolicyBook& it) { ++it.version; },
      [](PolicyBook& it) { it.parameters.pop_back(); }, [](PolicyBook& it) { it.terms.act = Signal::injury; },
      [](PolicyBook& it) { it.rules.pop_back(); }, [](PolicyBook& it) { it.retired_rules.emplace_back("x"); });
  check_differs(
      default_policy_book().parameters.front(), [](ParameterRow& it) { it.parameter = Parameter::contact_within; },
      [](ParameterRow& it) {
        it.in_force_from = Date{2000, 1, 1};
      },
      [](ParameterRow& it) { it.value = 99; }, [](ParameterRow& it) { it.source = Source{"x"}; });
  check_differs(
      DutyClock{.clock = {.kind = ClockKind::clock_days, .amount = 2}}, [](DutyClock& it) { it.clock.amount = 3; },
      [](DutyClock& it) { it.start = ClockStart::attendance; });
}

TEST_CASE("policies that differ in anything are not equal", "[policy]") {
  const auto changed = [](auto change) {
    return [change](Policy& it) {
      auto book = default_policy_book();
      change(book);
      it = policy_of(book);
    };
  };
  check_differs(make_policy(), changed([](PolicyBook& it) { ++it.version; }), changed([](PolicyBook& it) {
                  test::set(it, Parameter::contact_within, DutyClock{{ClockKind::clock_hours, 9}});
                }),
                changed([](PolicyBook& it) { test::set(it, Parameter::serial_victims, 3); }),
                changed([](PolicyBook& it) { it.terms.act = Signal::injury; }),
                changed([](PolicyBook& it) { test::rule_of(it, "weapon").title = "x"; }));
  check_differs(
      make_policy().stamp(), [](PolicyStamp& it) { it.id = "x"; }, [](PolicyStamp& it) { ++it.version; },
      [](PolicyStamp& it) {
        it.in_force_from = Date{2000, 1, 1};
      });
  check_differs(
      make_policy().thresholds(), [](Thresholds& it) { it.visible_high_risk = {}; },
      [](Thresholds& it) { ++it.escalation_events; }, [](Thresholds& it) { ++it.serial_victims; },
      [](Thresholds& it) { ++it.cumulative_child_events; }, [](Thresholds& it) { ++it.young_child_under_years; },
      [](Thresholds& it) {
        it.school_notification_from = Date{2000, 1, 1};
      });
}

TEST_CASE("compiled programs that differ in anything are not equal", "[policy]") {
  const auto program = make_policy().program();
  check_differs(
      program, [](RuleProgram& it) { it.steps.pop_back(); }, [](RuleProgram& it) { it.fired.pop_back(); },
      [](RuleProgram& it) { it.asked.front() = never; }, [](RuleProgram& it) { it.signals.back() = never; },
      [](RuleProgram& it) { it.reruns.pop_back(); });
  check_differs(
      program.steps.front(), [](RuleStep& it) { it.all_of.back() = never; }, [](RuleStep& it) { ++it.result; });
  check_differs(
      program.reruns.front(), [](RuleRerun& it) { it.unknown = Unknown::definition; },
      [](RuleRerun& it) { it.steps.clear(); }, [](RuleRerun& it) { it.asked.clear(); });
}
