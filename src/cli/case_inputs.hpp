#pragma once

#include <earlyhelp/calendar/time_zone.hpp>
#include <earlyhelp/casework/casework_policy.hpp>
#include <earlyhelp/io/case_log.hpp>

#include <string>

namespace earlyhelp::cli {

/// The shipped numbers, or those of `file` when it is named. Throws std::runtime_error as the other inputs.
CaseworkPolicy load_casework_policy(const std::string& file, const TimeZone& zone);

/// How the help of a command describes what this reads, and a feed beside it.
constexpr const char* cases_help = "Case files as NDJSON, one record a line, plain or .gz; - for standard input";
constexpr const char* beside_cases_help = "Incidents as NDJSON, as for triage; - for standard input";

/// Throws: std::runtime_error when both are standard input: one of them would take what is the other's.
void require_one_standard_input(const std::string& cases, const std::string& feed);

/// What the case log says; its rejects go to a file beside it, and the counts to standard error.
io::CaseLog load_cases(const std::string& file);

}  // namespace earlyhelp::cli
