#include "commands.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "rejects_file.hpp"

#include <earlyhelp/io/comparison_page.hpp>
#include <earlyhelp/io/json_writer.hpp>
#include <earlyhelp/triage/compare.hpp>
#include <earlyhelp/triage/difference.hpp>

#include <iomanip>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace earlyhelp::cli {
namespace {

struct CompareOptions {
  std::string before;
  InputNames inputs;  // its policy is the one after
  std::string day;
  std::string format = "table";
};

/// What a policy decided on the incidents of a feed, in the order of the feed. Of most duties there are few.
class DecidedOnce {
 public:
  void add(const io::DecidedIncident& row) {
    const auto& outcome = row.decided.decision.known;
    rows_.push_back({.id = row.incident.id, .outcome = outcome, .first_due = due_.size()});
    for (const auto duty : outcome.duties) due_.push_back(row.due[duty]);
  }

  std::size_t size() const noexcept { return rows_.size(); }
  const IncidentId& id(std::size_t row) const { return rows_[row].id; }
  const Outcome& outcome(std::size_t row) const { return rows_[row].outcome; }
  DueTimes due(std::size_t row) const {
    DueTimes times{.duties = outcome(row).duties};
    auto next = rows_[row].first_due;
    for (const auto duty : times.duties) times.due[static_cast<std::size_t>(duty)] = due_[next++];
    return times;
  }

 private:
  struct Row {
    IncidentId id;
    Outcome outcome;
    std::size_t first_due;
  };
  std::vector<Row> rows_;
  std::vector<boost::optional<Instant>> due_;
};

/// What came of two runs over one feed.
struct TwoRuns {
  Comparison comparison;
  std::vector<IncidentId> ids;  ///< by place
  std::uint64_t decided_by_one = 0;
};

/// There are two files, so what is the matter is said with the name of the one.
PolicyBook load_sound_policy(const std::string& file) {
  auto book = load_policy(file);
  for (const auto& issue : check(book)) throw std::runtime_error{file + ": " + issue.where + ": " + issue.what};
  return book;
}

template <class Take>
io::TriageCounts run(const CompareOptions& options, const PolicyTimeline& policies, RejectsFile* rejects, Take take) {
  return or_throw(io::triage_feed(options.inputs.feed, load_history(options.inputs.history).history, policies,
                                  load_calendar(options.inputs.calendar), load_instant(options.inputs.as_of, "--as-of"),
                                  {.on_reject =
                                       [rejects](const io::Reject& reject) {
                                         if (rejects != nullptr) rejects->add(reject);
                                       },
                                   .on_decision = take}));
}

/// Both policies over the feed, each incident by the policy of its day. The order of the feed is the same in both runs,
/// and on a day of both policies both have decided; so whoever is passed over has the first of them only.
TwoRuns run_both(const CompareOptions& options, RejectsFile& rejects) {
  const PolicyTimeline policies_before{load_sound_policy(options.before)};
  const PolicyTimeline policies_after{load_sound_policy(options.inputs.policy)};
  DecidedOnce before;
  run(options, policies_before, nullptr, [&](const io::DecidedIncident& row) { before.add(row); });
  TwoRuns found{};
  ComparisonTally tally;
  std::size_t next = 0;
  const auto counts = run(options, policies_after, &rejects, [&](const io::DecidedIncident& row) {
    const auto day = row.incident.reported_at.day;
    if (!policies_before.on(day)) return;
    while (next < before.size() && before.id(next) != row.incident.id) ++next;
    if (next == before.size()) throw std::runtime_error{options.inputs.feed + ": changed while it was read"};
    tally.add(day, before.outcome(next), row.decided.decision.known);
    tally.add(day, before.due(next), row.due);
    ++next;
    found.ids.push_back(row.incident.id);
  });
  found.comparison = tally.result();
  found.decided_by_one = before.size() + counts.decided - 2 * found.ids.size();
  return found;
}

std::string standing(Route route, boost::optional<RiskGrade> grade) {
  return std::string{to_string(route)} + ", " + std::string{to_string(grade)};
}

void print_table(const TwoRuns& found) {
  const auto& comparison = found.comparison;
  std::cout << comparison.incidents << " incidents: " << comparison.unmoved << " with the same grade and route, "
            << comparison.incidents - comparison.unmoved << " moved\n";
  for (const auto& move : comparison.moves) {
    std::cout << std::setw(9) << move.incidents << "  " << standing(move.route_before, move.grade_before) << " -> "
              << standing(move.route_after, move.grade_after) << "   such as";
    for (const auto place : move.examples) std::cout << ' ' << found.ids[place].value();
    std::cout << '\n';
  }
  for (const auto& week : comparison.weeks) {
    std::cout << "week of " << to_string(week.monday) << ':';
    for (const auto duty : values_of<Duty>) {
      const auto i = static_cast<std::size_t>(duty);
      if (week.added[i] + week.dropped[i] + week.sooner[i] + week.later[i] == 0) continue;
      std::cout << "  " << to_string(duty);
      if (week.added[i] != 0) std::cout << " +" << week.added[i];
      if (week.dropped[i] != 0) std::cout << " -" << week.dropped[i];
      if (week.sooner[i] != 0) std::cout << " sooner " << week.sooner[i];
      if (week.later[i] != 0) std::cout << " later " << week.later[i];
    }
    std::cout << '\n';
  }
  if (found.decided_by_one != 0) std::cout << found.decided_by_one << " incidents have one of the policies only\n";
}

void write_counts(io::JsonWriter& json, const std::array<std::uint64_t, count_of<Duty>>& counts) {
  json.begin_object();
  for (const auto duty : values_of<Duty>) {
    const auto count = counts[static_cast<std::size_t>(duty)];
    if (count != 0) json.key(to_string(duty)).number(static_cast<std::int64_t>(count));
  }
  json.end_object();
}

void write_json(const TwoRuns& found, std::string& out) {
  const auto number = [](std::uint64_t count) { return static_cast<std::int64_t>(count); };
  io::JsonWriter json{out};
  json.begin_object().key("incidents").number(number(found.comparison.incidents));
  json.key("unmoved").number(number(found.comparison.unmoved));
  json.key("decided_by_one").number(number(found.decided_by_one)).key("moves").begin_array();
  for (const auto& move : found.comparison.moves) {
    json.begin_object().key("route_before").text(to_string(move.route_before));
    json.key("grade_before").text(to_string(move.grade_before)).key("route_after").text(to_string(move.route_after));
    json.key("grade_after").text(to_string(move.grade_after)).key("incidents").number(number(move.incidents));
    json.key("examples").begin_array();
    for (const auto place : move.examples) json.text(found.ids[place].value());
    json.end_array().end_object();
  }
  json.end_array().key("weeks").begin_array();
  for (const auto& week : found.comparison.weeks) {
    json.begin_object().key("monday").text(to_string(week.monday)).key("added");
    write_counts(json, week.added);
    json.key("dropped");
    write_counts(json, week.dropped);
    json.key("sooner");
    write_counts(json, week.sooner);
    json.key("later");
    write_counts(json, week.later);
    json.end_object();
  }
  json.end_array().end_object().end_line();
}

/// The policy of `file` on the day asked for, or as it stands since its newest row.
Policy load_policy_on(const std::string& file, const std::string& day) {
  const auto book = load_sound_policy(file);
  const auto on = day.empty() ? newest_day(book) : parse_date(day);
  if (!on) throw std::runtime_error{"--on: expected a day that exists, written YYYY-MM-DD"};
  const auto policy = policy_on(book, *on);
  if (!policy) throw std::runtime_error{file + ": no policy was in force on " + to_string(*on)};
  return *policy;
}

ExitCode compare_over_all_cases(const CompareOptions& options) {
  const auto found =
      compare(load_policy_on(options.before, options.day), load_policy_on(options.inputs.policy, options.day));
  Output output;
  if (options.format == "json") {
    io::write_json(found, output.buffer());
  } else {
    output.buffer() = io::comparison_page(found);
  }
  output.finish();
  return fine;
}

ExitCode compare_policies(const CompareOptions& options) {
  if (options.inputs.feed.empty()) return compare_over_all_cases(options);
  if (options.inputs.feed == "-") throw std::runtime_error{"the feed is read twice: give a file instead of -"};
  RejectsFile rejects{options.inputs.rejects, options.inputs.feed};
  const auto found = run_both(options, rejects);
  if (options.format == "json") {
    Output output;
    write_json(found, output.buffer());
    output.finish();
  } else {
    print_table(found);
  }
  rejects.finish();
  if (rejects.count() == 0) return fine;
  std::cerr << rejects.count() << " rows rejected (see " << rejects.name() << ")\n";
  return some_rows_rejected;
}

}  // namespace

