#include "casework/effective_events.hpp"

#include <algorithm>
#include <tuple>
#include <variant>

namespace earlyhelp {

EffectiveEvents::EffectiveEvents(const CaseFile& case_file) {
  events_.reserve(case_file.events.size());
  Events withdrawals;
  for (const auto& event : case_file.events) {
    events_.push_back(&event);
    if (std::holds_alternative<Withdrawn>(event.body)) withdrawals.push_back(&event);
  }
  const auto occurred = [](const CaseEvent* event) {
    return std::tie(event->occurred_at, event->recorded_at, event->id);
  };
  std::sort(events_.begin(), events_.end(), [&](const auto* a, const auto* b) { return occurred(a) < occurred(b); });
  // Which of two withdrawals of one event is the first is a matter of when they were recorded.
  const auto recorded = [](const CaseEvent* event) { return std::tie(event->recorded_at, event->id); };
  std::sort(withdrawals.begin(), withdrawals.end(),
            [&](const auto* a, const auto* b) { return recorded(a) < recorded(b); });
  for (const auto* event : withdrawals) withdraw(*event);
}

bool EffectiveEvents::contains(const Events& events, const CaseEvent* event) noexcept {
  return std::find(events.begin(), events.end(), event) != events.end();
}

void EffectiveEvents::withdraw(const CaseEvent& withdrawal) {
  const auto& id = std::get<Withdrawn>(withdrawal.body).event;
  const auto target = std::find_if(events_.begin(), events_.end(), [&](const auto* event) { return event->id == id; });
  const bool is_sound = target != events_.end() && (*target)->recorded_at <= withdrawal.recorded_at &&
                        !std::holds_alternative<Withdrawn>((*target)->body) && !is_withdrawn(*target);
  if (is_sound)
    withdrawn_.push_back(*target);
  else
    idle_.push_back(&withdrawal);
}

}  // namespace earlyhelp
