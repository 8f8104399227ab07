#include "case_inputs.hpp"
#include "commands.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "rejects_file.hpp"

#include <earlyhelp/io/feed_triage.hpp>
#include <earlyhelp/io/worklist_page.hpp>

#include <algorithm>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace earlyhelp::cli {
namespace {

struct WorklistOptions {
  InputNames inputs;
  std::string cases;
  std::string at;
  std::string since;
  std::string practitioner;
  std::string casework_policy;
  std::string format = "table";
};

/// When the review before was: as asked for, or else by the clock of the policy of the day.
Instant last_review(const WorklistOptions& options, const PolicyTimeline& policies, const TimeZone& zone, Instant at) {
  if (!options.since.empty()) {
    const auto since = needed_instant(options.since, "--since");
    if (since > at) throw std::runtime_error{"--since: expected an instant that is not after --at"};
    return since;
  }
  const auto policy = policies.on(zone.civil(at).day);
  if (!policy)
    throw std::runtime_error{"--at: before the first day of the policy; say with --since when the last review was"};
  const auto review = last_daily_review(policy->clock(Parameter::daily_review_at).clock, zone, at);
  if (!review) throw std::runtime_error{"--since: needed, for the policy's daily review is at no time of day"};
  return *review;
}

/// One practitioner's list, which is empty when nobody of any case is allocated to them.
PractitionerList list_of(const Worklist& list, const std::string& id) {
  const WorkerId worker{id};
  const auto& all = list.practitioners;
  const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.worker == worker; });
  if (found != all.end()) return *found;
  std::cerr << "no case is allocated to " << id << '\n';
  return {.worker = worker, .cases = {}};
}

void write(const WorklistOptions& options, const Worklist& list, const io::WorklistRows& rows, const TimeZone& zone,
           std::string& out) {
  const bool is_json = options.format == "json";
  if (options.practitioner.empty()) {
    if (is_json) return io::write_json(list, rows, out);
    out += io::worklist_page(list, rows, zone);
    return;
  }
  const auto own = list_of(list, options.practitioner);
  if (is_json) return io::write_json(own, rows, list.now, out);
  out += io::practitioner_page(own, rows, zone, list.now);
}

ExitCode run(const WorklistOptions& options) {
  require_one_standard_input(options.cases, options.inputs.feed);
  const PolicyTimeline policies{load_policy(options.inputs.policy)};
  const auto calendar = load_calendar(options.inputs.calendar);
  const auto& zone = calendar.zone();
  const auto casework = load_casework_policy(options.casework_policy, zone);
  const auto at = needed_instant(options.at, "--at");
  const auto since = last_review(options, policies, zone, at);
  const auto cases = load_cases(options.cases);
  auto earlier = load_history(options.inputs.history);
  RejectsFile rejects{options.inputs.rejects, options.inputs.feed};
  std::vector<IncidentForReview> incidents;

  const auto counts =
      or_throw(io::triage_feed(options.inputs.feed, std::move(earlier.history), policies, calendar, at,
                               {.on_reject = [&](const io::Reject& reject) { rejects.add(reject); },
                                .on_decision =
                                    [&](const io::DecidedIncident& row) {
                                      incidents.push_back(for_review(row.incident, row.decided, row.due, row.policy));
                                    }}));
  const auto list =
      worklist({.cases = cases.cases, .incidents = incidents, .incomplete = cases.incomplete, .last_review = since},
               casework, calendar, at);
  Output output;
  write(options, list,
        {.incidents = counts.decided,
         .incidents_rejected = counts.rejected,
         .incidents_not_yet_recorded = counts.not_yet_recorded,
         .case_rows_rejected = cases.rejects.size()},
        zone, output.buffer());
  output.finish();
  return report(counts, rejects, at, earlier.has_rejects || !cases.rejects.empty());
}

}  // namespace

void add_worklist_command(CLI::App& app, ExitCode& exit_code) {
  const auto options = std::make_shared<WorklistOptions>();
  auto& command = *app.add_subcommand(
      "worklist",
      "Lists what is to be done on a day: the daily review, what is due, who waits, each practitioner's own");
  command.add_option("CASES", options->cases, cases_help)->required();
  command.add_option("FEED", options->inputs.feed, beside_cases_help)->required();
  command
      .add_option("--at", options->at,
                  "The moment of the list, 2026-01-05T09:00:00Z; what was recorded later does not count")
      ->required()
      ->type_name("T");
  command
      .add_option("--since", options->since,
                  "When the last daily review was; the one before --at by the policy's clock when absent")
      ->type_name("T");
  command.add_option("--practitioner", options->practitioner, "Only this practitioner's list, with what they may see")
      ->type_name("ID");
  command.add_option("--format", options->format, "table for people; json for programs, one document")
      ->check(CLI::IsMember({"table", "json"}))
      ->capture_default_str();
  add_common_inputs(command, options->inputs);
  add_policy_input(command, options->inputs);
  command
      .add_option("--casework-policy", options->casework_policy,
                  "Casework policy file (JSON): the promise, safe channels, keeping; the shipped numbers when absent")
      ->type_name("P");
  command.footer(
      "An incident stays on the list, marked LATE, until a case file says that it was reviewed. No contact is "
      "suggested\n"
      "where something speaks against it. Rows that cannot be used go to CASES.rejects.ndjson and "
      "FEED.rejects.ndjson,\n"
      "and the page says how many. The whole list is for a manager: give others theirs with --practitioner.\n"
      "Exit codes: 0 fine, 1 some rows were rejected, 2 could not run.");
  command.callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace earlyhelp::cli
