#pragma once

#include <earlyhelp/calendar/time_zone.hpp>
#include <earlyhelp/instant.hpp>

#include <boost/optional/optional.hpp>

#include <string>
#include <string_view>

namespace earlyhelp::io {

/// The time that `text` writes as a clock on the wall shows it (YYYY-MM-DD hh:mm[:ss], or with a T), as the feed writes
/// it: with its offset. The first of the two when the clock showed it twice.
///
/// Throws: RowFault for any other form, and when the clock was put forward past it.
std::string instant_from_wall(std::string_view text, const TimeZone& zone);

/// The same as an instant.
///
/// None: where the other throws, and when no feed could write the time with the offset of the place.
boost::optional<WrittenInstant> written_on_wall(std::string_view text, const TimeZone& zone);

}  // namespace earlyhelp::io
