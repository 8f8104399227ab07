#pragma once

#include <earlyhelp/incident/history.hpp>
#include <earlyhelp/incident/past_record.hpp>

#include <span>
#include <vector>

namespace earlyhelp {

/// Adds all of `incidents` to `history`, and says what was known before each of them: entry i is what
/// history.before(incidents[i], victims, windows) answers afterwards. Its victims are those of the incidents that have
/// its id and stand beside it, so that an incident of several pairs is told by giving these one after another.
///
/// Their order does not change the answers. In the order in which they were recorded it takes one pass, in which what
/// an incident asks for is still near at hand: several times faster than to add all and then to ask for each.
///
/// Throws: as History::add; what was added until then stays.
std::vector<PairHistory> add_and_ask(History& history, std::span<const PastIncident> incidents, HistoryWindows windows);

}  // namespace earlyhelp
