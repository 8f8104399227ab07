#include <earlyhelp/incident/history_in_bulk.hpp>

#include "repeats.hpp"

#include <malloc.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <iomanip>
#include <iostream>
#include <limits>
#include <random>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr HistoryWindows windows{.escalation_months = 12, .marac_repeat_months = 12};

/// `count` incidents over twelve years in the order in which they were recorded, of so many pairs that one in two is
/// the first of its own; one suspect in two has a second victim.
std::vector<PastIncident> make_incidents(std::size_t count) {
  std::mt19937_64 random{7};
  const auto below = [&](std::uint64_t end) { return random() % end; };
  constexpr std::int64_t twelve_years = std::int64_t{12} * 365 * 86'400'000'000;
  const auto between = twelve_years / static_cast<std::int64_t>(count);
  std::vector<PastIncident> incidents;
  incidents.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto recorded = Instant::of_microseconds(1'300'000'000'000'000 + static_cast<std::int64_t>(i) * between);
    const auto occurred = add_hours(recorded, -static_cast<int>(below(48)));
    const auto suspect = below(count * 6 / 10);
    const auto victim = suspect * 2 + below(20) / 15;
    incidents.push_back({.id = IncidentId{"i" + std::to_string(i)},
                         .occurred_at = {.instant = occurred, .day = occurred.utc().date()},
                         .recorded_at = recorded,
                         .victim = PersonId{"v" + std::to_string(victim)},
                         .suspect = PersonId{"s" + std::to_string(suspect)},
                         .definition = Definition::domestic_abuse});
  }
  return incidents;
}

std::size_t allocated_bytes() {
  const auto now = ::mallinfo2();
  return now.uordblks + now.hblkhd;
}

/// Prints the least of some runs: nanoseconds of this process and bytes of history for each incident.
void measure(std::size_t count, int runs) {
  const auto incidents = make_incidents(count);
  auto in_bulk = std::numeric_limits<double>::max();
  auto one_by_one = in_bulk;
  std::size_t bytes = 0;
  std::int64_t difference = 0;
  const auto time = [&](double& least, auto run) {
    const auto start = std::clock();
    run();
    const auto taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC * 1e9;
    least = std::min(least, taken / static_cast<double>(count));
  };
  for (int i = 0; i < runs; ++i) {
    const auto before = allocated_bytes();
    History history;
    std::int64_t events = 0;
    time(in_bulk, [&] {
      for (const auto& each : add_and_ask(history, incidents, windows)) events += each.facts.events_in_window;
    });
    bytes = allocated_bytes() - before;
    History other;
    time(one_by_one, [&] {
      for (const auto& incident : incidents) other.add(incident);
      for (const auto& each : incidents) events -= other.before(each, {}, windows).facts.events_in_window;
    });
    difference += events;
  }
  CHECK(difference == 0);
  std::cout << std::setw(10) << count << std::fixed << std::setprecision(0) << std::setw(12) << in_bulk << std::setw(14)
            << one_by_one << std::setw(12) << static_cast<double>(bytes) / static_cast<double>(count) << '\n';
}

/// Each time in a history of its own, and without taking it down.
void repeat_in_bulk(std::size_t count) {
  const auto incidents = make_incidents(count);
  std::vector<History> histories(benchmarks::repeats());
  std::size_t asked = 0;
  for (auto& history : histories) asked += add_and_ask(history, incidents, windows).size();
  CHECK(asked == histories.size() * count);
}

void head() { std::cout << " incidents  in bulk, ns  one by one, ns  bytes of history\n"; }

}  // namespace

TEST_CASE("history in bulk: the curve", "[history]") {
  head();
  measure(15'000, 9);
  measure(150'000, 5);
  measure(1'500'000, 3);
}

TEST_CASE("history in bulk: the far end of the curve, in 6 GB", "[.][history_large]") {
  head();
  measure(15'000'000, 1);
}

TEST_CASE("instructions: history of 15000 incidents", "[.instructions]") { repeat_in_bulk(15'000); }

TEST_CASE("instructions: history of 150000 incidents", "[.instructions]") { repeat_in_bulk(150'000); }
