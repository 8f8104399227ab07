#include <earlyhelp/casework/staffing_plan.hpp>

#include "check_plan.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace earlyhelp {
namespace {

constexpr std::size_t days_in_a_week = 7;
constexpr std::size_t hours_in_a_day = 24;

void require(bool is_good, const char* expected) {
  if (!is_good) throw std::invalid_argument{std::string{"StaffingPlan: needs "} + expected};
}

bool is_share(double value) { return value >= 0 && value <= 1; }
bool is_within(double value, double least, double most) { return value >= least && value <= most; }

void check_time(const HandlingTime& time, const char* expected) {
  constexpr auto most_hours = 1e4;
  constexpr auto most_variation = 100;
  require(is_declared(time.spread) && time.mean_hours > 0 && time.mean_hours <= most_hours &&
              is_within(time.variation, 0, most_variation),
          expected);
}

void check_shift(const Shift& shift) {
  require(shift.begin >= Duration{} && shift.begin < shift.end && shift.end <= boost::posix_time::hours{24},
          "shifts with 00:00 <= begin < end <= 24:00");
}

}  // namespace

HourWeights default_hour_weights() noexcept {
  constexpr std::array<double, hours_in_a_day> hours = {1.10, 0.90, 0.70, 0.50, 0.40, 0.30, 0.35, 0.50,
                                                        0.70, 0.85, 0.95, 1.00, 1.05, 1.05, 1.10, 1.20,
                                                        1.25, 1.35, 1.45, 1.50, 1.55, 1.55, 1.45, 1.30};
  constexpr std::array<double, days_in_a_week> days = {0.95, 0.90, 0.90, 0.93, 1.02, 1.15, 1.15};
  HourWeights weights{};
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = days[i / hours_in_a_day] * hours[i % hours_in_a_day];
  return weights;
}

StaffingPlan staffing_plan(const Policy& policy, Date first_day) {
  return {.first_day = first_day,
          .promise = policy.clock(Parameter::contact_within),
          .review = policy.clock(Parameter::daily_review_at).clock};
}

void check_plan(const StaffingPlan& plan) {
  constexpr auto most_weeks = 5200;
  constexpr auto most_runs = 10'000;
  constexpr auto most_incidents = 1e5;
  require(plan.weeks >= 1 && plan.weeks <= most_weeks, "1 to 5200 weeks");
  require(plan.warm_up_weeks >= 0 && plan.warm_up_weeks <= most_weeks, "0 to 5200 warm_up_weeks");
  require(plan.runs >= 2 && plan.runs <= most_runs, "2 to 10000 runs");
  require(is_within(plan.incidents_a_day, 0, most_incidents), "0 to 100000 incidents_a_day");
  require(is_share(plan.team_share), "a team_share from 0 to 1");
  require(std::all_of(plan.hour_weights.begin(), plan.hour_weights.end(),
                      [](double weight) { return std::isfinite(weight) && weight >= 0; }) &&
              std::any_of(plan.hour_weights.begin(), plan.hour_weights.end(), [](double weight) { return weight > 0; }),
          "finite hour_weights, none negative and not all 0");
  check_time(plan.first_contact, "a first_contact with mean_hours above 0 to 10000 and a variation from 0 to 100");
  require(is_share(plan.further_work_share), "a further_work_share from 0 to 1");
  check_time(plan.further_work, "a further_work with mean_hours above 0 to 10000 and a variation from 0 to 100");
  require(!plan.shifts.empty(), "shifts");
  for (const auto& shift : plan.shifts) check_shift(shift);
  require(is_share(plan.absence_share), "an absence_share from 0 to 1");
  require(!plan.review || is_possible(*plan.review), "a review that is possible");
  require(is_possible(plan.promise.clock) && is_declared(plan.promise.start), "a promise that is possible");
  require(is_declared(plan.order), "an order");
  require(plan.confidence > 0 && plan.confidence < 1, "a confidence above 0 and below 1");
}

}  // namespace earlyhelp