void add_comparison_command(CLI::App& policy_command, ExitCode& exit_code) {
  const auto options = std::make_shared<CompareOptions>();
  auto& command = *policy_command.add_subcommand("compare",
                                                 "Says who moves when policy B takes the place of policy A, and which "
                                                 "duties come and go, week by week");
  command.add_option("A", options->before, "Policy file (JSON) before")->required();
  command.add_option("B", options->inputs.policy, "Policy file (JSON) after")->required();
  add_feed_inputs(command, options->inputs);
  auto* feed = command.get_option("FEED")->required(false);
  for (const auto* name : {"--calendar", "--history", "--as-of", "--rejects"}) command.get_option(name)->needs(feed);
  command.add_option("--on", options->day, "Without FEED: the day of both policies (of each the newest row)")
      ->type_name("DAY")
      ->excludes(feed);
  command.add_option("--format", options->format, "table for people; json for programs")
      ->check(CLI::IsMember({"table", "json"}))
      ->capture_default_str();
  command.footer(
      "Every incident is decided twice, each time by the policy of the day of its report, on what was known when it\n"
      "was recorded; each week has the duties that come (+), go (-), or stay and are due sooner or later. Without "
      "FEED\n"
      "every case that an incident can have is compared instead, as in policy verify: which clocks say by when, but "
      "not\n"
      "which ends first. Cases are not weighted by how often they come up, and do not say since when they count "
      "events;\n"
      "where the policies do not count alike, that is named. Exit codes: 0 fine, 1 some rows were rejected, 2 could "
      "not\n"
      "run.");
  command.callback([options, &exit_code] { exit_code = compare_policies(*options); });
}

}  // namespace earlyhelp::cli
