#include "case_inputs.hpp"
#include "commands.hpp"
#include "inputs.hpp"
#include "last_record.hpp"
#include "output.hpp"
#include "rejects_file.hpp"

#include <earlyhelp/incident/parties.hpp>
#include <earlyhelp/indicators/callout_follow_up.hpp>
#include <earlyhelp/indicators/callout_indicators.hpp>
#include <earlyhelp/indicators/demand.hpp>
#include <earlyhelp/indicators/explanation.hpp>
#include <earlyhelp/indicators/feedback_indicators.hpp>
#include <earlyhelp/indicators/groupings.hpp>
#include <earlyhelp/indicators/measurement.hpp>
#include <earlyhelp/indicators/reach.hpp>
#include <earlyhelp/indicators/shipped_indicators.hpp>
#include <earlyhelp/io/feed.hpp>
#include <earlyhelp/io/measurement_page.hpp>
#include <earlyhelp/io/period_page.hpp>

#include <algorithm>
#include <array>
#include <iostream>
#include <memory>
#include <span>
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

/// By what the figures can be looked at, each under its id.
std::array<Grouping, 3> groupings() { return {by_referral_source(), by_first_grade(), by_month()}; }

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
struct Callouts {
  std::vector<PastIncident> pairs = {};
  LastRecord last = {};
};

Callouts load_callouts(const std::string& file, RejectsFile& rejects) {
  Callouts callouts;
  io::Feed feed{file};
  while (const auto row = feed.next()) {
    if (const auto* reject = std::get_if<io::Reject>(&*row)) {
      rejects.add(*reject);
      continue;
    }
    const auto& incident = std::get<Incident>(*row);
    callouts.last.add(incident.recorded_at.instant);
    for (auto& callout : past_incidents(incident)) callouts.pairs.push_back(std::move(callout));
  }
  if (feed.error()) throw std::runtime_error{to_string(*feed.error())};
  report_read(file, feed.counts().rows(), rejects);
  return callouts;
}

LastRecord last_record(std::span<const CaseFile> cases) {
  LastRecord last;
  for (const auto& one : cases) {
    for (const auto& member : one.members) last.add(member.recorded_at);
    for (const auto& tie : one.ties) last.add(tie.recorded_at);
    for (const auto& residence : one.residences) last.add(residence.recorded_at);
    for (const auto& event : one.events) last.add(event.recorded_at);
  }
  return last;
}

void warn_of_incomplete(const std::string& file, std::span<const CaseId> incomplete) {
  if (incomplete.empty()) return;
  std::cerr << file << ": WARNING: incomplete cases, of which some rows could not be read:";
  for (const auto& id : incomplete) std::cerr << ' ' << id.value();
  std::cerr << '\n';
}

std::vector<Stratum> strata_of(const Indicator& indicator, const CaseRegister& all, const Period& period,
                               const std::string& by) {
  for (const auto& grouping : groupings()) {
    if (grouping.id == by) return stratify(indicator, all, period, grouping);
  }
  return {{.group = std::string{"all"}, .measurement = measure(indicator, all, period)}};
}

bool is_about_callouts(const Indicator& indicator) {
  return std::any_of(no_further_callout.begin(), no_further_callout.end(),
                     [&](const Indicator& one) { return one.id == indicator.id; });
}

/// What a reader has to see beside the shares.
void add_beside(io::MeasuredIndicator& measured, const CaseRegister& all, const Period& period) {
  const auto& indicator = measured.indicator;
  if (indicator.time.of != nullptr) measured.time = time_taken(indicator, all, period);
  if (is_about_callouts(indicator)) {
    measured.follow_up = callout_follow_up(indicator, all, period, CalloutModel{}, usual_confidence);
  }
}

io::PeriodNumbers numbers_of(const CaseRegister& all, const Period& period) {
  return {.feedback = feedback_chain(all, period),
          .reach = reach_in(all, period),
          .weeks = weekly_demand(all, period),
          .open = open_cases(all)};
}

