// Facts that forget the findings would say no to all of them.
// error: ('constexpr earlyhelp::Findings::Findings\(\)' is private|field of type 'earlyhelp::Findings' has private)
#include <earlyhelp/triage/facts.hpp>

earlyhelp::Facts make(const earlyhelp::HistoryFacts& history, const earlyhelp::ChildrenFacts& children) {
  return {.definition = earlyhelp::Definition::domestic_abuse,
          .officer_grade = boost::none,
          .judgement = boost::none,
          .checklist = {},
#ifndef EXPECT_FAILURE
          .findings = earlyhelp::Findings::all(earlyhelp::Answer::unknown),
#endif
          .history = history,
          .children = children,
          .reported_on = earlyhelp::Date{2026, 1, 5}};
}
