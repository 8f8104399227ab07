#pragma once

#include "triage/plane_kernel.hpp"

#include <vector>

namespace earlyhelp {

/// Runs one program on block after block, with room for what lies between signals and outcomes.
class PlaneRunner {
 public:
  PlaneRunner(const PlaneProgram& program, const PlaneKernel& kernel)
      : program_{program}, kernel_{kernel}, between_(program.between + 1) {
    places_.from[PlaneProgram::never_slot] = &between_.back();
    for (std::size_t i = 0; i < program.between; ++i) {
      places_.from[PlaneProgram::first_between + i] = places_.to[PlaneProgram::first_between + i] = &between_[i];
    }
  }
  PlaneRunner(const PlaneRunner&) = delete;
  PlaneRunner& operator=(const PlaneRunner&) = delete;

  void decide(const SignalBlock& signals, OutcomeBlock& outcome) {
    kernel_.decide(program_, places_, signals, outcome);
  }

 private:
  const PlaneProgram& program_;
  const PlaneKernel& kernel_;
  std::vector<AnswerPlanes> between_;  // the last of them holds in no case
  PlanePlaces places_;
};

}  // namespace earlyhelp
