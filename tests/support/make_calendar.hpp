#pragma once

#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/calendar/time_zone.hpp>
#include <earlyhelp/date.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/period.hpp>

#include <boost/optional/optional.hpp>

#include <stdexcept>
#include <string>

namespace earlyhelp {

/// The instant that `text` writes: `make_instant("2025-03-30T00:30:00Z")`.
inline Instant make_instant(const std::string& text) {
  const auto written = parse_instant(text);
  if (!written) throw std::invalid_argument{"make_instant: " + text};
  return written->instant;
}

/// The time of day `hours`:`minutes`.
inline Duration make_time(int hours, int minutes = 0) { return Duration{hours, minutes, 0}; }

/// The holidays of England and Wales, known for the years 2024 to 2026.
inline Holidays make_holidays() {
  return {.known = Period{Date{2024, 1, 1}, Date{2026, 12, 31}},
          .days = {Date{2024, 1, 1},   Date{2024, 3, 29},  Date{2024, 4, 1},   Date{2024, 5, 6},  Date{2024, 5, 27},
                   Date{2024, 8, 26},  Date{2024, 12, 25}, Date{2024, 12, 26}, Date{2025, 1, 1},  Date{2025, 4, 18},
                   Date{2025, 4, 21},  Date{2025, 5, 5},   Date{2025, 5, 26},  Date{2025, 8, 25}, Date{2025, 12, 25},
                   Date{2025, 12, 26}, Date{2026, 1, 1},   Date{2026, 4, 3},   Date{2026, 4, 6},  Date{2026, 5, 4},
                   Date{2026, 5, 25},  Date{2026, 8, 31},  Date{2026, 12, 25}, Date{2026, 12, 28}}};
}

/// The terms of one school, known for the school years 2024 and 2025.
inline SchoolTerms make_school_terms() {
  return {.known = Period{Date{2024, 9, 1}, Date{2026, 8, 31}},
          .terms = {Period{Date{2024, 9, 4}, Date{2024, 10, 25}}, Period{Date{2024, 11, 4}, Date{2024, 12, 20}},
                    Period{Date{2025, 1, 6}, Date{2025, 2, 14}}, Period{Date{2025, 2, 24}, Date{2025, 4, 4}},
                    Period{Date{2025, 4, 22}, Date{2025, 5, 23}}, Period{Date{2025, 6, 2}, Date{2025, 7, 22}},
                    Period{Date{2025, 9, 3}, Date{2025, 10, 24}}, Period{Date{2025, 11, 3}, Date{2025, 12, 19}},
                    Period{Date{2026, 1, 5}, Date{2026, 2, 13}}, Period{Date{2026, 2, 23}, Date{2026, 3, 27}},
                    Period{Date{2026, 4, 13}, Date{2026, 5, 22}}, Period{Date{2026, 6, 1}, Date{2026, 7, 21}}}};
}

/// London, with holidays and school terms.
inline Calendar make_calendar() { return Calendar{london(), make_holidays(), make_school_terms()}; }

}  // namespace earlyhelp
