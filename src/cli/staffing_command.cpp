#include "commands.hpp"
#include "inputs.hpp"
#include "output.hpp"

#include <earlyhelp/casework/staffing.hpp>
#include <earlyhelp/io/json_writer.hpp>
#include <earlyhelp/policy/default_policy.hpp>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace earlyhelp::cli {
namespace {

constexpr const char* default_first_day = "2025-01-06";

struct StaffingOptions {
  StaffingPlan plan = [] {
    const auto day = parse_date(default_first_day).value();
    return staffing_plan(policy_on(default_policy_book(), day).value(), day);
  }();
  std::string first_day = default_first_day;
  std::string practitioners = "2..12";
  std::string order{to_string(plan.order)};
  bool works_every_day = false;
  std::string policy = {};
  std::string calendar = {};
  std::string format = "table";
};

struct Sizes {
  int least;
  int most;
};

/// "2..12", or "8" alone.
Sizes parse_sizes(const std::string& text) {
  const auto number = [&](std::string_view digits) {
    int value = 0;
    const auto* const past_end = digits.data() + digits.size();
    const auto [end, error] = std::from_chars(digits.data(), past_end, value);
    if (error != std::errc{} || end != past_end || value < 0) {
      throw std::runtime_error{"--practitioners: expected numbers from 0, as in 2..12, not " + text};
    }
    return value;
  };
  const auto dots = text.find("..");
  if (dots == std::string::npos) return {.least = number(text), .most = number(text)};
  return {.least = number(std::string_view{text}.substr(0, dots)),
          .most = number(std::string_view{text}.substr(dots + 2))};
}

/// The plan that is asked for, under the promise and the daily review of the policy in force on its first day.
StaffingPlan plan_of(const StaffingOptions& options) {
  const auto first_day = parse_date(options.first_day);
  if (!first_day) throw std::runtime_error{"--first-day: expected a day, written YYYY-MM-DD, not " + options.first_day};
  const auto policy = policy_on(load_policy(options.policy), *first_day);
  if (!policy) throw std::runtime_error{"--first-day: before the first day of the policy"};
  const auto clocks = staffing_plan(*policy, *first_day);
  auto plan = options.plan;
  plan.first_day = clocks.first_day;
  plan.promise = clocks.promise;
  plan.review = clocks.review;
  plan.order = parse<WorkOrder>(options.order).value();
  if (options.works_every_day) {
    for (auto& shift : plan.shifts) {
      shift.days.fill(true);
      shift.works_on_holidays = true;
    }
  }
  return plan;
}

/// A number in so many columns.
std::string column(double value, int width, int decimals) {
  std::string text(64, '\0');
  const auto [end, error] =
      std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals);
  text.resize(error == std::errc{} ? static_cast<std::size_t>(end - text.data()) : 0);
  const auto missing = static_cast<std::size_t>(width) - std::min(static_cast<std::size_t>(width), text.size());
  return std::string(missing, ' ') + text;
}
std::string column(const boost::optional<double>& value, int width, int decimals) {
  return value ? column(*value, width, decimals) : std::string(static_cast<std::size_t>(width) - 1, ' ') + "-";
}

void write_table(const StaffingPlan& plan, const std::vector<StaffingEstimate>& estimates, std::string& out) {
  constexpr auto percent = 100;
  out +=
      "practitioners  state        in time %     interval  by formula %  mean wait h  at work %  waiting  hours left  "
      "growth "
      "h/week\n";
  for (const auto& estimate : estimates) {
    auto state = std::string{to_string(estimate.state)};
    state.resize(12, ' ');
    out += column(estimate.practitioners, 13, 0) + "  " + state;
    const auto& share = estimate.in_time;
    out += column(share ? boost::make_optional(percent * share->mean) : boost::none, 10, 1) + "  ";
    out += share ? column(percent * share->lower, 5, 1) + " -" + column(percent * share->upper, 6, 1)
                 : std::string(12, ' ') + "-";
    const auto& formula = estimate.in_time_by_formula;
    out += column(formula ? boost::make_optional(percent * *formula) : boost::none, 14, 1);
    out += column(estimate.mean_wait_hours, 13, 1);
    out += column(estimate.utilisation ? boost::make_optional(percent * *estimate.utilisation) : boost::none, 11, 1);
    out += column(estimate.families_waiting, 9, 1) + column(estimate.hours_left, 12, 0) +
           column(estimate.backlog_growth(), 15, 1) + "\n";
  }
  out +=
      "\nunstable: work comes at least as fast as it is done, and no wait is finite in the long run.\nIt rests on:\n";
  for (const auto& assumption : assumptions_of(plan)) {
    out += column(assumption.value, 8, 2) + " " + std::string{assumption.what} +
           (assumption.is_published ? " (" : " (ASSUMPTION; ") + std::string{assumption.source.title.view()} + ")\n";
  }
}

