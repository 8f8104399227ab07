#include <earlyhelp/incident/checklist.hpp>
#include <earlyhelp/incident/judgement.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace earlyhelp;

namespace {

Checklist checklist(std::vector<AnsweredFactor> answers) {
  return {.instrument = Instrument::dash_ric, .version = ChecklistVersionId{"v1"}, .content = std::move(answers)};
}

AnsweredFactor answered(const std::string& factor, ChecklistAnswer answer) {
  return {.factor = FactorId{factor}, .answer = answer};
}

ChecklistFacts counts(int yes_count, int unanswered_count) {
  return {.instrument = Instrument::dash_ric, .yes_count = yes_count, .unanswered_count = unanswered_count};
}

}  // namespace

TEST_CASE("no checklist is no instrument and no counts", "[incident]") {
  CHECK((checklist_facts({}) == ChecklistFacts{.instrument = {}, .yes_count = 0, .unanswered_count = 0}));
}

TEST_CASE("only yes scores, and what was not answered is counted apart", "[incident]") {
  const auto [answer, yes_count, unanswered_count] = GENERATE(table<ChecklistAnswer, int, int>({
      {ChecklistAnswer::yes, 1, 0},
      {ChecklistAnswer::no, 0, 0},
      {ChecklistAnswer::dont_know, 0, 1},
      {ChecklistAnswer::not_asked, 0, 1},
      {ChecklistAnswer::refused, 0, 1},
  }));
  CAPTURE(answer);

  CHECK((checklist_facts(checklist({answered("a", answer)})) == counts(yes_count, unanswered_count)));
}

TEST_CASE("a checklist of counts says its counts", "[incident]") {
  const Checklist kept{.instrument = Instrument::dara,
                       .version = ChecklistVersionId{"v2"},
                       .content = ChecklistCounts{.yes_count = 5, .unanswered_count = 2}};

  CHECK(
      (checklist_facts(kept) == ChecklistFacts{.instrument = Instrument::dara, .yes_count = 5, .unanswered_count = 2}));
  CHECK_FALSE(has_conflicting_answers(kept));
}

TEST_CASE("a question answered twice counts once, with the gravest answer, in any order", "[incident]") {
  std::vector<AnsweredFactor> answers = {
      answered("a", ChecklistAnswer::no),       answered("b", ChecklistAnswer::refused),
      answered("a", ChecklistAnswer::yes),      answered("b", ChecklistAnswer::no),
      answered("c", ChecklistAnswer::yes),      answered("c", ChecklistAnswer::yes),
      answered("a", ChecklistAnswer::not_asked)};

  CHECK((checklist_facts(checklist(answers)) == counts(2, 1)));
  std::reverse(answers.begin(), answers.end());
  CHECK((checklist_facts(checklist(answers)) == counts(2, 1)));
  CHECK(has_conflicting_answers(checklist(answers)));
}

TEST_CASE("the same answer twice is no conflict", "[incident]") {
  CHECK_FALSE(has_conflicting_answers(checklist(
      {answered("a", ChecklistAnswer::yes), answered("b", ChecklistAnswer::no), answered("a", ChecklistAnswer::yes)})));
}

TEST_CASE("a judgement counts from the officer's grade on", "[incident]") {
  const auto effect = [](RiskGrade grade, boost::optional<RiskGrade> officer_grade) {
    return effective_judgement(Judgement{.grade = grade, .by = WorkerId{"w"}, .reason = ReasonId{"r"}}, officer_grade);
  };

  CHECK(effect(RiskGrade::standard, RiskGrade::medium) == boost::none);
  CHECK(effect(RiskGrade::medium, RiskGrade::medium) == RiskGrade::medium);
  CHECK(effect(RiskGrade::high, RiskGrade::medium) == RiskGrade::high);
  CHECK(effect(RiskGrade::standard, boost::none) == RiskGrade::standard);
}

TEST_CASE("no judgement, and one without a reason, have no effect", "[incident]") {
  CHECK(effective_judgement({}, RiskGrade::standard) == boost::none);
  CHECK(effective_judgement(Judgement{.grade = RiskGrade::high, .by = WorkerId{"w"}, .reason = {}}, {}) == boost::none);
}
