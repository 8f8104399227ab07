#include "triage/killer.hpp"

#include <earlyhelp/triage/difference.hpp>

#include <cstddef>

namespace earlyhelp {
namespace {

constexpr EnumSet known_parts{DecisionPart::grade, DecisionPart::route, DecisionPart::duties, DecisionPart::reasons};
constexpr EnumSet other_parts{DecisionPart::grade_if_unknowns_yes, DecisionPart::route_if_unknowns_yes,
                              DecisionPart::duties_if_unknowns_yes, DecisionPart::provisional,
                              DecisionPart::suitability};
constexpr EnumSet what_to_ask{DecisionPart::ask_next};

}  // namespace

boost::optional<Facts> killer_of(std::span<const Policy> policies, std::span<const Policy> mutants) {
  for (std::size_t i = 0; i < policies.size(); ++i) {
    if (mutants[i] == policies[i]) continue;  // another number is in force by then
    for (const auto parts : {known_parts, other_parts, what_to_ask}) {
      if (const auto found = difference(policies[i], mutants[i], parts)) return found->facts;
    }
  }
  return {};
}

}  // namespace earlyhelp
