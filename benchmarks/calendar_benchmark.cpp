#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/calendar/due.hpp>

#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <catch2/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr std::size_t count = 1000;

/// A thousand instants of 2025: what a benchmark says is for all of them.
std::vector<Instant> make_starts() {
  std::mt19937_64 random{2025};
  const Instant first{Date{2025, 1, 6}, Duration{}};
  const Instant last{Date{2025, 12, 1}, Duration{}};
  std::uniform_int_distribution<std::int64_t> in_the_year{first.microseconds(), last.microseconds()};
  std::vector<Instant> starts;
  for (std::size_t i = 0; i < count; ++i) starts.push_back(Instant::of_microseconds(in_the_year(random)));
  return starts;
}

Calendar make_calendar() {
  const Period known{Date{2025, 1, 1}, Date{2026, 12, 31}};
  return Calendar{
      london(),
      {.known = known, .days = {Date{2025, 4, 18}, Date{2025, 4, 21}, Date{2025, 8, 25}, Date{2025, 12, 25}}},
      SchoolTerms{
          .known = known,
          .terms = {Period{Date{2025, 1, 6}, Date{2025, 7, 22}}, Period{Date{2025, 9, 3}, Date{2025, 12, 19}}}}};
}

}  // namespace

TEST_CASE("civil time, 1000 at a time") {
  const auto zone = london();
  const auto starts = make_starts();
  BENCHMARK("build a zone") { return london(); };
  BENCHMARK("civil") {
    Days days{0};
    for (const auto start : starts) days += zone.civil(start).since_midnight.ticks() == 0 ? Days{1} : Days{0};
    return days;
  };
  BENCHMARK("resolve") {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
      sum += zone.resolve(Date{2025, 1, 1} + Days{static_cast<long>(i % 365)}, Duration{9, 0, 0}).first.microseconds();
    }
    return sum;
  };
}

TEST_CASE("due times, 1000 at a time") {
  const auto calendar = make_calendar();
  const auto starts = make_starts();
  const std::vector<Clock> clocks = {
      {.kind = ClockKind::clock_hours, .amount = 48},     {.kind = ClockKind::clock_hours_excluding, .amount = 48},
      {.kind = ClockKind::clock_days, .amount = 28},      {.kind = ClockKind::working_hours, .amount = 4},
      {.kind = ClockKind::working_days, .amount = 2},     {.kind = ClockKind::next_school_day, .amount = 0},
      {.kind = ClockKind::calendar_months, .amount = 12}, {.kind = ClockKind::daily_at, .amount = 540}};
  for (const auto& clock : clocks) {
    BENCHMARK(std::string{to_string(clock.kind)} + " " + std::to_string(clock.amount)) {
      std::int64_t sum = 0;
      for (const auto start : starts) {
        const auto due = due_by(clock, start, calendar);
        sum += due ? due->microseconds() : 0;
      }
      return sum;
    };
  }
}
