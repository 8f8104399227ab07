#pragma once

#include <earlyhelp/triage/difference.hpp>

#include <string>

namespace earlyhelp::io {

/// What becomes of every case, as a page to read: how many cases move from which grade and route to which, and in how
/// many each duty comes, goes or is due by other clocks, each with the smallest incident, given by where it departs
/// from a quiet one. It says that cases are not weighted by how often they come up, and in what the policies differ
/// that no case shows.
std::string comparison_page(const CaseComparison& found);

/// Appends the same as one line of compact JSON:
///
///   {"before":{"id":"earlyhelp-default","version":1,"in_force_from":"2009-03-01"},
///    "after":{"id":"earlyhelp-default","version":2,"in_force_from":"2009-03-01"},
///    "cases":50,"unmoved":40,"weighted":false,
///    "moves":[{"route_before":"high_risk_panel","grade_before":"standard","route_after":"early_intervention",
///              "grade_after":"standard","cases":10,"example":{"events_in_window":"3"}}],
///    "duties":[{"duty":"marac_referral","added":0,"dropped":10,"rescheduled":0,
///               "dropped_from":{"events_in_window":"3"}}],
///    "not_compared":["escalation_window"]}
///
/// Counts are whole numbers and may be above 2^53.
void write_json(const CaseComparison& found, std::string& out);

}  // namespace earlyhelp::io
