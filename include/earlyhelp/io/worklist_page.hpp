#pragma once

#include <earlyhelp/calendar/time_zone.hpp>
#include <earlyhelp/report/worklist.hpp>

#include <cstdint>
#include <string>

namespace earlyhelp::io {

/// What became of the rows that a list is made from; what was rejected is not on it, and the page says so.
struct WorklistRows {
  std::uint64_t incidents = 0;                   ///< decided
  std::uint64_t incidents_rejected = 0;          ///< rows of the feed
  std::uint64_t incidents_not_yet_recorded = 0;  ///< recorded after the moment of the list
  std::uint64_t case_rows_rejected = 0;

  friend bool operator==(const WorklistRows&, const WorklistRows&) = default;
};

/// A day's list as a page for a manager to read: how much there is of everything, then the daily review, what is
/// overdue, due today and not covered, who waits, what to look at, and every practitioner's list. Times are those of
/// `zone`, with their weekday; one that the clock shows twice has its offset. Of what years may have gathered (rules
/// broken, duties missed in closed cases, cases to review for keeping) it shows the first 50, and says how many follow.
std::string worklist_page(const Worklist& list, const WorklistRows& rows, const TimeZone& zone);

/// One practitioner's list at `now` as a page for that practitioner: nothing of any other case, and of theirs what
/// they may see. It warns when any row of cases was rejected: not every row says of which case it was.
std::string practitioner_page(const PractitionerList& list, const WorklistRows& rows, const TimeZone& zone,
                              Instant now);

/// Appends the list as one line of compact JSON, with the same sections and the duties that are due later:
///
///   {"now":"2026-01-05T09:30:00Z","last_review":"2026-01-04T09:00:00Z","rows":{"incidents":1,"incidents_rejected":0,
///    "incidents_not_yet_recorded":0,"case_rows_rejected":0},
///    "counts":{"cases":1,"daily_review":1,"overdue":0,"due_today":0,"later":1,"not_covered":0,"waiting":0,
///              "no_safe_channel":1,"incomplete":0,"violations":0,"retention":0},
///    "daily_review":[{"id":"i-1","recorded_at":"2026-01-05T08:00:00Z","standing":"since_last","grade":"standard",
///                     "route":"early_intervention","duties":["daily_review"],"reasons":["domestic-incident"],
///                     "grade_if_unknowns_yes":"standard","route_if_unknowns_yes":"early_intervention",
///                     "duties_if_unknowns_yes":["daily_review"],"provisional":"n","ask_next":[],
///                     "due":{"daily_review":"2026-01-06T09:00:00Z"},"issues":[],"cases":["c-1"]}],
///    "overdue":[],"due_today":[],
///    "later":[{"case":"c-1","duty":"contact_family","incident":"i-1","opened_at":"2026-01-05T08:00:00Z",
///              "due":"2026-01-07T08:00:00Z","case_closed":false,"allocated":["w-1"]}],
///    "not_covered":[],"waiting":[],"no_safe_channel":[{"case":"c-1","person":"p-1"}],"incomplete":[],
///    "violations":[],"retention":[],
///    "practitioners":[{"practitioner":"w-1","cases":[{"case":"c-1","seen_as":"victim_worker",
///                      "lead":"early_help_team","people":[{"person":"p-1","role":"victim",
///                      "outlook":"no_safe_channel","ways":[],"vetoes":[]}],"duties":[]}]}]}
///
/// A duty that is not covered has "due":"not_covered" and says "why"; "lead" and "role" may be null.
void write_json(const Worklist& list, const WorklistRows& rows, std::string& out);

/// The same of one practitioner's list: {"now":"...","case_rows_rejected":0,"practitioner":"w-1","cases":[...]}.
void write_json(const PractitionerList& list, const WorklistRows& rows, Instant now, std::string& out);

}  // namespace earlyhelp::io
