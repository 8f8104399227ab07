#include "triage/fall.hpp"
#include "triage/rise.hpp"
#include "triage/verified_policy.hpp"
#include "triage/words.hpp"

#include <earlyhelp/triage/triage.hpp>

#include <string>

// What a graver fact and a person's grade do to grade and route.

namespace earlyhelp {
namespace {

std::string facts_that_rise(const Rise& rise) {
  std::string ids;
  for (const auto fact : differing(rise.before, rise.after)) {
    ids += (ids.empty() ? "" : ";") + std::string{to_string(fact)};
  }
  return ids;
}

/// The pairs of which the graver case does not reach a level of grade or route that the other reaches.
CellSet lowered(const DecidedCells& reading, const Rise& rise, CellSets& sets) {
  auto lowered = sets.none();
  for (std::size_t level = 0; level < fall_levels; ++level) {
    const auto& reached = reading.asked[level];
    lowered |= reached.given(rise.aspect, rise.from) - reached.given(rise.aspect, rise.to);
  }
  return lowered;
}

/// Where somebody gave a grade that the decision does not reach.
CellSet below(Signal gave, const VerifiedPolicy& verified, const DecidedCells& reading, CellSets& sets) {
  auto below = sets.none();
  for (std::size_t level = 0; level < grade_levels; ++level) {
    below |= verified.decided.known.signals[static_cast<std::size_t>(gave) + level] - reading.asked[level];
  }
  return below & verified.realisable;
}

std::string lowering_in_words(const Facts& before, const Facts& after, const Policy& policy) {
  const auto lesser = triage(before, policy);
  const auto graver = triage(after, policy);
  const auto known = fall_in_words(lesser.known, graver.known);
  const auto sentence = "A graver fact (" + rise_in_words(before, after) + ") lowers ";
  if (!known.empty()) return sentence + known + ".";
  return sentence + fall_in_words(lesser.if_unknowns_yes, graver.if_unknowns_yes) + ", were every unknown a yes.";
}

}  // namespace

PropertyReport find_lowering(VerifiedPolicy& verified) {
  PropertyReport report{.property = Property::graver_never_lowers, .cases = 0};
  RiseFailures failures{verified};
  auto& sets = verified.cells.sets();
  for (const auto& rise : rises_of(verified.cells)) {
    const auto pairs = failures.pairs(rise);
    report.cases += failures.count(pairs, rise);
    const auto as_known = lowered(verified.decided.known, rise, sets) & pairs;
    const auto in_any = as_known | (lowered(verified.decided.if_yes, rise, sets) & pairs);
    if (in_any.empty()) continue;
    auto* failure = failures.add(facts_that_rise(rise), in_any, as_known, rise);
    if (failure != nullptr) failure->sentence = lowering_in_words(*failure->facts, *failure->other, verified.policy);
  }
  report.failures = failures.all();
  return report;
}

PropertyReport find_people_lowered(VerifiedPolicy& verified) {
  auto report = every_case(Property::people_never_lowered, verified);
  auto& sets = verified.cells.sets();
  for (const auto& [who, gave] :
       {std::pair{Fact::officer_grade, Signal::officer_graded}, std::pair{Fact::judgement, Signal::judged}}) {
    const auto as_known = below(gave, verified, verified.decided.known, sets);
    const auto in_any = as_known | below(gave, verified, verified.decided.if_yes, sets);
    if (in_any.empty()) continue;
    auto failure = verified.failure(std::string{to_string(who)}, {}, as_known.empty() ? in_any : as_known);
    failure.cases = in_any.count();
    failure.sentence = "The " + plain(to_string(who)) + " is " + value_of(who, *failure.facts) +
                       ", and the grade of the decision is below it" +
                       (as_known.empty() ? ", were every unknown a yes." : ".");
    report.failures.push_back(failure);
  }
  return report;
}

}  // namespace earlyhelp
