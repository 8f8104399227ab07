#include "triage/fall.hpp"
#include "triage/truth.hpp"
#include "triage/verified_policy.hpp"

#include <earlyhelp/triage/triage.hpp>

// The decision, and whatever the truth may be, against the decision in which every unknown is a yes.

namespace earlyhelp {
namespace {

void find_known_above(VerifiedPolicy& verified, PropertyReport& report) {
  auto above = verified.cells.sets().none();
  for (std::size_t level = 0; level < fall_levels; ++level) {
    above |= verified.decided.known.asked[level] - verified.decided.if_yes.asked[level];
  }
  above &= verified.realisable;
  if (above.empty()) return;
  auto failure = verified.failure("known", {}, above);
  const auto decision = triage(*failure.facts, verified.policy);
  failure.sentence =
      "Reading every unknown as a yes lowers " + fall_in_words(decision.known, decision.if_unknowns_yes) + ".";
  report.failures.push_back(failure);
}

void find_truth_above(VerifiedPolicy& verified, PropertyReport& report) {
  const auto& asked = verified.decided.known.asked;
  const auto& asked_if_yes = verified.decided.if_yes.asked;
  const auto truths = [&](std::size_t level) { return asked[level] & verified.realisable; };
  auto below = verified.cells.sets().none();
  for (std::size_t level = 0; level < fall_levels; ++level) {
    below |= (may_turn_out_in(truths(level), verified.cells) & verified.realisable) - asked_if_yes[level];
  }
  if (below.empty()) return;
  auto failure = verified.failure("truth", {}, below);
  const auto decision = triage(*failure.facts, verified.policy);
  const auto cell = verified.cells.only(*failure.facts);
  for (std::size_t level = 0; level < fall_levels; ++level) {
    if ((cell & (may_turn_out_in(truths(level), verified.cells) - asked_if_yes[level])).empty()) continue;
    failure.other = smallest_truth(*failure.facts, truths(level), verified.cells);
    failure.sentence = "The truth may be graver than every unknown a yes, which lowers " +
                       fall_in_words(triage(*failure.other, verified.policy).known, decision.if_unknowns_yes) + ".";
    break;
  }
  report.failures.push_back(failure);
}

}  // namespace

PropertyReport find_unbounded(VerifiedPolicy& verified) {
  auto report = every_case(Property::unknowns_are_bounded, verified);
  find_known_above(verified, report);
  find_truth_above(verified, report);
  return report;
}

}  // namespace earlyhelp
