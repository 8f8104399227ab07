#include "commands.hpp"
#include "inputs.hpp"
#include "output.hpp"
#include "rejects_file.hpp"

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/io/json_writer.hpp>
#include <earlyhelp/policy/policy_timeline.hpp>
#include <earlyhelp/triage/fact_table.hpp>
#include <earlyhelp/triage/sweep.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace earlyhelp::cli {
namespace {

constexpr std::size_t max_variants = 100'000;

struct SweepOptions {
  InputNames inputs;
  std::vector<std::string> vary;
  std::string format = "table";
};

/// One number of the policy and the values that it takes.
struct Range {
  Parameter parameter;
  int first;
  int last;
};

/// "escalation_events=2..6".
Range parse_range(const std::string& text) {
  const auto fail = [&]() -> Range {
    throw std::runtime_error{"--vary: expected a threshold and its values, as in escalation_events=2..6, not " + text};
  };
  const auto equals = text.find('=');
  const auto dots = text.find("..", std::min(equals, text.size()));
  if (dots == std::string::npos) return fail();
  const auto parameter = parse<Parameter>(std::string_view{text}.substr(0, equals));
  if (!parameter) return fail();
  Range range{.parameter = *parameter, .first = 0, .last = 0};
  const auto take = [&](std::size_t from, std::size_t to, int& number) {
    const auto [end, error] = std::from_chars(text.data() + from, text.data() + to, number);
    return error == std::errc{} && end == text.data() + to;
  };
  const bool is_whole = take(equals + 1, dots, range.first) && take(dots + 2, text.size(), range.last);
  if (!is_whole || range.first < 1 || range.last < range.first) return fail();
  return range;
}

void set(Thresholds& thresholds, Parameter parameter, int value) {
  for (const auto instrument : values_of<Instrument>) {
    if (parameter != visible_high_risk_of(instrument)) continue;
    thresholds.visible_high_risk[static_cast<std::size_t>(instrument)] = value;
    return;
  }
  if (parameter == Parameter::escalation_events) {
    thresholds.escalation_events = value;
  } else if (parameter == Parameter::serial_victims) {
    thresholds.serial_victims = value;
  } else if (parameter == Parameter::cumulative_child_events) {
    thresholds.cumulative_child_events = value;
  } else if (parameter == Parameter::young_child_under_years) {
    thresholds.young_child_under_years = value;
  } else {
    throw std::runtime_error{"--vary: " + std::string{to_string(parameter)} +
                             " is not a number that facts are compared with"};
  }
}

/// Each threshold once: varied twice, the later value would be decided by and the earlier one stand beside it.
std::vector<Range> parse_ranges(const std::vector<std::string>& texts) {
  std::vector<Range> ranges;
  ranges.reserve(texts.size());
  EnumSet<Parameter> varied;
  for (const auto& text : texts) {
    const auto range = ranges.emplace_back(parse_range(text));
    if (varied.contains(range.parameter)) {
      throw std::runtime_error{"--vary: " + std::string{to_string(range.parameter)} + " is varied twice"};
    }
    varied.insert(range.parameter);
  }
  return ranges;
}

/// The thresholds of one variant, and the values that were varied.
struct Variant {
  Thresholds thresholds;
  std::vector<int> values = {};
};

/// Every combination; the last range turns fastest, so that neighbours differ in little.
std::vector<Variant> variants_of(const Thresholds& thresholds, const std::vector<Range>& ranges) {
  std::vector<Variant> variants{{.thresholds = thresholds}};
  for (const auto& range : ranges) {
    std::vector<Variant> more;
    for (const auto& variant : variants) {
      for (std::int64_t value = range.first; value <= range.last; ++value) {  // the last may be the greatest int
        auto& next = more.emplace_back(variant);
        next.values.push_back(static_cast<int>(value));
        set(next.thresholds, range.parameter, next.values.back());
        if (more.size() > max_variants) throw std::runtime_error{"--vary: more than 100000 variants"};
      }
    }
    variants = std::move(more);
  }
  return variants;
}

void print_table(const std::vector<Range>& ranges, const std::vector<Variant>& variants,
                 const std::vector<Workload>& workloads) {
  for (const auto& range : ranges) std::cout << to_string(range.parameter) << "  ";
  for (const auto id : Names<Route>::ids) std::cout << id << "  ";
  std::cout << "high  provisional\n";
  const auto put = [](std::string_view head, std::uint64_t number) {
    std::cout << std::setw(static_cast<int>(head.size())) << number << "  ";
  };
  for (std::size_t i = 0; i < variants.size(); ++i) {
    for (std::size_t r = 0; r < ranges.size(); ++r) {
      put(to_string(ranges[r].parameter), static_cast<std::uint64_t>(variants[i].values[r]));
    }
    for (const auto route : values_of<Route>) {
      put(to_string(route), workloads[i].by_route[static_cast<std::size_t>(route)]);
    }
    put("high", workloads[i].by_grade[static_cast<std::size_t>(RiskGrade::high)]);
    put("provisional", workloads[i].provisional);
    std::cout << '\n';
  }
}

template <Named Enum>
void write_counts(io::JsonWriter& json, std::string_view key, const std::array<std::uint64_t, count_of<Enum>>& counts) {
  json.key(key).begin_object();
  for (const auto value : values_of<Enum>) {
    json.key(to_string(value)).number(static_cast<std::int64_t>(counts[static_cast<std::size_t>(value)]));
  }
  json.end_object();
}

void write_json(const std::vector<Range>& ranges, const std::vector<Variant>& variants,
                const std::vector<Workload>& workloads, std::string& out) {
  io::JsonWriter json{out};
  for (std::size_t i = 0; i < variants.size(); ++i) {
    json.begin_object().key("thresholds").begin_object();
    for (std::size_t r = 0; r < ranges.size(); ++r) {
      json.key(to_string(ranges[r].parameter)).number(variants[i].values[r]);
    }
    json.end_object();
    write_counts<RiskGrade>(json, "grades", workloads[i].by_grade);
    write_counts<Route>(json, "routes", workloads[i].by_route);
    write_counts<Duty>(json, "duties", workloads[i].by_duty);
    json.key("provisional").number(static_cast<std::int64_t>(workloads[i].provisional)).end_object().end_line();
  }
}

ExitCode sweep_thresholds(const SweepOptions& options) {
  const auto ranges = parse_ranges(options.vary);
  const auto book = load_policy(options.inputs.policy);
  const PolicyTimeline policies{book};
  const auto policy = policy_on(book, newest_day(book).value()).value();
  const auto variants = variants_of(policy.thresholds(), ranges);
  RejectsFile rejects{options.inputs.rejects, options.inputs.feed};
  FactTable table;
  or_throw(io::triage_feed(options.inputs.feed, load_history(options.inputs.history).history, policies,
                           load_calendar(options.inputs.calendar), load_instant(options.inputs.as_of, "--as-of"),
                           {.on_reject = [&](const io::Reject& reject) { rejects.add(reject); },
                            .on_decision =
                                [&](const io::DecidedIncident& row) {
                                  for (const auto& pair : row.decided.pairs) table.append(pair.facts);
                                }}));
  std::vector<Thresholds> thresholds;
  thresholds.reserve(variants.size());
  for (const auto& variant : variants) thresholds.push_back(variant.thresholds);
  const auto workloads = sweep(policy, thresholds, table.columns());
  if (options.format == "json") {
    Output output;
    write_json(ranges, variants, workloads, output.buffer());
    output.finish();
  } else {
    print_table(ranges, variants, workloads);
  }
  rejects.finish();
  std::cerr << table.size() << " pairs of victim and suspect under " << variants.size() << " variants\n";
  return rejects.count() > 0 ? some_rows_rejected : fine;
}

}  // namespace

void add_sweep_command(CLI::App& policy_command, ExitCode& exit_code) {
  const auto options = std::make_shared<SweepOptions>();
  auto& command = *policy_command.add_subcommand(
      "sweep", "Says how much work a policy makes on every route when its thresholds are moved");
  command.add_option("P", options->inputs.policy, "Policy file (JSON)")->required();
  add_feed_inputs(command, options->inputs);
  command
      .add_option("--vary", options->vary,
                  "A threshold and its values, as in escalation_events=2..6; of several every combination")
      ->type_name("NAME=A..B")
      ->required();
  command.add_option("--format", options->format, "table for people; json for programs, a line each")
      ->check(CLI::IsMember({"table", "json"}))
      ->capture_default_str();
  command.footer(
      "Counts are of pairs of a victim and a suspect, under the rules of the policy's newest day, on what was known\n"
      "when each incident was recorded. Exit codes: 0 fine, 1 some rows were rejected, 2 could not run.");
  command.callback([options, &exit_code] { exit_code = sweep_thresholds(*options); });
}

}  // namespace earlyhelp::cli
