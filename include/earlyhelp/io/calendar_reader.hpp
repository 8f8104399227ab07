#pragma once

#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/io/file_error.hpp>

#include <string>
#include <string_view>

namespace earlyhelp::io {

/// The calendar that a JSON file describes:
///
///   {"time_zone": "GMT0BST,M3.5.0/1,M10.5.0/2",
///    "holidays": {"source": {"title": "...", "section": "..."}, "first": "2020-01-01", "last": "2026-12-31",
///                 "days": ["2020-01-01", ...]},
///    "school_terms": {"first": "2023-09-01", "last": "2026-08-31",
///                     "terms": [{"first": "2023-09-04", "last": "2023-10-20"}, ...]}}
///
/// `first` and `last` are days too; both are included. The source says where the days come from and is checked to be
/// there. Without `school_terms` a question about school days is not covered. Office hours are the library's.
OrFileError<Calendar> read_calendar(const std::string& file);

/// The same from text; `name` stands for the file in an error.
OrFileError<Calendar> parse_calendar(const std::string& name, std::string_view text);

}  // namespace earlyhelp::io
