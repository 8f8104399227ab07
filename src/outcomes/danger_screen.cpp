#include <earlyhelp/outcomes/danger_screen.hpp>

#include <stdexcept>
#include <string>

namespace earlyhelp {

ScoreRange danger_score(const YesNoAnswers<DangerFactor>& answers, DangerScreenVersion version) {
  if (!is_declared(version)) throw std::invalid_argument{"version: needs pregnancy_2009 or strangulation_2017"};
  const auto not_asked =
      version == DangerScreenVersion::pregnancy_2009 ? DangerFactor::strangulation : DangerFactor::beaten_in_pregnancy;
  if ((answers.yes | answers.unknown).contains(not_asked)) {
    throw std::invalid_argument{"answers: version " + std::string{to_string(version)} + " does not ask about " +
                                std::string{to_string(not_asked)}};
  }
  return count_yes(answers);
}

}  // namespace earlyhelp
