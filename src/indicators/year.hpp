#pragma once

namespace earlyhelp {

/// How long a year is, on average, where days become years.
inline constexpr double days_in_year = 365.25;

}  // namespace earlyhelp
