#include "commands.hpp"
#include "output.hpp"

#include <earlyhelp/io/case_log.hpp>
#include <earlyhelp/io/generate.hpp>
#include <earlyhelp/io/generate_cases.hpp>
#include <earlyhelp/io/incident_writer.hpp>

#include <fstream>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>

namespace earlyhelp::cli {
namespace {

struct GenerateOptions {
  std::uint64_t incidents = 0;
  std::uint64_t seed = 0;
  std::string first_day = "2026-01-05";
  std::string cases;
  int flawed_per_thousand = 0;
};

std::string in_words(std::span<const io::Assumption> assumptions) {
  std::string words;
  for (const auto& assumption : assumptions) {
    words += "  " + std::to_string(assumption.per_thousand) + " " + std::string{assumption.what} +
             (assumption.is_published ? " (" : " (ASSUMPTION; ") + std::string{assumption.source.title.view()} + ")\n";
  }
  return words;
}

std::string assumptions_in_words() {
  return "Nobody in it is real. About 40 rows a day, in the order of recording; what else it rests on, in parts of a "
         "thousand:\n" +
         in_words(io::generator_assumptions()) + "And the cases:\n" + in_words(io::case_assumptions());
}

void write_cases(const GenerateOptions& options, const io::Generation& feed) {
  std::ofstream file{options.cases, std::ios::binary};
  if (!file) throw std::runtime_error{options.cases + ": cannot be written"};
  io::write_case_log(file, io::generate_case_files({.feed = feed, .flawed_per_thousand = options.flawed_per_thousand}));
}

ExitCode run(const GenerateOptions& options) {
  Output output;
  const auto first_day = parse_date(options.first_day);
  if (!first_day) throw CLI::ValidationError{"--first-day", "expected a day, written YYYY-MM-DD"};
  const io::Generation feed{.incidents = options.incidents, .seed = options.seed, .first_day = *first_day};
  io::generate(feed, [&](const Incident& incident) {
    io::write(incident, output.buffer());
    output.pass_on();
  });
  output.finish();
  if (!options.cases.empty()) write_cases(options, feed);
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
  auto* cases = command.add_option("--cases", options->cases, "Writes made-up cases about these incidents there too")
                    ->type_name("FILE");
  constexpr int all = 1000;
  command.add_option("--flawed", options->flawed_per_thousand, "How many cases in a thousand break a rule of casework")
      ->needs(cases)
      ->check(CLI::Range(0, all))
      ->type_name("N");
  command.footer(assumptions_in_words());
  command.callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace earlyhelp::cli
