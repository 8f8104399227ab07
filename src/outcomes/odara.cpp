#include <earlyhelp/outcomes/odara.hpp>

#include "statistics/argument.hpp"

namespace earlyhelp {

boost::optional<ScoreRange> odara_score(const YesNoAnswers<OdaraItem>& answers, int most_unknown) {
  constexpr auto items = static_cast<int>(count_of<OdaraItem>);
  require_argument(most_unknown >= 0 && most_unknown <= items, "most_unknown", "0 to 13", most_unknown);
  const auto score = count_yes(answers);
  if (score.most - score.least > most_unknown) return {};
  return score;
}

}  // namespace earlyhelp
