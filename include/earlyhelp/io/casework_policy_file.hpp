#pragma once

#include <earlyhelp/calendar/time_zone.hpp>
#include <earlyhelp/casework/casework_policy.hpp>
#include <earlyhelp/io/file_error.hpp>

#include <string>
#include <string_view>

namespace earlyhelp::io {

/// The casework policy that a JSON file holds, as `write_casework_policy` writes it:
///
///   {"promise_kept": "by_contact",
///    "safe_channel_days": 30, "attempts_before_not_reached": 3,
///    "keep_years": 6, "keep_high_risk_years": 10,
///    "record_crime_within": {"unit": "clock_hours", "value": 24, "start": "report"},
///    "triage_disclosed_within": {"unit": "clock_hours", "value": 24, "start": "report"},
///    "modes": [{"from": "2020-03-24", "modes": ["phone", "text"], "source": {"title": "...", "section": "..."}}]}
///
/// A clock is written as in a policy file. `modes` may be absent: then every way of contact is permitted on every day.
/// Safe hours and days are counted in `zone`, which is not part of the file.
///
/// An unknown key, a wrong type, a missing value, a number below 1, days out of order and a name that is not known are
/// a FileError with line, key and what was expected.
OrFileError<CaseworkPolicy> read_casework_policy(const std::string& file, const TimeZone& zone);

/// The same from text; `name` stands for the file in an error.
OrFileError<CaseworkPolicy> parse_casework_policy(const std::string& name, std::string_view text, const TimeZone& zone);

/// The file of `policy`: parse_casework_policy reads back the same policy, but for its zone.
std::string write_casework_policy(const CaseworkPolicy& policy);

}  // namespace earlyhelp::io
