#include <earlyhelp/indicators/team_capacity.hpp>

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>

namespace earlyhelp {
namespace {

std::int64_t cases_of(const OpenCases& open, const WorkerId& worker) {
  const auto found = std::find_if(open.caseloads.begin(), open.caseloads.end(),
                                  [&](const Caseload& caseload) { return caseload.worker == worker; });
  return found == open.caseloads.end() ? 0 : found->cases;
}

bool is_in(std::span<const TeamMember> team, const WorkerId& worker) {
  return std::any_of(team.begin(), team.end(), [&](const TeamMember& member) { return member.worker == worker; });
}

}  // namespace

boost::optional<double> TeamCapacity::load() const noexcept {
  if (slots == 0) return {};
  return static_cast<double>(taken) / static_cast<double>(slots);
}

TeamCapacity team_capacity(const OpenCases& open, std::span<const TeamMember> team, const AllocationPolicy& policy,
                           Date day, int slots_a_case) {
  constexpr int most_slots_a_case = 1'000;
  if (slots_a_case < 1 || slots_a_case > most_slots_a_case) {
    throw std::invalid_argument{"team_capacity: a case takes 1 to 1,000 slots"};
  }
  TeamCapacity capacity;
  for (std::size_t i = 0; i < team.size(); ++i) {
    const auto& [worker, time] = team[i];
    if (is_in(team.first(i), worker)) {
      throw std::invalid_argument{"team_capacity: " + worker.value() + " is twice in the team"};
    }
    const auto cases = cases_of(open, worker);
    if (cases > std::numeric_limits<int>::max() / slots_a_case) {
      throw std::invalid_argument{"team_capacity: " + worker.value() + " has more cases than can be"};
    }
    const auto taken = static_cast<int>(cases) * slots_a_case;
    const auto own = capacity_on(time, taken, policy, day);
    capacity.members.push_back({.worker = worker, .cases = cases, .capacity = own});
    if (own.why_none()) continue;
    capacity.slots += capacity_on(time, 0, policy, day).free();
    capacity.taken += taken;
    capacity.free += own.free();
  }
  for (const auto& caseload : open.caseloads) {
    if (!is_in(team, caseload.worker)) capacity.not_of_team.push_back(caseload.worker);
  }
  return capacity;
}

}  // namespace earlyhelp
