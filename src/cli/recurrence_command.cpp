#include "commands.hpp"
#include "inputs.hpp"
#include "last_record.hpp"
#include "output.hpp"
#include "progress_bar.hpp"
#include "rejects_file.hpp"

#include <earlyhelp/indicators/followed_pairs.hpp>
#include <earlyhelp/io/feed.hpp>
#include <earlyhelp/io/json_writer.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <iostream>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace earlyhelp::cli {
namespace {

constexpr std::string_view not_known = "NA";
constexpr std::array<std::string_view, 8> headings = {"window_days", "families", "eligible", "repeated",
                                                      "at_risk",     "survival", "lower",    "upper"};

struct RecurrenceOptions {
  std::string feed = {};
  std::string mapping = {};
  std::string windows = "30,90,180,365";
  std::string as_of = {};
  std::string rejects = {};
  std::string format = "table";
};

/// "7,30,90".
std::vector<std::int64_t> parse_windows(std::string_view text) {
  constexpr std::int64_t most_days = 36'525;
  std::vector<std::int64_t> windows;
  const auto* begin = text.data();
  const auto* const past_end = begin + text.size();
  while (true) {
    std::int64_t days = 0;
    const auto [end, error] = std::from_chars(begin, past_end, days);
    if (error != std::errc{} || days < 1 || days > most_days || (end != past_end && *end != ',')) {
      throw std::runtime_error{"--within: expected days from 1 to 36525, as in 7,30,90, not " + std::string{text}};
    }
    windows.push_back(days);
    if (end == past_end) return windows;
    begin = end + 1;
  }
}

/// The shortest digits that read back the same.
std::string number(double value) {
  std::string text;
  io::JsonWriter{text}.number(value);
  return text;
}

/// Survival and its limits; beyond the last day on which anybody was followed nothing is known of it.
std::vector<std::string> survival_of(const RecurrenceWindow& window) {
  const std::string unknown{not_known};
  if (!window.is_survival_known()) return {unknown, unknown, unknown};
  const auto& interval = window.survival->interval;
  return {number(window.survival->survival), interval ? number(interval->lower) : unknown,
          interval ? number(interval->upper) : unknown};
}

std::vector<std::string> cells_of(const RecurrenceWindow& window) {
  std::vector<std::string> cells;
  cells.reserve(headings.size());
  for (const auto count : {window.days, window.subjects, window.eligible, window.repeated, window.at_risk}) {
    cells.push_back(std::to_string(count));
  }
  const auto survival = survival_of(window);
  cells.insert(cells.end(), survival.begin(), survival.end());
  return cells;
}

/// Cells of one width, a number between 0 and 1 with six decimals.
template <class Cells>
void write_cells(const Cells& cells, std::string& out) {
  constexpr std::size_t width = 13;
  constexpr std::size_t decimals = 6;
  for (const std::string_view cell : cells) {
    const auto shown = cell.starts_with("0.") ? cell.substr(0, 2 + decimals) : cell;
    out.append(width - std::min(width, shown.size()), ' ').append(shown);
  }
}

/// What a reader would take for certain is said in words.
void write_table(std::span<const RecurrenceWindow> windows, std::string& out) {
  write_cells(headings, out);
  out += '\n';
  for (const auto& window : windows) {
    auto cells = cells_of(window);
    if (window.is_without_events()) std::fill(cells.end() - 2, cells.end(), "no events");
    write_cells(cells, out);
    out += window.is_of_few() ? "  few at risk\n" : "\n";
  }
}

void write_csv(std::span<const RecurrenceWindow> windows, std::string& out) {
  const auto write_row = [&](const auto& cells) {
    for (const auto& cell : cells) {
      if (&cell != &*std::begin(cells)) out += ',';
      out += cell;
    }
    out += '\n';
  };
  write_row(headings);
  for (const auto& window : windows) write_row(cells_of(window));
}

LastRecord follow(io::Feed& feed, FollowedPairs& pairs, RejectsFile& rejects) {
  LastRecord last;
  ProgressBar progress;
  std::uint64_t rows = 0;
  while (const auto row = feed.next()) {
    if (const auto* reject = std::get_if<io::Reject>(&*row)) {
      rejects.add(*reject);
    } else {
      pairs.add(std::get<Incident>(*row));
      last.add(std::get<Incident>(*row).recorded_at.instant);
    }
    if (++rows % 8192 == 0) progress.show(rows, boost::none);
  }
  if (feed.error()) throw std::runtime_error{to_string(*feed.error())};
  return last;
}

ExitCode run(const RecurrenceOptions& options) {
  const auto windows = parse_windows(options.windows);
  FollowedPairs pairs{needed_day(options.as_of, "--as-of")};
  RejectsFile rejects{options.rejects, options.feed};
  auto feed = options.mapping.empty() ? io::Feed{options.feed}
                                      : io::Feed{io::TableReader{options.feed, load_mapping(options.mapping)}};
  follow(feed, pairs, rejects).warn(options.feed, "--as-of", Instant{pairs.cut_off(), boost::posix_time::hours{0}});
  Output output;
  const auto found = recurrence(pairs.followed(), windows, pairs.cut_off(), usual_confidence);
  if (options.format == "csv")
    write_csv(found, output.buffer());
  else
    write_table(found, output.buffer());
  output.finish();
  rejects.finish();
  std::cerr << feed.counts().rows() << " rows: " << feed.counts().accepted << " read, " << feed.counts().rejected
            << " rejected";
  if (rejects.count() > 0) std::cerr << " (see " << rejects.name() << ")";
  std::cerr << '\n';
  return rejects.count() > 0 ? some_rows_rejected : fine;
}

}  // namespace

void add_recurrence_command(CLI::App& app, ExitCode& exit_code) {
  const auto options = std::make_shared<RecurrenceOptions>();
  auto& command = *app.add_subcommand(
      "recurrence",
      "Says how many families of a feed were without a further incident, and for how long they were seen");
  command.add_option("FEED", options->feed, "Incidents as NDJSON, one a line, plain or .gz; - for standard input")
      ->required();
  command.add_option("--as-of", options->as_of, "The last day that counts")->type_name("DAY")->required();
  command.add_option("--within", options->windows, "Windows from the first incident on, in days")
      ->type_name("DAYS,...")
      ->capture_default_str();
  command
      .add_option("--mapping", options->mapping,
                  "FEED is a table (CSV) instead, and this file says which column is which field; see import")
      ->type_name("M");
  command
      .add_option("--rejects", options->rejects,
                  "Where rows that cannot be used are written; FEED.rejects.ndjson when absent")
      ->type_name("FILE");
  command.add_option("--format", options->format, "table for people; csv for programs")
      ->check(CLI::IsMember({"table", "csv"}))
      ->capture_default_str();
  command.footer(
      "A family is a victim and a suspect. Their first incident is the index; one on a later local day is the event, "
      "and\n"
      "follow-up ends with the last day. eligible: followed at least so many days; repeated: of these, an event "
      "within;\n"
      "at_risk: followed and free of the event until just before that day. survival: Kaplan-Meier, all families, with\n"
      "log-log limits that hold 95 times in 100; NA where nobody was followed so long. Where nothing has happened yet\n"
      "the table says \"no events\" instead of the limits, which csv gives as 1 and 1; \"few at risk\" is fewer than " +
      std::to_string(least_at_risk) +
      ".\n"
      "Calls measure reporting: that there was none does not say that the abuse stopped.\n"
      "Exit codes: 0 fine, 1 some rows were rejected, 2 could not run.");
  command.callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace earlyhelp::cli
