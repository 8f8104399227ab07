#include "commands.hpp"
#include "decision_table.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "rejects_file.hpp"

#include <earlyhelp/io/feed_triage.hpp>
#include <earlyhelp/triage/explain.hpp>

#include <iostream>
#include <memory>

namespace earlyhelp::cli {
namespace {

using earlyhelp::to_string;

struct ExplainOptions {
  InputNames inputs;
  std::string id;
};

std::string words_of(const Source& source) {
  std::string words{source.title.view()};
  if (!source.section.empty()) words += ", " + std::string{source.section.view()};
  return words;
}

void write_pair(const PairDecision& pair, const Policy& policy, std::string& out) {
  const auto explanation = explain(pair.decision, pair.facts, policy);
  out += "\nVictim " + pair.parties.victim.id.value() + ", suspect " + pair.parties.suspect.id.value() + "\n  Why\n";
  for (const auto& reason : explanation.reasons) {
    out += "    " + std::string{reason.id.view()} + ": " + reason.sentence + "\n";
    for (const auto& seen : reason.seen) {
      if (!seen.threshold || !seen.threshold_value) continue;
      out += "      threshold: " + words_of(policy.row(*seen.threshold)->source) + "\n";
    }
    out += "      source: " + words_of(reason.source) + "\n";
  }
  if (!explanation.why_not.empty()) out += "  Why not graver\n";
  for (const auto& account : explanation.why_not) {
    out += "    " + std::string{account.id.view()} + ": " + account.sentence + "\n";
  }
  if (!explanation.margins.empty()) out += "  How far from graver\n";
  for (const auto& margin : explanation.margins) out += "    " + margin.sentence + "\n";
}

void write_outcome(const char* label, const Outcome& outcome, std::string& out) {
  out += std::string{label} + ": grade " + std::string{to_string(outcome.grade)} + ", route " +
         std::string{to_string(outcome.route)} + "\n";
}

void write(const io::DecidedIncident& row, const TimeZone& zone, std::string& out) {
  const auto& decision = row.decided.decision;
  out += "Incident " + row.incident.id.value() + ", by policy " + std::string{decision.policy.id.view()} + " version " +
         std::to_string(decision.policy.version) + ", numbers in force from " +
         to_string(decision.policy.in_force_from) + "\n";
  write_outcome("From what is known", decision.known, out);
  write_outcome("If every unknown were a yes", decision.if_unknowns_yes, out);
  out += "Early help: " + std::string{to_string(decision.suitability)};
  out += decision.provisional ? "; provisional\n" : "\n";
  if (!row.due.duties.empty()) out += "Duties\n";
  for (const auto duty : row.due.duties) {
    out += "  " + std::string{to_string(duty)} + ", due " + civil_text(row.due[duty], zone) + "\n";
  }
  if (!decision.ask_next.empty()) out += "Ask next\n";
  for (const auto unknown : decision.ask_next) out += "  " + std::string{to_string(unknown)} + "\n";
  if (!row.decided.issues.empty()) out += "Contradictions to look at\n";
  for (const auto issue : row.decided.issues) out += "  " + std::string{to_string(issue)} + "\n";
  for (const auto& pair : row.decided.pairs) write_pair(pair, row.policy, out);
}

ExitCode run(const ExplainOptions& options) {
  const PolicyTimeline policies{load_policy(options.inputs.policy)};
  const auto calendar = load_calendar(options.inputs.calendar);
  const auto as_of = load_instant(options.inputs.as_of, "--as-of");
  RejectsFile rejects{options.inputs.rejects, options.inputs.feed};
  auto earlier = load_history(options.inputs.history);
  Output output;
  bool is_found = false;

  const auto counts =
      or_throw(io::triage_feed(options.inputs.feed, std::move(earlier.history), policies, calendar, as_of,
                               {.on_reject = [&](const io::Reject& reject) { rejects.add(reject); },
                                .on_decision =
                                    [&](const io::DecidedIncident& row) {
                                      if (row.incident.id.value() != options.id) return;
                                      is_found = true;
                                      write(row, calendar.zone(), output.buffer());
                                    }}));
  output.finish();
  const auto exit_code = report(counts, rejects, as_of, earlier.has_rejects);
  if (is_found) return exit_code;
  std::cerr << "earlyhelp: " << options.inputs.feed << ": no good row has this id\n";
  return could_not_run;
}

}  // namespace

void add_explain_command(CLI::App& app, ExitCode& exit_code) {
  const auto options = std::make_shared<ExplainOptions>();
  auto& command = *app.add_subcommand("explain", "Says in sentences why one incident of a feed was decided as it was");
  add_inputs(command, options->inputs);
  command.add_option("--id", options->id, "The incident, by its id in the feed")->required()->type_name("I");
  command.callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace earlyhelp::cli
