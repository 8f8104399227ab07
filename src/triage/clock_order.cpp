#include "triage/clock_order.hpp"

#include "triage/duty_clocks.hpp"

#include <earlyhelp/calendar/due.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>

namespace earlyhelp {
namespace {

namespace pt = boost::posix_time;

// ---- proofs

constexpr std::int64_t hour = 60;  // minutes
constexpr std::int64_t day = 24 * hour;
constexpr std::int64_t clock_change = hour;
constexpr std::int64_t close = 17 * hour;
constexpr std::int64_t no_most = std::numeric_limits<std::int64_t>::max();

/// The least and the most minutes that pass.
struct Passing {
  std::int64_t least;
  std::int64_t most;
};

Passing passing(Clock clock) {
  constexpr std::int64_t shortest_month = 28;
  constexpr std::int64_t longest_month = 31;
  const auto amount = std::int64_t{clock.amount};
  switch (clock.kind) {
    case ClockKind::clock_hours:
      return {amount * hour, amount * hour};
    case ClockKind::clock_hours_excluding:
    case ClockKind::working_hours:
      return {amount * hour, no_most};
    case ClockKind::clock_days:
      return {amount * day - clock_change, amount * day + clock_change};
    case ClockKind::working_days:
      return {(amount - 1) * day + close - clock_change, no_most};
    case ClockKind::next_school_day:
      return {0, no_most};
    case ClockKind::calendar_months:
      return {amount * shortest_month * day - clock_change, amount * longest_month * day + clock_change};
    case ClockKind::daily_at:
      break;
  }
  return {0, day + clock_change};
}

/// How long after the report a clock starts.
Passing until_start(ClockStart start, const DutyClock& review) {
  if (start == ClockStart::report) return {0, 0};
  if (start == ClockStart::attendance || review.start == ClockStart::attendance) return {0, no_most};
  return passing(review.clock);
}

/// Whether `a` never starts after `b`.
bool starts_first(ClockStart a, ClockStart b, const DutyClock& review) {
  if (a == b || a == ClockStart::report) return true;
  return a == ClockStart::attendance && b == ClockStart::daily_review && review.start == ClockStart::attendance;
}

bool has_fixed_amounts(ClockKind kind) { return kind != ClockKind::daily_at && kind != ClockKind::next_school_day; }

/// Whether a later start may be due earlier: of a wall time that comes twice the second is later, and shows less.
bool keeps_wall_time(ClockKind kind) { return kind == ClockKind::clock_days || kind == ClockKind::calendar_months; }

std::int64_t sum(std::int64_t a, std::int64_t b) { return a == no_most || b == no_most ? no_most : a + b; }

// ---- examples

Calendar some_calendar() {
  const Period known{Date{2025, 1, 1}, Date{2027, 12, 31}};
  return Calendar{london(), Holidays{.known = known, .days = {Date{2026, 4, 3}, Date{2026, 4, 6}}},
                  SchoolTerms{.known = known, .terms = {known}}};
}

std::vector<Instant> some_reports() {
  constexpr int half_hours_in_a_day = 48;
  const std::array periods{Period{Date{2026, 1, 5}, Date{2026, 1, 13}}, Period{Date{2026, 3, 27}, Date{2026, 4, 7}},
                           Period{Date{2026, 10, 23}, Date{2026, 10, 27}}};
  std::vector<Instant> reports;
  for (const auto& period : periods) {
    for (auto date = period.first(); date <= period.last(); date += Days{1}) {
      for (int i = 0; i < half_hours_in_a_day; ++i) reports.emplace_back(date, pt::minutes{i * hour / 2});
    }
  }
  return reports;
}

std::vector<ClockStarts> some_starts() {
  constexpr std::array hours{1, 12, 30, 72};
  const auto reports = some_reports();
  std::vector<ClockStarts> starts;
  starts.reserve((1 + hours.size()) * reports.size());
  for (const auto report : reports) starts.push_back({.reported_at = report, .attended_at = {}});
  for (const auto hours_until_attended : hours) {
    for (const auto report : reports) {
      starts.push_back({.reported_at = report, .attended_at = add_hours(report, hours_until_attended)});
    }
  }
  return starts;
}

boost::optional<Instant> earliest_due(const std::vector<DutyClock>& clocks, const ClockStarts& starts,
                                      const DutyClock& review, const Calendar& calendar) {
  boost::optional<Instant> earliest;
  for (const auto& clock : clocks) {
    const auto start = start_of(clock.start, starts, review, calendar);
    const auto due = start ? due_by(clock.clock, *start, calendar) : boost::none;
    if (due && (!earliest || *due < *earliest)) earliest = due;
  }
  return earliest;
}

}  // namespace

bool is_never_later(const DutyClock& a, const DutyClock& b, const DutyClock& review) noexcept {
  const auto passing_a = passing(a.clock);
  const auto passing_b = passing(b.clock);
  if (starts_first(a.start, b.start, review)) {
    if (passing_a.most <= passing_b.least) return true;
    const bool is_alike = a.clock.kind == b.clock.kind && (a.start == b.start || !keeps_wall_time(a.clock.kind));
    if (is_alike && a.clock == b.clock) return true;
    if (is_alike && has_fixed_amounts(a.clock.kind) && a.clock.amount <= b.clock.amount) return true;
  }
  return sum(until_start(a.start, review).most, passing_a.most) <=
         sum(until_start(b.start, review).least, passing_b.least);
}

DueOrder compare_clocks(const std::vector<DutyClock>& before, const std::vector<DutyClock>& after,
                        const Policy& policy) {
  if (after.empty()) return {.answer = DueOrder::Answer::later, .example = {}};
  const auto review = policy.clock(Parameter::daily_review_at);
  const bool is_proved = std::all_of(before.begin(), before.end(), [&](const DutyClock& b) {
    return std::any_of(after.begin(), after.end(), [&](const DutyClock& a) { return is_never_later(a, b, review); });
  });
  if (is_proved) return {.answer = DueOrder::Answer::never_later, .example = {}};
  const auto calendar = some_calendar();
  for (const auto& starts : some_starts()) {
    const auto due_before = earliest_due(before, starts, review, calendar);
    const auto due_after = earliest_due(after, starts, review, calendar);
    if (!due_before || !due_after || *due_after <= *due_before) continue;
    return {.answer = DueOrder::Answer::later,
            .example = LaterDue{.starts = starts, .before = *due_before, .after = due_after}};
  }
  return {.answer = DueOrder::Answer::unknown, .example = {}};
}

}  // namespace earlyhelp
