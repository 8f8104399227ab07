#include "case_inputs.hpp"
#include "commands.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "rejects_file.hpp"

#include <earlyhelp/incident/parties.hpp>
#include <earlyhelp/indicators/explanation.hpp>
#include <earlyhelp/indicators/groupings.hpp>
#include <earlyhelp/indicators/measurement.hpp>
#include <earlyhelp/indicators/shipped_indicators.hpp>
#include <earlyhelp/io/feed.hpp>
#include <earlyhelp/io/measurement_page.hpp>

#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace earlyhelp::cli {
namespace {

struct IndicatorsOptions {
  std::string cases = {};
  std::string feed = {};
  std::string from = {};
  std::string until = {};
  std::string at = {};
  std::string calendar = {};
  std::string casework_policy = {};
  std::vector<std::string> only = {};
  std::string by = {};
  std::string format = "table";
};

Date needed_day(const std::string& text, const std::string& option) {
  const auto day = parse_date(text);
  if (!day) throw std::runtime_error{option + ": expected a day, written YYYY-MM-DD, not " + text};
  return *day;
}

Period period_of(const IndicatorsOptions& options) {
  const auto first = needed_day(options.from, "--from");
  const auto last = needed_day(options.until, "--until");
  if (last < first) throw std::runtime_error{"--until: expected a day that is not before --from"};
  return {first, last};
}

/// Those asked for, in that order; all when none was.
std::vector<Indicator> indicators_of(const std::vector<std::string>& ids) {
  const auto all = shipped_indicators();
  if (ids.empty()) return {all.begin(), all.end()};
  std::vector<Indicator> asked;
  for (const auto& id : ids) {
    const auto indicator = shipped_indicator(id);
    if (!indicator) throw std::runtime_error{"--only: there is no indicator " + id + "; see indicators --help"};
    asked.push_back(*indicator);
  }
  return asked;
}

/// What the police recorded, pair by pair.
std::vector<PastIncident> load_callouts(const std::string& file, RejectsFile& rejects) {
  std::vector<PastIncident> callouts;
  io::Feed feed{file};
  while (const auto row = feed.next()) {
    if (const auto* reject = std::get_if<io::Reject>(&*row)) {
      rejects.add(*reject);
      continue;
    }
    for (auto& callout : past_incidents(std::get<Incident>(*row))) callouts.push_back(std::move(callout));
  }
  if (feed.error()) throw std::runtime_error{to_string(*feed.error())};
  rejects.finish();
  std::cerr << file << ": " << feed.counts().rows() << " rows: " << feed.counts().accepted << " read, "
            << feed.counts().rejected << " rejected";
  if (rejects.count() > 0) std::cerr << " (see " << rejects.name() << ")";
  std::cerr << '\n';
  return callouts;
}

std::vector<Stratum> strata_of(const Indicator& indicator, const CaseRegister& all, const Period& period,
                               const std::string& by) {
  if (by == "referral_source") return stratify(indicator, all, period, by_referral_source());
  if (by == "first_grade") return stratify(indicator, all, period, by_first_grade());
  if (by == "month") return stratify(indicator, all, period, by_month());
  return {{.group = std::string{"all"}, .measurement = measure(indicator, all, period)}};
}

void write(const IndicatorsOptions& options, const std::vector<Stratum>& strata, const CaseRegister& all,
           std::string& out) {
  if (options.format == "members") {
    for (const auto& stratum : strata) io::write_members(stratum.measurement, all, out);
    return;
  }
  std::vector<io::MeasuredFigure> figures;
  figures.reserve(strata.size());
  for (const auto& [group, measurement] : strata) figures.push_back({.group = group, .measurement = &measurement});
  if (options.format == "csv")
    io::write_csv(figures, usual_confidence, out);
  else
    out += io::measurement_page(figures, usual_confidence);
}

ExitCode run(const IndicatorsOptions& options) {
  const auto indicators = indicators_of(options.only);
  Output output;
  if (options.format == "explain") {
    for (const auto& indicator : indicators) {
      for (const auto& line : explain(indicator)) output.buffer() += line + '\n';
      output.buffer() += '\n';
    }
    output.finish();
    return fine;
  }
  const auto period = period_of(options);
  const auto calendar = load_calendar(options.calendar);
  const auto casework = load_casework_policy(options.casework_policy, calendar.zone());
  const auto at = load_instant(options.at, "--at");
  if (!at) throw std::runtime_error{"--at: expected an instant with its offset, not nothing"};
  const auto log = load_cases(options.cases);
  RejectsFile rejects{"", options.feed};
  const auto callouts = load_callouts(options.feed, rejects);
  const CaseRegister all{log.cases, callouts, casework, calendar, *at};
  std::vector<Stratum> strata;
  for (const auto& indicator : indicators) {
    for (auto& stratum : strata_of(indicator, all, period, options.by)) strata.push_back(std::move(stratum));
  }
  write(options, strata, all, output.buffer());
  output.finish();
  return rejects.count() > 0 || !log.rejects.empty() ? some_rows_rejected : fine;
}

}  // namespace

void add_indicators_command(CLI::App& app, ExitCode& exit_code) {
  const auto options = std::make_shared<IndicatorsOptions>();
  auto& command = *app.add_subcommand(
      "indicators", "Says what became of the families of a period, each figure with everybody whom it is about");
  command.add_option("CASES", options->cases, "Case files as NDJSON, one record a line, plain or .gz");
  command.add_option("FEED", options->feed, "Incidents as NDJSON, as for triage: what the police recorded");
  command.add_option("--from", options->from, "First day of the period")->type_name("DAY");
  command.add_option("--until", options->until, "Last day of the period")->type_name("DAY");
  command.add_option("--at", options->at, "The cut-off; what was recorded later does not count")->type_name("T");
  command.add_option("--only", options->only, "These indicators; all when absent")->type_name("ID");
  command.add_option("--by", options->by, "Each figure by groups of this")
      ->check(CLI::IsMember({"referral_source", "first_grade", "month"}));
  command.add_option("--calendar", options->calendar, "Calendar file (JSON); England and Wales when absent")
      ->type_name("C");
  command.add_option("--casework-policy", options->casework_policy, "Casework policy file (JSON)")->type_name("P");
  command
      .add_option("--format", options->format,
                  "table for people; csv for programs; members: who stands where, by id; explain: what each figure is")
      ->check(CLI::IsMember({"table", "csv", "members", "explain"}))
      ->capture_default_str();
  command.footer(
      "Limits are Wilson's and hold 95 times in 100. Pending, lost and not known are in no denominator, and told "
      "beside "
      "it.\n"
      "Figures are not yet for the public: small numbers point at people. Calls to the police measure reporting.\n"
      "Exit codes: 0 fine, 1 some rows were rejected, 2 could not run.");
  command.callback([options, &exit_code] {
    if (options->format != "explain" && (options->cases.empty() || options->feed.empty())) {
      throw std::runtime_error{"indicators: needs CASES and FEED"};
    }
    exit_code = run(*options);
  });
}

}  // namespace earlyhelp::cli
