#pragma once

#include <CLI/CLI.hpp>

namespace earlyhelp::cli {

/// How a run ended, as the process says it.
enum ExitCode : int { fine = 0, some_rows_rejected = 1, something_failed = 1, could_not_run = 2 };

/// Each adds one command to `app`; when the command line names it, parsing runs it and leaves the end in `exit_code`.
void add_triage_command(CLI::App& app, ExitCode& exit_code);
void add_explain_command(CLI::App& app, ExitCode& exit_code);
void add_policy_command(CLI::App& app, ExitCode& exit_code);
void add_import_command(CLI::App& app, ExitCode& exit_code);
void add_generate_command(CLI::App& app, ExitCode& exit_code);
void add_indicators_command(CLI::App& app, ExitCode& exit_code);
void add_recurrence_command(CLI::App& app, ExitCode& exit_code);
void add_staffing_command(CLI::App& app, ExitCode& exit_code);
void add_worklist_command(CLI::App& app, ExitCode& exit_code);

// The same for commands under the command `policy`.
void add_comparison_command(CLI::App& policy_command, ExitCode& exit_code);
void add_sweep_command(CLI::App& policy_command, ExitCode& exit_code);
void add_scenario_commands(CLI::App& policy_command, ExitCode& exit_code);

}  // namespace earlyhelp::cli
