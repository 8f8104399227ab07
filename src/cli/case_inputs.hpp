#pragma once

#include <earlyhelp/calendar/time_zone.hpp>
#include <earlyhelp/casework/casework_policy.hpp>
#include <earlyhelp/io/case_log.hpp>

#include <string>

namespace earlyhelp::cli {

/// The shipped numbers, or those of `file` when it is named. Throws std::runtime_error as the other inputs.
CaseworkPolicy load_casework_policy(const std::string& file, const TimeZone& zone);

/// What the case log says; its rejects go to a file beside it, and the counts to standard error.
io::CaseLog load_cases(const std::string& file);

}  // namespace earlyhelp::cli
