#include <earlyhelp/casework/capacity.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>

namespace earlyhelp {
namespace {

constexpr int minutes_of_a_week = 7 * 24 * 60;

void require_not_negative(int taken) {
  if (taken < 0) throw std::invalid_argument{"Capacity: " + std::to_string(taken) + " slots taken; needs 0 or more"};
}

}  // namespace

Capacity::Capacity(int slots, int taken) : slots_{slots}, taken_{taken} {
  if (slots < 1) throw std::invalid_argument{"Capacity: " + std::to_string(slots) + " slots; needs 1 or more"};
  require_not_negative(taken);
}

boost::optional<double> Capacity::load() const noexcept {
  if (why_none_) return {};
  return static_cast<double>(taken_) / static_cast<double>(slots_);
}

std::vector<Issue> check(const AllocationPolicy& policy) {
  std::vector<Issue> issues;
  const auto require_positive = [&](int number, const char* name) {
    if (number < 1) issues.push_back({name, std::to_string(number) + "; has to be 1 or more"});
  };
  require_positive(policy.full_time_minutes, "full_time_minutes");
  require_positive(policy.full_time_slots, "full_time_slots");
  return issues;
}

Capacity capacity_on(const WorkingTime& time, int taken, const AllocationPolicy& policy, Date day) {
  if (time.minutes_a_week < 0 || time.minutes_a_week > minutes_of_a_week) {
    throw std::invalid_argument{"WorkingTime: " + std::to_string(time.minutes_a_week) + " minutes a week; needs 0 to " +
                                std::to_string(minutes_of_a_week)};
  }
  require_not_negative(taken);
  const bool is_absent =
      std::any_of(time.absences.begin(), time.absences.end(), [&](const Period& days) { return days.contains(day); });
  if (is_absent) return NoCapacity::absent;
  // A week of minutes times any number of slots may be more than an int holds, and so may their quotient.
  const auto slots = std::int64_t{time.minutes_a_week} * policy.full_time_slots / policy.full_time_minutes;
  if (slots < 1) return NoCapacity::no_hours;
  return {static_cast<int>(std::min<std::int64_t>(slots, std::numeric_limits<int>::max())), taken};
}

}  // namespace earlyhelp
