#include "triage/rise.hpp"
#include "triage/verified_policy.hpp"
#include "triage/words.hpp"

#include <earlyhelp/triage/triage.hpp>

#include <string>

// What a graver fact, a person's grade and an unknown do to grade and route.

namespace earlyhelp {
namespace {

constexpr std::size_t levels = grade_levels + route_levels;

/// The grade and the route of an outcome, where the other has a higher one.
std::string fall(const Outcome& from, const Outcome& to) {
  std::vector<std::string> falls;
  if (to.grade < from.grade) {
    falls.push_back("the grade from " + plain(to_string(from.grade)) + " to " + plain(to_string(to.grade)));
  }
  if (to.route < from.route) {
    falls.push_back("the route from " + plain(to_string(from.route)) + " to " + plain(to_string(to.route)));
  }
  return listed(falls);
}

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
  const auto known = fall(lesser.known, graver.known);
  const auto sentence = "A graver fact (" + rise_in_words(before, after) + ") lowers ";
  if (!known.empty()) return sentence + known + ".";
  return sentence + fall(lesser.if_unknowns_yes, graver.if_unknowns_yes) + ", were every unknown a yes.";
}

}  // namespace

PropertyReport find_lowering(VerifiedPolicy& verified) {
  PropertyReport report{.property = Property::graver_never_lowers, .cases = 0};
  RiseFailures failures{verified};
  for (const auto& rise : rises_of(verified.cells)) {
    const auto pairs = failures.pairs(rise);
    report.cases += failures.count(pairs, rise);
    auto lowered = verified.cells.sets().none();
    for (const auto* reading : {&verified.known, &verified.if_yes}) {
      for (std::size_t level = 0; level < levels; ++level) {
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
      const auto given = verified.known.signals[static_cast<std::size_t>(gave) + level];
      lowered |= given - (verified.known.asked[level] & verified.if_yes.asked[level]);
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

PropertyReport find_unbounded(VerifiedPolicy& verified) {
  auto report = every_case(Property::unknowns_are_bounded, verified);
  auto above = verified.cells.sets().none();
  for (std::size_t level = 0; level < levels; ++level) {
    above |= verified.known.asked[level] - verified.if_yes.asked[level];
  }
  above &= verified.realisable;
  if (above.empty()) return report;
  auto failure = verified.failure("known", {}, above);
  const auto decision = triage(*failure.facts, verified.policy);
  failure.sentence = "Reading every unknown as a yes lowers " + fall(decision.known, decision.if_unknowns_yes) + ".";
  report.failures.push_back(failure);
  return report;
}

}  // namespace earlyhelp
