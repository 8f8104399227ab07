#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/policy/duty.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/policy/route.hpp>
#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/due_times.hpp>
#include <earlyhelp/triage/fact_columns.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <tuple>
#include <vector>

namespace earlyhelp {

/// Incidents that moved from one grade and route to another.
struct IncidentMove {
  boost::optional<RiskGrade> grade_before;
  Route route_before;
  boost::optional<RiskGrade> grade_after;
  Route route_after;
  std::uint64_t incidents;
  std::vector<std::size_t> examples;  ///< the places of the first few

  friend bool operator==(const IncidentMove&, const IncidentMove&) = default;
};

/// How often each duty came to be, ceased to be, and was due at another time, for the incidents that were reported in
/// one week. A due time that no calendar covers counts as later than one that is known.
struct DutyWeek {
  Date monday;
  std::array<std::uint64_t, count_of<Duty>> added = {};    ///< by Duty
  std::array<std::uint64_t, count_of<Duty>> dropped = {};  ///< by Duty
  std::array<std::uint64_t, count_of<Duty>> sooner = {};   ///< by Duty, of those that stayed
  std::array<std::uint64_t, count_of<Duty>> later = {};    ///< by Duty, of those that stayed

  friend bool operator==(const DutyWeek&, const DutyWeek&) = default;
};

/// What becomes of incidents when one policy takes the place of another, from what is known of them.
struct Comparison {
  std::uint64_t incidents;          ///< how many were decided twice
  std::uint64_t unmoved;            ///< of these, with the same grade and route
  std::vector<IncidentMove> moves;  ///< those that moved, in order of route before, grade before, route and grade after
  std::vector<DutyWeek> weeks;      ///< in order of time, only those in which anything changed

  friend bool operator==(const Comparison&, const Comparison&) = default;
};

/// Adds up what two policies decide on one incident after the other.
class ComparisonTally {
 public:
  /// How many examples a move keeps.
  static constexpr std::size_t examples_kept = 3;

  /// The next incident: its place is the number of those before.
  void add(Date reported_on, const Outcome& before, const Outcome& after);
  /// When the duties of an incident that is added were due before, and are due after.
  void add(Date reported_on, const DueTimes& before, const DueTimes& after);

  Comparison result() const;

 private:
  using Standing = std::tuple<Route, int>;  // the grade as a level, 0 for none
  struct Moved {
    std::uint64_t incidents = 0;
    std::vector<std::size_t> examples = {};
  };

  DutyWeek& week_of(Date day);

  std::uint64_t incidents_ = 0;
  std::uint64_t unmoved_ = 0;
  std::map<std::tuple<Standing, Standing>, Moved> moves_;
  std::map<Date, DutyWeek> weeks_;
};

/// Decides every row of `facts` under both policies, and says who moves. When duties are due is not looked at: facts do
/// not say when the report came in.
///
/// The rows are one victim and one suspect each: an incident with several is as many rows.
///
/// Throws: std::invalid_argument when the policies count events, or referrals, in windows of different lengths (the
///         counts in `facts` are then right for one of them at most), and naming column and row of the first issue that
///         check(facts) finds.
/// Source: default triage policy, section 3.
Comparison compare(const Policy& before, const Policy& after, const FactColumns& facts);

}  // namespace earlyhelp
