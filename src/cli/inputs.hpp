#pragma once

#include "commands.hpp"
#include "rejects_file.hpp"

#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/date.hpp>
#include <earlyhelp/incident/history.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/io/feed_triage.hpp>
#include <earlyhelp/io/file_error.hpp>
#include <earlyhelp/io/mapping.hpp>
#include <earlyhelp/policy/policy_book.hpp>

#include <CLI/CLI.hpp>
#include <boost/optional/optional.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace earlyhelp::cli {

/// What a command that decides reads beside its feed, as the command line names it; empty means what ships.
struct InputNames {
  std::string feed;
  std::string policy;
  std::string calendar;
  std::string history;
  std::string as_of;
  std::string rejects;
};

/// Adds the feed and the options for all but the policy to `command`.
void add_feed_inputs(CLI::App& command, InputNames& names);
/// The same, and the option for the policy.
void add_inputs(CLI::App& command, InputNames& names);

/// Adds what is read beside a feed: calendar, history, and where rejects go.
void add_common_inputs(CLI::App& command, InputNames& names);
/// Adds the option for the policy.
void add_policy_input(CLI::App& command, InputNames& names);

/// Each throws std::runtime_error saying file, line, key and what was expected.
PolicyBook load_policy(const std::string& file);
Calendar load_calendar(const std::string& file);
/// A file of the user's comes before one that ships under the same name.
io::Mapping load_mapping(const std::string& file);
/// What `option` says. None: nothing.
boost::optional<Instant> load_instant(const std::string& text, const std::string& option);
/// What `option` has to say.
Instant needed_instant(const std::string& text, const std::string& option);
Date needed_day(const std::string& text, const std::string& option);

/// The records of a history file, and whether any could not be used.
struct LoadedHistory {
  History history;
  bool has_rejects = false;
};

/// Rows that cannot be used go to a rejects file beside `file`; the counts are printed on standard error.
LoadedHistory load_history(const std::string& file);

/// Closes `rejects`, and says on standard error how many of the `rows` of `file` are read and how many are there.
void report_read(const std::string& file, std::uint64_t rows, RejectsFile& rejects);

/// Prints the counts on standard error, and tells how the run ended.
ExitCode report(const io::TriageCounts& counts, RejectsFile& rejects, const boost::optional<Instant>& as_of,
                bool has_earlier_rejects);

/// What was read. Throws: std::runtime_error with what stood in the way.
template <class Thing>
Thing or_throw(io::OrFileError<Thing> read) {
  if (const auto* error = std::get_if<io::FileError>(&read)) throw std::runtime_error{to_string(*error)};
  return std::get<Thing>(std::move(read));
}

}  // namespace earlyhelp::cli
