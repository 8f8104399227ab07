#include "inputs.hpp"

#include <earlyhelp/io/calendar_reader.hpp>
#include <earlyhelp/io/history_reader.hpp>
#include <earlyhelp/io/policy_file.hpp>
#include <earlyhelp/io/shipped_file.hpp>
#include <earlyhelp/policy/default_policy.hpp>

#include <filesystem>
#include <iostream>
#include <stdexcept>

namespace earlyhelp::cli {
namespace {

constexpr const char* shipped_calendar = "england_and_wales.json";

}  // namespace

void add_inputs(CLI::App& command, InputNames& names) {
  add_feed_inputs(command, names);
  add_policy_input(command, names);
}

void add_policy_input(CLI::App& command, InputNames& names) {
  command.add_option("--policy", names.policy, "Policy file (JSON); the shipped policy when absent")->type_name("P");
}

void add_feed_inputs(CLI::App& command, InputNames& names) {
  command.add_option("FEED", names.feed, "Incidents as NDJSON, one a line, plain or .gz; - for standard input")
      ->required();
  command
      .add_option("--as-of", names.as_of,
                  "Decide as of this instant, 2026-01-05T09:00:00Z: rows recorded later do "
                  "not count yet")
      ->type_name("T");
  add_common_inputs(command, names);
}

void add_common_inputs(CLI::App& command, InputNames& names) {
  command
      .add_option("--calendar", names.calendar,
                  "Calendar file (JSON): time zone, holidays, school terms; England "
                  "and Wales without school terms when absent")
      ->type_name("C");
  command.add_option("--history", names.history, "Earlier incidents, MARAC referrals and connections as NDJSON")
      ->type_name("H");
  command
      .add_option("--rejects", names.rejects,
                  "Where rows that cannot be used are written, with line, field and "
                  "reason; FEED.rejects.ndjson when absent")
      ->type_name("FILE");
}

PolicyBook load_policy(const std::string& file) {
  if (file.empty()) return default_policy_book();
  return or_throw(io::read_policy(file));
}

Calendar load_calendar(const std::string& file) {
  if (!file.empty()) return or_throw(io::read_calendar(file));
  return or_throw(io::parse_calendar(shipped_calendar, io::shipped_file(shipped_calendar).value()));
}

io::Mapping load_mapping(const std::string& file) {
  const auto shipped = io::shipped_file(file);
  if (shipped && !std::filesystem::exists(file)) return or_throw(io::parse_mapping(file, *shipped));
  return or_throw(io::read_mapping(file));
}

boost::optional<Instant> load_instant(const std::string& text, const std::string& option) {
  if (text.empty()) return {};
  const auto written = parse_instant(text);
  if (!written) {
    throw std::runtime_error{option + ": expected an instant with its offset, as in 2026-01-05T09:00:00Z, not " + text};
  }
  return written->instant;
}

Instant needed_instant(const std::string& text, const std::string& option) {
  const auto instant = load_instant(text, option);
  if (!instant) throw std::runtime_error{option + ": needed, as in 2026-01-05T09:00:00Z"};
  return *instant;
}

Date needed_day(const std::string& text, const std::string& option) {
  if (text.empty()) throw std::runtime_error{option + ": needed, as in 2026-01-05"};
  const auto day = parse_date(text);
  if (!day) throw std::runtime_error{option + ": expected a day, written YYYY-MM-DD, not " + text};
  return *day;
}

void report_read(const std::string& file, std::uint64_t rows, RejectsFile& rejects) {
  rejects.finish();
  std::cerr << file << ": " << rows << " rows: " << rows - rejects.count() << " read, " << rejects.count()
            << " rejected";
  if (rejects.count() > 0) std::cerr << " (see " << rejects.name() << ")";
  std::cerr << '\n';
}

LoadedHistory load_history(const std::string& file) {
  LoadedHistory loaded;
  if (file.empty()) return loaded;
  RejectsFile rejects{"", file};
  const auto load = io::load_history(file, loaded.history, [&](const io::Reject& reject) { rejects.add(reject); });
  if (load.error) throw std::runtime_error{to_string(*load.error)};
  report_read(file, load.counts.rows(), rejects);
  loaded.has_rejects = rejects.count() > 0;
  return loaded;
}

ExitCode report(const io::TriageCounts& counts, RejectsFile& rejects, const boost::optional<Instant>& as_of,
                bool has_earlier_rejects) {
  rejects.finish();
  std::cerr << counts.rows << " rows: " << counts.decided << " decided, " << counts.rejected << " rejected";
  if (as_of) std::cerr << ", " << counts.not_yet_recorded << " not yet recorded";
  if (rejects.count() > 0) std::cerr << " (see " << rejects.name() << ")";
  std::cerr << '\n';
  return rejects.count() > 0 || has_earlier_rejects ? some_rows_rejected : fine;
}

}  // namespace earlyhelp::cli
