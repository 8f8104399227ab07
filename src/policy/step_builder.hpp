#pragma once

#include <earlyhelp/policy/rule_program.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace earlyhelp {

using Planes = std::vector<Plane>;

/// Puts together the steps that answer questions about questions, leaving out what is settled: what is always or never
/// true, or the same as a question that is there already, costs no step.
class StepBuilder {
 public:
  StepBuilder() noexcept;

  /// Where all of `planes` hold, and one of each of `any_ofs`.
  ///
  /// Requires: at most Condition::capacity / 2 any-ofs; in all no more questions than max_questions has room for.
  Plane all_of(Planes planes, std::vector<Planes> any_ofs = {});
  Plane any_of(const Planes& planes);

  /// Leaves out the steps on which none of `planes` rests.
  void keep_only(const Planes& planes);

  std::vector<RuleStep> steps() const;
  /// Those whose results can change with one of `signals`.
  std::vector<RuleStep> steps_on(EnumSet<Signal> signals) const;
  bool depends_on(Plane plane, EnumSet<Signal> signals) const noexcept;

 private:
  Plane put_all_of(Plane result, Planes planes);
  Plane put_any_of(Plane result, const Planes& planes);
  void put(Plane result, std::span<const Plane> planes);

  std::vector<RuleStep> steps_;
  std::vector<EnumSet<Signal>> steps_depend_on_;
  Plane next_result_;
  std::array<EnumSet<Signal>, max_questions> depends_on_ = {};
};

}  // namespace earlyhelp
