#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/policy/duty.hpp>
#include <earlyhelp/policy/parameter.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/policy/route.hpp>
#include <earlyhelp/triage/decision_part.hpp>
#include <earlyhelp/triage/facts.hpp>

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

/// In how many cases a duty comes to be, in how many it ceases to be, and in how many it stays and other clocks say by
/// when. Which of two clocks ends first turns on when the report comes in: incidents of a feed show it.
struct DutyChange {
  Duty duty;
  std::uint64_t added;
  std::uint64_t dropped;
  std::uint64_t rescheduled;
  boost::optional<Facts> added_to = {};        ///< the example that departs least. None: added nowhere
  boost::optional<Facts> dropped_from = {};    ///< None: dropped nowhere
  boost::optional<Facts> rescheduled_in = {};  ///< None: due by the same clocks wherever it stays
};

/// What becomes of every case when one policy takes the place of another.
///
/// How often a case comes up is not known here: a case is no incident, and many may never be one.
struct CaseComparison {
  PolicyStamp before;
  PolicyStamp after;
  Facts quiet;                     ///< the incident from which departures are counted
  std::uint64_t cases;             ///< all that an incident can have
  std::uint64_t unmoved;           ///< of these, with the same grade and route
  std::vector<Move> moves;         ///< the others, in order of route, then grade, before and after
  std::vector<DutyChange> duties;  ///< those that come, go or are rescheduled anywhere, in their order
  /// The windows in which the two do not count alike. A case says how many events or referrals there were, so what a
  /// window does is not in any of the counts above: only incidents with their history show it.
  EnumSet<Parameter> not_compared;
};

/// Who moves when `after` takes the place of `before`, over every case that an incident can have on a day of either.
///
/// Throws: std::length_error as verify().
/// Source: default triage policy, section 3.
CaseComparison compare(const Policy& before, const Policy& after);

}  // namespace earlyhelp
