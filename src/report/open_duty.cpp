#include <earlyhelp/report/open_duty.hpp>

namespace earlyhelp {

bool is_open(const DutyRecord& duty) noexcept {
  switch (duty.status) {
    case DutyStatus::open:
    case DutyStatus::overdue:
      return true;
    case DutyStatus::not_covered:
      return !duty.done_at;
    case DutyStatus::done_in_time:
    case DutyStatus::done_late:
    case DutyStatus::not_applicable:
    case DutyStatus::no_safe_channel:
      return false;
  }
  return false;
}

DueWhen due_when(const boost::optional<Instant>& due, const TimeZone& zone, Instant now) {
  if (!due) return DueWhen::not_covered;
  if (*due < now) return DueWhen::overdue;
  const auto tomorrow = zone.civil(now).day + Days{1};
  return *due < zone.day_start(tomorrow) ? DueWhen::today : DueWhen::later;
}

}  // namespace earlyhelp
