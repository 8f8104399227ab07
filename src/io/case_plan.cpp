#include "case_plan.hpp"

#include <earlyhelp/casework/replay.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace earlyhelp::io {
namespace {

constexpr std::int64_t microseconds_a_minute = 60'000'000;
constexpr int longest_delay_minutes = 15;

bool is_earlier(const PlannedStep& a, const PlannedStep& b) noexcept { return a.at < b.at; }

}  // namespace

Instant after(Instant at, int minutes) noexcept {
  return Instant::of_microseconds(at.microseconds() + minutes * microseconds_a_minute);
}

Instant in_hours(Instant at, int from, int until, const TimeZone& zone, Chance& chance) {
  const auto local = zone.civil(at);
  const auto minute = static_cast<int>(local.since_midnight.total_seconds() / 60);
  constexpr int half_an_hour = 30;
  if (from <= minute && minute <= until - half_an_hour) return at;
  const auto day = minute < from ? local.day : local.day + Days{1};
  const auto then = from + chance.between(0, std::min(until - from - half_an_hour, 2 * minutes_an_hour));
  return zone.resolve(day, boost::posix_time::minutes{then}).first;
}

void CasePlan::keep_open_from(Instant at) {
  std::erase_if(steps_,
                [at](const PlannedStep& step) { return step.at > at && std::holds_alternative<Closed>(step.body); });
}

void CasePlan::play(Instant until, const CaseworkPolicy& policy, Chance& chance, CaseFile& file) && {
  std::stable_sort(steps_.begin(), steps_.end(), is_earlier);
  for (std::size_t i = 0; i < steps_.size(); ++i) {
    auto step = std::move(steps_[i]);
    CaseEvent event{.id = CaseEventId{file.id.value() + "-" + std::to_string(file.events.size() + 1)},
                    .occurred_at = step.at,
                    .recorded_at = after(step.at, chance.between(0, longest_delay_minutes)),
                    .recorded_by = std::move(step.by),
                    .body = std::move(step.body)};
    if (event.recorded_at > until || (!step.is_flawed && !may(file, event, policy).empty())) continue;
    if (step.withdrawn_at) {
      PlannedStep withdrawal{.at = *step.withdrawn_at,
                             .by = event.recorded_by,
                             .body = Withdrawn{.event = event.id, .reason = ReasonId{event.id.value() + "-reason"}}};
      const auto rest = steps_.begin() + static_cast<std::ptrdiff_t>(i) + 1;
      steps_.insert(std::upper_bound(rest, steps_.end(), withdrawal, is_earlier), std::move(withdrawal));
    }
    file.events.push_back(std::move(event));
  }
  steps_.clear();
}

}  // namespace earlyhelp::io
