#include <earlyhelp/triage/scenario.hpp>
#include <earlyhelp/triage/triage.hpp>

#include <algorithm>
#include <utility>

namespace earlyhelp {
namespace {

CellWords one(std::string_view word) { return {std::string{word}}; }

template <class Enum>
CellWords ids_of(EnumSet<Enum> values) {
  CellWords ids;
  for (const auto value : values) ids.emplace_back(to_string(value));
  return ids;
}

CellWords ids_of(Reasons reasons, const Policy& policy) {
  CellWords ids;
  for (const auto rule : reasons) ids.emplace_back(policy.rule(rule).id.view());
  return ids;
}

bool is_same(CellWords a, CellWords b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

}  // namespace

CellWords words_in(DecisionPart part, const Decision& decision, const Policy& policy) {
  switch (part) {
    case DecisionPart::grade:
      return one(to_string(decision.known.grade));
    case DecisionPart::route:
      return one(to_string(decision.known.route));
    case DecisionPart::duties:
      return ids_of(decision.known.duties);
    case DecisionPart::reasons:
      return ids_of(decision.known.reasons, policy);
    case DecisionPart::grade_if_unknowns_yes:
      return one(to_string(decision.if_unknowns_yes.grade));
    case DecisionPart::route_if_unknowns_yes:
      return one(to_string(decision.if_unknowns_yes.route));
    case DecisionPart::duties_if_unknowns_yes:
      return ids_of(decision.if_unknowns_yes.duties);
    case DecisionPart::provisional:
      return one(to_string(decision.provisional ? Answer::yes : Answer::no));
    case DecisionPart::ask_next:
      return ids_of(decision.ask_next);
    case DecisionPart::suitability:
      return one(to_string(decision.suitability));
  }
  return {};
}

std::vector<Mismatch> mismatches(const Scenario& scenario, const Policy& policy) {
  const auto decision = triage(scenario.facts, policy);
  std::vector<Mismatch> found;
  for (const auto& [part, words] : scenario.expected) {
    auto said = words_in(part, decision, policy);
    if (!is_same(said, words)) found.push_back({.part = part, .expected = words, .found = std::move(said)});
  }
  return found;
}

}  // namespace earlyhelp
