#include <earlyhelp/outcomes/sdq.hpp>

#include "statistics/argument.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

namespace earlyhelp {
namespace {

constexpr std::size_t items_in_scale = 5;
constexpr int most_answer = 2;

/// By number, from 1; in the order of SdqScale.
constexpr std::array<std::array<std::size_t, items_in_scale>, 5> items_of = {{
    {3, 8, 13, 16, 24},
    {5, 7, 12, 18, 22},
    {2, 10, 15, 21, 25},
    {6, 11, 14, 19, 23},
    {1, 4, 9, 17, 20},
}};
constexpr std::array<std::size_t, 5> turned_round = {7, 11, 14, 21, 25};

void require_answers(const SdqAnswers& answers) {
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (!answers[i]) continue;
    require_argument(*answers[i] >= 0 && *answers[i] <= most_answer, ("item " + std::to_string(i + 1)).c_str(),
                     "0, 1 or 2", *answers[i]);
  }
}

int points(int answer, std::size_t item) {
  const auto is_turned = std::find(turned_round.begin(), turned_round.end(), item) != turned_round.end();
  return is_turned ? most_answer - answer : answer;
}

/// Requires: one of the five scales that items make.
boost::optional<int> of_items(const SdqAnswers& answers, SdqScale scale) {
  constexpr int least_answered = 3;
  int answered = 0;
  int sum = 0;
  for (const auto item : items_of[static_cast<std::size_t>(scale)]) {
    const auto& answer = answers[item - 1];
    if (!answer) continue;
    ++answered;
    sum += points(*answer, item);
  }
  if (answered < least_answered) return {};
  const auto items = static_cast<int>(items_in_scale);
  return (2 * items * sum + answered) / (2 * answered);
}

/// The scales that `scale` is the sum of.
std::vector<SdqScale> parts_of(SdqScale scale) {
  using enum SdqScale;
  switch (scale) {
    case externalising:
      return {conduct, hyperactivity};
    case internalising:
      return {emotional, peer};
    case total:
      return {emotional, conduct, hyperactivity, peer};
    case emotional:
    case conduct:
    case hyperactivity:
    case peer:
    case prosocial:
      return {scale};
  }
  throw std::invalid_argument{"scale: needs one of the questionnaire's"};
}

}  // namespace

int sdq_most(SdqScale scale) {
  const auto items = parts_of(scale).size() * items_in_scale;
  return most_answer * static_cast<int>(items);
}

boost::optional<int> sdq_score(const SdqAnswers& answers, SdqScale scale) {
  require_answers(answers);
  int score = 0;
  for (const auto part : parts_of(scale)) {
    const auto points = of_items(answers, part);
    if (!points) return {};
    score += *points;
  }
  return score;
}

boost::optional<int> sdq_impact(const SdqImpact& impact, SdqInformant informant) {
  constexpr std::array<int, 4> points_of = {0, 0, 1, 2};
  if (!is_declared(informant)) throw std::invalid_argument{"informant: needs parent, teacher or self"};
  const std::size_t questions = informant == SdqInformant::teacher ? 3 : 5;
  const auto& answers = impact.answers;
  require_argument(answers.size() == questions || (answers.empty() && !impact.has_difficulties), "answers",
                   informant == SdqInformant::teacher ? "three of a teacher" : "five of a parent or the child",
                   static_cast<double>(answers.size()));
  int score = 0;
  bool is_complete = true;
  for (const auto& answer : answers) {
    is_complete = is_complete && answer.has_value();
    if (!answer) continue;
    require_argument(*answer >= 0 && *answer < static_cast<int>(points_of.size()), "answer", "0 to 3", *answer);
    score += points_of[static_cast<std::size_t>(*answer)];
  }
  if (!impact.has_difficulties) return 0;
  if (!is_complete) return {};
  return score;
}

}  // namespace earlyhelp
