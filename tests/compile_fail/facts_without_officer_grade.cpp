// That the officer gave no grade is said, not left out.
// error: missing initializer for member 'earlyhelp::Facts::officer_grade'
#include <earlyhelp/triage/facts.hpp>

earlyhelp::Facts make(const earlyhelp::HistoryFacts& history, const earlyhelp::ChildrenFacts& children) {
  return {.definition = earlyhelp::Definition::domestic_abuse,
#ifndef EXPECT_FAILURE
          .officer_grade = boost::none,
#endif
          .judgement = boost::none,
          .checklist = {},
          .findings = earlyhelp::Findings::all(earlyhelp::Answer::unknown),
          .history = history,
          .children = children,
          .reported_on = earlyhelp::Date{2026, 1, 5}};
}
