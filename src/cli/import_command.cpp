#include "commands.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "progress_bar.hpp"
#include "rejects_file.hpp"

#include <earlyhelp/io/import.hpp>

#include <iostream>
#include <memory>
#include <variant>

namespace earlyhelp::cli {
namespace {

struct ImportOptions {
  std::string csv;
  std::string mapping;
  std::string rejects;
};

ExitCode run(const ImportOptions& options) {
  io::Import rows{options.csv, load_mapping(options.mapping)};
  RejectsFile rejects{options.rejects, options.csv};
  Output output;
  ProgressBar progress;
  while (const auto row = rows.next()) {
    if (const auto* reject = std::get_if<io::Reject>(&*row)) {
      rejects.add(*reject);
    } else {
      output.buffer() += *std::get_if<std::string>(&*row);
      output.pass_on();
    }
    if (rows.counts().rows() % 8192 == 0) progress.show(rows.counts().rows(), boost::none);
  }
  if (rows.error()) throw std::runtime_error{to_string(*rows.error())};
  output.finish();
  rejects.finish();
  std::cerr << rows.counts().rows() << " rows: " << rows.counts().accepted << " imported, " << rows.counts().rejected
            << " rejected";
  if (rejects.count() > 0) std::cerr << " (see " << rejects.name() << ")";
  std::cerr << '\n';
  return rejects.count() > 0 ? some_rows_rejected : fine;
}

}  // namespace

void add_import_command(CLI::App& app, ExitCode& exit_code) {
  const auto options = std::make_shared<ImportOptions>();
  auto& command = *app.add_subcommand("import", "Turns somebody else's table into a feed on standard output");
  command.add_option("CSV", options->csv, "The table, with a first row that names the columns; plain or .gz")
      ->required();
  command
      .add_option("--mapping", options->mapping,
                  "Mapping file (JSON): which column is which field; chicago.json ships as an example")
      ->required()
      ->type_name("M");
  command
      .add_option("--rejects", options->rejects,
                  "Where rows that cannot be used are written; CSV.rejects.ndjson when absent")
      ->type_name("FILE");
  command.footer(
      "A mapping names for each field of the feed a column, a constant, or what stands in for it; what it does not\n"
      "name stays unknown. Wall times need the time zone as a POSIX rule, as in \"CST6CDT,M3.2.0,M11.1.0\"; one that "
      "the\n"
      "clock showed twice is the first of the two, one that it never showed is a reject.");
  command.callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace earlyhelp::cli
