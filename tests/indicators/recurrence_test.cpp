#include <earlyhelp/indicators/recurrence.hpp>

#include <catch2/catch.hpp>

#include <array>
#include <cstddef>
#include <vector>

using namespace earlyhelp;

namespace {

const Date index_day{2026, 1, 1};

/// So many families, all followed for 40 days, and one more with an event after ten.
RecurrenceWindow within(std::int64_t days, std::size_t without_event, bool has_one_with) {
  std::vector<Followed> all(without_event, Followed{.index = index_day});
  if (has_one_with) all.push_back({.index = index_day, .events = {index_day + Days{10}}});
  const std::array windows = {days};
  return recurrence(all, windows, index_day + Days{40}, 0.95).front();
}

}  // namespace

TEST_CASE("a window is without events until the first, and not when nobody was seen so long", "[indicators]") {
  CHECK(within(9, 20, true).is_without_events());
  CHECK_FALSE(within(10, 20, true).is_without_events());
  CHECK(within(40, 20, false).is_without_events());
  CHECK_FALSE(within(41, 20, false).is_without_events());
  CHECK_FALSE(within(41, 20, false).is_survival_known());
  CHECK_FALSE(within(10, 0, true).is_without_events());  // all have had it
  CHECK_FALSE(within(10, 0, false).is_without_events());
  CHECK_FALSE(within(10, 0, false).is_survival_known());
}

TEST_CASE("fewer than ten at risk are few, and nobody is no curve", "[indicators]") {
  CHECK(within(40, 9, false).is_of_few());
  CHECK_FALSE(within(40, 10, false).is_of_few());
  CHECK_FALSE(within(10, 9, true).is_of_few());  // who has it on that day was at risk
  CHECK(within(11, 9, true).is_of_few());
  CHECK_FALSE(within(41, 9, false).is_of_few());
}
