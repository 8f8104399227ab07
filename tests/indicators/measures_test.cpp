#include <earlyhelp/indicators/feedback_chain.hpp>
#include <earlyhelp/indicators/prompt_contact.hpp>
#include <earlyhelp/indicators/reach.hpp>
#include <earlyhelp/indicators/recurrence.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <random>
#include <stdexcept>
#include <vector>

using namespace earlyhelp;

namespace {

Instant at(int hours, int microseconds = 0) {
  constexpr std::int64_t hour = 3'600'000'000;
  return Instant::of_microseconds(1'700'000'000'000'000 + hours * hour + microseconds);
}

}  // namespace

TEST_CASE("contact exactly when it is due is in time, and a microsecond later is not", "[indicators]") {
  const auto became = [](Instant contacted) {
    return prompt_contact({.start = at(0), .due = at(48), .contacted = contacted}, at(100));
  };
  CHECK(became(at(48)) == PromptContact::met);
  CHECK(became(at(48, 1)) == PromptContact::breached_late_contact);
  CHECK(became(at(0)) == PromptContact::met);
  CHECK(became(at(0, -1)) == PromptContact::invalid_contact_before_start);
}

TEST_CASE("what came after the moment of looking was not known then", "[indicators]") {
  const ContactRecord record{.start = at(0), .due = at(48), .contacted = at(60), .closed = at(70)};
  CHECK(prompt_contact(record, at(48)) == PromptContact::pending_not_due);
  CHECK(prompt_contact(record, at(48, 1)) == PromptContact::breached_open_overdue);
  CHECK(prompt_contact(record, at(60)) == PromptContact::breached_late_contact);
}

TEST_CASE("a case closed without contact is excluded before it was due, and breached after", "[indicators]") {
  const auto became = [](Instant closed) {
    return prompt_contact({.start = at(0), .due = at(48), .closed = closed}, at(100));
  };
  CHECK(became(at(48)) == PromptContact::excluded_closed_before_due);
  CHECK(became(at(48, 1)) == PromptContact::breached_closed_uncontacted);
}

TEST_CASE("nobody's promise has no compliance and no bounds", "[indicators]") {
  PromptContactCounts counts;
  CHECK_FALSE(share(counts.compliance()).has_value());
  CHECK_FALSE(counts.bounds().has_value());
  counts.add(PromptContact::pending_not_due, 2);
  CHECK_FALSE(share(counts.compliance()).has_value());
  CHECK((counts.bounds() == Interval{.lower = 0, .upper = 1}));
}

TEST_CASE("a chain of feedback whose numbers do not follow each other is refused", "[indicators]") {
  const auto bounds = [](std::int64_t supported, std::int64_t asked, std::int64_t answered, std::int64_t positive) {
    return feedback_bounds({.supported = supported, .asked = asked, .answered = answered, .positive = positive});
  };
  // 23 of the 24 who answered were satisfied, of 39 asked: at worst 59 %, at best 97 %.
  CHECK(bounds(830, 39, 24, 23).of_asked->lower == Approx(0.59).margin(0.005));
  CHECK(bounds(830, 39, 24, 23).of_asked->upper == Approx(0.974).margin(0.0005));
  CHECK_FALSE(bounds(0, 0, 0, 0).of_supported.has_value());
  CHECK_THROWS_AS(bounds(5, 6, 0, 0), std::invalid_argument);
  CHECK_THROWS_AS(bounds(5, 4, 5, 0), std::invalid_argument);
  CHECK_THROWS_AS(bounds(5, 4, 3, 4), std::invalid_argument);
  CHECK_THROWS_AS(bounds(5, 4, 3, -1), std::invalid_argument);
}

TEST_CASE("on the index day nothing repeats, and on the last day of a window it does", "[indicators]") {
  const Date index{2026, 1, 1};
  const auto repeated = [&](int day) {
    const std::vector<Followed> one = {{.index = index, .events = {index + Days{day}}}};
    const std::array<std::int64_t, 1> windows = {30};
    return recurrence(one, windows, index + Days{400}, 0.95).front().repeated;
  };
  CHECK(repeated(0) == 0);
  CHECK(repeated(1) == 1);
  CHECK(repeated(30) == 1);
  CHECK(repeated(31) == 0);
}

TEST_CASE("who could not be followed so long is not eligible, whatever happened", "[indicators]") {
  const Date index{2026, 1, 1};
  const std::vector<Followed> all = {{.index = index, .events = {index + Days{5}}},
                                     {.index = index + Days{1}, .events = {index + Days{5}}}};
  const std::array<std::int64_t, 1> windows = {30};
  const auto window = recurrence(all, windows, index + Days{30}, 0.95).front();
  CHECK(window.subjects == 2);
  CHECK(window.eligible == 1);
  CHECK(window.repeated == 1);
}

TEST_CASE("who left before the window ended is lost unless it had happened again", "[indicators]") {
  const Date index{2026, 1, 1};
  const std::vector<Followed> all = {{.index = index, .exit = index + Days{29}},
                                     {.index = index, .exit = index + Days{30}},
                                     {.index = index, .events = {index + Days{9}}, .exit = index + Days{10}},
                                     {.index = index, .events = {index + Days{11}}, .exit = index + Days{10}}};
  const std::array<std::int64_t, 1> windows = {30};
  const auto window = recurrence(all, windows, index + Days{400}, 0.95).front();
  CHECK(window.eligible == 4);
  CHECK(window.lost == 2);
  CHECK(window.repeated == 1);
  CHECK((window.bounds() == Interval{.lower = 0.25, .upper = 0.75}));
}

TEST_CASE("what cannot be followed is refused", "[indicators]") {
  const Date index{2026, 1, 1};
  const std::array<std::int64_t, 1> windows = {30};
  const std::array<std::int64_t, 1> none = {0};
  const std::vector<Followed> one = {{.index = index}};
  CHECK_THROWS_AS(recurrence(one, windows, index - Days{1}, 0.95), std::invalid_argument);
  CHECK_THROWS_AS(recurrence(one, none, index, 0.95), std::invalid_argument);
  CHECK_THROWS_AS(recurrence(one, windows, index, 1), std::invalid_argument);
  CHECK_THROWS_AS(followed_time({.index = index, .exit = index - Days{1}}, index), std::invalid_argument);
  CHECK_FALSE(recurrence({}, windows, index, 0.95).front().survival.has_value());
  CHECK_FALSE(events_per_year(one, index).has_value());
}

TEST_CASE("a child of two families is one child, and the order does not matter", "[indicators]") {
  std::vector<Reached> incidents = {
      {.family = HouseholdId{"f1"}, .children = {PersonId{"c1"}, PersonId{"c2"}, PersonId{"c1"}}},
      {.family = HouseholdId{"f2"}, .children = {PersonId{"c1"}}},
      {.family = HouseholdId{"f1"}, .children = {PersonId{"c1"}}},
      {.family = HouseholdId{"f3"}}};
  const auto reach = reach_of(incidents);
  CHECK((reach ==
         Reach{.incidents = 4, .families = 3, .children = 2, .children_at_incidents = 4, .children_of_families = 3}));
  std::mt19937_64 random{2};
  std::shuffle(incidents.begin(), incidents.end(), random);
  CHECK((reach_of(incidents) == reach));
}
