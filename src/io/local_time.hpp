#pragma once

#include <earlyhelp/calendar/time_zone.hpp>

#include <string>

namespace earlyhelp::io {

/// "Mon 2026-01-05 09:30", as a clock on the wall shows it; a time that it shows twice that day has its offset behind
/// it: "Sun 2025-10-26 01:30 +01:00".
std::string local_time(Instant instant, const TimeZone& zone);

/// How long it has been, in whole days and hours: "2 days 3 h".
std::string elapsed(Instant since, Instant now);

}  // namespace earlyhelp::io
