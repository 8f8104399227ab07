#pragma once

#include <earlyhelp/policy/rule_program.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <utility>

namespace earlyhelp {

/// A rule program at work on many cases at once: bit i of each plane is the answer in case i. What the cases are is up
/// to whoever fills the planes: readings of one incident, or many incidents in one reading.
template <class Word>
class Evaluation {
 public:
  /// Requires: every signal that the steps use, and `never`, was answered before they run.
  void answer(Plane question, const Word& yes) noexcept {
    planes_[question] = yes;
    planes_[max_questions + question] = ~yes;
  }
  const Word& operator[](Plane plane) const noexcept { return planes_[plane]; }

  void run(std::span<const RuleStep> steps) noexcept(never_fails) {
    for (const auto& step : steps) run(step);
  }

 private:
  /// A word that has no fixed size may find no room for an answer.
  static constexpr bool never_fails = noexcept(std::declval<const Word&>() & std::declval<const Word&>());

  void run(const RuleStep& step) noexcept(never_fails) {
    const auto& [a, b, c, d] = step.all_of;
    answer(step.result, (planes_[a] & planes_[b]) & (planes_[c] & planes_[d]));
  }

  std::array<Word, plane_count> planes_;
};

}  // namespace earlyhelp
