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
  for (const auto& rise : rises_of(verified.cells)) {
    const auto pairs = failures.pairs(rise);
    report.cases += failures.count(pairs, rise);
    auto lowered = verified.cells.sets().none();
    for (const auto* reading : {&verified.decided.known, &verified.decided.if_yes}) {
      for (std::size_t level = 0; level < fall_levels; ++level) {
        const auto& reached = reading->asked[level];
        lowered |= reached.given(rise.aspect, rise.from) - reached.given(rise.aspect, rise.to);
      }
    }
    lowered &= pairs;
    if (lowered.empty()) continue;
    auto* failure = failures.add(facts_that_rise(rise), lowered, rise);
    if (failure != nullptr) failure->sentence = lowering_in_words(*failure->facts, *failure->other, verified.policy);
  }
  report.failures = failures.all();
  return report;
}

PropertyReport find_people_lowered(VerifiedPolicy& verified) {
  auto report = every_case(Property::people_never_lowered, verified);
  for (const auto& [who, gave] :
       {std::pair{Fact::officer_grade, Signal::officer_graded}, std::pair{Fact::judgement, Signal::judged}}) {
    auto lowered = verified.cells.sets().none();
    for (std::size_t level = 0; level < grade_levels; ++level) {
      const auto given = verified.decided.known.signals[static_cast<std::size_t>(gave) + level];
      lowered |= given - (verified.decided.known.asked[level] & verified.decided.if_yes.asked[level]);
    }
    lowered &= verified.realisable;
    if (lowered.empty()) continue;
    auto failure = verified.failure(std::string{to_string(who)}, {}, lowered);
    failure.sentence = "The " + plain(to_string(who)) + " is " + value_of(who, *failure.facts) +
                       ", and the grade of the decision is below it.";
    report.failures.push_back(failure);
  }
  return report;
}

}  // namespace earlyhelp
