#include "triage/verified_policy.hpp"

#include "triage/signal_facts.hpp"

#include <utility>

namespace earlyhelp {

VerifiedPolicy::VerifiedPolicy(const Policy& verified, EnumSet<Fact> also)
    : policy{verified},
      cells{{.policies = {&policy}, .signals = signals_read(policy), .facts = also}},
      realisable{cells.realisable()},
      decided{policy, cells} {}

Failure VerifiedPolicy::failure(std::string subject, std::string sentence, CellSet cases) const {
  return {.subject = std::move(subject),
          .sentence = std::move(sentence),
          .cases = cases.count(),
          .facts = cells.smallest(cases)};
}

CellSet VerifiedPolicy::where(const Condition& condition) {
  auto all = cells.sets().all();
  condition.for_each_clause([&](std::span<const Literal> clause) {
    auto any = cells.sets().none();
    for (const auto& literal : clause) {
      const auto signal = decided.known.signals[static_cast<std::size_t>(literal.signal)];
      any |= literal.is_negated ? ~signal : signal;
    }
    all &= any;
  });
  return all;
}

PropertyReport every_case(Property property, const VerifiedPolicy& verified) {
  return {.property = property, .cases = verified.realisable.count()};
}

}  // namespace earlyhelp
