#include "triage/killer.hpp"

#include "triage/side_by_side.hpp"
#include "triage/signal_facts.hpp"

#include <earlyhelp/triage/difference.hpp>

namespace earlyhelp {
namespace {

constexpr EnumSet known_parts{DecisionPart::grade, DecisionPart::route, DecisionPart::duties, DecisionPart::reasons};
constexpr EnumSet other_parts{DecisionPart::grade_if_unknowns_yes, DecisionPart::route_if_unknowns_yes,
                              DecisionPart::duties_if_unknowns_yes, DecisionPart::provisional,
                              DecisionPart::suitability};
constexpr EnumSet what_to_ask{DecisionPart::ask_next};

}  // namespace

boost::optional<Facts> killer_of(const Policy& policy, const Policy& mutant) {
  for (const auto parts : {known_parts, other_parts, what_to_ask}) {
    if (const auto found = difference(policy, mutant, parts)) return found->facts;
  }
  return {};
}

boost::optional<Facts> killer_of_both(const Policy& policy, const Policy& one, const Policy& other,
                                      EnumSet<DecisionPart> parts) {
  Cells cells{{.policies = {&policy, &one, &other},
               .signals = signals_read(policy) | signals_read(one) | signals_read(other),
               .facts = facts_told_apart_for(parts)}};
  const DecidedPolicy as_it_is{policy, cells};
  const auto killed_by = [&](const Policy& mutant) {
    return differing(policy, as_it_is, mutant, DecidedPolicy{mutant, cells}, parts, cells);
  };
  const auto both = killed_by(one) & killed_by(other);
  if (both.empty()) return {};
  return cells.smallest(both);
}

}  // namespace earlyhelp
