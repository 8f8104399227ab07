#pragma once

#include <earlyhelp/io/feed_triage.hpp>

#include <string>

namespace earlyhelp::cli {

/// Appends the head of the table.
void write_table_head(std::string& out);

/// Appends one decision for a person to read: a line with grade, route and suitability, then what is due by when (in
/// the calendar's civil time), why, what to ask, and what contradicts itself.
void write_table_row(const io::DecidedIncident& row, const TimeZone& zone, std::string& out);

/// "2026-01-06 09:00", in the civil time of `zone`; "not covered" when there is none.
std::string civil_text(boost::optional<Instant> instant, const TimeZone& zone);

}  // namespace earlyhelp::cli