void write(const IndicatorsOptions& options, std::span<const Indicator> indicators, const CaseRegister& all,
           const Period& period, std::string& out) {
  std::vector<io::MeasuredIndicator> figures;
  figures.reserve(indicators.size());
  for (const auto& indicator : indicators) {
    figures.push_back({.indicator = indicator, .strata = strata_of(indicator, all, period, options.by)});
  }
  if (options.format == "members") return io::write_members(figures, all, out);
  if (options.format == "csv") return io::write_csv(figures, usual_confidence, out);
  for (auto& measured : figures) add_beside(measured, all, period);
  out += io::measurement_page(figures, usual_confidence);
  if (options.only.empty()) out += io::period_page(numbers_of(all, period));
}

ExitCode explain_all(const IndicatorsOptions& options) {
  Output output;
  for (const auto& indicator : indicators_of(options.only)) {
    for (const auto& line : explain(indicator)) output.buffer() += line + '\n';
    output.buffer() += '\n';
  }
  output.finish();
  return fine;
}

ExitCode run(const IndicatorsOptions& options) {
  const auto indicators = indicators_of(options.only);
  const auto period = period_of(options);
  const auto at = needed_instant(options.at, "--at");
  require_one_standard_input(options.cases, options.feed);
  const auto calendar = load_calendar(options.calendar);
  const auto casework = load_casework_policy(options.casework_policy, calendar.zone());
  const auto log = load_cases(options.cases);
  warn_of_incomplete(options.cases, log.incomplete);
  last_record(log.cases).warn(options.cases, "--at", at);
  RejectsFile rejects{"", options.feed};
  const auto callouts = load_callouts(options.feed, rejects);
  callouts.last.warn(options.feed, "--at", at);
  Output output;
  write(options, indicators, CaseRegister{log.cases, callouts.pairs, casework, calendar, at}, period, output.buffer());
  output.finish();
  return rejects.count() > 0 || !log.rejects.empty() ? some_rows_rejected : fine;
}

}  // namespace

void add_indicators_command(CLI::App& app, ExitCode& exit_code) {
  const auto options = std::make_shared<IndicatorsOptions>();
  auto& command = *app.add_subcommand(
      "indicators", "Says what became of the families of a period, each figure with everybody whom it is about");
  command.add_option("CASES", options->cases, cases_help);
  command.add_option("FEED", options->feed, beside_cases_help);
  command.add_option("--from", options->from, "First day of the period")->type_name("DAY");
  command.add_option("--until", options->until, "Last day of the period")->type_name("DAY");
  command.add_option("--at", options->at, "The cut-off; what was recorded later does not count")->type_name("T");
  command.add_option("--only", options->only, "These indicators; all when absent")->type_name("ID");
  std::vector<std::string> ids;
  for (const auto& grouping : groupings()) ids.push_back(grouping.id);
  command.add_option("--by", options->by, "Each figure by groups of this")->check(CLI::IsMember(ids));
  command.add_option("--calendar", options->calendar, "Calendar file (JSON); England and Wales when absent")
      ->type_name("C");
  command.add_option("--casework-policy", options->casework_policy, "Casework policy file (JSON)")->type_name("P");
  command
      .add_option("--format", options->format,
                  "table for people; csv for programs; members: who stands where, by id; explain: what each figure is")
      ->check(CLI::IsMember({"table", "csv", "members", "explain"}))
      ->capture_default_str();
  command.footer(
      "Limits are Wilson's and hold 95 times in 100. Pending, lost and not known are in no denominator, and told\n"
      "beside it. Without --only the table ends with feedback, reach and the flow of cases.\n"
      "Figures are not yet for the public: small numbers point at people. Calls to the police measure reporting.\n"
      "Exit codes: 0 fine, 1 some rows were rejected, 2 could not run.");
  command.callback([options, &exit_code] {
    if (options->format != "explain" && (options->cases.empty() || options->feed.empty())) {
      throw std::runtime_error{"indicators: needs CASES and FEED"};
    }
    exit_code = options->format == "explain" ? explain_all(*options) : run(*options);
  });
}

}  // namespace earlyhelp::cli
