#pragma once

#include "triage/suitability.hpp"

#include <earlyhelp/policy/rule_program.hpp>
#include <earlyhelp/triage/decision.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace earlyhelp {

/// What a program asked for in one case: bit i is the i-th plane of RuleProgram::asked.
using Asked = std::uint32_t;
static_assert(asked_count <= 32);

/// One reading of an incident, when the rules have run.
struct Answered {
  Asked asked;
  Reasons reasons;
};

/// By the route levels reached, lowest first.
constexpr auto route_at = [] {
  std::array<Route, 1U << route_levels> routes = {};
  for (unsigned levels = 0; levels < routes.size(); ++levels)
    routes[levels] = static_cast<Route>(std::bit_width(levels));
  return routes;
}();

inline Route route_of(Asked asked) noexcept { return route_at[asked >> grade_levels & (route_at.size() - 1)]; }

inline Outcome outcome_of(const Answered& answered) noexcept {
  const auto bit = [&](std::size_t i) { return (answered.asked >> i) & 1U; };
  return {.grade = boost::optional<RiskGrade>{bit(0) != 0, static_cast<RiskGrade>(bit(1) + bit(2))},
          .route = route_of(answered.asked),
          .duties = Duties::of_bits(answered.asked >> (grade_levels + route_levels)),
          .reasons = answered.reasons};
}

/// By route, final or provisional.
constexpr auto suitability_on = [] {
  std::array<std::array<Suitability, 2>, count_of<Route>> on = {};
  for (const auto route : values_of<Route>) {
    on[static_cast<std::size_t>(route)] = {suitability(route, false), suitability(route, true)};
  }
  return on;
}();

/// The unknowns that are asked for whatever they change.
constexpr EnumSet always_asked{Unknown::definition, Unknown::officer_grade, Unknown::honour_or_forced_marriage};

/// The unknowns that alone change something, and those that are always asked for; all of them when only together they
/// change something.
inline EnumSet<Unknown> ask_next(EnumSet<Unknown> unknowns, EnumSet<Unknown> changing, bool is_changed) noexcept {
  const bool only_together = is_changed & changing.empty();
  const auto all = EnumSet<Unknown>::of_bits((std::uint64_t{0} - std::uint64_t{only_together}) & unknowns.bits());
  return changing | (unknowns & always_asked) | all;
}

/// Requires: `changing` are the unknowns that alone change grade, route or duties.
inline Decision decide(const PolicyStamp& policy, const Answered& known, const Answered& if_unknowns_yes,
                       EnumSet<Unknown> unknowns, EnumSet<Unknown> changing) noexcept {
  constexpr EnumSet missing{Unknown::definition, Unknown::officer_grade};
  const bool is_changed = known.asked != if_unknowns_yes.asked;
  const bool is_provisional = is_changed | !(unknowns & missing).empty();
  return {.policy = policy,
          .known = outcome_of(known),
          .if_unknowns_yes = outcome_of(if_unknowns_yes),
          .provisional = is_provisional,
          .ask_next = ask_next(unknowns, changing, is_changed),
          .suitability = suitability_on[static_cast<std::size_t>(route_of(known.asked))][std::size_t{is_provisional}]};
}

}  // namespace earlyhelp
