#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/names.hpp>

#include <stdexcept>
#include <string>

namespace earlyhelp {

/// The answers to the yes/no questions of an instrument: what is in neither set was answered no. Nobody asked, no clear
/// evidence and a refusal are all unknown, never no.
template <Named Question>
struct YesNoAnswers {
  EnumSet<Question> yes;
  EnumSet<Question> unknown;

  friend bool operator==(const YesNoAnswers&, const YesNoAnswers&) = default;
};

/// All scores from `least` to `most` that unanswered questions leave open.
struct ScoreRange {
  int least;
  int most;

  bool is_exact() const noexcept { return least == most; }

  friend bool operator==(const ScoreRange&, const ScoreRange&) = default;
};

/// How many questions were answered yes: at least those that were, at most these and the unknown ones.
///
/// Throws: std::invalid_argument when a question is in both sets, or is none of the instrument's.
/// Source: library default; no published rule says what to do with an unanswered question, so both ends are kept.
template <Named Question>
ScoreRange count_yes(const YesNoAnswers<Question>& answers) {
  for (const auto question : answers.yes | answers.unknown) {
    if (!is_declared(question)) throw std::invalid_argument{"answers: needs questions of this instrument"};
    if (answers.yes.contains(question) && answers.unknown.contains(question)) {
      throw std::invalid_argument{"answers: needs one answer to each question, not yes and unknown to " +
                                  std::string{to_string(question)}};
    }
  }
  const auto least = static_cast<int>(answers.yes.size());
  return {.least = least, .most = least + static_cast<int>(answers.unknown.size())};
}

}  // namespace earlyhelp
