#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/policy/duty.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/policy/route.hpp>
#include <earlyhelp/triage/facts.hpp>
#include <earlyhelp/triage/invariant.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <vector>

namespace earlyhelp {

/// The cases that two policies decide differently, out of all that an incident can have.
struct Difference {
  Facts facts;          ///< of these the incident that departs least from a quiet one
  std::uint64_t cases;  ///< how many there are
  std::uint64_t of;     ///< out of how many
};

/// What is decided of a case, as far as somebody acts on it.
constexpr EnumSet<DecisionPart> what_is_done{DecisionPart::grade, DecisionPart::route, DecisionPart::duties};

/// Where `a` and `b` differ in any of `parts`, over every case that an incident can have on a day of either. A rule is
/// the same in both by its id.
///
/// None: nowhere, so no incident whatever can tell them apart in these parts.
/// Throws: std::length_error as verify().
/// Source: default triage policy, sections 1 and 3.
boost::optional<Difference> difference(const Policy& a, const Policy& b, EnumSet<DecisionPart> parts = what_is_done);

/// Cases that move from one grade and route to another.
struct Move {
  boost::optional<RiskGrade> grade_before;
  boost::optional<RiskGrade> grade_after;
  Route route_before;
  Route route_after;
  std::uint64_t cases;
  Facts example;  ///< the one that departs least from a quiet incident
};

/// Who moves when `b` takes the place of `a`, over every case: the moves in order of route, then grade, before and
/// after; without those that stay. How often a case comes up is not known here: a case is no incident.
///
/// Throws: std::length_error as verify().
/// Source: default triage policy, section 3.
std::vector<Move> moves(const Policy& a, const Policy& b);

}  // namespace earlyhelp
