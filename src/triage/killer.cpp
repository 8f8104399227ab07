#include "triage/killer.hpp"

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

}  // namespace earlyhelp
