#include "commands.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "progress_bar.hpp"

#include <earlyhelp/io/policy_file.hpp>
#include <earlyhelp/io/policy_page.hpp>
#include <earlyhelp/io/verification_page.hpp>
#include <earlyhelp/policy/policy_timeline.hpp>
#include <earlyhelp/triage/verify.hpp>

#include <iostream>
#include <memory>

namespace earlyhelp::cli {
namespace {

struct PolicyOptions {
  std::string file;
  std::string format = "text";
};

ExitCode show(const PolicyOptions& options) {
  const auto book = load_policy(options.file);
  Output output;
  output.buffer() = options.format == "json" ? io::write_policy(book) : io::policy_page(book);
  output.finish();
  return fine;
}

ExitCode check_file(const PolicyOptions& options) {
  const auto issues = check(load_policy(options.file));
  for (const auto& issue : issues) std::cout << options.file << ": " << issue.where << ": " << issue.what << '\n';
  std::cout << options.file << ": " << (issues.empty() ? "no issue" : std::to_string(issues.size()) + " to mend")
            << '\n';
  return issues.empty() ? fine : could_not_run;
}

ExitCode verify_all(const PolicyOptions& options) {
  const PolicyTimeline policies{load_policy(options.file)};
  Output output;
  bool holds = true;
  for (const auto& policy : policies.all()) {
    ProgressBar bar;
    const auto found = verify(policy, {.progress = [&](std::size_t done, std::size_t of) { bar.show(done, of); }});
    holds = holds && found.holds();
    if (options.format == "json") {
      io::write_json(found, output.buffer());
    } else {
      output.buffer() += (output.buffer().empty() ? "" : "\n") + io::verification_page(found);
    }
  }
  output.finish();
  return holds ? fine : something_failed;
}

void add_file(CLI::App& command, std::string& file, bool is_required) {
  command.add_option("P", file, "Policy file (JSON)")->required(is_required);
}

}  // namespace

void add_policy_command(CLI::App& app, ExitCode& exit_code) {
  const auto options = std::make_shared<PolicyOptions>();
  auto& command = *app.add_subcommand("policy", "Shows, checks and verifies policies");
  command.require_subcommand(1);

  auto& show_command =
      *command.add_subcommand("show", "Prints a policy: its numbers with their sources, and its rules");
  add_file(show_command, options->file, false);
  show_command.add_option("--policy", options->file, "The same as P; the shipped policy when both are absent")
      ->type_name("P");
  show_command
      .add_option("--format", options->format, "text to read; json is the policy file, to change and pass to --policy")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  show_command.callback([options, &exit_code] { exit_code = show(*options); });

  auto& check_command =
      *command.add_subcommand("check", "Says what is the matter with a policy file; exit code 2 when anything is");
  add_file(check_command, options->file, true);
  check_command.callback([options, &exit_code] { exit_code = check_file(*options); });

  auto& verify_command = *command.add_subcommand(
      "verify",
      "Goes through every case that a policy can meet and says what does not hold; exit code 1 when anything "
      "does not");
  add_file(verify_command, options->file, false);
  verify_command.add_option("--policy", options->file, "The same as P; the shipped policy when both are absent")
      ->type_name("P");
  verify_command.add_option("--format", options->format, "text to read, or json: a line for each policy over time")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  verify_command.callback([options, &exit_code] { exit_code = verify_all(*options); });

  add_scenario_commands(command, exit_code);
  add_comparison_command(command, exit_code);
  add_sweep_command(command, exit_code);
}

}  // namespace earlyhelp::cli
