#include "commands.hpp"
#include "decision_table.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "progress_bar.hpp"
#include "rejects_file.hpp"

#include <earlyhelp/io/decision_writer.hpp>
#include <earlyhelp/io/feed_triage.hpp>
#include <earlyhelp/names.hpp>

#include <array>
#include <iostream>
#include <memory>
#include <string_view>

namespace earlyhelp {

/// How decisions are printed.
enum class DecisionFormat : std::uint8_t { table, ndjson, csv };

template <>
struct Names<DecisionFormat> {
  static constexpr std::array<std::string_view, 3> ids = {"table", "ndjson", "csv"};
};

namespace cli {
namespace {

struct TriageOptions {
  InputNames inputs;
  std::string mapping;
  std::string format = "table";
};

void write_head(DecisionFormat format, std::string& out) {
  if (format == DecisionFormat::table) write_table_head(out);
  if (format == DecisionFormat::csv) io::write_csv_header(out);
}

void write(const io::DecidedIncident& row, DecisionFormat format, const TimeZone& zone, io::DecisionWriter& ndjson,
           std::string& out) {
  switch (format) {
    case DecisionFormat::table:
      return write_table_row(row, zone, out);
    case DecisionFormat::ndjson:
      return ndjson.write(row.incident.id, row.decided, row.due, row.policy, out);
    case DecisionFormat::csv:
      return io::write_csv(row.incident.id, row.decided, row.due, row.policy, out);
  }
}

ExitCode run(const TriageOptions& options) {
  const auto format = parse<DecisionFormat>(options.format).value();
  const PolicyTimeline policies{load_policy(options.inputs.policy)};
  const auto calendar = load_calendar(options.inputs.calendar);
  const auto as_of = load_instant(options.inputs.as_of, "--as-of");
  RejectsFile rejects{options.inputs.rejects, options.inputs.feed};
  auto earlier = load_history(options.inputs.history);
  Output output;
  ProgressBar progress;
  io::DecisionWriter ndjson;

  write_head(format, output.buffer());
  const io::FeedListener listener{
      .on_reject = [&](const io::Reject& reject) { rejects.add(reject); },
      .on_decision =
          [&](const io::DecidedIncident& row) {
            write(row, format, calendar.zone(), ndjson, output.buffer());
            output.pass_on();
          },
      .on_progress = [&](std::uint64_t done, boost::optional<std::uint64_t> total) { progress.show(done, total); }};
  const auto& feed = options.inputs.feed;
  const auto counts = or_throw(
      options.mapping.empty() ? io::triage_feed(feed, std::move(earlier.history), policies, calendar, as_of, listener)
                              : io::triage_table(feed, load_mapping(options.mapping), std::move(earlier.history),
                                                 policies, calendar, as_of, listener));
  output.finish();
  return report(counts, rejects, as_of, earlier.has_rejects);
}

}  // namespace

void add_triage_command(CLI::App& app, ExitCode& exit_code) {
  const auto options = std::make_shared<TriageOptions>();
  auto& command =
      *app.add_subcommand("triage", "Decides every incident of a feed: grade, route, duties, due times, reasons");
  add_inputs(command, options->inputs);
  command.add_option("--format", options->format, "table for people; ndjson and csv for programs")
      ->check(CLI::IsMember({"table", "ndjson", "csv"}))
      ->capture_default_str();
  command
      .add_option("--mapping", options->mapping,
                  "FEED is a table (CSV) instead, and this file says which column is which field; see import")
      ->type_name("M");
  command.footer(
      "Decisions come in the order of the feed. The order of its rows does not change them: every row is history for\n"
      "those recorded later. Rows that cannot be used go to the rejects file; the others go on. At the end the counts\n"
      "are printed on standard error. Exit codes: 0 fine, 1 some rows were rejected, 2 could not run.");
  command.callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace cli
}  // namespace earlyhelp
