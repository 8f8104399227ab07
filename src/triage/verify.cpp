#include "triage/verified_policy.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace earlyhelp {
namespace {

std::vector<FactCut> cuts_of(const Cells& cells) {
  std::vector<FactCut> cuts;
  for (const auto& aspect : cells.aspects()) {
    auto& cut = cuts.emplace_back(FactCut{.name = std::string{aspect.name}, .facts = aspect.facts, .values = {}});
    for (const auto& value : aspect.values) cut.values.push_back(value.members.front());
  }
  return cuts;
}

EnumSet<Fact> facts_read_by(const std::vector<Invariant>& invariants) {
  EnumSet<Fact> facts;
  for (const auto& invariant : invariants) facts |= invariant.facts | facts_told_apart_for(invariant.parts);
  return facts;
}

}  // namespace

std::string_view title_of(Property property) noexcept {
  switch (property) {
    case Property::no_gap:
      return "Every case has a reason, and every domestic incident goes to somebody";
    case Property::no_contradiction:
      return "No two rows contradict each other";
    case Property::rules_can_fire:
      return "Every rule can fire";
    case Property::rules_matter:
      return "Every rule matters somewhere";
    case Property::graver_never_lowers:
      return "A graver fact never lowers grade or route";
    case Property::graver_never_delays:
      return "A graver fact never delays the first contact or a safeguarding duty";
    case Property::people_never_lowered:
      return "The grade that a person gave is never lowered";
    case Property::unknowns_are_bounded:
      return "No decision is above the one in which every unknown is a yes";
    case Property::invariants_hold:
      break;
  }
  return "The invariants hold";
}

bool Verification::holds() const noexcept {
  return std::all_of(properties.begin(), properties.end(),
                     [](const PropertyReport& report) { return report.failures.empty(); });
}

Verification verify(const Policy& policy, const VerifyOptions& options) {
  const auto facts = facts_read_by(options.invariants);
  auto verified = std::make_unique<VerifiedPolicy>(policy, facts);
  // Sets that nobody needs any more are dropped by beginning anew, once they are many.
  const auto renewed = [&]() -> VerifiedPolicy& {
    constexpr std::size_t many_sets = std::size_t{1} << 20;
    if (verified->cells.sets().size() > many_sets) verified = std::make_unique<VerifiedPolicy>(policy, facts);
    return *verified;
  };

  Verification found{.policy = policy.stamp(),
                     .quiet = verified->cells.quiet(),
                     .cuts = cuts_of(verified->cells),
                     .combinations = verified->cells.combinations(),
                     .cases = verified->realisable.count(),
                     .properties = {},
                     .rules = {}};
  const auto add = [&](PropertyReport report) {
    found.properties.push_back(std::move(report));
    if (options.progress) options.progress(found.properties.size(), count_of<Property>);
  };
  add(find_gaps(renewed()));
  add(find_contradictions(renewed()));
  for (std::size_t i = 0; i < policy.rules().size(); ++i) {
    found.rules.push_back(look_at(static_cast<RuleIndex>(i), renewed()));
  }
  add(find_dead_rules(*verified, found.rules));
  add(find_idle_rules(*verified, found.rules));
  add(find_lowering(renewed()));
  add(find_delays(renewed()));
  add(find_people_lowered(renewed()));
  add(find_unbounded(renewed()));
  add(find_broken(renewed(), options.invariants));
  return found;
}

}  // namespace earlyhelp
