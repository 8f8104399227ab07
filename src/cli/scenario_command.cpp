#include "commands.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "progress_bar.hpp"

#include <earlyhelp/io/scenario_file.hpp>
#include <earlyhelp/policy/policy_timeline.hpp>
#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/scenario_coverage.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace earlyhelp::cli {
namespace {

struct ScenarioOptions {
  std::string policy;
  std::string scenarios;
  std::string day;
  std::string killers;
};

/// A sound policy, and the day on which it is asked: the one given, or that of its newest row.
struct AskedPolicy {
  PolicyBook book;
  Date day;
};

AskedPolicy load_asked(const ScenarioOptions& options) {
  auto book = load_policy(options.policy);
  require_sound(book);
  const auto day = options.day.empty() ? newest_day(book) : parse_date(options.day);
  if (!day) throw std::runtime_error{"--on: expected a day that exists, written YYYY-MM-DD"};
  if (!policy_on(book, *day)) throw std::runtime_error{"no policy was in force on " + to_string(*day)};
  return {.book = std::move(book), .day = *day};
}

/// The cases of a file that some policy of the book decides; what is none is told on standard error.
std::vector<Scenario> load_scenarios(const std::string& file, const AskedPolicy& asked, const PolicyTimeline& policies,
                                     bool& has_rejects) {
  auto read = or_throw(io::read_scenarios(file, asked.book, asked.day));
  const auto refuse = [&](const io::Reject& reject) {
    has_rejects = true;
    std::cerr << file << ':' << reject.line << ": " << (reject.field.empty() ? "" : reject.field + ": ")
              << reject.reason << '\n';
  };
  for (const auto& reject : read.rejects) refuse(reject);
  const auto is_without_policy = [&](const Scenario& scenario) {
    if (policies.on(scenario.facts.reported_on)) return false;
    refuse({.line = scenario.line, .field = "reported_on", .reason = "expected a day on which a policy was in force"});
    return true;
  };
  std::erase_if(read.scenarios, is_without_policy);
  return std::move(read.scenarios);
}

std::string cell_of(const CellWords& words) {
  std::string cell;
  for (const auto& word : words) cell.append(cell.empty() ? "" : ";").append(word);
  return cell.empty() ? "nothing" : cell;
}

std::string name_of(const Scenario& scenario) {
  return "line " + std::to_string(scenario.line) + (scenario.id.empty() ? "" : " (" + scenario.id + ")");
}

/// How an incident departs from a quiet one: "strangulation=y, officer_grade=none".
std::string departures(const Facts& facts) {
  std::string list;
  for (const auto fact : differing(facts, quiet_facts(facts.reported_on))) {
    list += (list.empty() ? "" : ", ") + std::string{to_string(fact)} + '=' + value_of(fact, facts);
  }
  return (list.empty() ? "a quiet incident" : list) + ", reported_on=" + to_string(facts.reported_on);
}

MutantProgress shown_on(ProgressBar& bar) {
  return [&bar](std::size_t done, std::size_t of) { bar.show(done, of); };
}

ExitCode test(const ScenarioOptions& options) {
  const auto asked = load_asked(options);
  const PolicyTimeline policies{asked.book};
  bool has_rejects = false;
  std::size_t failed = 0;
  const auto scenarios = load_scenarios(options.scenarios, asked, policies, has_rejects);
  for (const auto& scenario : scenarios) {
    const auto found = mismatches(scenario, *policies.on(scenario.facts.reported_on));
    failed += found.empty() ? 0U : 1U;
    for (const auto& mismatch : found) {
      std::cout << name_of(scenario) << ": " << to_string(mismatch.part) << ": expected " << cell_of(mismatch.expected)
                << ", found " << cell_of(mismatch.found) << '\n';
    }
  }
  std::cout << scenarios.size() << " cases: " << scenarios.size() - failed << " met, " << failed << " not\n";
  return failed != 0 || has_rejects ? some_rows_rejected : fine;
}

void print_reach(const ScenarioCoverage& found) {
  const auto fired = std::count_if(found.rules.begin(), found.rules.end(), [](const auto& rule) { return rule.fires; });
  std::cout << "rules that fire: " << fired << " of " << found.rules.size() << '\n';
  for (const auto& rule : found.rules) {
    if (!rule.fires) std::cout << "  never: " << rule.id.view() << '\n';
  }
  const auto both = std::count_if(found.signals.begin(), found.signals.end(),
                                  [](const auto& signal) { return signal.is_yes && signal.is_no; });
  std::cout << "signals with both answers: " << both << " of " << found.signals.size() << '\n';
  for (const auto& signal : found.signals) {
    if (!signal.is_yes) std::cout << "  never yes: " << to_string(signal.signal) << '\n';
    if (!signal.is_no) std::cout << "  never no: " << to_string(signal.signal) << '\n';
  }
}

void print_mutants(const ScenarioCoverage& found) {
  std::cout << "mutants: " << found.mutants.size() << ", killed " << found.count(MutantEnd::killed) << ", survived "
            << found.count(MutantEnd::survived) << ", equivalent " << found.count(MutantEnd::equivalent) << '\n';
  for (const auto& mutant : found.mutants) {
    if (mutant.end == MutantEnd::killed) continue;
    std::cout << "  " << to_string(mutant.end) << ": " << mutant.place << ": " << mutant.what << '\n';
    if (mutant.killer) std::cout << "    killed by: " << departures(*mutant.killer) << '\n';
  }
}

/// The cases named for the survivors as rows of a scenario file, each once.
void write_killers(const ScenarioCoverage& found, const PolicyTimeline& policies, const ScenarioOptions& options) {
  std::error_code none_there;
  if (std::filesystem::equivalent(options.killers, options.scenarios, none_there)) {
    throw std::runtime_error{options.killers + ": holds the cases that were tried; name another file"};
  }
  std::vector<Facts> killers;
  std::string rows;
  io::write_scenario_header(rows);
  for (const auto& mutant : found.mutants) {
    if (!mutant.killer || std::find(killers.begin(), killers.end(), *mutant.killer) != killers.end()) continue;
    killers.push_back(*mutant.killer);
    io::write_scenario("killer-" + std::to_string(killers.size()), killers.back(),
                       *policies.on(killers.back().reported_on), rows);
  }
  std::ofstream file{options.killers, std::ios::binary};
  file << rows << std::flush;
  if (!file) throw std::runtime_error{options.killers + ": cannot be written"};
}

ExitCode cover(const ScenarioOptions& options) {
  const auto asked = load_asked(options);
  const PolicyTimeline policies{asked.book};
  bool has_rejects = false;
  const auto scenarios = load_scenarios(options.scenarios, asked, policies, has_rejects);
  const auto found = [&] {
    ProgressBar bar;
    return coverage(asked.book, scenarios, asked.day, shown_on(bar));
  }();
  std::cout << "cases: " << found.scenarios << ", of which the policy does not meet " << found.failing << '\n';
  print_reach(found);
  print_mutants(found);
  if (!options.killers.empty()) write_killers(found, policies, options);
  const bool is_complete = found.failing == 0 && found.count(MutantEnd::survived) == 0;
  return is_complete && !has_rejects ? fine : some_rows_rejected;
}

std::string why_no_fewer(const KillingCases& found) {
  const auto cases = found.cases.size();
  if (found.at_least < cases) return std::to_string(found.at_least) + " are needed at least";
  const auto why = found.apart.size() == cases
                       ? "there are " + std::to_string(cases) + " mutants of which no case kills two"
                       : "every way to do with " + std::to_string(cases - 1) + " was tried";
  return "no fewer kill all that can be killed: " + why;
}

ExitCode cases(const ScenarioOptions& options) {
  const auto asked = load_asked(options);
  const PolicyTimeline policies{asked.book};
  const auto found = [&] {
    ProgressBar bar;
    return killing_cases(asked.book, asked.day, shown_on(bar));
  }();
  Output output;
  io::write_scenario_header(output.buffer());
  for (std::size_t i = 0; i < found.cases.size(); ++i) {
    const auto& facts = found.cases[i];
    io::write_scenario("case-" + std::to_string(i + 1), facts, *policies.on(facts.reported_on), output.buffer());
  }
  output.finish();
  std::cerr << found.cases.size() << " cases; " << why_no_fewer(found) << '\n';
  return fine;
}

CLI::App& add(CLI::App& policy_command, const std::string& name, const std::string& help, ScenarioOptions& options) {
  auto& command = *policy_command.add_subcommand(name, help);
  command.add_option("P", options.policy, "Policy file (JSON)")->required();
  command
      .add_option("--on", options.day,
                  "Day of the report, unless a case has its own; slips are made in the numbers of that day (the "
                  "policy's newest row)")
      ->type_name("DAY");
  return command;
}

void add_scenarios(CLI::App& command, ScenarioOptions& options) {
  command.add_option("SCENARIOS", options.scenarios, "Cases (CSV, the columns of a triage table, any of them)")
      ->required();
  command.footer(
      "A fact that is left out or empty is quiet. Of what is expected, * is anything; an empty cell is anything too, "
      "but in duties, duties_if_unknowns_yes, reasons and ask_next it expects an empty list.");
}

}  // namespace

void add_scenario_commands(CLI::App& policy_command, ExitCode& exit_code) {
  const auto options = std::make_shared<ScenarioOptions>();
  auto& test_command =
      add(policy_command, "test", "Holds a policy to cases that you wrote; exit code 1 when it fails", *options);
  add_scenarios(test_command, *options);
  test_command.callback([options, &exit_code] { exit_code = test(*options); });

  auto& coverage_command =
      add(policy_command, "coverage",
          "Says which slips in the rules your cases would find; exit code 1 when one survives", *options);
  add_scenarios(coverage_command, *options);
  coverage_command
      .add_option("--killers", options->killers,
                  "Writes the cases that would find what yours do not there, as more cases")
      ->type_name("FILE");
  coverage_command.callback([options, &exit_code] { exit_code = cover(*options); });

  auto& cases_command =
      add(policy_command, "cases", "Prints few cases that find every slip that can be found", *options);
  cases_command.callback([options, &exit_code] { exit_code = cases(*options); });
}

}  // namespace earlyhelp::cli
