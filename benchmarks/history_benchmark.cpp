#include <earlyhelp/incident/history.hpp>

#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <catch2/catch.hpp>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr HistoryWindows windows{.escalation_months = 12, .marac_repeat_months = 12};

/// How many people and pairs share `count` incidents.
struct Shape {
  int count;
  int victims;
  int suspects;    ///< each has the victims next to his own number
  int victims_of;  ///< one suspect
};

std::vector<PastIncident> incidents_of(const Shape& shape) {
  std::mt19937 engine{1};
  const auto below = [&](int end) { return std::uniform_int_distribution<int>{0, end - 1}(engine); };
  std::vector<PastIncident> incidents;
  incidents.reserve(static_cast<std::size_t>(shape.count));
  for (int i = 0; i < shape.count; ++i) {
    const auto suspect = below(shape.suspects);
    const auto victim = (suspect + below(shape.victims_of)) % shape.victims;
    const auto occurred = Instant::of_microseconds(1'600'000'000'000'000 + std::int64_t{i} * 150'000'000);
    incidents.push_back({.id = IncidentId{"i" + std::to_string(i)},
                         .occurred_at = {.instant = occurred, .day = occurred.utc().date()},
                         .recorded_at = add_hours(occurred, below(48)),
                         .victim = PersonId{"v" + std::to_string(victim)},
                         .suspect = PersonId{"s" + std::to_string(suspect)},
                         .definition = Definition::domestic_abuse});
  }
  return incidents;
}

History add_all(const std::vector<PastIncident>& incidents) {
  History history;
  for (const auto& incident : incidents) history.add(incident);
  return history;
}

std::int64_t ask_all(const History& history, const std::vector<PastIncident>& incidents) {
  std::int64_t sum = 0;
  for (const auto& incident : incidents) sum += history.before(incident, {}, windows).facts.events_in_window;
  return sum;
}

void measure(const std::string& name, const Shape& shape) {
  const auto incidents = incidents_of(shape);
  const auto history = add_all(incidents);
  BENCHMARK("add: " + name) { return add_all(incidents); };
  BENCHMARK("ask: " + name) { return ask_all(history, incidents); };
}

}  // namespace

TEST_CASE("history of many pairs", "[history]") {
  measure("100,000 incidents of 60,000 pairs",
          {.count = 100'000, .victims = 60'000, .suspects = 60'000, .victims_of = 2});
  measure("1,000,000 incidents of 600,000 pairs",
          {.count = 1'000'000, .victims = 600'000, .suspects = 600'000, .victims_of = 2});
}

TEST_CASE("history of one pair, and of one suspect", "[history]") {
  measure("100,000 incidents of one pair", {.count = 100'000, .victims = 1, .suspects = 1, .victims_of = 1});
  measure("100,000 incidents of one suspect of 50,000",
          {.count = 100'000, .victims = 50'000, .suspects = 1, .victims_of = 50'000});
}
