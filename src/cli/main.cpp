#include "commands.hpp"

#include <algorithm>
#include <cstddef>
#include <exception>
#include <iostream>
#include <span>
#include <stdexcept>
#include <string_view>

namespace {

/// A variable of a script that nobody set would pass for a file that was left out, and so for the one that ships.
void require_full(std::span<char* const> arguments) {
  const auto is_empty = [](std::string_view argument) { return argument.empty(); };
  if (std::any_of(arguments.begin(), arguments.end(), is_empty)) {
    throw std::runtime_error{"an argument is empty: leave it out, or say what it is"};
  }
}

}  // namespace

int main(int argc, char** argv) {
  using namespace earlyhelp::cli;
  try {
    require_full({argv, static_cast<std::size_t>(argc)});
    CLI::App app{
        "Triage for police-led early help after domestic incidents: how grave is this, who acts, by when, and why.\n"
        "It supports a decision and never replaces the person who takes it; it may only raise.",
        "earlyhelp"};
    app.require_subcommand(1);
    app.footer(
        "A first day:\n"
        "  earlyhelp generate --incidents 40 --seed 1 > day.ndjson\n"
        "  earlyhelp triage day.ndjson\n"
        "  earlyhelp explain day.ndjson --id INCIDENT\n"
        "  earlyhelp policy show\n\n"
        "Exit codes: 0 fine, 1 some rows were rejected or a policy failed, 2 could not run.");

    auto exit_code = fine;
    add_triage_command(app, exit_code);
    add_explain_command(app, exit_code);
    add_policy_command(app, exit_code);
    add_import_command(app, exit_code);
    add_generate_command(app, exit_code);
    add_indicators_command(app, exit_code);
    add_recurrence_command(app, exit_code);
    add_staffing_command(app, exit_code);
    add_worklist_command(app, exit_code);
    try {
      app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
      return app.exit(error) == 0 ? fine : could_not_run;
    }
    return exit_code;
  } catch (const std::exception& error) {
    std::cerr << "earlyhelp: " << error.what() << '\n';
    return could_not_run;
  }
}
