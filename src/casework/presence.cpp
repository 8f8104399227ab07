#include "presence.hpp"

#include "draw.hpp"

#include <algorithm>

namespace earlyhelp {

boost::optional<std::vector<Stretch>> roster(const Shift& shift, const StaffingSpan& span, const Calendar& calendar) {
  std::vector<Stretch> stretches;
  const auto& zone = calendar.zone();
  for (auto day = span.first_day; day <= span.last_day; day += Days{1}) {
    if (!shift.days[weekday_of(day)]) continue;
    if (!shift.works_on_holidays) {
      const auto is_holiday = calendar.is_holiday(day);
      if (!is_holiday) return {};
      if (*is_holiday) continue;
    }
    const auto begin = seconds_of(zone.resolve(day, shift.begin).first);
    const auto is_whole = shift.end == boost::posix_time::hours{24};
    const auto end = seconds_of(is_whole ? zone.day_start(day + Days{1}) : zone.resolve(day, shift.end).first);
    if (begin < end) stretches.push_back({.begin = begin, .end = end});
  }
  return stretches;
}

Seconds measured(std::span<const Stretch> stretches, const StaffingSpan& span) noexcept {
  Seconds sum = 0;
  for (const auto& [begin, end] : stretches) {
    sum += std::max<Seconds>(0, std::min(end, span.measured_until) - std::max(begin, span.measured_from));
  }
  return sum;
}

std::vector<Stretch> without_absences(std::span<const Stretch> roster, const StaffingPlan& plan, int run,
                                      int practitioner) {
  Draw draw{plan.seed, static_cast<std::uint64_t>(run), 2 + static_cast<std::uint64_t>(practitioner)};
  std::vector<Stretch> stretches;
  for (const auto& stretch : roster) {
    if (!draw.happens(plan.absence_share)) stretches.push_back(stretch);
  }
  return stretches;
}

void add_presence(std::vector<PresenceStep>& steps, std::span<const Stretch> stretches) {
  const auto others = static_cast<std::ptrdiff_t>(steps.size());
  for (const auto& [begin, end] : stretches) {
    steps.push_back({.at = begin, .change = 1});
    steps.push_back({.at = end, .change = -1});
  }
  std::inplace_merge(steps.begin(), steps.begin() + others, steps.end(),
                     [](const PresenceStep& a, const PresenceStep& b) { return a.at < b.at; });
  auto last = steps.begin();
  for (auto next = steps.begin(); next != steps.end(); ++next) {
    if (next == last) continue;
    if (next->at == last->at) {
      last->change += next->change;
    } else {
      *++last = *next;
    }
  }
  if (last != steps.end()) steps.erase(last + 1, steps.end());
}

}  // namespace earlyhelp
