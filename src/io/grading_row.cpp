#include "grading_row.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

namespace earlyhelp::io {

enum class JudgementKey : std::uint8_t { grade, by, reason };
enum class ChecklistKey : std::uint8_t { instrument, version, answers, yes_count, unanswered_count };

}  // namespace earlyhelp::io

namespace earlyhelp {

template <>
struct Names<io::JudgementKey> {
  static constexpr std::array<std::string_view, 3> ids = {"grade", "by", "reason"};
};
template <>
struct Names<io::ChecklistKey> {
  static constexpr std::array<std::string_view, 5> ids = {"instrument", "version", "answers", "yes_count",
                                                          "unanswered_count"};
};

}  // namespace earlyhelp

namespace earlyhelp::io {
namespace {

// More questions than any checklist has: a larger number is a slip, not a count.
constexpr int max_questions = 1000;

template <class Value>
int count_of_answers(Value& value) {
  return whole_number_of(value, 0, max_questions, "expected a whole number from 0 to 1000");
}

/// Factors are the force's own references, so twice the same one is found by comparing with those before.
template <class Value>
std::vector<AnsweredFactor> answers_of(Value& value) {
  std::vector<AnsweredFactor> answers;
  answers.reserve(32);
  each_field(value, [&](auto& field) {
    const auto name = key_of(field);
    if (!is_reference(name)) refuse_key(name, "expected a reference as the id of the question");
    const auto is_same = [name](const AnsweredFactor& answered) { return answered.factor.value() == name; };
    if (std::any_of(answers.begin(), answers.end(), is_same)) refuse_key(name, "the key occurs twice");
    if (answers.size() == static_cast<std::size_t>(max_questions)) refuse("expected at most 1000 answers");
    answers.push_back({.factor = FactorId{std::string{name}}, .answer = ChecklistAnswer::not_asked});
    try {
      answers.back().answer =
          choice_of<ChecklistAnswer>(field.value(), "expected one of yes, no, dont_know, not_asked, refused");
    } catch (const RowFault& fault) {
      refuse_key(answers.back().factor.value(), fault.reason);
    }
  });
  return answers;
}

}  // namespace

template <class Value>
RiskGrade grade_of(Value& value) {
  return choice_of<RiskGrade>(value, "expected one of standard, medium, high");
}

template <class Value>
Judgement judgement_of(Value& value) {
  boost::optional<RiskGrade> grade;
  boost::optional<WorkerId> by;
  boost::optional<ReasonId> reason;
  const auto given = each_member<JudgementKey>(value, [&](JudgementKey key, auto& member) {
    switch (key) {
      case JudgementKey::grade:
        grade = grade_of(member);
        break;
      case JudgementKey::by:
        by = reference_of<WorkerId>(member);
        break;
      case JudgementKey::reason:
        reason = reference_of<ReasonId>(member);
        break;
    }
  });
  require(given, JudgementKey::grade);
  require(given, JudgementKey::by);
  return {.grade = *grade, .by = *std::move(by), .reason = std::move(reason)};
}

template <class Value>
Checklist checklist_of(Value& value) {
  boost::optional<Instrument> instrument;
  boost::optional<ChecklistVersionId> version;
  std::vector<AnsweredFactor> answers;
  ChecklistCounts counts{.yes_count = 0, .unanswered_count = 0};
  const auto given = each_member<ChecklistKey>(value, [&](ChecklistKey key, auto& member) {
    switch (key) {
      case ChecklistKey::instrument:
        instrument = choice_of<Instrument>(member, "expected one of dash_2009, dash_ric, dara");
        break;
      case ChecklistKey::version:
        version = reference_of<ChecklistVersionId>(member);
        break;
      case ChecklistKey::answers:
        answers = answers_of(member);
        break;
      case ChecklistKey::yes_count:
        counts.yes_count = count_of_answers(member);
        break;
      case ChecklistKey::unanswered_count:
        counts.unanswered_count = count_of_answers(member);
        break;
    }
  });
  require(given, ChecklistKey::instrument);
  require(given, ChecklistKey::version);
  if (given.contains(ChecklistKey::answers)) {
    if (given.contains(ChecklistKey::yes_count) || given.contains(ChecklistKey::unanswered_count)) {
      refuse("expected answers or counts, not both");
    }
    return {.instrument = *instrument, .version = *std::move(version), .content = std::move(answers)};
  }
  if (!given.contains(ChecklistKey::yes_count) && !given.contains(ChecklistKey::unanswered_count)) {
    refuse("expected answers, or yes_count and unanswered_count");
  }
  require(given, ChecklistKey::yes_count);
  require(given, ChecklistKey::unanswered_count);
  return {.instrument = *instrument, .version = *std::move(version), .content = counts};
}

template <class Value>
Findings findings_of(Value& value) {
  auto findings = Findings::all(Answer::unknown);
  each_member<Finding>(value, [&](Finding finding, auto& member) {
    findings.set(finding, letter_of<Answer>(member, "expected one of y, n, u"));
  });
  return findings;
}

template <class Value>
EnumSet<Behaviour> behaviours_of(Value& value) {
  EnumSet<Behaviour> behaviours;
  each_element(value, [&](auto& item) { behaviours.insert(choice_of<Behaviour>(item, "expected a behaviour")); });
  return behaviours;
}

template RiskGrade grade_of(JsonRow&);
template RiskGrade grade_of(PlainRow&);
template Judgement judgement_of(JsonRow&);
template Judgement judgement_of(PlainRow&);
template Checklist checklist_of(JsonRow&);
template Checklist checklist_of(PlainRow&);
template Findings findings_of(JsonRow&);
template Findings findings_of(PlainRow&);
template EnumSet<Behaviour> behaviours_of(JsonRow&);
template EnumSet<Behaviour> behaviours_of(PlainRow&);

}  // namespace earlyhelp::io
