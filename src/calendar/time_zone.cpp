#include <earlyhelp/calendar/time_zone.hpp>

#include "posix_rule.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace earlyhelp {
namespace {

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t day_length = 86'400 * second;
constexpr std::int64_t least_gap_between_changes = 7 * day_length;

// The calendar repeats every 400 years: 146,097 days, a whole number of weeks.
constexpr unsigned short first_year_of_cycle = 1970;
constexpr unsigned short years_in_cycle = 400;
constexpr std::int64_t cycle = 146'097 * day_length;
constexpr std::int64_t mean_gap_between_changes = cycle / years_in_cycle / 2;

constexpr std::int64_t epoch_day_number = 2'440'588;  // of 1970-01-01, as Boost counts days
constexpr std::int64_t first_day_number = 2'232'400;  // of 1400-01-01
constexpr std::int64_t last_day_number = 5'373'484;   // of 9999-12-31

std::int64_t floor_div(std::int64_t value, std::int64_t by) noexcept { return value / by - (value % by < 0 ? 1 : 0); }

std::int64_t midnight(Date day) noexcept { return (std::int64_t{day.day_number()} - epoch_day_number) * day_length; }

/// The start of the 400 years in which `microseconds` lies; 0 for 1970 to 2369.
std::int64_t cycle_start(std::int64_t microseconds) noexcept {
  if (microseconds >= 0 && microseconds < cycle) return 0;
  return floor_div(microseconds, cycle) * cycle;
}

struct Change {
  std::int64_t at;
  bool to_summer;
};

/// The changes of one cycle and of a year on either side, in order.
std::vector<Change> changes_of(const PosixRule& rule, const SummerTime& summer) {
  std::vector<Change> changes;
  for (unsigned short i = 0; i < years_in_cycle + 2; ++i) {
    const auto year = static_cast<unsigned short>(first_year_of_cycle - 1 + i);
    const auto start = midnight(day_in(summer.start, year)) + (summer.start.seconds - rule.seconds_east) * second;
    const auto end = midnight(day_in(summer.end, year)) + (summer.end.seconds - summer.seconds_east) * second;
    changes.push_back({.at = start, .to_summer = true});
    changes.push_back({.at = end, .to_summer = false});
  }
  std::sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.at < b.at; });
  for (std::size_t i = 1; i < changes.size(); ++i) {
    if (changes[i].at - changes[i - 1].at < least_gap_between_changes ||
        changes[i].to_summer == changes[i - 1].to_summer) {
      throw std::invalid_argument{"TimeZone: expected a start and an end of summer time in turn, a week or more apart"};
    }
  }
  return changes;
}

}  // namespace

/// A time on the wall as both sides of the nearest change read it.
struct TimeZone::Reading {
  WallKind kind;
  std::int64_t first;
  std::int64_t second;
  std::int64_t change;
};

TimeZone::TimeZone(std::string_view posix_rule) : rule_{posix_rule} {
  const auto rule = parse_posix_rule(posix_rule);
  offset_ = other_offset_ = rule.seconds_east * second;
  if (!rule.summer) return;
  const auto shift = (rule.summer->seconds_east - rule.seconds_east) * second;
  if (shift <= -day_length || shift >= day_length) {
    throw std::invalid_argument{"TimeZone: expected a summer time less than a day from standard time"};
  }
  const auto changes = changes_of(rule, *rule.summer);
  (changes.front().to_summer ? offset_ : other_offset_) = rule.summer->seconds_east * second;
  changes_.reserve(changes.size());
  for (const auto& change : changes) changes_.push_back(change.at);
}

std::size_t TimeZone::last_change_until(std::int64_t microseconds) const noexcept {
  const auto guess = (microseconds - changes_.front()) / mean_gap_between_changes;
  auto index = std::min(static_cast<std::size_t>(std::max<std::int64_t>(guess, 0)), changes_.size() - 1);
  while (index + 1 < changes_.size() && changes_[index + 1] <= microseconds) ++index;
  while (index > 0 && changes_[index] > microseconds) --index;
  return index;
}

std::int64_t TimeZone::offset_at(std::int64_t microseconds) const noexcept {
  if (changes_.empty()) return offset_;
  return offset_after(last_change_until(microseconds - cycle_start(microseconds)));
}

TimeZone::Reading TimeZone::read(std::int64_t wall_microseconds) const noexcept {
  if (changes_.empty()) {
    const auto at = wall_microseconds - offset_;
    return {.kind = WallKind::unique, .first = at, .second = at, .change = at};
  }
  // Changes are a week apart and offsets hardly more than a day: only the nearest change can matter.
  const auto base = cycle_start(wall_microseconds);
  const auto wall = wall_microseconds - base;
  auto nearest = last_change_until(wall);
  if (nearest + 1 < changes_.size() && changes_[nearest + 1] - wall < wall - changes_[nearest]) ++nearest;
  const auto change = changes_[nearest];
  const auto before = wall - offset_after(nearest + 1);  // offsets alternate
  const auto after = wall - offset_after(nearest);
  const auto answer = [base, change](WallKind kind, std::int64_t one, std::int64_t other) -> Reading {
    return {.kind = kind, .first = base + one, .second = base + other, .change = base + change};
  };
  if (before < change && after < change) return answer(WallKind::unique, before, before);
  if (before >= change && after >= change) return answer(WallKind::unique, after, after);
  return answer(before < change ? WallKind::ambiguous : WallKind::skipped, before, after);
}

CivilTime TimeZone::civil(Instant instant) const {
  // Farther out the sum below could overflow.
  constexpr std::int64_t farthest = (last_day_number - epoch_day_number + 2) * day_length;
  const auto utc = instant.microseconds();
  if (utc < -farthest || utc > farthest) throw std::out_of_range{"TimeZone: needs a day from 1400 to 9999"};
  const auto offset = offset_at(utc);
  const auto wall = utc + offset;
  const auto days = floor_div(wall, day_length);
  const auto number = days + epoch_day_number;
  if (number < first_day_number || number > last_day_number) {
    throw std::out_of_range{"TimeZone: needs a day from 1400 to 9999"};
  }
  return {.day = Date{static_cast<boost::gregorian::date::date_int_type>(number)},
          .since_midnight = boost::posix_time::microseconds{wall - days * day_length},
          .offset = boost::posix_time::microseconds{offset}};
}

WallTime TimeZone::resolve(Date day, Duration since_midnight) const {
  const auto time = since_midnight.total_microseconds();
  if (since_midnight.is_special() || time < 0 || time >= day_length) {
    throw std::invalid_argument{"TimeZone: needs a time of day from 00:00 to before 24:00"};
  }
  const auto reading = read(midnight(day) + time);
  return {.kind = reading.kind,
          .first = Instant::of_microseconds(reading.first),
          .second = Instant::of_microseconds(reading.second)};
}

Instant TimeZone::day_start(Date day) const noexcept {
  const auto reading = read(midnight(day));
  return Instant::of_microseconds(reading.kind == WallKind::skipped ? reading.change : reading.first);
}

TimeZone london() { return TimeZone{"GMT0BST,M3.5.0/1,M10.5.0/2"}; }

}  // namespace earlyhelp