void write_json(const std::vector<StaffingEstimate>& estimates, std::string& out) {
  io::JsonWriter json{out};
  const auto number_or_null = [&](std::string_view key, const boost::optional<double>& value) {
    json.key(key);
    value ? json.number(*value) : json.null();
  };
  for (const auto& estimate : estimates) {
    json.begin_object().key("practitioners").number(estimate.practitioners);
    json.key("state").text(to_string(estimate.state));
    json.key("offered_hours_a_week").number(estimate.offered_hours_a_week);
    json.key("capacity_hours_a_week").number(estimate.capacity_hours_a_week);
    json.key("in_time");
    if (estimate.in_time) {
      json.begin_object().key("mean").number(estimate.in_time->mean).key("lower").number(estimate.in_time->lower);
      json.key("upper").number(estimate.in_time->upper);
      json.key("runs").number(static_cast<std::int64_t>(estimate.in_time->values)).end_object();
    } else {
      json.null();
    }
    number_or_null("in_time_by_formula", estimate.in_time_by_formula);
    number_or_null("mean_wait_hours", estimate.mean_wait_hours);
    number_or_null("utilisation", estimate.utilisation);
    json.key("families_waiting").number(estimate.families_waiting).key("hours_left").number(estimate.hours_left);
    json.key("backlog_growth_hours_a_week").number(estimate.backlog_growth()).end_object().end_line();
  }
}

ExitCode run(const StaffingOptions& options) {
  const auto sizes = parse_sizes(options.practitioners);
  const auto plan = plan_of(options);
  const auto estimates = simulate_staffing(plan, sizes.least, sizes.most, load_calendar(options.calendar));
  if (!estimates) {
    throw std::runtime_error{
        "the calendar does not cover every day from the warm-up to four weeks after the last week"};
  }
  Output output;
  if (options.format == "json") {
    write_json(*estimates, output.buffer());
  } else {
    write_table(plan, *estimates, output.buffer());
  }
  output.finish();
  return fine;
}

}  // namespace

void add_staffing_command(CLI::App& app, ExitCode& exit_code) {
  const auto options = std::make_shared<StaffingOptions>();
  auto& plan = options->plan;
  auto& command =
      *app.add_subcommand("staffing", "Simulates how many families a team of some size contacts within the promise");
  const auto add = [&](const char* name, auto& value, const char* what, const char* type) {
    command.add_option(name, value, what)->type_name(type)->capture_default_str();
  };
  add("--demand", plan.incidents_a_day, "Incidents a day that police attended", "N");
  add("--practitioners", options->practitioners, "Sizes of team", "A..B");
  add("--seed", plan.seed, "Any whole number; the same one gives the same answer", "S");
  add("--team-share", plan.team_share, "Share of the incidents that are the team's", "SHARE");
  add("--contact-hours", plan.first_contact.mean_hours, "Mean work for a first contact", "HOURS");
  add("--further-share", plan.further_work_share, "Share of families with work behind the first contact", "SHARE");
  add("--further-hours", plan.further_work.mean_hours, "Mean of that work", "HOURS");
  add("--absence-share", plan.absence_share, "Share of the days at work on which somebody is absent", "SHARE");
  command.add_flag("--every-day", options->works_every_day, "Shifts at weekends and on holidays too");
  add("--first-day", options->first_day, "The first measured day", "DAY");
  add("--weeks", plan.weeks, "Measured weeks", "N");
  add("--runs", plan.runs, "Independent runs, from 2", "N");
  add("--policy", options->policy,
      "Policy file (JSON): the promise and the daily review; the shipped policy when absent", "P");
  add("--calendar", options->calendar, "Calendar file (JSON); England and Wales when absent", "C");
  command.add_option("--order", options->order, "What is done first")
      ->check(CLI::IsMember({"contacts_first", "case_by_case"}))
      ->capture_default_str();
  command.add_option("--format", options->format, "table for people; json for programs, a line each")
      ->check(CLI::IsMember({"table", "json"}))
      ->capture_default_str();
  command.footer(
      "A family counts as contacted when its first contact begins. The interval holds 95 times in 100 and is made of\n"
      "independent runs. A - says that there is no such number: no share without anybody at work or any family, no\n"
      "wait when the team cannot keep up. Exit codes: 0 fine, 2 could not run.");
  command.callback([options, &exit_code] { exit_code = run(*options); });
}

}  // namespace earlyhelp::cli
