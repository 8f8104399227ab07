#pragma once

#include <earlyhelp/casework/capacity.hpp>
#include <earlyhelp/date.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/indicators/demand.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace earlyhelp {

/// Somebody of the team, and when they work.
struct TeamMember {
  WorkerId worker;
  WorkingTime time;
};

/// What one of them can take.
struct MemberCapacity {
  WorkerId worker;
  std::int64_t cases;
  Capacity capacity;

  friend bool operator==(const MemberCapacity&, const MemberCapacity&) = default;
};

/// What the team can take on one day.
struct TeamCapacity {
  std::vector<MemberCapacity> members = {};  ///< as the team was given
  std::vector<WorkerId> not_of_team = {};    ///< who have open cases; by id
  std::int64_t slots = 0;                    ///< of those who work
  std::int64_t taken = 0;                    ///< of these; more than there are when somebody has too much
  std::int64_t free = 0;

  /// The share of the slots that is taken, above 1 when it is too much. None: nobody works.
  boost::optional<double> load() const noexcept;
};

/// A case takes `slots_a_case` slots of whoever works with the family.
///
/// Requires: check(policy) has no objection.
/// Throws:   std::invalid_argument as capacity_on, when somebody is twice in the team or has more cases than can be,
///           and unless `slots_a_case` is 1 to 1,000.
/// Source:   library default.
TeamCapacity team_capacity(const OpenCases& open, std::span<const TeamMember> team, const AllocationPolicy& policy,
                           Date day, int slots_a_case = 1);

}  // namespace earlyhelp
