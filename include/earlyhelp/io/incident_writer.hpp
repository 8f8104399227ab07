#pragma once

#include <earlyhelp/incident/incident.hpp>

#include <string>

namespace earlyhelp::io {

/// Appends `incident` to `out` as one row of a feed: compact NDJSON that IncidentReader reads back as an equal value.
///
/// Only what is known is written. A time is written in UTC, or when the day there is another than the written one, with
/// the whole-hour offset nearest to UTC that gives that day. A feed has no place for the family's id and for ages
/// stated for another day than the incident's: they are left out.
void write(const Incident& incident, std::string& out);

}  // namespace earlyhelp::io
