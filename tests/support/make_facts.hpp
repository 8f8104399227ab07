#pragma once

#include <earlyhelp/triage/facts.hpp>

namespace earlyhelp::test {

/// A quiet incident of which everything is known: abuse, graded standard, a finished checklist without a yes, no
/// finding, no history and no children, reported while every row of the shipped policy is in force. Each test changes
/// what it is about.
inline Facts make_facts() {
  return {.definition = Definition::domestic_abuse,
          .officer_grade = RiskGrade::standard,
          .judgement = {},
          .checklist = {.instrument = Instrument::dash_2009, .yes_count = 0, .unanswered_count = 0},
          .findings = Findings::all(Answer::no),
          .history = {.known = true, .marac_referral_in_window = false},
          .children = {.known = true, .linked = 0, .of_school_age = 0},
          .reported_on = Date{2026, 1, 5}};
}

inline Facts make_facts(Definition definition) {
  auto facts = make_facts();
  facts.definition = definition;
  return facts;
}

inline Facts make_facts(Finding finding, Answer answer = Answer::yes) {
  auto facts = make_facts();
  facts.findings.set(finding, answer);
  return facts;
}

/// One linked child of `age_years`, of school age from 4 on.
inline ChildrenFacts one_child(int age_years) {
  return {.known = true,
          .linked = 1,
          .youngest_age_years = age_years,
          .of_school_age = age_years >= school_age_from_years ? 1 : 0};
}

}  // namespace earlyhelp::test
