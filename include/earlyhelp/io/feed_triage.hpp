#pragma once

#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/incident/history.hpp>
#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/io/file_error.hpp>
#include <earlyhelp/io/mapping.hpp>
#include <earlyhelp/io/reject.hpp>
#include <earlyhelp/policy/policy_timeline.hpp>
#include <earlyhelp/triage/due_times.hpp>
#include <earlyhelp/triage/incident_decision.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <functional>
#include <string>

namespace earlyhelp::io {

/// What became of the rows of a feed; the last three add up to the first.
struct TriageCounts {
  std::uint64_t rows = 0;
  std::uint64_t decided = 0;
  std::uint64_t rejected = 0;
  std::uint64_t not_yet_recorded = 0;  ///< recorded after the instant that was asked for

  friend bool operator==(const TriageCounts&, const TriageCounts&) = default;
};

/// An incident of a feed with everything that was decided on it.
struct DecidedIncident {
  const Incident& incident;
  const IncidentDecision& decided;
  const DueTimes& due;
  const Policy& policy;
};

/// Who is told what. Each may be empty.
struct FeedListener {
  std::function<void(const Reject&)> on_reject = {};                                               ///< in feed order
  std::function<void(const DecidedIncident&)> on_decision = {};                                    ///< in feed order
  std::function<void(std::uint64_t done, boost::optional<std::uint64_t> total)> on_progress = {};  ///< now and then
};

/// Triages a feed of NDJSON incidents, plain or .gz, "-" for standard input. The order of the rows does not matter:
/// each is decided with all of them in `history` that count for it. A look through the feed tells whether it is in the
/// order in which its rows were recorded; then one pass decides them as they come. Otherwise the first of two passes
/// checks every row and enters the good ones into `history`, and the second decides. Memory grows with the history, not
/// with the feed.
///
/// Good rows go on beside rejects: a row that is no incident, the second of two with one id, one that was reported
/// before any policy was in force (it counts as history all the same). A reject is told when its row was checked,
/// before or after the decisions on rows near it. With `as_of`, rows recorded later are as if they were not there yet:
/// they are no history, and their ids are still free.
///
/// A FileError when the feed cannot be read to its end, and when it changed while it was read; what was told to the
/// listener until then stands. Rows appended after the first look or pass are not looked at.
OrFileError<TriageCounts> triage_feed(const std::string& file, History history, const PolicyTimeline& policies,
                                      const Calendar& calendar, boost::optional<Instant> as_of,
                                      const FeedListener& listener);

/// The same of a CSV file whose records a mapping makes incidents, without a feed in between: the decisions are those
/// on the rows that Import writes, in one go. Rejects name lines and columns of the table. An id that comes twice is
/// counted as in a feed: with `as_of` the first of them that was recorded by then is the good one.
OrFileError<TriageCounts> triage_table(const std::string& csv_file, Mapping mapping, History history,
                                       const PolicyTimeline& policies, const Calendar& calendar,
                                       boost::optional<Instant> as_of, const FeedListener& listener);

}  // namespace earlyhelp::io
