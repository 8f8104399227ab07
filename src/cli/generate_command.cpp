#include "commands.hpp"
#include "output.hpp"

#include <earlyhelp/io/generate.hpp>
#include <earlyhelp/io/incident_writer.hpp>

#include <memory>
#include <string>

namespace earlyhelp::cli {
namespace {

struct GenerateOptions {
  std::uint64_t incidents = 0;
  std::uint64_t seed = 0;
  std::string first_day = "2026-01-05";
};

std::string assumptions_in_words() {
  std::string words =
      "Nobody in it is real. About 40 rows a day, in the order of recording; what else it rests on, in parts of a "
      "thousand:\n";
  for (const auto& assumption : io::generator_assumptions()) {
    words += "  " + std::to_string(assumption.per_thousand) + " " + std::string{assumption.what} +
             (assumption.is_published ? " (" : " (ASSUMPTION; ") + std::string{assumption.source.title.view()} + ")\n";
  }
  return words;
}

ExitCode run(const GenerateOptions& options) {
  Output output;
  const auto first_day = parse_date(options.first_day);
  if (!first_day) throw CLI::ValidationError{"--first-day", "expected a day, written YYYY-MM-DD"};
  io::generate({.incidents = options.incidents, .seed = options.seed, .first_day = *first_day},
               [&](const Incident& incident) {
                 io::write(incident, output.buffer());
                 output.pass_on();
               });
  output.finish();
  return fine;
}

}  // namespace

void add_generate_command(CLI::App& app, ExitCode& exit_code) {
  const auto options = std::make_shared<GenerateOptions>();
  auto& command = *app.add_subcommand("generate", "Prints a made-up feed, the same for the same seed");
  command.add_option("--incidents", options->incidents, "How many rows")->required()->type_name("N");
  command.add_option("--seed", options->seed, "Any whole number")->required()->type_name("S");
  command.add_option("--first-day", options->first_day, "The day of the first recordings")
      ->type_name("DAY")
      ->capture_default_str();
  command.footer(assumptions_in_words());
  command.callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace earlyhelp::cli
