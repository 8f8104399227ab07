#pragma once

#include "triage/covered_duties.hpp"
#include "triage/signals.hpp"

#include <earlyhelp/policy/policy.hpp>

#include <array>
#include <cstddef>
#include <span>

namespace earlyhelp {

/// Where the rules leave their answers, beside the grade and route signals: bit i of each word is case i.
template <class Word>
struct Asked {
  std::array<Word, count_of<Duty>> duties = {};
  std::array<Word, max_rules> fired;  ///< as many as there are rules
};

template <class Word>
class Evaluation {
 public:
  explicit Evaluation(Planes<Word>& planes) noexcept : planes_{planes} {}

  /// Runs the terms and then the rules, in order, in all cases at once.
  Asked<Word> run(const Terms& terms, std::span<const Rule> rules) noexcept {
    (*this)[Signal::graded] = holds(terms.graded);
    (*this)[Signal::act] = holds(terms.act);
    (*this)[Signal::abuse] = holds(terms.abuse);
    (*this)[Signal::child] = holds(terms.child);
    for (std::size_t i = 0; i < rules.size(); ++i) asked_.fired[i] = run(rules[i]);
    drop_covered_duties();
    return asked_;
  }

 private:
  Word& operator[](Signal signal) noexcept { return planes_[static_cast<std::size_t>(signal)]; }
  Word& operator[](Duty duty) noexcept { return asked_.duties[static_cast<std::size_t>(duty)]; }

  Word holds(const Condition& condition) const noexcept {
    Word all = static_cast<Word>(~Word{0});
    Word any{0};
    for (const auto& literal : condition.literals()) {
      const auto plane = planes_[static_cast<std::size_t>(literal.signal)];
      any |= literal.is_negated ? static_cast<Word>(~plane) : plane;
      if (!literal.ends_clause) continue;
      all &= any;
      any = Word{0};
    }
    return all;
  }

  Word run(const Rule& rule) noexcept {
    Word fires = holds(rule.when);
    if (rule.scope == Scope::domestic_incidents) fires &= (*this)[Signal::domestic];
    if (rule.grade_at_least) raise_grade(*rule.grade_at_least, fires);
    raise_route(rule.route_at_least, fires);
    for (const auto& clause : rule.duties) {
      if (clause.duties.empty()) break;
      const Word opens = fires & holds(clause.only_when);
      for (const auto duty : clause.duties) (*this)[duty] |= opens;
    }
    return fires;
  }

  void raise_grade(GradeAsked asked, Word fires) noexcept {
    auto& standard = (*this)[Signal::grade_standard_or_above];
    auto& medium = (*this)[Signal::grade_medium_or_above];
    auto& high = (*this)[Signal::grade_high];
    switch (asked) {
      case GradeAsked::high:
        high |= fires;
        [[fallthrough]];
      case GradeAsked::medium:
        medium |= fires;
        [[fallthrough]];
      case GradeAsked::standard:
        standard |= fires;
        return;
      case GradeAsked::officers:
        standard |= fires & (*this)[Signal::officer_graded];
        medium |= fires & (*this)[Signal::officer_medium_or_above];
        high |= fires & (*this)[Signal::officer_high];
        return;
      case GradeAsked::judged:
        standard |= fires & (*this)[Signal::judged];
        medium |= fires & (*this)[Signal::judged_medium_or_above];
        high |= fires & (*this)[Signal::judged_high];
        return;
    }
  }

  void raise_route(Route asked, Word fires) noexcept {
    constexpr auto lowest = static_cast<std::size_t>(Signal::route_early_intervention_or_above);
    for (std::size_t step = 0; step < static_cast<std::size_t>(asked); ++step) planes_[lowest + step] |= fires;
  }

  void drop_covered_duties() noexcept {
    for (const auto& cover : covers) (*this)[cover.covered] &= static_cast<Word>(~(*this)[cover.by]);
    const auto panel = (*this)[Signal::route_high_risk_panel];
    for (const auto duty : covered_by_panel) (*this)[duty] &= static_cast<Word>(~panel);
  }

  Planes<Word>& planes_;
  Asked<Word> asked_;
};

}  // namespace earlyhelp
